"""A room that runs: its state, its file, and who looks on."""

from collections import Counter
from contextlib import suppress
from itertools import islice

from course.interface.words import say
from course.live import asked, kept
from course.live.counts import is_number, labels, middle, moved, shown, values
from course.live.state import FEW, RefusedError, Round, Stage

__all__ = ["Running"]

_SHOWN = (Stage.CLOSED, Stage.SHOWN)  # what was answered is on the wall


class Running:
    """A room with its first line (head: its word and the lecturer's key), its file and its
    watchers. folder: where counts are kept. of_class: that is in the class folder. address: where
    phones join, as it stands on the wall.
    """

    def __init__(self, room, head, journal, watchers, *, folder, address, of_class=False):
        self.room, self.head, self.journal, self.watchers = room, head, journal, watchers
        self._folder, self._of_class, self.address = folder, of_class, address
        self.files = []
        self._counted = None  # (the state's version, the numbers)

    @property
    def word(self):
        return self.head["word"]

    def do(self, event):
        """Let an event happen, on the file before anybody is told. Raises RefusedError."""
        room = self.room
        if event.get("event") == "show" and room.now and not self._has_answer():
            raise RefusedError("live.no_answer_is_right")
        before = room.stage, len(room.rounds)
        room.apply(event)
        try:
            self.journal.append(event)
        except OSError:
            self._undo(event, *before)
            raise RefusedError("live.disk_full") from None
        if room.stage is Stage.ENDED:
            self._ended()
        self.watchers.changed(calm=event["event"] == "vote")

    def _has_answer(self):
        """Can the question on the wall be answered by a key or a figure?"""
        return asked.has_answer(asked.everything()[self.room.now.question])

    def _undo(self, event, stage, rounds):
        room = self.room
        if event["event"] == "vote":
            room.rounds[-1].answers.pop(event["phone"])
        room.stage = stage
        del room.rounds[rounds:]

    def _ended(self):
        """The counts stay, and the numbers of phones go."""
        with suppress(OSError):
            self.files = kept.write(self._folder, self.word, self.room)
            self.journal.remove()

    def _numbers(self):
        """How many joined, are away for the moment and have answered: counted once for all who are
        told of one state.
        """
        version = self.watchers.version
        if self._counted is None or self._counted[0] != version:
            now = self.room.now
            voters = set(now.answers) if now else set()
            away = self.watchers.away() - voters
            joined = self.watchers.phones() | voters | away
            told = {"answered": len(voters), "joined": len(joined), "away": len(away)}
            self._counted = version, told
        return self._counted[1]

    def _standing(self):
        room = self.room
        now = room.now
        told = {"stage": room.stage.value, "word": self.word, **self._numbers()}
        if now:
            told |= {"round": now.number, "vote": now.vote}
        return told

    def for_phone(self, phone):
        """All that a phone is to know, in one message."""
        told, now = self._standing(), self.room.now
        if now:
            one = asked.everything()[now.question]
            told |= {"question": one.public, "mine": phone in now.answers}
            told |= {"answer": asked.has_answer(one)}
            given = [past.answers[phone] for past in self.room.votes() if phone in past.answers]
            told |= {"chose": given[-1]} if given else {}
            if self.room.stage is Stage.SHOWN:
                told["right"] = asked.reasons(one)
        return told

    def for_wall(self):
        """All that the projector shows: what was answered only once the vote is closed."""
        told, now = self._standing(), self.room.now
        told["address"] = self.address
        if now is None:
            return told
        one, votes = asked.everything()[now.question], self.room.votes()
        told |= {"question": one.public, "number": is_number(one), "figure": one.opens}
        told |= {"answer": asked.has_answer(one)}
        if self.room.stage in _SHOWN:
            told |= _counted(one, votes)
        if self.room.stage is Stage.SHOWN:
            told["right"] = asked.reasons(one)
            newest = told["votes"][-1]
            told["room"] = "" if newest["few"] else _in_words(one, votes, newest)
        return told

    def for_lecturer(self):
        """The same, how often each question was asked, and what only she sees: the key, and what
        was answered so far, five answers at a time, so that no single one is seen to come in.
        """
        told, now = self.for_wall(), self.room.now
        told["asked"] = Counter(one.question for one in self.room.rounds)
        # A whole path holds the lecturer's name, and goes through the air where phones are.
        told |= {"files": [path.name for path in self.files], "folder": self._folder.name}
        told["of_class"] = self._of_class
        if now is None:
            return told
        one, votes = asked.everything()[now.question], self.room.votes()
        if self.room.stage is Stage.OPEN:
            some = dict(islice(now.answers.items(), len(now.answers) // FEW * FEW))
            votes = [*votes[:-1], Round(now.number, now.question, now.vote, some)]
        return {**told, **_counted(one, votes), "right": asked.reasons(one)}

    def guesses(self):
        """What the figure on the wall is to draw: the guesses, on which axis, and in words; None
        if no figure is shown.
        """
        now = self.room.now
        if now is None or self.room.stage is not Stage.SHOWN:
            return None
        one, votes = asked.everything()[now.question], self.room.votes()
        told = shown(one, votes)[-1]
        if not one.opens or told["few"]:
            return {"opens": one.opens, "room": [], "mark": None, "words": "", "answer": None}
        numbers = is_number(one)
        return {
            "opens": one.opens,
            "room": values(votes[-1]) if numbers else [],
            "mark": one.keyed.get("mark"),
            "answer": middle(votes) if numbers else None,
            "words": _in_words(one, votes, told),
        }


def _counted(one, votes):
    return {
        "labels": labels(one, votes),
        "votes": shown(one, votes),
        "moved": moved(votes),
    }


def _in_words(one, votes, told):
    if is_number(one):
        half = f"{middle(votes):g} {one.public.get('unit', '')}".strip()
        return say("live.room_middle", n=told["of"], half=half)
    most = max(told["counts"])
    label = labels(one, votes)[told["counts"].index(most)].rstrip(".")
    return say("live.room_most", most=most, n=told["of"], answer=label)

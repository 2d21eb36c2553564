"""A room as a pure state: what happened to it, one event after another, and nothing else.

The same events in the same order give the same room, so a room that was killed is made anew from
its file. An event that may not happen is refused, and then nothing has changed.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from course.doors.shapes import Json
from course.items import kinds
from course.items.kinds import Item

__all__ = ["FEW", "MOST_PHONES", "Event", "RefusedError", "Room", "Round", "Stage", "is_phone"]

Event = Mapping[str, Json]

FEW = 5  # answers of fewer phones are not shown: each might be known by its answer
MOST_PHONES = 1600  # in one round; a full hall has less than half of them
_PHONE = re.compile(r"[0-9a-f]{32}")


class Stage(StrEnum):
    """How the room stands with its question."""

    READING = "reading"  # nothing is asked
    OPEN = "open"
    CLOSED = "closed"
    TALK = "talk"  # closed too, and a second vote will come
    SHOWN = "shown"  # the figure, or what is right
    ENDED = "ended"


class RefusedError(Exception):
    """An event may not happen now. `key` names the sentence that says why."""

    def __init__(self, key: str) -> None:
        super().__init__(key)
        self.key = key


@dataclass
class Round:
    """One vote on one question. vote: 1, or 2 after the room has talked."""

    number: int
    question: str
    vote: int
    answers: dict[str, Json] = field(default_factory=dict[str, Json])  # by phone


def is_phone(value: object) -> bool:
    """A number that a page of ours drew for a phone?"""
    return isinstance(value, str) and _PHONE.fullmatch(value) is not None


@dataclass
class Room:
    """A room, with what it may be asked: {id: the item as a phone has it}."""

    items: Mapping[str, Item]
    stage: Stage = Stage.READING
    rounds: list[Round] = field(default_factory=list[Round])

    @property
    def now(self) -> Round | None:
        """The round on the wall, if any is."""
        return None if self.stage in (Stage.READING, Stage.ENDED) else self.rounds[-1]

    def votes(self) -> list[Round]:
        """The rounds of the question on the wall: the first vote, and the second if it was asked
        for.
        """
        now = self.now
        if now is None:
            return []
        return [now] if now.vote == 1 else self.rounds[-2:]

    def apply(self, event: Event) -> None:
        """Let an event happen. Raises RefusedError, and changes nothing, if it may not."""
        if self.stage is Stage.ENDED:
            raise RefusedError("live.ended")
        what = event.get("event")
        call = _EVENTS.get(what) if isinstance(what, str) else None
        if call is None:
            raise RefusedError("live.no_such_thing")
        call(self, event)

    def ask(self, event: Event) -> None:
        """A question is put. It may be asked a second time in the hour, as another round."""
        question = event.get("question")
        if not isinstance(question, str) or question not in self.items:
            raise RefusedError("live.no_such_question")
        if self.stage is Stage.OPEN:
            raise RefusedError("live.close_first")
        self.rounds.append(Round(len(self.rounds) + 1, question, 1))
        self.stage = Stage.OPEN

    def vote(self, event: Event) -> None:
        """A phone answers. Its first answer counts."""
        phone, now = event.get("phone"), self.now
        if not isinstance(phone, str) or not is_phone(phone):
            raise RefusedError("live.no_phone")
        if now is None or self.stage is not Stage.OPEN or event.get("round") != now.number:
            raise RefusedError("live.not_open")
        if phone in now.answers:
            raise RefusedError("live.first_counts")
        if len(now.answers) >= MOST_PHONES:
            raise RefusedError("live.room_full")
        answer = event.get("answer")
        if not kinds.of(self.items[now.question]).is_answer(answer):
            raise RefusedError("live.no_answer")
        now.answers[phone] = answer

    def close(self, _event: Event) -> None:
        """No more answers are taken."""
        self._move(Stage.CLOSED, Stage.OPEN)

    def reopen(self, _event: Event) -> None:
        """A vote that too few answered is open once more: nothing of it was shown."""
        now = self.now
        if now is None or len(now.answers) >= FEW:
            raise RefusedError("live.not_now")
        self._move(Stage.OPEN, Stage.CLOSED, Stage.TALK)

    def talk(self, _event: Event) -> None:
        """The room talks, and will vote once more."""
        if self.now and self.now.vote == 2:
            raise RefusedError("live.voted_twice")
        self._move(Stage.TALK, Stage.OPEN, Stage.CLOSED)

    def again(self, _event: Event) -> None:
        """The second vote on the same question. The first is kept."""
        now = self.now
        if now is None or now.vote == 2 or self.stage not in (Stage.CLOSED, Stage.TALK):
            raise RefusedError("live.not_now")
        self.rounds.append(Round(now.number + 1, now.question, 2))
        self.stage = Stage.OPEN

    def show(self, _event: Event) -> None:
        """The figure is shown, with what the room guessed."""
        self._move(Stage.SHOWN, Stage.CLOSED, Stage.TALK)

    def rest(self, _event: Event) -> None:
        """The question goes away, and the phones have the chapters."""
        self._move(Stage.READING, Stage.CLOSED, Stage.TALK, Stage.SHOWN)

    def end(self, _event: Event) -> None:
        """The hour is over."""
        self.stage = Stage.ENDED

    def _move(self, to: Stage, *since: Stage) -> None:
        if self.stage not in since:
            raise RefusedError("live.not_now")
        self.stage = to


_EVENTS: Mapping[str, Callable[[Room, Event], None]] = {
    "ask": Room.ask,
    "vote": Room.vote,
    "close": Room.close,
    "reopen": Room.reopen,
    "talk": Room.talk,
    "again": Room.again,
    "show": Room.show,
    "rest": Room.rest,
    "end": Room.end,
}

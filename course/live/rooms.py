"""Which room is opened: the one whose file lies there, as it was, or a new one."""

import secrets
import time
from dataclasses import dataclass

from course import _places
from course.live import asked, kept
from course.live.journal import Journal
from course.live.state import RefusedError, Room, Stage

__all__ = ["Found", "folder", "replayed", "room"]

_LETTERS = "BCDFGHJKLMNPRSTVWXZ"  # none that is taken for another, and no word comes of them
_LONG = 12 * 3600  # seconds after which an hour is over, even by a clock that is an hour off


@dataclass(frozen=True)
class Found:
    """A room with its first line and its file; said: what to tell the lecturer."""

    room: Room
    head: dict
    journal: Journal
    said: tuple


def folder():
    """Where the file of a room and its counts lie."""
    return _places.course_folder() / "live"


def _items():
    return {name: one.public for name, one in asked.everything().items()}


def replayed(events):
    """A Room to which these events happened, and how many may not have."""
    made, refused = Room(_items()), 0
    for event in events:
        try:
            made.apply(event)
        except RefusedError:
            refused += 1
    return made, refused


def _head(address, port):
    word = "".join(secrets.choice(_LETTERS) for _ in range(4))
    key = secrets.token_urlsafe(16)
    return {"room": 1, "word": word, "key": key, "address": address, "port": port}


def _is_whole(head):
    """Could we have written this first line?"""
    texts = all(isinstance(head.get(name), str) for name in ("word", "key", "address"))
    return texts and isinstance(head.get("port"), int) and isinstance(head.get("at"), int)


def room(address, port, *, fresh=False):
    """The room of this machine (Found). fresh: a new one, whatever lies there; its counts are
    kept first.
    """
    journal = Journal(folder() / "room.jsonl")
    opened, said = journal.opened(), []
    if opened and _is_whole(opened.head):
        made, refused = replayed(opened.events)
        if opened.torn:
            said.append("The last line of the room's file was torn, and was cut off.")
        if opened.unread or refused:
            n = opened.unread + refused
            said.append(f"{n} of its lines could not be used, and were left out.")
        old = abs(time.time() - opened.head["at"]) > _LONG
        if not (fresh or old or made.stage is Stage.ENDED):
            votes = sum(len(one.answers) for one in made.rounds)
            said.append(f"The room goes on where it was: {votes} answers are there.")
            head = {**opened.head, "address": address, "port": port}
            return Found(made, head, journal, tuple(said))
        files = kept.write(folder(), opened.head["word"], made)
        said += [f"The counts of the room before are in {files[0]}."] if files else []
    head = _head(address, port)
    journal.begin(head)
    return Found(Room(_items()), head, journal, tuple(said))

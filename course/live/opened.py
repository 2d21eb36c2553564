"""A room is opened: its state, its file and its pages in one House, and what keeps it going."""

from pathlib import Path

from tornado.ioloop import IOLoop, PeriodicCallback

from course import _places
from course.errors import CourseError
from course.live import rooms
from course.live.crowd import Crowd
from course.live.house import House
from course.live.pages import Shelf
from course.live.running import Running
from course.live.state import MOST_PHONES
from course.live.watchers import Watchers

__all__ = ["class_counts", "house", "pulse"]


def class_counts(folder):
    """Where a class folder keeps the counts of its hours. Raises CourseError if it is none."""
    whole = _places.at_home(folder, "The class folder").resolve()
    if not (whole / "keys").is_dir():
        raise CourseError(
            f"{whole} is no class folder; leave --in out, or make one with: course class init "
            "FOLDER."
        )
    return whole / "live"


def house(found, where, *, hosts, own, machine=(), most=MOST_PHONES, counts=None, open_wall=True):
    """The House of a room that was found (rooms.Found) at a place (Where).

    machine: the addresses of the lecturer's own machine. most: phones at once. counts: the folder
    for the counts, else that of the room's file. The others are the House's own.
    """
    running = Running(
        found.room,
        found.head,
        found.journal,
        Watchers(IOLoop.current().call_later),
        folder=Path(counts or rooms.folder()),
        address=where.join(found.head["word"]),
        of_class=counts is not None,
    )
    crowd = Crowd(most, machine)
    crowd.know(phone for one in found.room.rounds for phone in one.answers)
    return House(where, running, Shelf(running.word), crowd, hosts, own, open_wall)


def pulse(opened):
    """What a House does again and again while it is open: callbacks, not started yet."""
    running = opened.running
    return [
        PeriodicCallback(running.journal.settle, 1000),
        PeriodicCallback(running.watchers.changed, 15_000),  # who hears nothing knows that
    ]

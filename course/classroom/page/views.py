"""What each page shows, as the values of its template. Nothing here knows of requests."""

import re
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from course import _places
from course.classroom.cycle.due import set_due
from course.classroom.cycle.folder import Folder
from course.classroom.page import files, marking
from course.classroom.page.running import Ended, Runner
from course.classroom.page.standing import Stands, stands
from course.classroom.steps import STEPS, Asked, alone
from course.errors import CourseError
from course.interface.words import said_of, say

__all__ = ["busy", "file", "give", "keep_due", "mark", "may_be_made", "overview", "steps"]

_NAMES = {
    "release": "class.release",
    "collect": "class.collect",
    "grade": "class.grade",
    "mark": "class.mark",
    "feedback": "class.feedback",
    "report": "class.report",
    "export": "class.export",
}
_DOES = {
    "release": "class.does_release",
    "collect": "class.does_collect",
    "grade": "class.does_grade",
    "mark": "class.does_mark",
    "feedback": "class.does_feedback",
    "report": "class.does_report",
    "export": "class.does_export",
}
_NEXT = {
    "release": "class.next_release",
    "collect": "class.next_collect",
    "grade": "class.next_grade",
    "mark": "class.next_mark",
    "feedback": "class.next_feedback",
    "report": "class.next_report",
    "export": "class.next_export",
    "nothing": "class.next_nothing",
}
# what of steps.EXPORTS, and in which format
_WRITES = {
    "marks": "class.write_marks",
    "moodle": "class.write_moodle",
    "paper": "class.write_paper",
}
_WRITES_FOR = {
    "marks/moodle": "class.write_marks_moodle",
    "marks/canvas": "class.write_marks_canvas",
    "marks/registrar": "class.write_registrar",
    "questions/qti-2.1": "class.write_qti",
    "questions/common-cartridge-1.3": "class.write_cartridge",
}
_CURE = re.compile(r"course class (\w+)")
_SITTING = 3600  # seconds for which one copy of the gradebook is enough


@dataclass(frozen=True)
class Step:
    """One step as the page shows it. stands: how far it is, in a sentence; cure: the step that its
    fault names, if any.
    """

    id: str
    number: int
    name: str
    does: str
    stands: str
    is_done: bool
    ended: Ended | None
    cure: str


def overview(folder: Folder) -> list[tuple[Stands | None, str, str]]:
    """(how far, the assignment's name, what comes next or what is wrong with its key) of each."""
    found: list[tuple[Stands | None, str, str]] = []
    for name in folder.names():
        try:
            one = stands(folder, name)
        except CourseError as error:
            found.append((None, name, str(error)))
        else:
            found.append((one, name, said_of(_NEXT)[one.next]))
    return found


def may_be_made(path: Path) -> bool:
    """Could a class folder be made there, from the specimens of a clone?"""
    try:
        return _places.in_clone() and (not path.exists() or not any(path.iterdir()))
    except OSError:
        return False


def steps(folder: Folder, name: str, ended: Mapping[str, Ended]) -> dict[str, Any]:
    """The page of one assignment."""
    one = stands(folder, name)
    told = _told(one)
    names, does = said_of(_NAMES), said_of(_DOES)
    every = [
        Step(
            id=step,
            number=number,
            name=names[step],
            does=does[step],
            stands=told[step][0],
            is_done=told[step][1],
            ended=ended.get(step),
            cure=_cure(ended.get(step)),
        )
        for number, step in enumerate(names, 1)
    ]
    return {
        "assignment": one,
        "steps": every,
        "names": names,
        "files": files.files_of(folder, name),
        "writes": said_of(_WRITES),
        "writes_for": said_of(_WRITES_FOR),
        "students": sorted(folder.students("feedback", name)),
    }


def _cure(ended: Ended | None) -> str:
    """The step that a fault's sentence tells to run first."""
    if ended is None or not (found := _CURE.search(ended.fault)):
        return ""
    return found[1] if found[1] in STEPS and found[1] != ended.asked.step else ""


def _minute(at: datetime) -> str:
    return f"{at:%Y-%m-%d %H:%M}"


def _told(one: Stands) -> dict[str, tuple[str, bool]]:
    """{step: (how far it is, is it done)}."""
    n, fresh = one.came, one.marked - one.stale
    at = one.released and _minute(one.released)
    released = [say("class.released", at=at) if at else say("class.not_released")]
    if one.due:
        released.append(say("class.due_at", at=_minute(one.due)))
    reported = one.reported and say("class.reported", at=_minute(one.reported))
    return {
        "release": (" ".join(released), one.released is not None),
        "collect": (say("class.came", n=n) if n else say("class.came_none"), n > 0),
        "grade": (
            say("class.marked", n=n, marked=fresh) if n else say("class.marked_none"),
            0 < n <= fresh,
        ),
        "mark": (
            say("class.waiting", n=one.waiting) if one.waiting else say("class.no_essays"),
            one.marked > 0 and not one.waiting,
        ),
        "feedback": (
            say("class.given", n=one.given) if one.given else say("class.given_none"),
            0 < one.marked <= one.given,
        ),
        "report": (reported or say("class.not_reported"), bool(reported)),
        "export": (
            say("class.exported", n=one.exported) if one.exported else say("class.exported_none"),
            one.exported > 0,
        ),
    }


def busy(asked: Asked) -> str:
    """What somebody is told who asks for a step while another is under way."""
    return say("class.busy", step=said_of(_NAMES)[asked.step], name=asked.name)


def mark(folder: Folder, name: str, task: str, place: int) -> dict[str, Any]:
    """The page of one answer."""
    return {
        "assignment": folder.assignment(name),
        "task": task,
        "essay": marking.essay(folder, name, task, place),
        "most": marking.MOST_LETTERS,
    }


def keep_due(folder: Folder, name: str, typed: str) -> None:
    """Set when the assignment is due, as a form sends it: by the clock of this machine, or empty.

    Raises CourseError if that is no time.
    """
    try:
        at = datetime.fromisoformat(typed).astimezone() if typed else None
    except (ValueError, OverflowError, OSError):
        raise CourseError(say("class.no_time")) from None
    with alone(folder):
        set_due(folder, name, at)


_copied: dict[tuple[Path, str], float] = {}


def give(
    runner: Runner, folder: Folder, name: str, task: str, sent: Mapping[str, str]
) -> list[str]:
    """Mark one answer; gradebook and marks are copied once a sitting."""
    if (underway := runner.now) is not None:
        raise CourseError(busy(underway.asked))
    sitting, now = (folder.path, name), time.monotonic()
    copies = now - _copied.get(sitting, -_SITTING) >= _SITTING
    with alone(folder):
        told = marking.give(folder, name, task, sent.get("code", ""), sent, copies=copies)
    if copies:
        _copied[sitting] = now
    return told


def file(folder: Folder, name: str, part: str, word: str) -> files.File | None:
    """The file called `word`: one of the assignment's, or a student's page of feedback."""
    folder.assignment(name)
    if part == "feedback":
        return files.page_of(folder, name, word)
    return files.files_of(folder, name).get(word)

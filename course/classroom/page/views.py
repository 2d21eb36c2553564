"""What each page shows, as the values of its template. Nothing here knows of requests."""

import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from course import _places
from course.classroom.cycle import brought, lateness, naming, ways
from course.classroom.cycle.due import set_due
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.gradebook import opened
from course.classroom.page import files, marking
from course.classroom.page import zipped as packing
from course.classroom.page.far import minute, told, zone
from course.classroom.page.running import MAKE, Ended, Runner
from course.classroom.page.standing import Stands, stands
from course.classroom.steps import Asked, alone
from course.errors import CourseError
from course.interface.words import said_of, say

__all__ = [
    "add_names",
    "bring",
    "busy",
    "file",
    "give",
    "keep_due",
    "kept",
    "mark",
    "may_be_made",
    "overview",
    "steps",
    "zipped",
]

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
    "left": "class.next_left",
    "nothing": "class.next_nothing",
}
# what of steps.EXPORTS, and in which format
_WRITES = {
    "marks/moodle": "class.write_marks_moodle",
    "marks/registrar": "class.write_registrar",
    "marks": "class.write_marks",
    "marks/canvas": "class.write_marks_canvas",
}
_WRITES_FOR = {
    "moodle": "class.write_moodle",
    "paper": "class.write_paper",
    "questions/qti-2.1": "class.write_qti",
    "questions/common-cartridge-1.3": "class.write_cartridge",
}
_PAGES = {
    "given": "class.page_given",
    "by_hand": "class.page_by_hand",
    "written": "class.page_written",
    "older": "class.page_old",
}
_SITTING = 3600  # seconds for which one copy of the gradebook is enough


@dataclass(frozen=True)
class Step:
    """One step as the page shows it. stands: how far it is, in a sentence."""

    id: str
    number: int
    name: str
    does: str
    stands: str
    is_done: bool
    ended: Ended | None


def overview(folder: Folder) -> list[tuple[Stands | None, str, str]]:
    """(how far, the assignment's name, what comes next or what is wrong with its key) of each."""
    found: list[tuple[Stands | None, str, str]] = []
    for name in folder.names():
        try:
            one = stands(folder, name)
        except CourseError as error:
            found.append((None, name, str(error)))
        else:
            told = said_of({one.next: _NEXT[one.next]}) if one.next != "left" else {}
            left = say("class.next_left", names=", ".join(one.refused))
            found.append((one, name, told.get(one.next, left)))
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
    how_far = told(one)
    names, does = ways.buttons(), said_of(_DOES)
    last = max((each.at for each in ended.values()), default=None)
    ended = {
        step: each
        for step, each in ended.items()
        if not each.fault or each.at == last  # a fault is outdated once another step is over
    }
    every = [
        Step(
            id=step,
            number=number,
            name=names[step],
            does=does[step],
            stands=how_far[step][0],
            is_done=how_far[step][1] and not _failed(ended.get(step)),
            ended=ended.get(step),
        )
        for number, step in enumerate(names, 1)
    ]
    found, key = files.files_of(folder, name), folder.path / "keys" / f"{name}.yaml"
    return {
        "assignment": one,
        "steps": every,
        "names": names,
        "files": found,
        "writes": said_of(_WRITES),
        "writes_for": said_of(_WRITES_FOR),
        "students": sorted(folder.students("feedback", name), key=str.casefold),
        "feedback_of": {one: say(_PAGES[state]) for one, state in one.pages.items()},
        "files_at": {word: minute(file.at) for word, file in found.items()},
        "old_files": [word for word, file in found.items() if _is_old(one, file, key)],
        "zone": zone(),
        "minute": minute,
        "late": lateness.said,
    }


def _is_old(one: Stands, file: files.File, key: Path) -> bool:
    """Is a file older than the marks that it holds, or than the key?"""
    if file.path.parent.name == "reports":
        return "report" in one.older
    return file.path.name in one.older or file.path.stat().st_mtime < key.stat().st_mtime


def _failed(ended: Ended | None) -> bool:
    """Was something left undone for a student, the last time?"""
    return ended is not None and ended.failed and not ended.asked.dry_run


def busy(asked: Asked) -> str:
    """What somebody is told who asks for a step while another is under way."""
    names = {**ways.buttons(), MAKE: say("class.make")}
    return say("class.busy", step=names[asked.step], name=asked.name or asked.what)


def mark(folder: Folder, name: str, task: str, place: int) -> dict[str, Any]:
    """The page of one answer."""
    return {
        "assignment": folder.assignment(name),
        "task": task,
        "essay": marking.essay(folder, name, task, place),
        "totals": marking.totals(folder, name, task),
        "most": marking.MOST_LETTERS,
    }


def keep_due(folder: Folder, name: str, typed: str) -> str:
    """Set when the assignment is due, as a form sends it: by the clock of this machine, or empty.
    Returns a sentence.

    Raises CourseError if that is no time.
    """
    if not typed and stands(folder, name).due is None:
        return say("class.due_empty")
    at = _time(typed) if typed else None
    with alone(folder):
        set_due(folder, name, at)
    return say("class.due_kept", at=minute(at)) if at else say("class.due_gone")


def _time(typed: str) -> datetime:
    """The time that a form sent, by the clock of this machine."""
    try:
        return datetime.strptime(typed, "%Y-%m-%dT%H:%M").astimezone()
    except (ValueError, OverflowError, OSError):
        raise CourseError(say("class.no_time")) from None


def bring(
    folder: Folder, name: str, sent: Sequence[brought.Sent], student: str, came: tuple[str, str]
) -> list[str]:
    """Take hand-ins that came another way than by the exchange; returns sentences. student: whose
    all are, or ""; came: day and hour as a form sends them. Raises CourseError if none can be
    taken.
    """
    if not sent:
        raise CourseError(say("class.bring_none"))
    if len(sent) > brought.MOST_FILES:
        size = f"{brought.MOST_TOGETHER / 1e6:g}"
        raise CourseError(say("class.bring_too_much", most=brought.MOST_FILES, size=size))
    at = _time("T".join(came)) if any(came) else None
    with alone(folder):
        said = brought.bring_in(folder, name, sent, student=student, at=at)
    if at and (first := stands(folder, name).first) and at < first:
        said.append(say("class.bring_early", at=minute(at.astimezone())))
    return said


def add_names(folder: Folder, typed: str) -> str:
    """Put the students whose names are typed into the class list; returns a sentence. Raises
    CourseError if one is no name.
    """
    names = sorted({one.strip() for one in typed.splitlines()} - {""})
    for name in names:
        if wrong := naming.fault(name):
            raise CourseError(say("class.add_wrong", name=naming.shown(name), why=wrong))
    with alone(folder), opened(folder) as book:
        for name in names:
            book.update_or_create_student(name)
    return say("class.added", n=len(names))


def kept(folder: Folder, name: str, task: str, sent: Mapping[str, str]) -> str:
    """What is said once a mark is kept."""
    points = sum(int(level) for field, level in sent.items() if field.startswith("level"))
    code = sent.get("code", "").partition("-")[0]
    return say("class.kept", code=code, points=points, most=folder.assignment(name).points(task))


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


def zipped(folder: Folder, name: str, what: str) -> bytes | None:
    """The sheet, or the pages of feedback that are given by hand, as one zip."""
    folder.assignment(name)
    return packing.zipped(folder, name, what)


def file(folder: Folder, name: str, part: str, word: str) -> files.File | None:
    """The file called `word`: one of the assignment's, or a student's page of feedback."""
    folder.assignment(name)
    if part == "feedback":
        return files.page_of(folder, name, word)
    return files.files_of(folder, name).get(word)

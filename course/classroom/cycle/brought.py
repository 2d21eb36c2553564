"""Hand-ins that came by mail or on a stick, as a lecturer brings them in. A file is looked at
before it is kept, under a name of ours: what its sender calls it says whose it is, and no more.
"""

import json
import re
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from course.classroom.cycle import (
    collecting,
    handed,
    inbound,
    intake,
    naming,
    roll,
    stamps,
    whole,
)
from course.classroom.cycle.marking import MOST_BYTES
from course.classroom.cycle.told import Told
from course.doors.shapes import is_object
from course.errors import CourseError, shown
from course.interactives import sheets
from course.interface.words import say
from course.items import answers, lines

if TYPE_CHECKING:
    from course.classroom.cycle.assignment import Assignment
    from course.classroom.cycle.folder import Folder

__all__ = ["MOST_FILES", "MOST_TOGETHER", "Sent", "bring_in", "whose"]

MOST_FILES = 80
MOST_TOGETHER = 20_000_000  # bytes
_ITEMS = "items.json"
_FEW = 20  # names in a sentence
_PACKED = (b"PK\x03\x04", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b")
# what may stand behind the name: of what it is, of a second download, of its kind
_BEHIND = re.compile(r"(?:[ ._-]*(?:answers|items))?(?: ?\(\d{1,3}\))?(?:\.(?:jsonl|json|txt))+$")
# an apostrophe as a phone writes it, and what a mail program makes of a space
_ALIKE = str.maketrans("\u2018\u2019\u02bc_", "''' ")


@dataclass(frozen=True)
class Sent:
    """A file as a browser sends it: what its sender calls it, and its bytes."""

    name: str
    raw: bytes


def whose(file: str, students: Iterable[str]) -> str | None:
    """The student whose name a file bears; None if it bears none, or might be two students'."""
    last = re.split(r"[/\\]", file)[-1]
    said = {_plain(last), _BEHIND.sub("", _plain(last))}
    found = [one for one in students if _plain(one) in said]
    exact = [one for one in found if last.startswith(one)]
    some = exact if len(exact) == 1 else found
    return some[0] if len(some) == 1 else None


def _plain(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold().translate(_ALIKE)


def bring_in(
    folder: "Folder", name: str, sent: Sequence[Sent], *, student: str = "", at: datetime | None
) -> list[str]:
    """Keep the hand-ins among the files as if they had been collected; returns sentences, one for
    each file that is refused. student: whose all are; "" if each bears its student's name. at: when
    they were handed in, if the lecturer says so; else it is now. Raises CourseError if nothing can
    be taken at all.
    """
    said, at = at, at or datetime.now(UTC)
    students = [line.student for line in roll.roll(folder, name)]
    if not students:
        raise CourseError(say("class.bring_nobody"))
    if student and student not in students:
        raise CourseError(say("class.bring_unlisted", student=naming.shown(student)))
    if at > datetime.now(UTC):
        raise CourseError(say("class.bring_future"))
    told, kept = Told(folder, "collect", name), list[str]()
    bearers = {one: student or whose(one.name, students) for one in sent}
    found = _sorted_out(folder, name, bearers, told)
    given = collecting.given_at(folder, name)
    for who, files in sorted(found.items()):
        with told.apart(who):
            if said and _set_right(folder, name, who, files, said, is_chosen=bool(student)):
                there = f"{said.astimezone():%Y-%m-%d %H:%M %Z}"
                told.append(say("class.bring_retimed", student=who, there=there))
                continue
            if why := _not_kept(folder, name, who, files, at):
                told.fault(why)
                continue
            stamp = {inbound.STAMP: stamps.written(at).encode()}
            told.extend(collecting.keep(folder, name, who, files | stamp))
            told.extend(collecting.after_feedback(given, who, at))
            kept.append(who)
    collecting.forget(folder, name, kept)
    names = naming.few(kept, _FEW)
    done = say("class.bring_kept", n=len(kept), names=names) if kept else ""
    told.insert(0, done or say("class.bring_kept_none"))
    return told


def _sorted_out(
    folder: "Folder", name: str, bearers: Mapping[Sent, str | None], told: Told
) -> dict[str, dict[str, bytes]]:
    """{student: {our name of a file: its bytes}} of what is a hand-in. Two that differ, of one sort
    and for one student, are both refused: nothing says which counts. bearers: whose each file is.
    """
    assignment, found = folder.assignment(name), dict[tuple[str, str], list[Sent]]()
    for one, who in bearers.items():
        try:
            sort = _sort(folder, assignment, one.raw)
        except CourseError as why:
            _refuse(told, one, str(why))
        else:
            if who is None:
                _refuse(told, one, say("class.bring_no_name"))
            else:
                found.setdefault((who, sort), []).append(one)
    kept = dict[str, dict[str, bytes]]()
    for (who, sort), some in found.items():
        why = ""
        if len({one.raw for one in some}) > 1:
            why = say("class.bring_twice", student=who)
        elif (who, sheets.ANSWERS) not in found:
            why = say("class.bring_items_alone")
        for one in some if why else ():
            _refuse(told, one, why)
        if not why:
            kept.setdefault(who, {})[sort] = some[0].raw
    return {who: files for who, files in kept.items() if sheets.ANSWERS in files}


def _refuse(told: Told, one: Sent, why: str) -> None:
    told.fault(say("class.bring_refused", file=shown(one.name), why=why))


def _sort(folder: "Folder", assignment: "Assignment", raw: bytes) -> str:
    """Under which name of ours these bytes are kept. Raises CourseError, a clause, if they are no
    part of a hand-in to the assignment.
    """
    if len(raw) > MOST_BYTES:
        raise CourseError(
            say("class.bring_big", size=f"{len(raw) / 1e6:.1f}", most=f"{MOST_BYTES / 1e6:g}")
        )
    if not raw.strip():
        raise CourseError(say("class.bring_empty"))
    if raw.startswith(_PACKED):
        raise CourseError(say("class.bring_packed"))
    with suppress(ValueError, RecursionError):
        one: object = json.loads(raw)
        if is_object(one) and "cells" in one:
            raise CourseError(say("class.bring_notebook"))
        if is_object(one) and isinstance(one.get("items"), list):
            return _ITEMS
    found = answers.lines_of(raw)
    if intake.wanted(assignment, found):
        return sheets.ANSWERS
    if lines.is_in_other_signs(raw):
        raise CourseError(say("class.bring_other_signs"))
    if other := _other(folder, {line["item"] for line in found}):
        raise CourseError(say("class.bring_other", other=other))
    raise CourseError(say("class.bring_noise"))


def _other(folder: "Folder", items: set[str]) -> str:
    """The assignment of the class that asks one of these items; "" if none does."""
    for name in folder.names():
        with suppress(CourseError):  # of a fault in its key its own page tells
            if items & {item["id"] for item in folder.assignment(name).items()}:
                return name
    return ""


def _set_right(
    folder: "Folder", name: str, student: str, files: Mapping[str, bytes], at: datetime, *,
    is_chosen: bool,
) -> bool:  # fmt: skip
    """Are these answers here already, brought in with another time? Then they get this one, since
    the lecturer forgot to say it, or mistyped it; but a later one only if the student was chosen:
    among many files, one may have been sent twice. What the exchange brought keeps its time.
    """
    place = folder.place("submitted", student, name)
    held = place / sheets.ANSWERS
    if folder.fault(place) or held.is_symlink() or not held.is_file():
        return False
    if (place / inbound.SECRET).exists() or held.read_bytes() != files[sheets.ANSWERS]:
        return False
    before = handed.when(place)
    if at == before or (at > before and not is_chosen):
        return False
    whole.write_bytes(place / inbound.STAMP, stamps.written(at).encode())
    return True


def _not_kept(
    folder: "Folder", name: str, student: str, files: dict[str, bytes], at: datetime
) -> str:
    """Why what came for a student is not kept, as a sentence; "" if it is to be kept."""
    place = folder.place("submitted", student, name)
    if (why := folder.fault(place)) is not None:
        return say("class.bring_link", student=student, why=why)
    held = place / sheets.ANSWERS
    if held.is_symlink() or not held.is_file():
        return ""
    if held.read_bytes() == files[sheets.ANSWERS]:
        return say("class.bring_same", student=student)
    before = handed.when(place)
    if at < before:
        there = f"{before.astimezone():%Y-%m-%d %H:%M %Z}"
        return say("class.bring_older", student=student, there=there)
    return ""

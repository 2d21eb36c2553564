"""The second marker's marks: marks/NAME-second.json, beside the first's and never in the gradebook.

The second marks the same page under the same codes, and sees neither a name nor the first's marks.
"""

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.classroom.cycle import blind
from course.classroom.cycle.codes import codes_of, kept_in, texts_of
from course.classroom.cycle.scores import levels_of
from course.classroom.cycle.told import Told
from course.classroom.cycle.whole import write_file
from course.classroom.exports import spreadsheet
from course.classroom.moderation.differences import (
    Difference,
    Levels,
    agreements,
    differences,
)
from course.doors.shapes import is_object
from course.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

    from course.classroom.cycle.folder import Folder

__all__ = ["Compared", "bring_in", "compare", "saved", "write"]


def _path(folder: "Folder", name: str) -> "Path":
    return folder.path / "marks" / f"{name}-second.json"


def bring_in(folder: "Folder", name: str, raw: str) -> Told:
    """Keep the marks of a page that a second marker saved; returns sentences. No mark of the
    gradebook changes.
    """
    assignment = folder.assignment(name)
    task, marks = blind.read_marks(raw, assignment)
    students = {code: student for student, code in codes_of(folder, name, []).items()}
    held: dict[str, Any] = kept_in(_path(folder, name))
    told, count = Told(folder, "grade", name), 0
    for code, mark in marks.items():
        owner, _, text = code.partition("-")
        with told.apart(f"Code {code!s:.15}"):
            student = students.get(owner, "")
            if not student or text != texts_of(folder, assignment, student).get(task):
                raise CourseError(
                    "the mark is of another text than the one that is there now, or of none; run "
                    f"course class grade {name}, and mark {task} on the page that it writes."
                )
            own = held.setdefault(student, {})
            own[task] = {"levels": mark["levels"], "text": text, "comment": mark.get("comment", "")}
            count += 1
    path = _path(folder, name)
    folder.keep_copy(path)
    write_file(path, json.dumps(held, indent=1))
    told.append(f"{count} marks of the second marker for {task} are kept beside the first's.")
    return told


def saved(folder: "Folder", name: str) -> dict[str, dict[str, dict[str, int]]]:
    """{student: {task: {criterion: level}}} of the second marker's marks that are of a text which
    is still there.
    """
    assignment = folder.assignment(name)
    found: dict[str, dict[str, dict[str, int]]] = {}
    for student, tasks in kept_in(_path(folder, name)).items():
        if not is_object(tasks):
            continue
        present = texts_of(folder, assignment, student)
        for task in assignment.tasks:
            mark = tasks.get(task["id"])
            if not is_object(mark) or mark.get("text") != present.get(task["id"], ""):
                continue
            levels = levels_of(task, {task["id"]: mark.get("levels")})
            if levels:
                found.setdefault(student, {})[task["id"]] = levels
    return found


@dataclass(frozen=True)
class Compared:
    """What `compare` found. codes: {student: code}; told: sentences, without a name."""

    differences: list[Difference]
    codes: dict[str, str]
    told: list[str]


def compare(folder: "Folder", name: str, threshold: int = 1) -> Compared:
    """Compare the two markers. Raises CourseError if no text was marked by both."""
    assignment = folder.assignment(name)
    first: Levels = blind.saved(folder, name)
    second = saved(folder, name)
    agreed = agreements(assignment, first, second)
    if not agreed:
        raise CourseError(
            f"No text of {name} is marked by two persons; bring in the second marker's file with: "
            f"course class grade {name} --marks FILE --second."
        )
    apart = differences(assignment, first, second, threshold)
    codes = codes_of(folder, name, [])
    told = [
        f"{one.task}, {one.criterion}: {one.same} of {one.texts} texts got the same level, "
        f"{one.near} at most one apart; the second marker's level is {one.lean:+.2f} on average."
        for one in agreed
    ]
    told += [
        f"Code {codes.get(one.student, '?')}, {one.task}, {one.criterion}: {one.first} by the "
        f"first, {one.second} by the second."
        for one in apart
    ]
    return Compared(apart, codes, told)


def write(folder: "Folder", name: str, found: Compared) -> "Path":
    """Write the differences as marks/NAME-differences.csv, under codes; returns its path."""
    path = folder.path / "marks" / f"{name}-differences.csv"
    folder.keep_copy(path)
    head = ["code", "task", "criterion", "first", "second", "difference"]
    rows = [
        [
            found.codes.get(one.student, "?"),
            one.task,
            one.criterion,
            one.first,
            one.second,
            one.second - one.first,
        ]
        for one in found.differences
    ]
    return spreadsheet.write(path, [head, *rows])

"""The class list of an assignment: every student whom the gradebook or a hand-in names, what came
and when, and what it earned.
"""

import hashlib
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.classroom.cycle import gradebook, handed
from course.classroom.cycle.codes import kept_in, unwritten
from course.classroom.cycle.offered import Released
from course.errors import CourseError
from course.interface.words import say

if TYPE_CHECKING:
    from course.classroom.cycle.folder import Folder

__all__ = ["Line", "Marks", "marks_of", "refused", "refused_file", "roll"]


@dataclass(frozen=True)
class Marks:
    """What the gradebook holds of a submission. print: stands for all of it, comments and lateness
    too; late: hours; waiting: the tasks without a mark by a person.
    """

    print: str
    points: float
    late: float
    waiting: frozenset[str]


@dataclass(frozen=True)
class Line:
    """One student. came: when the work was handed in, or None; points: None if there is no whole
    mark; remark: what is to be known besides; is_refused: did something come that was not taken?
    is_other: was another sheet answered, so that no mark can be given?
    """

    student: str
    came: datetime | None
    late: float
    points: float | None
    most: float
    remark: str
    is_refused: bool
    is_other: bool = False

    @property
    def is_absent(self) -> bool:
        """Is nothing of this student's here?"""
        return self.came is None


def refused_file(folder: "Folder", name: str) -> Path:
    """The file {student: why} of the hand-ins that the last `collect` did not take."""
    return folder.path / "collected" / f"{name}-refused.json"


def refused(folder: "Folder", name: str) -> dict[str, str]:
    """{student: why} as the last `collect` left it."""
    with suppress(CourseError):
        held = kept_in(refused_file(folder, name))
        return {str(student): str(why) for student, why in held.items()}
    return {}


def marks_of(folder: "Folder", name: str) -> tuple[dict[str, Marks], set[str]]:
    """({student: Marks}, all students of the gradebook); empty before the first release, and
    without nbgrader.
    """
    found: dict[str, Marks] = {}
    if not (folder.path / "gradebook.db").is_file():
        return found, set()
    with suppress(CourseError), gradebook.opened(folder) as book:
        from nbgrader.api import MissingEntry

        everybody = {str(student.id) for student in book.students}
        with suppress(MissingEntry):
            for one in book.assignment_submissions(name):
                found[str(one.student.id)] = _marks(folder, name, one)
        return found, everybody
    return found, set()


def _marks(folder: "Folder", name: str, one: Any) -> Marks:
    tasks = {task["id"] for task in folder.assignment(name).tasks}
    grades = [grade for notebook in one.notebooks for grade in notebook.grades]
    comments = [comment for notebook in one.notebooks for comment in notebook.comments]
    held = [
        sorted((grade.cell.name, grade.auto_score, grade.manual_score) for grade in grades),
        sorted((said.cell.name, said.comment or "") for said in comments),
        one.total_seconds_late,
        one.late_submission_penalty,
    ]
    waiting = frozenset(
        grade.cell.name
        for grade in grades
        if grade.cell.name in tasks and grade.manual_score is None
    )
    return Marks(
        hashlib.sha256(repr(held).encode()).hexdigest()[:16],
        one.score - (one.late_submission_penalty or 0),
        one.total_seconds_late / 3600,
        waiting,
    )


def _answered_another(folder: "Folder", name: str, came: Mapping[str, Path]) -> set[str]:
    """Who answered another sheet than the released one, of those whose marks are not fresh."""
    with suppress(CourseError):  # nothing is released, of which the steps tell
        released = Released(folder, name)
        return {
            student
            for student, place in came.items()
            if folder.is_stale(student, name) and released.moved(place / "items.json")
        }
    return set()


def roll(
    folder: "Folder", name: str, known: tuple[dict[str, Marks], set[str]] | None = None
) -> list[Line]:
    """A Line for each student, in the order of their names. known: what `marks_of` gave."""
    assignment, came = folder.assignment(name), folder.students("submitted", name)
    (marks, everybody), not_taken = known or marks_of(folder, name), refused(folder, name)
    elsewhere = {
        path.parent.name
        for path in (folder.path / "submitted").glob("*/*")
        if path.is_dir() and not folder.fault(path)
    }
    other_sheets = _answered_another(folder, name, came)
    lines: list[Line] = []
    here = sorted(everybody | elsewhere | came.keys() | not_taken.keys())
    for student in sorted(here, key=str.casefold):
        said, held, points, is_empty = list[str](), marks.get(student), None, False
        if student in not_taken:
            said.append(say("class.was_refused", why=not_taken[student]))
        elif student not in came:
            said.append(say("class.was_absent"))
        elif student in other_sheets:
            said.append(say("class.was_other"))
        elif is_empty := handed.is_without_answers(came[student]):
            said.append(say("class.was_empty", most=assignment.most))
        elif not folder.waits(student, name) and (
            is_empty := handed.holds_no_answer(folder.place("sheets", student, name))
        ):
            said.append(say("class.was_unread", most=assignment.most))
        if held and student in came and not folder.is_stale(student, name):
            nothing = [task["id"] for task in unwritten(folder, assignment, student)]
            if not is_empty:
                said += [say("feedback.wrote_nothing", most=assignment.points(t)) for t in nothing]
            points = None if held.waiting.difference(nothing) else held.points
        lines.append(
            Line(
                student=student,
                came=handed.when(came[student]).astimezone() if student in came else None,
                late=held.late if held and student in came else 0.0,
                points=points,
                most=assignment.most,
                remark="; ".join(said),
                is_refused=student in not_taken,
                is_other=student in other_sheets,
            )
        )
    return lines

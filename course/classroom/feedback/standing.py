"""What nbgrader's gradebook says of one submission, mark by mark."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from course.classroom.cycle import ways
from course.errors import CourseError

__all__ = ["Entry", "Standing", "of", "plain"]

_ESCAPED = re.compile(r"\\([\\`*_\[\]!#|~])|&(amp|lt);|&#(\d{1,3});")
_SIGNS = {"amp": "&", "lt": "<"}


@dataclass(frozen=True)
class Entry:
    """One mark. score: what counts; by_key, by_person: what each of them gave, or None; comment: a
    person's words as the gradebook holds them.
    """

    score: float
    by_key: float | None
    by_person: float | None
    comment: str


@dataclass(frozen=True)
class Standing:
    """entries: {item: Entry}; late: hours; penalty: points that are taken off for them."""

    entries: Mapping[str, Entry]
    late: float
    penalty: float


def of(book: Any, name: str, student: str) -> Standing:
    """The Standing of a student's submission of the assignment `name`. Raises CourseError if the
    open gradebook (nbgrader's) has none.
    """
    from nbgrader.api import MissingEntry

    try:
        sheet = book.find_submission_notebook(name, name, student)
    except MissingEntry:
        raise CourseError(
            f"the gradebook has no marks; {ways.again(name)}, then {ways.to('feedback', name)}."
        ) from None
    comments = {one.cell_id: one.comment or "" for one in sheet.comments}
    entries = {
        grade.name: Entry(
            grade.score, grade.auto_score, grade.manual_score, comments.get(grade.cell_id, "")
        )
        for grade in sheet.grades
    }
    late = sheet.assignment.total_seconds_late / 3600
    return Standing(entries, late, sheet.late_submission_penalty or 0.0)


def plain(comment: str) -> str:
    """A comment as it was typed: what cycle/comments.py wrote so that Markdown shows it as it is,
    read back. One that was written elsewhere stays as it is.
    """

    def sign(found: re.Match[str]) -> str:
        mark, named, number = found.groups()
        return mark or _SIGNS.get(named, "") or chr(int(number))

    return _ESCAPED.sub(sign, comment)

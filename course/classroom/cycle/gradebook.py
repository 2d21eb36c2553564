"""What nbgrader's gradebook holds of a person's marking:
a grade and a comment for each task of each student.
"""

from typing import TYPE_CHECKING, Protocol, cast

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

__all__ = ["by_hand"]


class Grade(Protocol):
    """Points by a person, or that they are still to come."""

    manual_score: float | None
    needs_manual_grade: bool


class Comment(Protocol):
    """What a person says to an answer."""

    manual_comment: str | None


def by_hand(book: "Gradebook", name: str, task: str, student: str) -> tuple[Grade, Comment]:
    """A student's grade and comment for a task of the assignment `name`, to read and to change.

    Raises nbgrader's MissingEntry if there is none.
    """
    # nbgrader names the types of the table's columns; what is read from a row and put into it are
    # their values.
    grade = cast("Grade", book.find_grade(task, name, name, student))
    return grade, cast("Comment", book.find_comment(task, name, name, student))

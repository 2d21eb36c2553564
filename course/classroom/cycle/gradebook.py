"""nbgrader's gradebook: opened, and what it holds of a person's marking: a grade and a comment for
each task of each student.
"""

import os
import sys
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, cast

from course.errors import CourseError

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

    from course.classroom.cycle.folder import Folder

__all__ = ["by_hand", "find_scripts", "not_installed", "opened"]


class Grade(Protocol):
    """Points by a person, or that they are still to come."""

    manual_score: float | None
    needs_manual_grade: bool


class Comment(Protocol):
    """What a person says to an answer."""

    manual_comment: str | None


def not_installed() -> CourseError:
    """The sentence for a machine without the classroom tools."""
    return CourseError(
        "nbgrader is not installed; install the classroom tools with: pip install "
        "'steel-frame[classroom]'."
    )


def find_scripts() -> None:
    """Let nbgrader find alembic, which it calls by its bare name: only an activated environment
    does.
    """
    places = os.environ.get("PATH", "").split(os.pathsep)
    scripts = str(Path(sys.executable).parent)
    if scripts not in places:
        os.environ["PATH"] = os.pathsep.join([scripts, *places])


@contextmanager
def opened(folder: "Folder") -> Iterator["Gradebook"]:
    """The gradebook of a class folder, closed at the end. Raises CourseError without nbgrader."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # nbgrader's to its database library
        try:
            from nbgrader.api import Gradebook
        except ImportError:
            raise not_installed() from None
        find_scripts()  # who opens it first makes it
        with Gradebook(folder.database, folder.course) as book:
            yield book


def by_hand(book: "Gradebook", name: str, task: str, student: str) -> tuple[Grade, Comment]:
    """A student's grade and comment for a task of the assignment `name`, to read and to change.

    Raises nbgrader's MissingEntry if there is none.
    """
    # nbgrader names the types of the table's columns; what is read from a row and put into it are
    # their values.
    grade = cast("Grade", book.find_grade(task, name, name, student))
    return grade, cast("Comment", book.find_comment(task, name, name, student))

"""The works that the text cites: what it prints, what is right,
and which of them may be cited on.
"""

from functools import cache

from course.errors import CourseError, unknown
from course.record import data

__all__ = ["cite", "endnote", "reference", "references"]


@cache
def references() -> dict[str, dict[str, str]]:
    """{key: dict with key, cited_as, status, printed, remark}. Read it; do not change it."""
    return {row["key"]: row for row in data.rows("references-printed")}


def reference(key: str) -> dict[str, str]:
    """One work as a dict. Raises CourseError, naming the nearest, for an unknown key."""
    if key not in references():
        raise unknown("work", key, references())
    return dict(references()[key])


def cite(key: str) -> str:
    """The line by which the course cites a work. Raises
    CourseError if the work could not be established.
    """
    work = reference(key)
    if work["status"] in {"uncertain", "not a source"}:
        raise CourseError(
            f"The work {key!r} is {work['status']}, so the course does not cite it; say that "
            "it could not be found."
        )
    return work["cited_as"]


@cache
def _endnotes() -> dict[int, dict[str, str]]:
    return {int(row["endnote"]): row for row in data.rows("endnotes")}


def endnote(number: int) -> dict[str, str]:
    """Endnote 1-57 as a dict: reference, form, claims, printed, flag.
    Raises CourseError for another number.
    """
    if number not in _endnotes():
        raise CourseError(f"The text has endnotes 1 to {len(_endnotes())}; there is no {number!r}.")
    return dict(_endnotes()[number])

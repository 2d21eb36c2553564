"""The ten skills that the text asks of an official,
each with its claims and a way to practise it.
"""

from typing import overload

from course.errors import unknown
from course.record import data

__all__ = ["skills"]


@overload
def skills() -> dict[str, dict[str, str]]: ...
@overload
def skills(name: str) -> dict[str, str]: ...
def skills(name: str | None = None) -> dict[str, dict[str, str]] | dict[str, str]:
    """All ten as {word: dict with id, name, skill, practice, claims},
    or one of them by its word.
    """
    found = {row["name"]: row for row in data.rows("skills")}
    if name is None:
        return found
    if name not in found:
        raise unknown("skill", name, found)
    return found[name]

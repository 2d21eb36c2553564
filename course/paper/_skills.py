"""The ten skills that the text asks of an official, each with its claims and a way to practise it."""

from course.errors import unknown
from course.record import data

__all__ = ["skills"]


def skills(name=None):
    """All ten as {word: dict with id, name, skill, practice, claims}, or one of them by its word."""
    found = {row["name"]: row for row in data.rows("skills")}
    if name is None:
        return found
    if name not in found:
        raise unknown("skill", name, found)
    return found[name]

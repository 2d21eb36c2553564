"""The field around the paper: the works that chapters cite beside it,
and twelve thinkers, each a card.
"""

from functools import cache

from course.record import data

__all__ = ["thinkers", "works"]


@cache
def works() -> dict[str, dict[str, str]]:
    """Every work of the field: {key: dict with key, cited_as, seen}. Read it; do not change it."""
    return {row["key"]: row for row in data.rows("works")}


@cache
def thinkers() -> dict[str, dict[str, str]]:
    """The twelve: {id: dict with name, idea, objection, pakistan, works}. Read it;
    do not change it.
    """
    return {row["id"]: row for row in data.rows("thinkers")}

"""The field around the paper: the works that chapters cite beside it, twelve thinkers, and where a
lever was tried.
"""

from functools import cache
from typing import TypedDict

from course.record import data

__all__ = ["Tried", "short", "thinkers", "tried", "works"]


class Tried(TypedDict):
    """One place in Pakistan where a lever of reform was tried: what was found,
    and by which works.
    """

    found: str
    works: str


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


def short(cited: str) -> str:
    """A work by its authors and year: what stands before its title."""
    return (
        cited.split(").", maxsplit=1)[0] + ")" if ")." in cited else cited.split(",", maxsplit=1)[0]
    )


@cache
def tried() -> dict[str, Tried]:
    """{lever: where Pakistan tried it}, for each lever of the reform designer. Read it; do not
    change it.
    """
    return {
        row["lever"]: {
            "found": row["found"],
            "works": "; ".join(short(works()[key]["cited_as"]) for key in row["works"].split(";")),
        }
        for row in data.rows("tried")
    }

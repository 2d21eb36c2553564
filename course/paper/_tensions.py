"""Tensions: what a lever of reform brings with it, in which sector,
and whether the text says so or the course does.
"""

from functools import cache
from typing import TypedDict, cast

from course.errors import unknown
from course.record import data

__all__ = ["SECTORS", "Tension", "levers", "tension", "tensions"]

SECTORS = ("security", "justice", "health", "schooling", "municipal", "tax")


class Tension(TypedDict):
    """What a lever brings with it, in the columns of its table.

    sectors is {sector: (bites, weak or silent; stated or editorial)}, empty for the text's own
    inconsistencies (II).
    """

    id: str
    lever: str
    kind: str
    trigger: str
    consequence: str
    dimension: str
    direction: str
    paradigms: str
    bites_when: str
    mitigation: str
    claims: tuple[str, ...]
    basis: str
    by_sector: str
    sectors: dict[str, tuple[str, str]]


@cache
def levers() -> dict[str, str]:
    """{lever: its name}, in the order of the text."""
    return {row["lever"]: row["name"] for row in data.rows("levers")}


@cache
def _all() -> dict[str, Tension]:
    found: dict[str, Tension] = {}
    for row in data.rows("tensions"):
        claims = tuple(filter(None, row["claims"].split(";")))
        # The columns are those of the passport, which a test compares with the fields.
        found[row["id"]] = cast("Tension", {**row, "claims": claims, "sectors": {}})
    for row in data.rows("tension-sectors"):
        found[row["tension"]]["sectors"][row["sector"]] = (row["force"], row["basis"])
    return found


def tension(tension_id: str) -> Tension:
    """One tension. Raises CourseError, naming the nearest, for an unknown id."""
    if tension_id not in _all():
        raise unknown("tension", tension_id, _all())
    return _all()[tension_id].copy()


def tensions(
    *, lever: str | None = None, sector: str | None = None, claim: str | None = None
) -> list[str]:
    """Ids of tensions: those of a lever, those that bite in a sector,
    those that rest on a claim; all if none is named.
    """
    if lever is not None and lever not in levers():
        raise unknown("lever", lever, levers())
    if sector is not None and sector not in SECTORS:
        raise unknown("sector", sector, SECTORS)
    return [
        key
        for key, row in _all().items()
        if lever in (None, row["lever"])
        and (claim is None or claim in row["claims"])
        and (sector is None or row["sectors"].get(sector, ("silent",))[0] == "bites")
    ]

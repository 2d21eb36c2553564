"""Tensions: what a lever of reform brings with it, in which sector, and whether the text says so or the course does."""

from functools import cache

from course.errors import unknown
from course.record import data

__all__ = ["SECTORS", "levers", "tension", "tensions"]

SECTORS = ("security", "justice", "health", "schooling", "municipal", "tax")


@cache
def levers():
    """{lever: its name}, in the order of the text."""
    return {row["lever"]: row["name"] for row in data.rows("levers")}


@cache
def _all():
    found = {}
    for row in data.rows("tensions"):
        found[row["id"]] = {**row, "claims": tuple(filter(None, row["claims"].split(";"))), "sectors": {}}
    for row in data.rows("tension-sectors"):
        found[row["tension"]]["sectors"][row["sector"]] = (row["force"], row["basis"])
    return found


def tension(tension_id):
    """One tension: id, lever, kind, trigger, consequence, dimension, claims, basis, by_sector, sectors and more.

    sectors is {sector: (bites, weak or silent; stated or editorial)}, empty for the text's own inconsistencies (II).
    Raises CourseError for an unknown id.
    """
    if tension_id not in _all():
        raise unknown("tension", tension_id, _all())
    return {**_all()[tension_id]}


def tensions(*, lever=None, sector=None, claim=None):
    """Ids of tensions: those of a lever, those that bite in a sector, those that rest on a claim; all if none is named."""
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

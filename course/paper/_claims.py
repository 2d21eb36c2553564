"""The claims of the paper, each with an id, in the course's own words."""

from functools import cache

from course.errors import unknown
from course.record import data

__all__ = ["PARADIGMS", "all_claims", "claim", "claims"]

PARADIGMS = ("classic", "npm", "governance", "pakistan", "cross")


@cache
def all_claims() -> dict[str, dict[str, str]]:
    """Every claim, in the order of the paper: {id: dict}, as `claim` gives one. Read it;
    do not change it.
    """
    return {row["id"]: row for row in data.rows("claims")}


def _values(column: str) -> set[str]:
    return {row[column] for row in all_claims().values()}


def claims(
    *, dimension: str | None = None, paradigm: str | None = None, endnote: int | None = None
) -> list[str]:
    """Claim ids in the order of the paper; those of a dimension, a paradigm or an endnote (1-57) if
    one is named.

    Raises CourseError, naming the nearest, for a dimension or paradigm that no claim has.
    """
    for name, wanted in (("dimension", dimension), ("paradigm", paradigm)):
        if wanted is not None and wanted not in _values(name):
            raise unknown(name, wanted, _values(name))
    return [
        key
        for key, row in all_claims().items()
        if dimension in (None, row["dimension"])
        and paradigm in (None, row["paradigm"])
        and (endnote is None or str(endnote) in row["endnotes"].split(";"))
    ]


def claim(claim_id: str) -> dict[str, str]:
    """One claim as a dict: id, section, paraphrase, kind, paradigm, dimension, endnotes, actors,
    testable, how_to_test.

    Raises CourseError, naming the nearest ids, if there is none.
    """
    try:
        return dict(all_claims()[claim_id])
    except KeyError:
        raise unknown("claim", claim_id, all_claims()) from None

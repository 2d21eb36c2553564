"""The comparison: fifteen dimensions, three paradigms and Pakistan today;
where the text is silent, it stays silent.
"""

from dataclasses import dataclass
from functools import cache

from course.errors import unknown
from course.paper._case import Case
from course.record import data

__all__ = ["COLUMNS", "Cell", "cell", "dimensions", "matrix"]

COLUMNS = {
    "classic": "Classic government",
    "npm": "New Public Management",
    "governance": "Governance",
    "pakistan": "Pakistan today",
}


@dataclass(frozen=True)
class Cell:
    """What the text says on one dimension of one paradigm: words, the claims they rest on, and how
    firmly.

    standing is stated, inferred (put together from scattered remarks) or silent (then says and
    claims are empty); a cell of a case of one's own is `case` and names its source in place of
    claims.
    """

    says: str
    claims: tuple[str, ...]
    standing: str
    source: str = ""


@cache
def dimensions() -> dict[str, dict[str, str]]:
    """{dimension: dict with comparable (full, partial, pakistan only) and note},
    in teaching order.
    """
    return {row["dimension"]: row for row in data.rows("dimensions")}


@cache
def _cells() -> dict[tuple[str, str], Cell]:
    return {
        (row["dimension"], row["paradigm"]): Cell(
            row["says"], tuple(filter(None, row["claims"].split(";"))), row["standing"]
        )
        for row in data.rows("matrix")
    }


def cell(dimension: str, column: str) -> Cell:
    """One Cell. Raises CourseError, naming the nearest, for an unknown dimension or column."""
    if dimension not in dimensions():
        raise unknown("dimension", dimension, dimensions())
    if column not in COLUMNS:
        raise unknown("column of the matrix", column, COLUMNS)
    return _cells()[dimension, column]


def matrix(case: Case | None = None) -> dict[str, dict[str, Cell]]:
    """{dimension: {column: Cell}}; with a case (course.evidence.cases.load) its column follows,
    under the name of the case.
    """
    table = {d: {c: cell(d, c) for c in COLUMNS} for d in dimensions()}
    if case:
        for dimension, row in table.items():
            found = case.matrix.get(dimension)
            row[case.name] = (
                Cell(found[0], (), "case", found[1]) if found else Cell("", (), "silent")
            )
    return table

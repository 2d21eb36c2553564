"""The comparison: dimensions by paradigms and Pakistan;
each cell opens on the claims and tensions behind it.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import NotRequired, TypedDict

from course import paper as article
from course.errors import unknown
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Paper, Row, Said, Section, Table
from course.interface.words import said_of, say

__all__ = ["matrix", "paper"]

_STANDINGS = {
    "stated": "matrix.stated",
    "inferred": "matrix.inferred_from",
    "silent": "matrix.silent",
    "case": "matrix.case",
    "nothing": "matrix.nothing",
}
_COMPARABLE = {
    "full": "matrix.comparable",
    "partial": "matrix.comparable_in_part",
    "pakistan only": "matrix.pakistan_only",
}
_BASES = {
    "stated": "matrix.basis_stated",
    "inferred": "matrix.basis_inferred",
    "editorial": "matrix.basis_editorial",
}


class Cell(TypedDict):
    """What is said on a dimension of one column: in which standing, on which claims,
    against which tensions.
    """

    says: str
    standing: str
    claims: list[str]
    tensions: list[str]
    source: NotRequired[str]


class Dimension(TypedDict):
    """A row: may its columns be compared, and a cell for each."""

    dimension: str
    comparable: str
    note: str
    cells: list[Cell]


class Content(TypedDict):
    """The rows asked for, with the claims (words, section) and tensions (trigger,
    consequence, basis) that they name.
    """

    columns: list[str]
    rows: list[Dimension]
    claims: dict[str, tuple[str, str]]
    tensions: dict[str, tuple[str, str, str]]
    standings: dict[str, str]
    comparable: dict[str, str]
    bases: dict[str, str]


def _tensions(dimension: str, claims: Iterable[str]) -> list[str]:
    """Ids of the tensions of a dimension that rest on one of these claims."""
    found = {key: article.tension(key) for key in article.tensions()}
    return [
        key
        for key, row in found.items()
        if row["dimension"] == dimension and set(row["claims"]) & set(claims)
    ]


def _standing(column: str, cell: article.Cell) -> str:
    """A key of _STANDINGS: silence of a case is not the text's."""
    return (
        "nothing" if cell.standing == "silent" and column not in article.COLUMNS else cell.standing
    )


def _cell(dimension: str, column: str, cell: article.Cell) -> Cell:
    shown: Cell = {
        "says": cell.says,
        "standing": _standing(column, cell),
        "claims": list(cell.claims),
        "tensions": _tensions(dimension, cell.claims),
    }
    if cell.source:
        shown["source"] = cell.source
    return shown


def _row(dimension: str, cells: Mapping[str, article.Cell]) -> Dimension:
    about = article.dimensions()[dimension]
    return {
        "dimension": dimension,
        "comparable": about["comparable"],
        "note": about["note"],
        "cells": [_cell(dimension, column, cell) for column, cell in cells.items()],
    }


def _load(dimensions: Iterable[str], case: article.Case | None) -> Content:
    table = article.matrix(case)
    rows = [_row(name, table[name]) for name in dimensions]
    cells = [cell for row in rows for cell in row["cells"]]
    claims = article.all_claims()
    tensions = {key: article.tension(key) for cell in cells for key in cell["tensions"]}
    return {
        "columns": [*article.COLUMNS.values(), *([case.name] if case else [])],
        "rows": rows,
        "claims": {
            key: (claims[key]["paraphrase"], claims[key]["section"])
            for cell in cells
            for key in cell["claims"]
        },
        "tensions": {
            key: (t["trigger"], t["consequence"], t["basis"]) for key, t in tensions.items()
        },
        "standings": said_of(_STANDINGS),
        "comparable": said_of(_COMPARABLE),
        "bases": said_of(_BASES),
    }


def matrix(dimensions: Sequence[str] = (), case: article.Case | None = None) -> Interactive:
    """The paradigms and Pakistan on the dimensions named, in that order; on all fifteen if none is.

    case: a loaded case (course.evidence.cases.load), whose column then stands beside. Raises
    CourseError, naming the nearest, for an unknown dimension.
    """
    asked = tuple(dict.fromkeys(dimensions))
    for name in asked:
        if name not in article.dimensions():
            raise unknown("dimension", name, article.dimensions())
    shown = asked or tuple(article.dimensions())
    name = " ".join([*(asked or ["all"]), *([case.name] if case else [])])
    return made("matrix", name, _load(shown, case))


def _said(cell: Cell) -> Said:
    """Its words, how firmly the text says them, and what they rest on."""
    standing = say(_STANDINGS[cell["standing"]])
    if not cell["says"]:
        return Said(aside=standing)
    aside = "" if cell["standing"] == "stated" else standing
    rests = ", ".join(cell["claims"]) or cell.get("source", "")
    return Said(f"{cell['says'].removesuffix('.')}.", aside=aside, quiet=rests)


def _section(columns: list[str], row: Dimension) -> Section:
    """A dimension: a paradigm a line, so that a phone can show it."""
    cells = zip(columns, row["cells"], strict=True)
    lines = tuple(Row((_said(cell),), head=name) for name, cell in cells)
    note = f"{say(_COMPARABLE[row['comparable']])}. {row['note']}"
    return Section(row["dimension"].capitalize(), note, (Table((), lines),))


def paper(content: Content) -> Paper:
    """A section a dimension."""
    sections = tuple(_section(content["columns"], row) for row in content["rows"])
    return Paper(sections, say("paper.matrix_live"))

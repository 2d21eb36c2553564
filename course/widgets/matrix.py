"""The comparison: dimensions by paradigms and Pakistan; each cell opens on the claims and tensions behind it."""

import gzip
import json
from html import escape

import anywidget
import traitlets

from course import paper
from course.errors import unknown
from course.widgets import text
from course.widgets.mime import bundle

__all__ = ["Matrix"]

_STANDINGS = {
    "stated": "Stated by the text.",
    "inferred": "Inferred: put together from scattered remarks.",
    "silent": "The text is silent.",
    "case": "From the case, not from the text.",
    "nothing": "The case says nothing here.",
}
_COMPARABLE = {
    "full": "The three paradigms can be compared",
    "partial": "The three paradigms can be compared in part",
    "pakistan only": "The text speaks of Pakistan only",
}
_BASES = {
    "stated": "the text states it",
    "inferred": "inferred from the text",
    "editorial": "the course's own reading",
}


def _tensions(dimension, claims):
    """Ids of the tensions of a dimension that rest on one of these claims."""
    found = {key: paper.tension(key) for key in paper.tensions()}
    return [
        key
        for key, row in found.items()
        if row["dimension"] == dimension and set(row["claims"]) & set(claims)
    ]


def _standing(column, cell):
    """A key of _STANDINGS: silence of a case is not the text's."""
    return "nothing" if cell.standing == "silent" and column not in paper.COLUMNS else cell.standing


def _row(dimension, cells):
    about = paper.dimensions()[dimension]
    return {
        "dimension": dimension,
        "comparable": about["comparable"],
        "note": about["note"],
        "cells": [
            {
                "says": cell.says,
                "standing": _standing(column, cell),
                "claims": list(cell.claims),
                "tensions": _tensions(dimension, cell.claims),
                **({"source": cell.source} if cell.source else {}),
            }
            for column, cell in cells.items()
        ],
    }


def _load(dimensions, case):
    """What the page holds: the rows asked for, and the claims and tensions that they name."""
    table = paper.matrix(case)
    rows = [_row(name, table[name]) for name in dimensions]
    cells = [cell for row in rows for cell in row["cells"]]
    claims = paper.all_claims()
    tensions = {key: paper.tension(key) for cell in cells for key in cell["tensions"]}
    return {
        "columns": [*paper.COLUMNS.values(), *([case.name] if case else [])],
        "rows": rows,
        "claims": {
            key: [claims[key]["paraphrase"], claims[key]["section"]]
            for cell in cells
            for key in cell["claims"]
        },
        "tensions": {key: [t["trigger"], t["consequence"], t["basis"]] for key, t in tensions.items()},
        "standings": _STANDINGS,
        "comparable": _COMPARABLE,
        "bases": _BASES,
    }


def _said(cell):
    """A cell of the twin: its words, how firmly the text says them, and what they rest on."""
    if not cell["says"]:
        return f"<em>{escape(_STANDINGS[cell['standing']])}</em>"
    told = "" if cell["standing"] == "stated" else f" <em>{escape(_STANDINGS[cell['standing']])}</em>"
    rests = ", ".join(cell["claims"]) or cell.get("source", "")
    return f"{escape(cell['says'].removesuffix('.'))}.{told} <small>{escape(rests)}</small>"


def _twin(load):
    """The comparison without a script: a section a dimension, a paradigm a line, so that a phone can show it."""
    sections = []
    for row in load["rows"]:
        lines = "".join(
            f"<tr><th scope='row'>{escape(name)}</th><td>{_said(cell)}</td></tr>"
            for name, cell in zip(load["columns"], row["cells"], strict=True)
        )
        note = f"{_COMPARABLE[row['comparable']]}. {row['note']}"
        sections.append(
            f"<section><p><strong>{escape(row['dimension'].capitalize())}</strong><br>{escape(note)}</p>"
            f"<table><tbody>{lines}</tbody></table></section>"
        )
    return (
        "".join(sections)
        + "<p><em>To open a cell on its claims, choose Run, then Run All Cells, in the menu above.</em></p>"
    )


class Matrix(anywidget.AnyWidget):
    """Compares the paradigms and Pakistan on the dimensions named, in that order; on all fifteen if none is.

    case is a loaded case (course.cases.load), whose column then stands beside. Raises CourseError, naming the nearest,
    for an unknown dimension.
    """

    _esm = text.module("matrix")
    _css = text.style("matrix")

    payload = traitlets.Bytes(help="Rows, claims and tensions, gzipped JSON.").tag(sync=True)

    def __init__(self, dimensions=(), case=None):
        self._asked = tuple(dict.fromkeys(dimensions))
        for name in self._asked:
            if name not in paper.dimensions():
                raise unknown("dimension", name, paper.dimensions())
        self._case = case
        self._held = _load(self._asked or tuple(paper.dimensions()), case)
        told = json.dumps(self._held, ensure_ascii=False, separators=(",", ":"))
        super().__init__(payload=gzip.compress(told.encode(), 9, mtime=0))

    def __repr__(self):
        parts = [repr(name) for name in self._asked] + ([f"case={self._case.name!r}"] if self._case else [])
        return f"Matrix({', '.join(parts)})"

    def _repr_mimebundle_(self, **_):
        twin = {"matrix": [row["dimension"] for row in self._held["rows"]], "columns": self._held["columns"]}
        return bundle(self, html=_twin(self._held), twin=twin)

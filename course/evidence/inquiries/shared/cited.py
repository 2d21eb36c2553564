"""Figures of other bodies that may be cited but not handed on as tables: each as words,
with its source.
"""

from collections.abc import Callable
from dataclasses import dataclass

from course.record import data

__all__ = ["Cited", "said"]


@dataclass(frozen=True)
class Cited:
    """A figure of another body; se is its standard error, None where none was published."""

    source: str
    iso3: str
    year: int
    measure: str
    value: float
    se: float | None
    scale: str


def said(source: str, country: str, words: Callable[[Cited], str]) -> str:
    """A sentence with all that a source, whose name begins so, has of a country: words(row) for
    each Cited.

    A scale that they share is told once. An empty sentence where there is nothing.
    """
    rows = [
        Cited(
            source=row["source"],
            iso3=row["iso3"],
            year=int(row["year"]),
            measure=row["measure"],
            value=float(row["value"]),
            se=float(row["se"]) if row["se"] else None,
            scale=row["scale"],
        )
        for row in data.rows("cited-figures")
        if row["iso3"] == country and row["source"].startswith(source)
    ]
    if not rows:
        return ""
    scales = {row.scale for row in rows}
    scale = f", on a scale of {scales.pop()}" if len(scales) == 1 else ""
    return f"Cited, from {rows[0].source}: {'; '.join(map(words, rows))}{scale}."

"""Growth without precedent: was the largest rise of civil society from 1999 to 2008 larger than
every earlier one?
"""

from collections.abc import Callable, Mapping
from typing import TypeAlias

from course.errors import CourseError
from course.evidence import errors
from course.evidence.as_read._asked import asked
from course.evidence.contrast import Contrast
from course.evidence.inquiry import Inquiry
from course.evidence.result import Result, found
from course.evidence.series import Point, Series, Span, from_table

__all__ = ["ASKED"]

_Rise: TypeAlias = tuple[Point, Point]

# measure -> table, column, and the smallest step that is read, as civil society's card has them
_MEASURES = {
    "participation": ("vdem-v12", "civil_society_participation", 0.1),
    "involvement": ("vdem-v12", "civil_society_involvement", 0.5),
    "index": ("vdem-v15-indices", "participatory", 0.1),
}
_NOW = (1999, 2008)


def _largest(series: Series, width: int, years: Span) -> _Rise:
    """The largest rise over `width` years that lies within the years (first, last)."""
    at = {point.year: point for point in series.points}
    rises = [
        (point, at[point.year + width])
        for point in series.points
        if years[0] <= point.year and point.year + width <= years[1] and point.year + width in at
    ]
    if not rises:
        raise CourseError(f"No {width} years lie within {years[0]} to {years[1]} on this record.")
    return max(rises, key=lambda rise: rise[1].value - rise[0].value)


def _compare(measured: str, width: int) -> Result:
    table, column, step = _MEASURES[measured]
    series = from_table(table, column, "PAK")
    now = _largest(series, width, _NOW)
    before = _largest(series, width, (series.years[0], _NOW[0] - 1))
    terms = [(now[1], 1), (now[0], -1), (before[1], -1), (before[0], 1)]
    weights: dict[int, float] = {}
    for point, sign in terms:
        weights[point.year] = weights.get(point.year, 0.0) + sign / step
    halves: dict[str, float] = {}
    if all(point.se is not None for point, _ in terms):
        # Each of the four years is set against the others.
        apart = [errors.Term(s / step, p.error, p.year, at) for at, (p, s) in enumerate(terms)]
        halves = errors.halves(apart)
    return found(
        sum(sign * point.value for point, sign in terms) / step,
        errors.widest(halves) if halves else None,
        n=len(weights),
        years=(before[0].year, before[1].year, now[0].year, now[1].year),
        source=series.source,
        provisional=series.provisional,
        otherwise=halves,
        contrast=Contrast(series, weights),
    )


def _without_precedent() -> Inquiry:
    return asked(
        "without-precedent",
        ("vdem-v12", "vdem-v15-indices"),
        subjects={
            "measured": {
                "participation": "participation in civil society",
                "involvement": "involvement in civil society",
                "index": "index of participation",
            }
        },
        choices={
            "width": {9: "over nine years, as from 1999 to 2008", 5: "over five years"},
        },
        compare=_compare,
        expects=1,
        floor=1,
        intervals=True,
        unit="times the smallest step that we read",
    )


ASKED: Mapping[str, Callable[[], Inquiry]] = {"without-precedent": _without_precedent}

"""Did a figure rise or fall between two years? Its difference,
with the interval that both errors give it.
"""

from dataclasses import replace
from typing import Literal, TypeAlias

from course.errors import CourseError
from course.evidence import periods
from course.evidence.result import Result, judge
from course.evidence.series import Point, Series

__all__ = ["Claim", "difference"]

Claim: TypeAlias = Literal["rose", "fell"]

_RULE = (
    "The 95 % interval of the difference, both errors taken as independent, must lie on one side "
    "of zero."
)
_NO_RULE = "Without an interval no difference between two years is read as a rise or a fall."


def _at(series: Series, year: int) -> Point:
    for point in series.points:
        if point.year == year:
            return point
    years = f"{series.points[0].year} to {series.points[-1].year}"
    raise CourseError(f"The series has no figure for {year}; it runs from {years}.")


def difference(
    series: Series, claim: Claim, first: int | None = None, last: int | None = None
) -> Result:
    """Result for the claim that a series `rose` or `fell` from year `first` to `last` (its own
    ends, unless told).

    The estimate is last minus first, in the series' unit; its interval is at 95 %, or None where
    the series has no errors, and then the verdict is always *leaves open*. Raises ValueError for
    another claim, CourseError for a year that the series does not have.
    """
    if claim not in {"rose", "fell"}:
        raise ValueError(f"A claim is 'rose' or 'fell'; {claim!r} is neither.")
    a = _at(series, series.points[0].year if first is None else first)
    b = _at(series, series.points[-1].year if last is None else last)
    result = periods.change(series, (a.year, a.year), (b.year, b.year))
    verdict = judge([result], expects=1 if claim == "rose" else -1)
    if result.interval is None:
        rule = _NO_RULE
        reason = (
            f"The figure went from {a.value:.2f} to {b.value:.2f}, and no interval says how far to "
            "trust that"
        )
    else:
        rule, (low, high) = _RULE, result.interval
        reason = (
            f"From {a.year} to {b.year} the figure changed by {result.estimate:.2f}, 95 % interval "
            f"{low:.2f} to {high:.2f}"
        )
    return replace(result, years=(a.year, b.year), rule=rule, verdict=verdict, reason=reason)

"""Means over years, and the difference between two of them: what a period was like,
and what changed after it.
"""

from dataclasses import dataclass, replace
from math import fsum

from course.errors import CourseError
from course.evidence import errors
from course.evidence.contrast import Contrast
from course.evidence.result import Result, found
from course.evidence.series import Point, Series, Span

__all__ = ["Mean", "around", "change", "level", "mean"]


@dataclass(frozen=True)
class Mean:
    """The mean of a series over `n` of the years from first to last, in its unit; se is None where
    a year has none.

    It is that of years which share one error: the widest.
    """

    value: float
    se: float | None
    n: int
    first: int
    last: int

    @property
    def error(self) -> float:
        """The standard error of a mean that has one; raises ValueError for one that has none."""
        if self.se is None:
            raise ValueError(f"The mean of {self.first} to {self.last} has no standard error.")
        return self.se


def around(turn: int, window: int) -> tuple[Span, Span]:
    """The `window` years before the year `turn`, and as many from it on: ((first, last),
    (first, last)).
    """
    return (turn - window, turn - 1), (turn, turn + window - 1)


def _points(series: Series, first: int, last: int) -> tuple[Point, ...]:
    points = series.of(range(first, last + 1))
    if not points:
        raise CourseError(
            f"No figure from {first} to {last}; the series has {series.years[0]} to "
            f"{series.years[-1]}."
        )
    return points


def _terms(points: tuple[Point, ...], sign: int, mean: int) -> list[errors.Term]:
    """The figures of one mean as terms of a sum; none if any lacks its error."""
    if any(point.se is None for point in points):
        return []
    return [errors.Term(sign / len(points), point.error, point.year, mean) for point in points]


def mean(series: Series, first: int, last: int) -> Mean:
    """The Mean of a Series from year `first` to year `last`, both included, over the years that
    have a figure.

    Raises CourseError if no year has a figure.
    """
    points = _points(series, first, last)
    known = [point.se for point in points if point.se is not None]
    se = fsum(known) / len(known) if len(known) == len(points) else None
    return Mean(fsum(p.value for p in points) / len(points), se, len(points), first, last)


def _found(
    series: Series,
    terms: list[errors.Term],
    weights: dict[int, float],
    years: tuple[int, ...],
    **facts: float,
) -> Result:
    """A Result of a sum of figures, with the widest of the intervals that its terms allow."""
    halves = errors.halves(terms) if terms else {}
    value = {point.year: point.value for point in series.points}
    return found(
        fsum(weight * value[year] for year, weight in weights.items()),
        errors.widest(halves) if halves else None,
        n=len(weights),
        years=years,
        source=series.source,
        provisional=series.provisional,
        otherwise=halves,
        contrast=Contrast(series, weights),
        **facts,
    )


def level(series: Series, years: Span) -> Result:
    """Result, not judged yet: the mean of a Series over the years (first, last), in its unit."""
    points = _points(series, *years)
    weights = {point.year: 1 / len(points) for point in points}
    return _found(series, _terms(points, 1, 0), weights, years)


def change(series: Series, before: Span, after: Span) -> Result:
    """Result, not judged yet: the mean of the years `after` less the mean of the years `before`,
    each (first, last).

    In the series' unit; its interval is the widest that the errors of the two means may have.
    Raises CourseError if either span of years is empty of figures.
    """
    a, b = _points(series, *before), _points(series, *after)
    of_a, of_b = _terms(a, -1, 0), _terms(b, 1, 1)
    weights = {p.year: -1 / len(a) for p in a}
    for point in b:  # two spans may share a year
        weights[point.year] = weights.get(point.year, 0.0) + 1 / len(b)
    return replace(
        _found(
            series, of_a + of_b if of_a and of_b else [], weights, (*before, *after),
            before=mean(series, *before).value, after=mean(series, *after).value,
        ),
        n=len(a) + len(b),
    )  # fmt: skip

"""Means over years, and the difference between two of them: what a period was like, and what changed after it."""

from dataclasses import dataclass
from math import sqrt

from course.errors import CourseError
from course.evidence.result import Z95, Result, found
from course.evidence.series import Series, Span

__all__ = ["Mean", "around", "change", "mean"]


@dataclass(frozen=True)
class Mean:
    """The mean of a series over `n` of the years from first to last, in its unit; se is None where no year has one."""

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
    """The `window` years before the year `turn`, and as many from it on: ((first, last), (first, last))."""
    return (turn - window, turn - 1), (turn, turn + window - 1)


def mean(series: Series, first: int, last: int) -> Mean:
    """The Mean of a Series from year `first` to year `last`, both included, over the years that have a figure.

    Its standard error is that of independent errors, or, of a series whose errors come together, the mean of the
    yearly ones: a guide, not the error of the mean. Raises CourseError if no year has a figure.
    """
    points = series.of(range(first, last + 1))
    if not points:
        raise CourseError(
            f"No figure from {first} to {last}; the series has {series.years[0]} to {series.years[-1]}."
        )
    errors = [point.se for point in points if point.se is not None]
    if len(errors) < len(points):
        se = None
    elif series.together:
        se = sum(errors) / len(errors)
    else:
        se = sqrt(sum(e * e for e in errors)) / len(errors)
    return Mean(sum(p.value for p in points) / len(points), se, len(points), first, last)


def change(series: Series, before: Span, after: Span) -> Result:
    """Result, not judged yet: the mean of the years `after` less the mean of the years `before`, each (first, last).

    In the series' unit; the errors of the two means are taken as independent. Raises CourseError if either span of
    years is empty of figures.
    """
    a, b = mean(series, *before), mean(series, *after)
    half = None if a.se is None or b.se is None else Z95 * sqrt(a.se**2 + b.se**2)
    return found(
        b.value - a.value,
        half,
        n=a.n + b.n,
        years=(*before, *after),
        source=series.source,
        provisional=series.provisional,
        before=a.value,
        after=b.value,
    )

"""When did a series step? One step is tried at each admissible year,
and the years that cannot be ruled out are named.
"""

from dataclasses import dataclass
from functools import cache

import numpy as np

from course.evidence.persistence import MARGIN, ar, measured, profile
from course.evidence.series import Series

__all__ = ["SPAN", "Dates", "dates"]

RUNS = 2000
SPAN = 3  # years that a date may span
_SEED = 1973


@dataclass(frozen=True)
class Dates:
    """The years that a step was tried at, the sum of squares that a step there leaves, and the
    years not ruled out.

    best is the year whose step leaves least, size that step in the series' unit; rho is the
    coefficient of the simulated series.
    """

    years: tuple[int, ...]
    squares: tuple[float, ...]
    open: tuple[int, ...]
    best: int
    size: float
    rho: float

    @property
    def span(self) -> tuple[int, int]:
        """The first and the last year that cannot be ruled out."""
        return self.open[0], self.open[-1]

    def dated(self, year: int) -> bool:
        """Whether the years not ruled out hold `year` and span at most SPAN."""
        first, last = self.span
        return year in self.open and last - first < SPAN


@cache
def dates(series: Series, runs: int = RUNS) -> Dates | None:
    """The Dates of a Series' one step, or None below eight figures.

    A year is ruled out if a step there leaves more squares, beyond the least, than 95 in 100 of the
    series would that were simulated with their step there: the fitted step, and noise as persistent
    as `measured` takes it.
    """
    held = measured(series)
    if held is None:
        return None
    figures = np.array([point.value for point in series.points])
    n = len(figures)
    places = np.arange(MARGIN, n - MARGIN + 1)
    left = profile(figures)
    excess = left - left.min()
    steps = [float(figures[at:].mean() - figures[:at].mean()) for at in places]
    noise = held.sd() * ar(held.used, runs, n, np.random.default_rng(_SEED))
    sums = noise.cumsum(axis=-1)
    low, high = sums[:, places - 1], sums[:, -1:] - sums[:, places - 1]
    open_: list[int] = []
    for i, at in enumerate(places):
        # What a step takes away at each place; the squares that it leaves are the whole less that.
        stepped = np.maximum(places - at, 0)
        taken = (low + steps[i] * stepped) ** 2 / places
        taken += (high + steps[i] * (n - at - stepped)) ** 2 / (n - places)
        if excess[i] <= np.quantile(taken.max(axis=-1) - taken[:, i], 0.95):
            open_.append(series.years[at])
    best = int(left.argmin())
    years = tuple(series.years[at] for at in places)
    return Dates(years, tuple(left.tolist()), tuple(open_), years[best], steps[best], held.used)

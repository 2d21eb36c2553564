"""An estimate as a weighted sum of yearly figures, so that other figures
may be put through the very same comparison.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeAlias

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:  # a series knows results, so results know a series by its name alone
    from course.evidence.series import Series

__all__ = ["Contrast", "Figures"]

Figures: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class Contrast:
    """The Series whose figures an estimate sums, and the weight of each year that has one.

    half, where an interval is reckoned from the figures themselves, gives half of it for figures of
    the same years: an array whose last axis are the years, in their order.
    """

    series: "Series"
    weights: Mapping[int, float]
    half: Callable[[Figures], Figures] | None = None

    def row(self) -> Figures:
        """The weights in the order of the series' years, 0 for a year that has none."""
        return np.array([self.weights.get(year, 0.0) for year in self.series.years])

    def scaled(self, by: float) -> "Contrast":
        """The same sum, times `by`."""
        return Contrast(self.series, {year: by * weight for year, weight in self.weights.items()})

    def less(self, other: "Contrast") -> "Contrast":
        """This sum less another of the same series."""
        years = {**self.weights, **other.weights}
        parts = {y: self.weights.get(y, 0.0) - other.weights.get(y, 0.0) for y in years}
        return Contrast(self.series, parts)

    def step(self) -> Figures:
        """The step of one unit that this sum sees best, as figures of the series' years: 0 before
        it, 1 or -1 from it on.

        It is upward in the estimate. Of years that do as well, the last is taken: the years after a
        gap begin there.
        """
        row = self.row()
        seen = row[::-1].cumsum()[::-1]  # what a step at each place would add to the estimate
        best = np.flatnonzero(np.abs(seen) > np.abs(seen).max() - 1e-9)[-1]
        return np.where(np.arange(len(row)) >= best, np.sign(seen[best]), 0.0)

"""Where a series steps most: the largest fall between the years before and the years after."""

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.evidence.series import Series

__all__ = ["Break", "largest_fall", "steps"]

Figures: TypeAlias = NDArray[np.float64]


@dataclass(frozen=True)
class Break:
    """The first year after the step, and its size in the series' unit (a fall is below zero)."""

    year: int
    step: float


def _steps(values: Figures, width: int) -> Figures:
    """Mean of the `width` figures from each place on less the mean of the `width` before it;
    values: (..., n).
    """
    total = np.concatenate([np.zeros((*values.shape[:-1], 1)), values.cumsum(axis=-1)], axis=-1)
    means = (total[..., width:] - total[..., :-width]) / width
    return means[..., width:] - means[..., :-width]


def steps(series: Series, width: int) -> dict[int, float]:
    """{year: the mean of `width` figures from that year on less the mean
    of `width` before it}, in the series' unit.
    """
    values = np.array([point.value for point in series.points])
    years = series.years[width : len(values) - width + 1]
    return dict(zip(years, _steps(values, width).tolist(), strict=True))


def largest_fall(series: Series, width: int) -> Break:
    """The Break of a Series at its largest fall. Raises ValueError below twice `width` figures.

    It says where, not whether: some year always has the largest fall. `dating` says which years
    cannot be ruled out.
    """
    if len(series.points) < 2 * width:
        raise ValueError(
            f"A step of {width} years on each side needs at least {2 * width} figures."
        )
    at = steps(series, width)
    year = min(at, key=at.__getitem__)
    return Break(year, at[year])

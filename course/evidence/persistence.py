"""How long what happens in one year lasts in a series: its coefficient, or the years for which a
code is held.

A short series hides its persistence, and so does a step. So the step is taken out first, and what
is then found is set right by trying series of the same length whose coefficient is known.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from course.evidence.contrast import Figures
from course.evidence.result import LEAST
from course.evidence.series import Series

__all__ = ["MARGIN", "Persistence", "ar", "held", "lengths", "measured", "profile", "without_step"]

Places: TypeAlias = NDArray[np.int_]

MARGIN = 3  # years on each side of a step, at least
_MOST = 0.95
_TRIED = np.round(np.arange(0, 1, 0.05), 2)
_RUNS = 400
_SEED = 1958
_SAME = 0.005  # of a code: smaller moves are rounding


@dataclass(frozen=True)
class Persistence:
    """What a series shows once its best step is taken out: `found`, its coefficient as estimated;
    `corrected`, set right for its length; `used`, the larger of that and LEAST; `left`, the
    deviation of what is left; `lengths`, for how many years each of its codes was held.
    """

    found: float
    corrected: float
    used: float
    left: float
    lengths: tuple[int, ...]

    def sd(self, rho: float | None = None) -> float:
        """The scatter of a single year that leaves as much at that coefficient (None: at `used`).
        A step takes more out of figures that cling together: the same remainder tells of more.
        """
        expected = [deviation for _, deviation in _expected(sum(self.lengths))]
        return self.left / float(np.interp(self.used if rho is None else rho, _TRIED, expected))


def ar(rho: float, runs: int, years: int, rng: np.random.Generator) -> Figures:
    """`runs` series of `years` figures whose neighbours correlate at `rho`,
    each figure with a deviation of 1.
    """
    drawn = np.ascontiguousarray(rng.normal(size=(runs, years)).T)  # a year's figures side by side
    fresh = np.sqrt(1 - rho**2)
    for at in range(1, years):
        drawn[at] = rho * drawn[at - 1] + fresh * drawn[at]
    return np.ascontiguousarray(drawn.T)


def held(lasting: Sequence[int], runs: int, years: int, rng: np.random.Generator) -> Figures:
    """`runs` series of codes with a deviation of 1, each held for a length drawn from `lasting`;
    the first has begun before.
    """
    lasting = list(lasting)
    # A year is likelier to fall into a long stretch than into a short one.
    first = rng.choice(lasting, size=runs, p=np.array(lasting) / sum(lasting))
    left = np.ceil(first * rng.random(runs)).astype(int)
    out = np.empty((runs, years))
    code = rng.normal(size=runs)
    for at in range(years):
        ended = left == 0
        code = np.where(ended, rng.normal(size=runs), code)
        left = np.where(ended, rng.choice(lasting, size=runs), left) - 1
        out[:, at] = code
    return out


def profile(figures: Figures, margin: int = MARGIN) -> Figures:
    """The sum of squares left by one step at each admissible place (the first figure after it):
    (..., n) to (..., places).
    """
    n = int(figures.shape[-1])
    before: Places = np.arange(margin, n - margin + 1)
    sums = figures.cumsum(axis=-1)
    low, whole = sums[..., before - 1], sums[..., -1:]
    squares = (figures**2).sum(axis=-1, keepdims=True)
    return squares - low**2 / before - (whole - low) ** 2 / (n - before)


def without_step(figures: Figures, margin: int = MARGIN) -> Figures:
    """What is left of each series once its best step is taken out."""
    n = int(figures.shape[-1])
    place: Places = np.asarray(profile(figures, margin).argmin(axis=-1))[..., None] + margin
    after: Figures = (np.arange(n) >= place).astype(float)
    count: Figures = after.sum(axis=-1, keepdims=True)
    high: Figures = (figures * after).sum(axis=-1, keepdims=True) / count
    low: Figures = (figures * (1 - after)).sum(axis=-1, keepdims=True) / (n - count)
    return figures - after * high - (1 - after) * low


def _coefficient(left: Figures) -> Figures:
    whole = (left**2).sum(axis=-1)
    return (left[..., 1:] * left[..., :-1]).sum(axis=-1) / np.where(whole > 0, whole, 1)


@cache
def _expected(years: int) -> tuple[tuple[float, float], ...]:
    """For each coefficient tried: (what is found on average,
    the deviation that is left on average) of `years` figures.
    """
    rng = np.random.default_rng(_SEED)
    out: list[tuple[float, float]] = []
    for rho in _TRIED:
        left = without_step(ar(float(rho), _RUNS, years, rng))
        out.append(
            (float(_coefficient(left).mean()), float(np.sqrt((left**2).mean(axis=-1)).mean()))
        )
    return tuple(out)


def lengths(figures: Figures) -> tuple[int, ...]:
    """For how many years each code of a series was held, in order."""
    breaks = np.flatnonzero(np.abs(np.diff(figures)) > _SAME)
    edges = np.concatenate([[-1], breaks, [len(figures) - 1]])
    return tuple(int(n) for n in np.diff(edges))


def measured(series: Series) -> Persistence | None:
    """The Persistence of a Series, or None below eight figures.
    Surveys years apart count as neighbours.
    """
    figures = np.array([point.value for point in series.points])
    if len(figures) < 8:
        return None
    left = without_step(figures)
    found, expected = float(_coefficient(left)), _expected(len(figures))
    means = np.maximum.accumulate([mean for mean, _ in expected])
    corrected = float(min(np.interp(found, means, _TRIED), _MOST))
    used = max(corrected, LEAST)
    return Persistence(found, corrected, used, float(np.sqrt((left**2).mean())), lengths(figures))

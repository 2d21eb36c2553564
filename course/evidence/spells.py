"""Years that come in spells, such as those of one government:
the difference of two means, with its error between spells.
"""

from collections.abc import Sequence
from functools import cache
from math import exp, fsum, lgamma, pi, sqrt
from typing import TypeAlias

import numpy as np

from course.evidence.contrast import Contrast, Figures
from course.evidence.result import Result, found
from course.evidence.series import Series

__all__ = ["Spells", "difference", "student"]

Spells: TypeAlias = Sequence[Sequence[int]]  # the years of each spell

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(60)


@cache
def student(df: float, share: float = 0.975) -> float:
    """A quantile above a half of Student's t with `df` degrees of freedom (1 or more, fractions
    included).

    With t = sqrt(df) tan(a), the share of t between 0 and its quantile is an integral of cos(a)^(df
    - 1) from 0 to a.
    """
    whole = sqrt(pi) * exp(lgamma(df / 2) - lgamma((df + 1) / 2))  # from -pi/2 to pi/2
    low, high = 0.0, pi / 2
    for _ in range(60):
        a = (low + high) / 2
        below = a / 2 * float(_WEIGHTS @ np.cos(a / 2 * (_NODES + 1)) ** (df - 1)) / whole
        low, high = (a, high) if below < share - 0.5 else (low, a)
    return sqrt(df) * float(np.tan((low + high) / 2))


def _parts(series: Series, spells: Spells) -> tuple[Figures, Figures]:
    """(years down, spells across: what makes the mean of each spell;
    the share of all the years that each has).
    """
    places = {year: at for at, year in enumerate(series.years)}
    means = np.zeros((len(places), len(spells)))
    for spell, years in enumerate(spells):
        means[[places[year] for year in years], spell] = 1 / len(years)
    sizes = np.array([len(years) for years in spells], float)
    return means, sizes / sizes.sum()


def _between(means: Figures, share: Figures) -> Figures:
    """The squared error of a mean over all years, from how far the spells lie apart:
    clusters, set right for their number.
    """
    away = means - (means @ share)[..., None]
    return ((away * share) ** 2).sum(axis=-1) * len(share) / (len(share) - 1)


class _Halves:
    """Half the interval at a share, for any figures of the same years."""

    def __init__(self, series: Series, ours: Spells, theirs: Spells) -> None:
        self._ours, self._theirs = _parts(series, ours), _parts(series, theirs)
        # Each side has as many degrees of freedom as spells less one; the fewer count. A single
        # spell has none.
        counts = [len(ours), len(theirs)] if len(ours) > 1 else [len(theirs)]
        self._df = min(counts) - 1

    def __call__(self, figures: Figures, share: float = 0.975) -> Figures:
        (ours, of_ours), (theirs, of_theirs) = self._ours, self._theirs
        theirs_means = figures @ theirs
        square = _between(theirs_means, of_theirs)
        if len(of_ours) > 1:
            square = square + _between(figures @ ours, of_ours)
        else:  # one spell differs from the next by what the others differ among themselves
            square = square + theirs_means.var(axis=-1, ddof=1)
        return student(self._df, share) * np.sqrt(square)


def difference(series: Series, ours: Spells, theirs: Spells) -> Result:
    """Result, not judged yet: the mean over the years of `ours` less that of `theirs`, in the
    series' unit.

    A spell is one observation, however long: its years share what it was. The 95 % interval is
    Student's, from how far the spells lie apart. One spell alone is set against what the others
    differ by. Raises ValueError below two of theirs.
    """
    if len(theirs) < 2 or not ours:
        raise ValueError(
            "A difference of spells with an interval needs one of ours and two of theirs."
        )
    weights: dict[int, float] = {}
    for sign, spells in ((1, ours), (-1, theirs)):
        count = sum(map(len, spells))
        weights |= {year: sign / count for years in spells for year in years}
    value = np.array([point.value for point in series.points])
    at = {point.year: point.value for point in series.points}
    means = [fsum(at[y] for years in s for y in years) / sum(map(len, s)) for s in (ours, theirs)]
    half = _Halves(series, ours, theirs)
    return found(
        means[0] - means[1], float(half(value)), inner=float(half(value, 0.95)),
        n=len(ours) + len(theirs),
        years=(min(weights), max(weights)), source=series.source, provisional=series.provisional,
        contrast=Contrast(series, weights, half), ours=means[0], theirs=means[1],
        n_ours=sum(map(len,
            ours)),
        n_theirs=sum(map(len, theirs)), spells_ours=len(ours), spells_theirs=len(theirs),
    )  # fmt: skip

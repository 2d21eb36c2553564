"""How wide is the interval of a sum of figures whose errors may go together? The widest of what
cannot be ruled out counts.

Nobody publishes how the errors of an index go together. The same sources return each year, which
widens a mean of years and narrows the difference of two; they judge several countries at once,
which narrows the gap between these.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import sqrt

import numpy as np

from course.evidence.result import Z95

__all__ = ["IN_A_MEAN", "OF_COUNTRIES", "OF_YEARS", "Term", "halves", "widest"]

# Correlations of two errors, each taken both ways
IN_A_MEAN = (1.0, 0.0)  # two years that one mean puts together
OF_YEARS = (0.0, 0.8)  # two years of one country that are set against each other
OF_COUNTRIES = (0.0, 0.5)  # two countries in one year


@dataclass(frozen=True)
class Term:
    """One figure of a sum: its weight, its standard error, its year,
    and the mean and the country that it belongs to.
    """

    weight: float
    se: float
    year: int
    mean: int = 0
    country: str = ""


def _possible(terms: Sequence[Term], within: float, apart: float) -> bool:
    """Whether means of years can go together so: two means correlate at most at 1."""
    sizes = [len({t.year for t in terms if t.mean == mean}) for mean in {t.mean for t in terms}]
    least = min((1 + (size - 1) * within) / size for size in sizes)
    return len(sizes) < 2 or apart <= least + 1e-9


def _half(terms: Sequence[Term], within: float, apart: float, abroad: float) -> float:
    size = np.array([term.weight * term.se for term in terms])
    year, mean = np.array([t.year for t in terms]), np.array([t.mean for t in terms])
    country = np.array([t.country for t in terms])
    same = mean[:, None] == mean
    years = np.where(year[:, None] == year, 1.0, np.where(same, within, apart))
    places = np.where(country[:, None] == country, 1.0, abroad)
    return Z95 * sqrt(max(float(size @ (years * places) @ size), 0.0))


def _words(within: float | None, apart: float | None, abroad: float | None) -> str:
    """What is assumed, of those parts that matter."""
    told: list[str] = []
    if within is not None:
        told.append(
            "the years of a mean share one error" if within else "the years of a mean err apart"
        )
    if apart is not None:
        told.append(f"years that are set against each other correlate at {apart:g}")
    if abroad is not None:
        told.append(f"countries correlate at {abroad:g}")
    return ", ".join(told)


def halves(terms: Sequence[Term]) -> dict[str, float]:
    """{what is assumed of the errors, in words: half the 95 % interval of the sum}, the widest
    first.

    Assumptions that no errors could keep are left out, as are those that change nothing.
    """
    means, countries = len({t.mean for t in terms}), len({t.country for t in terms})
    several = len({(t.mean, t.year) for t in terms}) > means
    found: dict[str, float] = {}
    for within, apart, abroad in product(
        IN_A_MEAN if several else (None,),
        OF_YEARS if means > 1 else (None,),
        OF_COUNTRIES if countries > 1 else (None,),
    ):
        of_mean, of_years = 1.0 if within is None else within, apart or 0.0
        if _possible(terms, of_mean, of_years):
            found[_words(within, apart, abroad)] = _half(terms, of_mean, of_years, abroad or 0.0)
    return dict(sorted(found.items(), key=lambda pair: -pair[1]))


def widest(found: Mapping[str, float]) -> float:
    """The half that counts."""
    return max(found.values())

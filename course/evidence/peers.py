"""One country beside others in the same year: the gap between two, the place among many."""

from math import sqrt
from statistics import median

from course.evidence.result import Z95, found

__all__ = ["against_median", "gap", "rank"]


def gap(one, other, year, *, source, provisional=False):
    """Result, not judged yet: the figure of `one` less that of `other`, each (value, se or None) in the same unit.

    Both errors are taken as independent.
    """
    (a, se_a), (b, se_b) = one, other
    half = None if se_a is None or se_b is None else Z95 * sqrt(se_a**2 + se_b**2)
    return found(a - b, half, n=2, years=(year,), source=source, provisional=provisional, one=a, other=b)


def rank(values, iso3):
    """(place, of how many) of a country in {iso3: value}, the highest first; those that tie share the better place."""
    return 1 + sum(value > values[iso3] for value in values.values()), len(values)


def _median_bounds(values):
    """The 95 % interval of a median by order statistics, with the normal form of the binomial: (low, high)."""
    ordered, n = sorted(values), len(values)
    reach = Z95 * sqrt(n) / 2
    low, high = max(0, round(n / 2 - reach) - 1), min(n - 1, round(n / 2 + reach))
    return ordered[low], ordered[high]


def against_median(values, iso3, year, *, source, provisional=False):
    """Result, not judged yet: a country's figure less the median of all others, in their unit; values is {iso3: value}.

    The interval is that of the others' median (order statistics), as a draw of countries: no error of the country's
    own figure is in it. Raises KeyError if the country has none.
    """
    mine, others = values[iso3], [v for code, v in values.items() if code != iso3]
    middle, (low, high) = median(others), _median_bounds(others)
    place, of = rank(values, iso3)
    half = max(middle - low, high - middle)
    return found(
        mine - middle, half, n=of, years=(year,), source=source, provisional=provisional,
        mine=mine, median=middle, place=place, of=of,
    )  # fmt: skip

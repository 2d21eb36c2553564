"""One country beside others in the same year: the gap between two, the place among many, the
distance from the middle.
"""

from collections.abc import Collection, Iterable
from dataclasses import replace
from math import sqrt
from statistics import median
from typing import TypeAlias

import numpy as np

from course.evidence.result import Z95, Result, found
from course.evidence.series import ByCountry, Point, Series, World

__all__ = [
    "Measured",
    "against_median",
    "beside_median",
    "gap",
    "medians",
    "rank",
    "similar",
    "standing",
]

Measured: TypeAlias = tuple[float, float | None]  # a figure and its standard error


def gap(
    one: Measured, other: Measured, year: int, *, source: str, provisional: bool = False
) -> Result:
    """Result, not judged yet: the figure of `one` less that of `other`, each (value, se or None) in
    the same unit.

    Both errors are taken as independent.
    """
    (a, se_a), (b, se_b) = one, other
    half = None if se_a is None or se_b is None else Z95 * sqrt(se_a**2 + se_b**2)
    return found(
        a - b, half, n=2, years=(year,), source=source, provisional=provisional, one=a, other=b
    )


def rank(values: ByCountry, iso3: str) -> tuple[int, int]:
    """(place, of how many) of a country in {iso3: value}, the highest first;
    those that tie share the better place.
    """
    return 1 + sum(value > values[iso3] for value in values.values()), len(values)


def _median_bounds(values: Collection[float]) -> tuple[float, float]:
    """The 95 % interval of a median by order statistics,
    with the normal form of the binomial: (low, high).
    """
    ordered, n = sorted(values), len(values)
    reach = Z95 * sqrt(n) / 2
    low, high = max(0, round(n / 2 - reach) - 1), min(n - 1, round(n / 2 + reach))
    return ordered[low], ordered[high]


def against_median(
    values: ByCountry, iso3: str, year: int, *, source: str, provisional: bool = False
) -> Result:
    """Result, not judged yet: a country's figure less the median of all others, in their unit;
    values is {iso3: value}.

    The interval is that of the others' median (order statistics), as a draw of countries: no error
    of the country's own figure is in it. Raises KeyError if the country has none.
    """
    mine, others = values[iso3], [v for code, v in values.items() if code != iso3]
    middle, (low, high) = median(others), _median_bounds(others)
    place, of = rank(values, iso3)
    half = max(middle - low, high - middle)
    return found(
        mine - middle, half, n=of, years=(year,), source=source, provisional=provisional,
        mine=mine, median=middle, place=place, of=of,
    )  # fmt: skip


def similar(values: ByCountry, iso3: str, factor: float = 2) -> list[str]:
    """Codes of the other countries whose figure is between 1/factor
    and factor times that of iso3, sorted.
    """
    mine = values[iso3]
    return sorted(c for c, v in values.items() if c != iso3 and mine / factor <= v <= mine * factor)


def medians(series: Series, world: World, others: Iterable[str]) -> Series:
    """The Series of the yearly medians of the countries `others`, for the years of `series`; world
    is {year: {iso3: value}}.

    It carries no error. Years in which none of the others has a figure are left out.
    """
    points: list[Point] = []
    for year in series.years:
        values = [world[year][c] for c in others if c in world[year]]
        if values:
            points.append(Point(year, median(values)))
    return replace(series, points=tuple(points))


def beside_median(series: Series, world: World, others: Iterable[str]) -> Series:
    """A Series of how far a country stands above the median of `others`, in its own unit.

    The error is the country's own and that of the median, as if the others were a draw of
    countries: what the figures of the others err by is a part of how far they lie apart.
    """
    others = list(others)
    middle = {point.year: point.value for point in medians(series, world, others).points}
    points: list[Point] = []
    for point in series.points:
        if point.year in middle:
            low, high = _median_bounds(
                [world[point.year][c] for c in others if c in world[point.year]]
            )
            reach = max(middle[point.year] - low, high - middle[point.year]) / Z95
            se = None if point.se is None else sqrt(point.se**2 + reach**2)
            points.append(Point(point.year, point.value - middle[point.year], se))
    return replace(series, points=tuple(points))


def standing(series: Series, world: World, others: Iterable[str], sign: int = 1) -> Series:
    """A Series of how far a country stands above the median of `others`, in standard deviations
    across all countries.

    series is the country's own; world is {year: {iso3: value}}; each year has its own median and
    deviation. With sign
    -1 the scale is turned round. The error is the country's own: that of the median is not in it.
    """
    middle = {point.year: point.value for point in medians(series, world, others).points}
    points: list[Point] = []
    for point in series.points:
        if point.year in middle:
            spread = float(np.std(list(world[point.year].values()), ddof=1))
            se = None if point.se is None else point.se / spread
            points.append(Point(point.year, sign * (point.value - middle[point.year]) / spread, se))
    return replace(series, points=tuple(points))

"""Levels across countries against changes within them: between is not within.

Two measures x and y, each a panel (countries down, years across). `across` correlates them in one
year over countries; `within` correlates their changes between two years. Both say how the figure
fares for every admissible choice of years, since a verdict that hangs on one choice is none.

The 95 % interval of a correlation is Fisher's: tanh(artanh r +- 1.96 / sqrt(n - 3)). It covers the
draw of countries; measurement error in x and y is not in it and pulls r toward zero, for changes
more than for levels.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import atanh, sqrt, tanh
from typing import TYPE_CHECKING, TypeAlias, cast

import numpy as np
from numpy.typing import ArrayLike, NDArray

from course.evidence.result import Z90, Z95, Interval, Reading, Result, Verdict, judge, read
from course.evidence.series import Span

if TYPE_CHECKING:  # pandas itself is imported only when there is a table to join
    from pandas import DataFrame, Series

__all__ = [
    "Comparison",
    "Windows",
    "across",
    "compare",
    "correlation",
    "fit",
    "panel",
    "told_apart",
    "within",
]

Figures: TypeAlias = NDArray[np.float64]  # one axis: a figure a country
ByYear: TypeAlias = dict[int, Figures]
Measure: TypeAlias = "Series[float]"  # by iso3

# of a correlation: the smallest that would matter; Cohen (1988) calls it medium, one that an
# observer sees
BAND = 0.3
RULE = (
    "The claim is supported if the correlation lies above zero for every admissible choice of "
    "years, and for two in three of "
    "them its 95 % interval leaves zero out; contradicted if the same holds below zero. There "
    "is no such link if each 90 % "
    f"interval lies between \N{MINUS SIGN}{BAND} and {BAND}. Else the record leaves it open."
)


@dataclass(frozen=True)
class Comparison:
    """A Result with the points (iso3, x, y) it rests on; half and twice are the verdicts with half
    and with twice the band, readings what each admissible choice of years says by itself.
    """

    result: Result
    points: "DataFrame"
    half: Verdict = "leaves open"
    twice: Verdict = "leaves open"
    readings: tuple[Reading, ...] = ()


@dataclass(frozen=True)
class Windows:
    """Which years may be compared: any first with any last year at least `gap` years on."""

    firsts: tuple[int, ...]
    lasts: tuple[int, ...]
    gap: int

    def pairs(self) -> list[Span]:
        return [(a, b) for a in self.firsts for b in self.lasts if b - a >= self.gap]


def panel(table: "DataFrame", value: str) -> "DataFrame":
    """A table with columns iso3, year and `value` as countries down,
    years across (NaN where missing).
    """
    return table.pivot_table(index="iso3", columns="year", values=value)


def correlation(x: ArrayLike, y: ArrayLike, z: float = Z95) -> tuple[float, Interval]:
    """Pearson's r of two equally long sequences without NaN, and Fisher's interval, 95 % unless
    told: (r, (low, high)).

    Raises ValueError below four points, or where either does not vary.
    """
    x, y = np.asarray(x, float), np.asarray(y, float)
    if len(x) < 4 or np.ptp(x) == 0 or np.ptp(y) == 0:
        raise ValueError(
            "A correlation with an interval needs at least four points that vary in both measures."
        )
    r = float(np.corrcoef(x, y)[0, 1])
    if abs(r) >= 1:
        return r, (r, r)
    half = z / sqrt(len(x) - 3)
    return r, (tanh(atanh(r) - half), tanh(atanh(r) + half))


def fit(x: ArrayLike, y: ArrayLike, at: ArrayLike) -> tuple[Figures, Figures, Figures]:
    """Least-squares line of y on x at the values `at`, with the 95 % band of its mean: (line, low,
    high).

    The band uses the normal quantile, 1.96: with over 100 countries Student's differs by under one
    per cent.
    """
    x, y, at = (np.asarray(v, float) for v in (x, y, at))
    slope, intercept = np.polyfit(x, y, 1)
    spread = ((x - x.mean()) ** 2).sum()
    s = sqrt(((y - intercept - slope * x) ** 2).sum() / (len(x) - 2))
    half = Z95 * s * np.sqrt(1 / len(x) + (at - x.mean()) ** 2 / spread)
    line = intercept + slope * at
    return line, line - half, line + half


def _points(x: "Measure", y: "Measure") -> "DataFrame":
    import pandas as pd

    points = pd.concat([x.rename("x"), y.rename("y")], axis=1).dropna().sort_index()
    return points.rename_axis("iso3").reset_index()


def _result(
    x: Figures, y: Figures, years: tuple[int, ...], source: str, provisional: bool
) -> Result:
    """What the correlation of two arrays of equal length says,
    over the places where both have a figure.
    """
    both = ~(np.isnan(x) | np.isnan(y))
    r, interval = correlation(x[both], y[both])
    _, inner = correlation(x[both], y[both], Z90)
    n = int(both.sum())
    return Result(
        r,
        interval,
        n,
        years,
        source,
        provisional,
        RULE,
        "leaves open",
        "not judged yet",
        inner=inner,
    )


def compare(
    x: "Measure", y: "Measure", years: tuple[int, ...], source: str, *, provisional: bool = False
) -> Comparison:
    """The Comparison, not judged yet, of x with y (pandas Series by iso3) over the countries that
    have both.

    Its estimate is the correlation; years are those that the figures come from.
    """
    points = _points(x, y)
    return Comparison(
        _result(points.x.to_numpy(), points.y.to_numpy(), years, source, provisional), points
    )


def _judged(chosen: Comparison, results: Sequence[Result], what: str) -> Comparison:
    """The chosen comparison with the verdict that the results of
    all admissible choices give together.
    """
    verdict = judge(results, band=BAND)
    readings = tuple(map(read, results))
    reason = f"The interval lies above zero in {readings.count(1)} of {len(results)} {what}"
    return replace(
        chosen,
        result=replace(chosen.result, verdict=verdict, reason=reason),
        half=judge(results, band=BAND / 2),
        twice=judge(results, band=2 * BAND),
        readings=readings,
    )


def _side_by_side(x: "DataFrame", y: "DataFrame") -> tuple[ByYear, ByYear]:
    """Both panels over the countries that both have."""
    x, y = x.align(y, join="inner", axis="index")
    return _by_year(x), _by_year(y)


def _by_year(of: "DataFrame") -> ByYear:
    return {int(year): of[year].to_numpy() for year in of.columns}


def across(
    x: "DataFrame",
    y: "DataFrame",
    year: int,
    years: Iterable[int],
    *,
    source: str,
    provisional: bool = False,
) -> Comparison:
    """x against y over countries in `year`; judged over all of `years`.
    Returns a Comparison in the units of x and y.
    """
    of_x, of_y = _side_by_side(x, y)
    results = [_result(of_x[at], of_y[at], (at,), source, provisional) for at in years]
    return _judged(
        compare(x[year], y[year], (year,), source, provisional=provisional), results, "years"
    )


def within(
    x: "DataFrame",
    y: "DataFrame",
    first: int,
    last: int,
    windows: Windows,
    *,
    source: str,
    provisional: bool = False,
) -> Comparison:
    """Change of x against change of y from `first` to `last`;
    judged over all `windows` (a Windows).
    """
    of_x, of_y = _side_by_side(x, y)
    results = [
        _result(of_x[b] - of_x[a], of_y[b] - of_y[a], (a, b), source, provisional)
        for a, b in windows.pairs()
    ]
    chosen = compare(
        x[last] - x[first], y[last] - y[first], (first, last), source, provisional=provisional
    )
    return _judged(chosen, results, "pairs of years")


def told_apart(y: "DataFrame", se: "DataFrame", first: int, last: int) -> tuple[int, int]:
    """How many countries changed by more than chance in the measure would explain: (how many, of
    how many).

    A country counts if |y_last - y_first| / sqrt(se_first^2 + se_last^2) > 1.96, errors taken as
    independent.
    """
    change = (y[last] - y[first]).dropna()
    # numpy's types do not say that the root of a pandas Series is one.
    error = cast("Measure", np.sqrt(se[first] ** 2 + se[last] ** 2))
    z = change / error.reindex(change.index)
    return int((z.abs() > Z95).sum()), len(change)

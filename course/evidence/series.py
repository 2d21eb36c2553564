"""A series of yearly figures, from a table of the course or from a case,
with whatever uncertainty it carries.
"""

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from functools import cache, cached_property
from math import hypot
from typing import TYPE_CHECKING, TypeAlias

from course.errors import CourseError, unknown
from course.evidence.cases import Case
from course.evidence.result import Z68, Z95
from course.record import data
from course.record.passport import Passport

if TYPE_CHECKING:
    from pandas import DataFrame

__all__ = [
    "ByCountry",
    "Point",
    "Series",
    "Span",
    "World",
    "difference",
    "from_case",
    "from_table",
    "longest_run",
    "world",
]

ByCountry: TypeAlias = Mapping[str, float]  # iso3 -> value
World: TypeAlias = Mapping[int, ByCountry]  # year -> what all countries have
Span: TypeAlias = tuple[int, int]  # first and last year, both included


@dataclass(frozen=True)
class Point:
    """One year's figure, in the unit of its series; se is its standard error,
    or None where none is known.
    """

    year: int
    value: float
    se: float | None = None

    @property
    def error(self) -> float:
        """The standard error of a figure that has one; raises ValueError for one that has none."""
        if self.se is None:
            raise ValueError(f"The figure of {self.year} has no standard error.")
        return self.se


@dataclass(frozen=True)
class Series:
    """Points in order of year, with the source line that a chart of them carries."""

    points: tuple[Point, ...]
    source: str
    provisional: bool = False

    @cached_property
    def years(self) -> tuple[int, ...]:
        return tuple(point.year for point in self.points)

    def of(self, years: Iterable[int]) -> tuple[Point, ...]:
        """The points of these years, those that are there."""
        wanted = set(years)
        return tuple(point for point in self.points if point.year in wanted)

    def without(self, years: Collection[int]) -> "Series":
        """The Series less the points of these years."""
        return replace(
            self, points=tuple(point for point in self.points if point.year not in years)
        )


def _errors(frame: "DataFrame", resource: Passport, column: str) -> list[float | None]:
    """Standard errors of a column, from the published ones or from its bounds;
    None for each row where none exist.
    """
    for told in resource["intervals"]:
        if told["estimate"] == column and "se" in told:
            return frame[told["se"]].tolist()
        if told["estimate"] == column and "low" in told and "high" in told:
            # V-Dem's bounds hold 68 %. They need not be symmetric: half their distance stands for
            # one standard error.
            return ((frame[told["high"]] - frame[told["low"]]) / (2 * Z68)).tolist()
    return [None] * len(frame)


def _told(table: str, column: str) -> tuple["DataFrame", str]:
    """Rows of a table that tell of a column, and the column's name in it.
    Raises CourseError for one that it lacks.
    """
    frame = data.load(table)
    if "indicator" in frame:
        chosen = frame[frame["indicator"] == column]
        if chosen.empty:
            raise unknown("indicator", column, set(frame["indicator"]))
        return chosen, "estimate" if "estimate" in frame else "value"
    if column not in frame:
        raise unknown("column", column, frame.columns)
    return frame, column


@cache
def world(table: str, column: str) -> World:
    """All countries' figures as {year: {iso3: value}}, in the column's unit;
    column as in `from_table`.
    """
    frame, column = _told(table, column)
    frame = frame.dropna(subset=[column])
    told: dict[int, dict[str, float]] = {}
    for iso3, year, value in zip(frame["iso3"], frame["year"], frame[column], strict=True):
        told.setdefault(int(year), {})[iso3] = float(value)
    return told


@cache
def from_table(table: str, column: str, iso3: str) -> Series:
    """A country's Series from a table of the course; of wgi and wwbi, `column` names the indicator.

    Raises CourseError for a country that the table does not have, or a column that it lacks.
    """
    resource = data.passport(table)
    frame, column = _told(table, column)
    frame = frame[frame["iso3"] == iso3].dropna(subset=[column]).sort_values("year")
    if frame.empty:
        raise CourseError(
            f"The table {table!r} has no figures for {iso3!r}; "
            f"course.record.data.load({table!r}) shows which it has."
        )
    points = [
        Point(int(y), float(v), None if e is None else float(e))
        for y, v, e in zip(
            frame["year"], frame[column], _errors(frame, resource, column), strict=True
        )
    ]
    return Series(tuple(points), data.source_line(table), resource["provisional"])


def from_case(case: Case, indicator: str, iso3: str | None = None) -> Series:
    """The Series of an indicator of a case (course.evidence.cases.load), for the case's own country
    unless told otherwise.

    An interval of a case is taken as 95 %. Raises CourseError for an indicator that the case does
    not have.
    """
    iso3 = iso3 or case.iso3
    rows = [r for r in case.indicators if r["indicator"] == indicator and r["iso3"] == iso3]
    if not rows:
        raise unknown("indicator of the case", indicator, {r["indicator"] for r in case.indicators})
    points = [
        Point(
            r["year"],
            r["value"],
            None if r["low"] is None or r["high"] is None else (r["high"] - r["low"]) / (2 * Z95),
        )
        for r in rows
    ]
    sources = dict.fromkeys(r["source"] for r in rows)
    return Series(
        tuple(points), f"{case.name}, a case of your own: {'; '.join(sources)}", provisional=True
    )


def difference(one: Series, other: Series) -> Series:
    """The Series of `one` less `other`, two of one table and unit, over the years that both have.

    The errors of the two are taken as independent.
    """
    beside = {point.year: point for point in other.points}
    points = [
        Point(
            p.year, p.value - q.value, None if p.se is None or q.se is None else hypot(p.se, q.se)
        )
        for p in one.points
        if (q := beside.get(p.year))
    ]
    return Series(tuple(points), one.source, one.provisional or other.provisional)


def longest_run(series: Series, least: float) -> Span | None:
    """First and last year of the longest unbroken run of yearly figures at `least` or above, the
    earlier of two as
    long: (first, last). None if no year reaches it.
    """
    runs: list[list[int]] = []
    for point in series.points:
        if point.value < least:
            continue
        if runs and runs[-1][1] == point.year - 1:
            runs[-1][1] = point.year
        else:
            runs.append([point.year, point.year])
    if not runs:
        return None
    first, last = max(runs, key=lambda run: run[1] - run[0])
    return first, last

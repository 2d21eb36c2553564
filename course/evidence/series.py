"""A series of yearly figures, from a table of the course or from a case, with whatever uncertainty it carries."""

from dataclasses import dataclass

from course import data
from course.errors import CourseError, unknown
from course.evidence.result import Z95

__all__ = ["Point", "Series", "from_case", "from_table"]


@dataclass(frozen=True)
class Point:
    """One year's figure, in the unit of its series; se is its standard error, or None where none is known."""

    year: int
    value: float
    se: float | None = None


@dataclass(frozen=True)
class Series:
    """Points in order of year, with the source line that a chart of them carries."""

    points: tuple[Point, ...]
    source: str
    provisional: bool = False


def from_table(table, column, iso3):
    """A country's Series from a table of the course; of wgi and wwbi, `column` names the indicator.

    Raises CourseError for a country that the table does not have, or a column that it lacks.
    """
    frame, se = data.load(table), None
    if "indicator" in frame:
        if column not in set(frame["indicator"]):
            raise unknown("indicator", column, set(frame["indicator"]))
        frame = frame[frame["indicator"] == column]
        column, se = ("estimate", "se") if "se" in frame else ("value", None)
    elif column not in frame:
        raise unknown("column", column, frame.columns)
    frame = frame[frame["iso3"] == iso3].dropna(subset=[column]).sort_values("year")
    if frame.empty:
        raise CourseError(
            f"The table {table!r} has no figures for {iso3!r}; course.data.load({table!r}) shows which it has."
        )
    errors = frame[se] if se else [None] * len(frame)
    points = [
        Point(int(y), float(v), e if e is None else float(e))
        for y, v, e in zip(frame["year"], frame[column], errors, strict=True)
    ]
    return Series(tuple(points), data.source_line(table), data.passport(table)["provisional"])


def from_case(case, indicator, iso3=None):
    """The Series of an indicator of a case (course.cases.load), for the case's own country unless told otherwise.

    An interval of a case is taken as 95 %. Raises CourseError for an indicator that the case does not have.
    """
    iso3 = iso3 or case.iso3
    rows = [r for r in case.indicators if r["indicator"] == indicator and r["iso3"] == iso3]
    if not rows:
        raise unknown("indicator of the case", indicator, {r["indicator"] for r in case.indicators})
    points = [
        Point(r["year"], r["value"], None if r["low"] is None else (r["high"] - r["low"]) / (2 * Z95))
        for r in rows
    ]
    sources = dict.fromkeys(r["source"] for r in rows)
    return Series(tuple(points), f"{case.name}, a case of your own: {'; '.join(sources)}", provisional=True)

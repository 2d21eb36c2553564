"""Figures of household surveys (WWBI), which come years apart: each country's series,
and its first and last surveys.
"""

from functools import cache

from course.errors import CourseError, unknown
from course.evidence.series import Point, Series, Span
from course.record import data

__all__ = ["APART", "ends", "less", "of", "percent"]

TABLE = "wwbi"
_IN_PER_CENT = {"BI.WAG.TOTL.GD.ZS"}  # the wage bill; the table has all others as parts of one
APART = 5  # years between the first and the last survey compared, at least


@cache
def percent(indicator: str) -> dict[str, Series]:
    """{iso3: Series} of an indicator of WWBI that is a share, a ratio or a premium,
    in per cent; no errors exist.
    """
    frame = data.load(TABLE)
    frame = frame[frame["indicator"] == indicator].sort_values("year")
    if frame.empty:
        raise unknown("indicator", indicator, set(data.load(TABLE)["indicator"]))
    source, scale = data.source_line(TABLE), 1 if indicator in _IN_PER_CENT else 100
    return {
        str(iso3): Series(
            tuple(
                Point(int(y), scale * float(v))
                for y, v in zip(rows["year"], rows["value"], strict=True)
            ),
            source,
        )
        for iso3, rows in frame.groupby("iso3")
    }


def of(indicator: str, iso3: str) -> Series:
    """A country's Series of an indicator, in per cent.
    Raises CourseError if no survey of the country has it.
    """
    series = percent(indicator).get(iso3)
    if series is None:
        raise CourseError("No survey of this country has this figure.")
    return series


def less(one: Series, other: Series) -> Series:
    """The Series of `one` less `other`, in their unit, in the years that both have.
    Raises CourseError if none.
    """
    theirs = {point.year: point.value for point in other.points}
    points = [Point(p.year, p.value - theirs[p.year]) for p in one.points if p.year in theirs]
    if not points:
        raise CourseError("No survey of this country has both figures.")
    return Series(tuple(points), one.source, one.provisional)


def ends(series: Series, width: int) -> tuple[Span, Span]:
    """The years of the first and of the last `width` surveys: ((first, last), (first, last)).

    Raises CourseError if the two overlap, or the first and the last survey lie less than five years
    apart.
    """
    years = series.years
    if len(years) < 2 * width:
        raise CourseError(f"The record has {len(years)} surveys, too few for {width} at each end.")
    if years[-1] - years[0] < APART:
        raise CourseError(f"The first and the last survey lie less than {APART} years apart.")
    return (years[0], years[width - 1]), (years[-width], years[-1])

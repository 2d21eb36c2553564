"""Schooling as a result: did primary completion or literacy slide, against Pakistan's own past and
beside its neighbours?
"""

from collections.abc import Callable, Mapping
from statistics import fmean

from course.errors import CourseError
from course.evidence import periods
from course.evidence.as_read._asked import asked
from course.evidence.inquiries.shared.countries import NEIGHBOURS
from course.evidence.inquiry import Inquiry
from course.evidence.result import Result
from course.evidence.series import Point, Series, from_table

__all__ = ["ASKED"]

_TABLE = "wdi"
_COLUMNS = {"completion": "primary_completion", "literacy": "adult_literacy"}
_FEWEST = 10  # years between the first and the last figure, at least


def _lead(column: str) -> Series:
    """Pakistan less the mean of its neighbours, in the years that all five have."""
    own = from_table(_TABLE, column, "PAK")
    others = [
        {point.year: point.value for point in from_table(_TABLE, column, code).points}
        for code in NEIGHBOURS
        if code != "PAK"
    ]
    points = [
        Point(p.year, p.value - fmean(of[p.year] for of in others))
        for p in own.points
        if all(p.year in of for of in others)
    ]
    return Series(tuple(points), own.source, own.provisional)


def _compare(what: str, beside: str, width: int) -> Result:
    column = _COLUMNS[what]
    series = _lead(column) if beside == "neighbours" else from_table(_TABLE, column, "PAK")
    years = series.years
    if len(years) < 2 * width or years[-1] - years[0] < _FEWEST:
        raise CourseError(
            f"The five countries have {column.replace('_', ' ')} together for "
            f"{len(years)} year{'s'[: len(years) != 1]}, too few to compare {width} at each end."
        )
    return periods.change(series, (years[0], years[width - 1]), (years[-width], years[-1]))


def _schooling() -> Inquiry:
    return asked(
        "schooling-as-a-result",
        (_TABLE,),
        subjects={
            "what": {"completion": "primary completion", "literacy": "literacy of adults"},
            "beside": {"own": "its own earlier years", "neighbours": "its neighbours"},
        },
        choices={"width": {1: "one figure at each end", 2: "two"}},
        compare=_compare,
        expects=-1,
        floor=5,
        unit="percentage points",
    )


ASKED: Mapping[str, Callable[[], Inquiry]] = {"schooling-as-a-result": _schooling}

"""14. Has the education of officials fallen? Credentials of public employees,
by themselves and beside private ones.
"""

from course.errors import CourseError
from course.evidence import periods, surveys
from course.evidence.inquiries.shared.countries import asked_of
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result
from course.evidence.series import Point, Series

__all__ = ["inquiry"]

_PUBLIC, _PRIVATE = "BI.PWK.PUBS.TT.ZS", "BI.PWK.PRVS.TT.ZS"
_UNSCHOOLED, _GRADUATES = "BI.PWK.PUBS.NN.ZS", "BI.EMP.TOTL.PB.TT.ZS"
_BESIDE = {"alone": "by themselves", "private": "beside private employees"}
_MEASURES = {
    "degree": "tertiary education",
    "schooling": "any schooling",
    "graduates": "the public share of graduates",
}

_SAID = {
    ("alone", "degree"): "the tertiary-educated share of public employees",
    ("alone", "schooling"): "the share of public employees with any schooling",
    ("private", "degree"): "the lead of public employees in tertiary education",
    ("private", "graduates"): "the public share of graduates in work",
}
_AXIS = {
    ("alone", "degree"): "Tertiary education",
    ("alone", "schooling"): "Any schooling",
    ("private", "degree"): "Lead in tertiary education",
    ("private", "graduates"): "Graduates in public employ",
}


def _series(country: str, beside: str, measure: str) -> tuple[Series, Series | None]:
    """(the Series compared, the one drawn beside it or None), in per cent or percentage points."""
    if beside == "alone" and measure == "graduates":
        raise CourseError("The share of all graduates sets the state beside other employers.")
    if beside == "private" and measure == "schooling":
        raise CourseError("The table does not tell how many private employees have no schooling.")
    if measure == "graduates":
        return surveys.of(_GRADUATES, country), None
    if measure == "schooling":
        none = surveys.of(_UNSCHOOLED, country)
        return Series(tuple(Point(p.year, 100 - p.value) for p in none.points), none.source), None
    public = surveys.of(_PUBLIC, country)
    if beside == "alone":
        return public, None
    private = surveys.of(_PRIVATE, country)
    return surveys.less(public, private), private


def _ratios(country: str) -> str:
    """How many times the private share with tertiary education the public one is,
    in the first and the last survey.
    """
    try:
        public, private = surveys.of(_PUBLIC, country), surveys.of(_PRIVATE, country)
        first, *_, last = surveys.less(public, private).years
    except (CourseError, ValueError):
        return ""
    a, b = (public.of([y])[0].value / private.of([y])[0].value for y in (first, last))
    return (
        f" As a ratio, the public share with tertiary education was {a:.1f} times the private one "
        f"in {first}, {b:.1f} times in {last}."
    )


def _trimmed(series: Series, start: int) -> Series:
    """The series without its first survey, if `start` asks for it."""
    points = series.points[start:]
    if len(points) < 2:
        raise CourseError("The record has too few surveys to leave one out.")
    return Series(points, series.source)


def _compare(country: str, beside: str, measure: str, width: int, start: int) -> Result:
    series = _trimmed(_series(country, beside, measure)[0], start)
    before, after = surveys.ends(series, width)
    result = periods.change(series, before, after)
    result.facts.update(
        first=before[0], last=after[1], ratios=_ratios(country), measure=_SAID[beside, measure]
    )
    return result


def _draw(country: str, beside: str, measure: str, width: int, start: int) -> Lines:
    series, private = _series(country, beside, measure)
    before, after = surveys.ends(_trimmed(series, start), width)
    means = (
        ("first surveys", periods.mean(series, *before)),
        ("last surveys", periods.mean(series, *after)),
    )
    return Lines(
        y=_AXIS[beside, measure],
        unit="percentage points" if private else "per cent",
        main=series,
        beside=private,
        names=("lead", "private share") if private else ("public",),
        means=means,
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry: a comparison with private employees, like a country, is another question."""
    return Inquiry(
        id="education",
        tables=("wwbi",),
        subjects={"country": asked_of(country), "beside": _BESIDE},
        choices={
            "measure": _MEASURES,
            "width": {1: "one survey at each end", 2: "two", 3: "three"},
            "start": {0: "from the first survey", 1: "from the second"},
        },
        labels={
            "country": "Country",
            "beside": "Officials",
            "measure": "Education",
            "width": "Surveys compared",
            "start": "The record counts",
        },
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=2,
        unit="percentage points",
    )

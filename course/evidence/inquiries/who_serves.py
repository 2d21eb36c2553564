"""16. Who is in the service? Women in the state's employ, beside women in private employ."""

from statistics import fmean

from course.errors import CourseError
from course.evidence import peers, periods, surveys
from course.evidence.contrast import Contrast
from course.evidence.inquiries.shared.countries import asked_of
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result, found
from course.evidence.series import Series

__all__ = ["inquiry"]

# measure -> (public, private): the table has no managers of private employers
_PAIRS = {
    "employees": ("BI.PWK.PUBS.FE.ZS", "BI.PWK.PRVS.FE.ZS"),
    "managers": ("BI.PWK.PUBS.SN.FE.ZS", "BI.PWK.PRVS.FE.ZS"),
    "pay": ("BI.WAG.PUBS.FM.MD", "BI.WAG.PRVS.FM.MD"),
}
_MEASURES = {
    "employees": "women among public employees",
    "managers": "women among public managers",
    "pay": "women's public pay as a share of men's",
}
_AXIS = {
    "employees": "Women among employees",
    "managers": "Women among public managers",
    "pay": "Women's pay, men's = 100",
}
_BESIDE = {"employees": "private employees", "managers": "private employees", "pay": "private pay"}


def _pair(country: str, measure: str) -> tuple[Series, Series]:
    public, private = _PAIRS[measure]
    return surveys.of(public, country), surveys.of(private, country)


def _last(series: Series, count: int) -> tuple[int, ...]:
    """The years of the last `count` surveys, of all if 0."""
    if count and len(series.points) < count:
        raise CourseError(
            f"The record has too few surveys with both figures for a mean of {count}."
        )
    return series.years[-(count or len(series.points)) :]


def _compare(country: str, measure: str, count: int) -> Result:
    public, private = _pair(country, measure)
    gap = surveys.less(public, private)
    years = _last(gap, count)
    first, last = gap.years[0], gap.years[-1]
    latest = {
        code: 100 - s.points[-1].value for code, s in surveys.percent(_PAIRS[measure][0]).items()
    }
    place, of = peers.rank(latest, country)  # from the lowest figure

    def mean(series: Series) -> float:
        return fmean(point.value for point in series.of(years))

    return found(
        mean(gap), None, n=len(years), years=years, source=public.source,
        contrast=Contrast(gap, dict.fromkeys(years, 1 / len(years))), public=mean(public),
        private=mean(private),
        first=first, early=public.of([first])[0].value, last=last, late=public.of([last])[0].value,
        beside=_BESIDE[measure], place=place, of=of,
    )  # fmt: skip


def _draw(country: str, measure: str, count: int) -> Lines:
    public, private = _pair(country, measure)
    years = _last(surveys.less(public, private), count)
    compared = {"public": public, "private": private}
    means = [
        (words, periods.mean(Series(s.of(years), s.source), years[0], years[-1]))
        for words, s in compared.items()
    ]
    return Lines(
        y=_AXIS[measure],
        unit="per cent",
        main=public,
        beside=private,
        names=("public", "private employees" if measure == "managers" else "private"),
        means=tuple(means),
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry: which women, and which surveys, are choices;
    the yardstick is the country's own private employ.
    """
    return Inquiry(
        id="who-serves",
        tables=("wwbi",),
        subjects={"country": asked_of(country)},
        choices={
            "measure": _MEASURES,
            "count": {
                1: "the latest survey",
                3: "the mean of the last three",
                0: "the mean of all",
            },
        },
        labels={"country": "Country", "measure": "Measure", "count": "Surveys"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=2,
        unit="percentage points",
    )

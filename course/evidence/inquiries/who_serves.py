"""16. Who is in the service? State jobs by class first, as the claim's words were read; then women
in the state's employ, beside women in private employ.
"""

from functools import cache
from math import fsum
from statistics import fmean

from course.errors import CourseError
from course.evidence import peers, periods, surveys
from course.evidence.contrast import Contrast
from course.evidence.inquiries.shared.countries import asked_of, names, peers_of
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Fact, Result, found
from course.evidence.series import Series, difference, from_table, world
from course.record import data

__all__ = ["inquiry"]

_TABLE, _COLUMN = "vdem-v15", "state_jobs_by_class"
_WHAT = {
    "class": "state jobs by class",
    "since": "state jobs by class, since the 1990s",
    "region": "state jobs by class, beside South Asia",
    "women": "women, beside private employers",
}
# the smallest step that is read, in the unit of each
_STEP = {"class": 0.5, "women": 2.0}
_PERSIST = (1990, 1999)  # the years after which the words ask whether it persists
# 0 on this scale is the mean of all countries and years that the experts coded, long ago, too; in
# the years asked most countries stand above it.
_MARKS = {
    "zero": "0, the mean of all countries and years",
    "middle": "the middle of all countries in the same years",
}
_BESIDE_OF = {
    "zero": "0, the mean of all countries and years",
    "middle": "the middle of all countries",
    "since": "its own 1990s",
    "region": "the median of South Asia",
}
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


@cache
def _median(country: str, among: str) -> Series:
    """The yearly medians of the rest of South Asia, or of all other countries."""
    own = from_table(_TABLE, _COLUMN, country)
    return peers.medians(own, world(_TABLE, _COLUMN), peers_of(country, among))


def _weights(
    own: Series, country: str, beside: str, count: int
) -> tuple[Series, dict[int, float], tuple[int, ...]]:
    """What is summed, with the weight of each year, and the years asked."""
    if beside == "since":
        early = [point.year for point in own.of(range(_PERSIST[0], _PERSIST[1] + 1))]
        later = own.of(range(_PERSIST[1] + 1, own.years[-1] + 1))
        years = _last(Series(later, own.source), count)
        weights = dict.fromkeys(early, -1 / len(early)) | dict.fromkeys(years, 1 / len(years))
        return own, weights, years
    gap = own
    if beside != "zero":
        among = "all" if beside == "middle" else "region"
        gap = difference(own, _median(country, among))
    years = _last(gap, count)
    return gap, dict.fromkeys(years, 1 / len(years)), years


def _by_class(country: str, beside: str, count: int) -> Result:
    """How equally classes get state jobs: beside a mark, its own 1990s or South Asia."""
    own = from_table(_TABLE, _COLUMN, country)
    series, weights, years = _weights(own, country, beside, count)
    early = own.of(range(_PERSIST[0], _PERSIST[1] + 1))
    value = {point.year: point.value for point in series.points}
    size = fsum(weight * value[year] for year, weight in weights.items())
    level = fmean(point.value for point in own.of(years))
    then = fmean(point.value for point in early)
    last = own.points[-1]
    told: dict[str, Fact] = {
        "topic": "state jobs by class",
        "value": f"{level:.2f}",
        "gap": f"{abs(size):.1f} V-Dem points",
        "beside": _BESIDE_OF[beside],
        "shown": (
            "On a scale on which low means that the rich get the state's jobs, and 0 is the mean "
            f"of all countries and years, {names()[country]} stood at {then:.2f} on average "
            f"from {_PERSIST[0]} to {_PERSIST[1]} and at {last.value:.2f} in {last.year}. "
            "Elite character would persist if that had been low and had not risen."
        ),
    }
    step = _STEP["class"]
    result = found(
        size / step, None, n=len(years), years=years, source=own.source,
        provisional=own.provisional,
        contrast=Contrast(series, {year: weight / step for year, weight in weights.items()}),
    )  # fmt: skip
    result.facts.update(told)
    return result


def _of_women(country: str, measure: str, count: int) -> Result:
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

    early, late = public.of([first])[0].value, public.of([last])[0].value
    told: dict[str, Fact] = {
        "topic": _MEASURES[measure],
        "value": f"{mean(public):.0f} per cent",
        "gap": f"{abs(mean(gap)):.0f} points",
        "beside": _BESIDE[measure],
        "shown": (
            f"The public figure is {mean(public):.1f} per cent, the private {mean(private):.1f}. "
            f"The public one was {early:.1f} in {first} and {late:.1f} in {last}. In each "
            f"country's latest survey, {names()[country]} has place {place} of {of}, the lowest "
            "first."
        ),
    }
    step = _STEP["women"]
    result = found(
        mean(gap) / step, None, n=len(years), years=years, source=public.source,
        contrast=Contrast(gap, dict.fromkeys(years, 1 / len(years) / step)),
        public=mean(public), private=mean(private), place=place, of=of,
    )  # fmt: skip
    result.facts.update(told)
    return result


def _compare(country: str, what: str, mark: str, measure: str, count: int) -> Result:
    if what != "class" and mark != next(iter(_MARKS)):
        raise CourseError("This reading is beside no mark: the choice changes nothing.")
    if what == "women":
        return _of_women(country, measure, count)
    if measure != next(iter(_MEASURES)):
        raise CourseError("This reading is not of women: the choice changes nothing.")
    return _by_class(country, mark if what == "class" else what, count)


def _draw(country: str, what: str, mark: str, measure: str, count: int) -> Lines:
    if what != "women":
        own = from_table(_TABLE, _COLUMN, country)
        beside = mark if what == "class" else what
        years = _weights(own, country, beside, count)[-1]
        middle = beside == "middle"
        means = {"years asked": (years[0], years[-1])}
        if beside == "since":
            means["the 1990s"] = _PERSIST
        shown = middle or country in data.group("south-asia")
        return Lines(
            y="State jobs by class",
            unit="V-Dem scale",
            main=own,
            beside=_median(country, "all" if middle else "region") if shown else None,
            names=(names()[country], f"median of {'all countries' if middle else 'South Asia'}"),
            means=tuple((words, periods.mean(own, *span)) for words, span in means.items()),
        )
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
    """The Inquiry: whose jobs is another question; which women, and which figures, are choices."""
    return Inquiry(
        id="who-serves",
        tables=(_TABLE, "wwbi"),
        subjects={"country": asked_of(country), "what": _WHAT},
        choices={
            "mark": _MARKS,
            "measure": _MEASURES,
            "count": {
                1: "the latest figure",
                3: "the mean of the last three",
                0: "the mean of all",
            },
        },
        labels={
            "country": "Country",
            "what": "Read as",
            "mark": "Class beside",
            "measure": "Which women",
            "count": "Figures",
        },
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=1,
        unit="times the smallest step that we read",
    )

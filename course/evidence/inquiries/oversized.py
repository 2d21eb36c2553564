"""13. Is the state oversized? Its share of jobs, and its pay,
beside the median of other countries.
"""

from collections.abc import Callable
from functools import cache
from statistics import fmean, median

from course.errors import CourseError
from course.evidence import peers, surveys
from course.evidence.inquiries.shared.countries import asked_of
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Dot, Dots
from course.evidence.result import Result
from course.record import data

__all__ = ["UNCOUNTED", "inquiry"]

INDICATORS = {
    ("jobs", "paid"): "BI.EMP.PWRK.PB.ZS",
    ("jobs", "formal"): "BI.EMP.FRML.PB.ZS",
    ("jobs", "total"): "BI.EMP.TOTL.PB.ZS",
    ("pay", "paid"): "BI.WAG.PREM.PB.GP",
    ("pay", "formal"): "BI.WAG.PREM.PB",
}
_WHAT = {"jobs": "public share of jobs", "pay": "public pay premium"}
_BASES = {"paid": "paid employees", "formal": "formal employees", "total": "all who work"}
_SURVEYS = {"latest": "the latest", "recent": "the latest since 2010", "mean": "the mean of all"}
_PEERS = {
    "all": "all countries",
    "alike": "countries near its income",
    "region": "South Asia",
}
UNCOUNTED = (
    "That counts the other countries alone; the surveys publish no errors, so how often a verdict "
    "is false is not known."
)
_FEWEST = 6  # others: the whole range of fewer holds their median with less than 95 %
_DECADE = range(2010, 2020)  # years whose mean income says which countries are alike


@cache
def _income() -> dict[str, float]:
    wdi = data.load("wdi")
    means = wdi[wdi["year"].isin(_DECADE)].groupby("iso3")["income_per_head"].mean().dropna()
    return {str(code): float(mean) for code, mean in means.items()}


@cache
def _among(group: str, country: str) -> Callable[[str], bool]:
    """Whether a country belongs to the group that `country` is compared with."""
    income = _income()
    if group == "region":
        region = set(data.group("south-asia"))
        return lambda code: code in region
    if group == "alike" and country in income:
        mine = income[country]
        return lambda code: mine / 2 <= income.get(code, 0) <= 2 * mine
    return lambda _: group == "all"


@cache
def _values(what: str, base: str, survey: str) -> dict[str, float]:
    """{iso3: per cent} by one way to sum up each country's surveys."""
    if (what, base) not in INDICATORS:
        raise CourseError("No survey compares public pay with that of all who work.")
    values: dict[str, float] = {}
    for iso3, series in surveys.percent(INDICATORS[what, base]).items():
        if survey == "mean":
            values[iso3] = fmean(point.value for point in series.points)
        elif survey == "latest" or series.years[-1] >= 2010:
            values[iso3] = series.points[-1].value
    return values


@cache
def _compared(country: str, what: str, base: str, survey: str, group: str) -> dict[str, float]:
    """{iso3: per cent} of the country and of those that it is compared with."""
    values, among = _values(what, base, survey), _among(group, country)
    if country not in values:
        raise CourseError("No survey of this country has this figure.")
    values = {code: value for code, value in values.items() if code == country or among(code)}
    if len(values) <= _FEWEST:
        raise CourseError(f"Fewer than {_FEWEST} countries remain to compare with.")
    return values


@cache
def _compare(country: str, what: str, base: str, survey: str, group: str) -> Result:
    values = _compared(country, what, base, survey, group)
    year = surveys.of(INDICATORS[what, base], country).years[-1]
    result = peers.against_median(values, country, year, source=data.source_line("wwbi"))
    result.facts.update(others=result.n - 1, year=year)
    return result


def _draw(country: str, what: str, base: str, survey: str, group: str) -> Dots:
    asked = {"country": country, "what": what, "base": base, "survey": survey, "group": group}
    result, values = _compare(**asked), _values(what, base, survey)
    low, high = result.bounds
    middle = median(v for c, v in _compared(**asked).items() if c != country)
    rows: list[Dot] = [
        (name, values[c], None, c == country)
        for c, name in asked_of(country).items()
        if c in values
    ]
    rows.append((f"median of {result.facts['others']}", middle, (high - low) / 2, False))
    return Dots(x=_WHAT[what].capitalize(), unit="per cent", rows=tuple(rows), at=middle)


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry: pay, like a country, is another question; whose jobs,
    which surveys and which peers are choices.
    """
    return Inquiry(
        id="oversized",
        tables=("wwbi", "wdi"),
        subjects={"country": asked_of(country), "what": _WHAT},
        choices={"base": _BASES, "survey": _SURVEYS, "group": _PEERS},
        labels={
            "country": "Country",
            "what": "Measure",
            "base": "Among",
            "survey": "Surveys",
            "group": "Compared with",
        },
        compare=_compare,
        draw=_draw,
        expects=1,
        band=5,
        unit="percentage points",
        uncounted=UNCOUNTED,
    )

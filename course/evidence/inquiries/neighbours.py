"""7. Does the diagnosis set Pakistan apart from its neighbours? Six indicators, five countries."""

from functools import cache
from math import hypot
from statistics import fmean

from course.evidence import errors, peers, periods
from course.evidence.contrast import Contrast
from course.evidence.inquiries.performance import INDICATORS
from course.evidence.inquiries.shared.countries import NEIGHBOURS, asked_of, names
from course.evidence.inquiry import Inquiry
from course.evidence.periods import Mean
from course.evidence.picture import Dots
from course.evidence.result import Z95, Result, found
from course.evidence.series import Point, Series, from_table

__all__ = ["inquiry"]

SPANS = {"last": (2019, 2023), "text": (2014, 2018), "all": (1996, 2023)}
_TOGETHER = "mean"


@cache
def _mean(indicator: str, country: str, years: str) -> Mean:
    return periods.mean(from_table("wgi", indicator, country), *SPANS[years])


def _beside(country: str) -> list[str]:
    return [code for code in NEIGHBOURS if code != country]


def _terms(indicator: str, country: str, years: str, weight: float) -> list[errors.Term]:
    """A country's years as terms of the gap, `weight` shared among them."""
    first, last = SPANS[years]
    points = from_table("wgi", indicator, country).of(range(first, last + 1))
    return [errors.Term(weight / len(points), p.error, p.year, country=country) for p in points]


@cache
def _gap(indicator: str, country: str, codes: tuple[str, ...]) -> Series:
    """The country less the mean of others, year by year,
    with the errors of both taken as independent.
    """
    beside = [{p.year: p for p in from_table("wgi", indicator, c).points} for c in codes]
    own = from_table("wgi", indicator, country)
    points: list[Point] = []
    for p in own.points:
        others = [of[p.year] for of in beside if p.year in of]
        if len(others) == len(codes):
            se = hypot(p.error, *(o.error / len(codes) for o in others))
            points.append(Point(p.year, p.value - fmean(o.value for o in others), se))
    return Series(tuple(points), own.source, own.provisional)


def _compare(country: str, indicator: str, neighbour: str, years: str) -> Result:
    codes = _beside(country) if neighbour == _TOGETHER else [neighbour]
    own, theirs = (
        _mean(indicator, country, years).value,
        fmean(_mean(indicator, c, years).value for c in codes),
    )
    halves = errors.halves(
        [
            t
            for c in (country, *codes)
            for t in _terms(indicator, c, years, 1 if c == country else -1 / len(codes))
        ]
    )
    gap = _gap(indicator, country, tuple(codes))
    first, last = SPANS[years]
    at = [year for year in gap.years if first <= year <= last]
    result = found(
        own - theirs, errors.widest(halves), n=1 + len(codes), years=(last,), source=gap.source,
        provisional=gap.provisional, otherwise=halves, contrast=Contrast(gap, dict.fromkeys(at,
            1 / len(at))),
        one=own, other=theirs,
    )  # fmt: skip
    all_of_them = {c: _mean(indicator, c, years).value for c in [country, *_beside(country)]}
    place, of = peers.rank(all_of_them, country)
    result.facts.update(
        place=place,
        of=of,
        first=first,
        last=last,
    )
    return result


def _draw(country: str, indicator: str, neighbour: str, years: str) -> Dots:
    means = {c: _mean(indicator, c, years) for c in [country, *_beside(country)]}
    return Dots(
        x=INDICATORS[indicator].capitalize(),
        unit="WGI units",
        rows=tuple((names()[c], m.value, Z95 * m.error, c == country) for c, m in means.items()),
        at=fmean(
            means[c].value for c in (_beside(country) if neighbour == _TOGETHER else [neighbour])
        ),
        at_words=neighbour,
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry, of Pakistan or of `country`: each neighbour, and their mean,
    is another way to set it beside them.
    """
    country = country or "PAK"
    name = asked_of(country)[country]
    them = "neighbours" if country in NEIGHBOURS else "South Asian countries"
    others = {code: NEIGHBOURS[code] for code in _beside(country)}
    return Inquiry(
        id="neighbours",
        tables=("wgi",),
        subjects={"country": {country: name}, "indicator": INDICATORS},
        choices={
            "neighbour": {_TOGETHER: f"the mean of the {len(others)} {them}"} | others,
            "years": {
                "last": "the last five years, 2019 to 2023",
                "text": "the five before, 2014 to 2018",
                "all": "all years, 1996 to 2023",
            },
        },
        labels={
            "country": "Country",
            "indicator": "Indicator",
            "neighbour": "Beside",
            "years": "Years",
        },
        compare=_compare,
        draw=_draw,
        expects=-1,
        band=0.5,
        unit="WGI units",
    )

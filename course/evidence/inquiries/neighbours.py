"""7. Does the diagnosis set Pakistan apart from its neighbours? Six indicators, five countries."""

from dataclasses import replace
from functools import cache
from math import sqrt

from course.evidence import peers, periods
from course.evidence.inquiries.countries import NEIGHBOURS, asked_of, names
from course.evidence.inquiries.performance import INDICATORS
from course.evidence.inquiry import Inquiry
from course.evidence.peers import Measured
from course.evidence.periods import Mean
from course.evidence.picture import Dots
from course.evidence.result import Z95, Result
from course.evidence.series import from_table

__all__ = ["inquiry"]

SPANS = {"last": (2019, 2023), "text": (2014, 2018), "all": (1996, 2023)}
_TOGETHER = "mean"


@cache
def _mean(indicator: str, country: str, years: str) -> Mean:
    # The same sources judge a country each year: in a level, unlike a change, their error does not cancel.
    series = replace(from_table("wgi", indicator, country), together=True)
    return periods.mean(series, *SPANS[years])


def _beside(country: str) -> list[str]:
    return [code for code in NEIGHBOURS if code != country]


def _others(indicator: str, neighbour: str, years: str, country: str) -> Measured:
    """(figure, standard error) of one neighbour, or of the mean of them all, their errors taken as independent."""
    means = [
        _mean(indicator, c, years) for c in (_beside(country) if neighbour == _TOGETHER else [neighbour])
    ]
    return sum(m.value for m in means) / len(means), sqrt(sum(m.error**2 for m in means)) / len(means)


def _compare(country: str, indicator: str, neighbour: str, years: str) -> Result:
    own = _mean(indicator, country, years)
    theirs = _others(indicator, neighbour, years, country)
    series = from_table("wgi", indicator, country)
    result = peers.gap(
        (own.value, own.se), theirs, own.last, source=series.source, provisional=series.provisional
    )
    all_of_them = {c: _mean(indicator, c, years).value for c in [country, *_beside(country)]}
    place, of = peers.rank(all_of_them, country)
    lowest = min(all_of_them, key=all_of_them.__getitem__)
    first, last = SPANS[years]
    result.facts.update(
        place=place,
        of=of,
        lowest=names()[lowest],
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
        at=_others(indicator, neighbour, years, country)[0],
        at_words=neighbour,
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry, of Pakistan or of `country`: each neighbour, and their mean, is another way to set it beside them."""
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
        labels={"country": "Country", "indicator": "Indicator", "neighbour": "Beside", "years": "Years"},
        compare=_compare,
        draw=_draw,
        expects=-1,
        unit="WGI units",
    )

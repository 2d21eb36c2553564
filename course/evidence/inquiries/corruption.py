"""8. Does corruption prevail? Two sources, each as distance from the median country."""

import re
from functools import cache

from course.errors import CourseError
from course.evidence import peers, periods
from course.evidence.inquiries.shared.cited import Cited, said
from course.evidence.inquiries.shared.countries import PEERS, asked_of, peers_of
from course.evidence.inquiry import Inquiry
from course.evidence.periods import Mean
from course.evidence.picture import Lines
from course.evidence.result import Z95, Result
from course.evidence.series import Point, Series, Span, from_table, world
from course.record import data

__all__ = ["inquiry"]

# source -> table, column, and 1 where high means corrupt
SOURCES = {"vdem": ("vdem-v13", "political_corruption", 1), "wgi": ("wgi", "cc", -1)}
_SCALES = {
    "vdem": "its own scale, 0 to 1, high where corruption is",
    "wgi": "its own scale, about \N{MINUS SIGN}2.5 to 2.5, high where corruption is controlled",
}
# years that both sources have
SPANS = {
    "last": (2018, 2022),
    "text": (2013, 2017),
    "earlier": (2008, 2012),
    "all": (1996, 2022),
}


@cache
def _standing(country: str, group: str, source: str) -> Series:
    table, column, sign = SOURCES[source]
    series = from_table(table, column, country)
    return peers.standing(series, world(table, column), peers_of(country, group), sign)


@cache
def _governments(series: Series) -> list[tuple[str, Mean]]:
    """[(name, Mean)] of Pakistan's governments, in order, those that the series has years of."""
    told: list[tuple[str, Mean]] = []
    for row in sorted(data.rows("pakistan-regimes"), key=lambda row: int(row["first_year"])):
        name = re.sub(r"^(\d{4})-$", r"from \1", row["regime"])
        try:
            first = max(int(row["first_year"]), series.years[0])
            last = min(int(row["last_year"]), series.years[-1])
            told.append((name, periods.mean(series, first, last)))
        except CourseError:  # the source begins later
            continue
    return told


def _by_government(series: Series) -> str:
    # No highest and no lowest: the measure is relative, and moves when the rest of the world does.
    means = _governments(series)
    above = sum(m.value - Z95 * m.error > 0 for _, m in means)
    return (
        f"Of {len(means)} governments on this record, {above} lie above the median by more than "
        "their interval."
    )


def _raw(country: str, group: str, source: str, years: Span) -> dict[str, float]:
    """The source's own figures over the years: the country's mean,
    and that of the median of the others.
    """
    table, column, _ = SOURCES[source]
    own = from_table(table, column, country)
    others = peers.medians(own, world(table, column), peers_of(country, group))
    return {"own": periods.mean(own, *years).value, "others": periods.mean(others, *years).value}


def _cited(row: Cited) -> str:
    error = "" if row.se is None else f" (standard error {row.se:g})"
    return f"{row.value:.0f} in {row.year}{error}"


def _compare(country: str, group: str, source: str, years: str) -> Result:
    series = _standing(country, group, source)
    first, last = SPANS[years]
    result = periods.level(series, (first, last))
    result.facts.update(
        first=first, last=last, side="above" if result.estimate > 0 else "below",
        scale=_SCALES[source],
        governments=_by_government(series) if country == "PAK" else "", cited=said("Transparency",
            country, _cited),
        **_raw(country, group, source, (first, last)),
    )  # fmt: skip
    return result


def _draw(country: str, group: str, source: str, years: str) -> Lines:
    series = _standing(country, group, source)
    middle = Series(tuple(Point(year, 0.0) for year in series.years), series.source)
    first, last = SPANS[years]
    means = (
        _governments(series)
        if country == "PAK"
        else [("years compared", periods.mean(series, first, last))]
    )
    return Lines(
        y="Above the median",
        unit="standard deviations",
        main=series,
        beside=middle,
        names=(asked_of(country)[country], "the median"),
        means=tuple(means),
        marks=((first, str(first)), (last, str(last))),
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry: whom a country is set beside is another question;
    source and years are choices, in one unit.
    """
    return Inquiry(
        id="corruption",
        tables=("vdem-v13", "wgi", "wdi", "cited-figures"),
        subjects={"country": asked_of(country), "group": PEERS},
        choices={
            "source": {
                "vdem": "V-Dem, political corruption",
                "wgi": "WGI, lack of corruption control",
            },
            "years": {
                "last": "the last five of both, 2018 to 2022",
                "text": "the five before, 2013 to 2017",
                "earlier": "2008 to 2012",
                "all": "all of both, 1996 to 2022",
            },
        },
        labels={
            "country": "Country",
            "group": "Beside the median of",
            "source": "Source",
            "years": "Years",
        },
        compare=_compare,
        draw=_draw,
        expects=1,
        band=0.5,
        unit="standard deviations across countries",
        by="source",
    )

"""9. Is the service politicised? Three measures of one source,
each against the median of other countries.
"""

from dataclasses import replace
from functools import cache
from math import fsum

from course.errors import CourseError
from course.evidence import peers, periods
from course.evidence.contrast import Contrast
from course.evidence.inquiries.shared.cited import Cited, said
from course.evidence.inquiries.shared.countries import PEERS, asked_of, peers_of
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result
from course.evidence.series import Series, difference, from_table, world

__all__ = ["inquiry"]

TABLE = "vdem-v15"
# Low is the politicised end of all three.
MEASURES = {
    "impartiality": "impartial administration",
    "state_jobs_by_politics": "state jobs for every political camp",
    "merit": "appointment by merit, not ties",
}
# years that all three have
SPANS = {
    "last": (2019, 2023),
    "text": (2014, 2018),
    "all": (1990, 2023),
}


@cache
def _means(measure: str, years: str) -> dict[str, float]:
    """{iso3: mean of the measure} of countries with a figure for every year of the span."""
    first, last = SPANS[years]
    told = [world(TABLE, measure)[year] for year in range(first, last + 1)]
    complete = set(told[0]).intersection(*told)
    return {c: fsum(of[c] for of in told) / len(told) for c in complete}


def _rank(row: Cited) -> str:
    what, (_, _, of, _) = row.measure.split(" (")[0].lower(), row.scale.split()
    end = " from the highest" if "from the highest" in row.measure else ""
    return f"{what}, {row.value:.0f} of {of}{end}"


def _compare(country: str, group: str, measure: str, years: str) -> Result:
    values = _means(measure, years)
    if country not in values:
        raise CourseError(
            f"{MEASURES[measure].capitalize()} has no figure for {country} in some of these years."
        )
    of_them = {
        c: v for c, v in values.items() if c == country or c in set(peers_of(country, group))
    }
    series = from_table(TABLE, measure, country)
    first, last = SPANS[years]
    result = peers.against_median(
        of_them, country, last, source=series.source, provisional=series.provisional
    )
    result.facts.update(
        first=first, last=last, cited=said("QoG Expert Survey 2020", country, _rank),
        below="below" if result.estimate < 0 else "above",
    )  # fmt: skip
    # The others are all but every country there is, and the country's own error is unknown: the
    # floor judges.
    gap = difference(series, _medians(country, group, measure))
    weights = dict.fromkeys(range(first, last + 1), 1 / (last - first + 1))
    return replace(result, interval=None, inner=None, contrast=Contrast(gap, weights))


@cache
def _medians(country: str, group: str, measure: str) -> Series:
    series = from_table(TABLE, measure, country)
    return peers.medians(series, world(TABLE, measure), peers_of(country, group))


def _draw(country: str, group: str, measure: str, years: str) -> Lines:
    series = from_table(TABLE, measure, country)
    first, last = SPANS[years]
    return Lines(
        y=MEASURES[measure].capitalize(),
        unit="V-Dem scale",
        main=series,
        beside=_medians(country, group, measure),
        names=(asked_of(country)[country], "median of the others"),
        means=((f"mean of {asked_of(country)[country]}", periods.mean(series, first, last)),),
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry: whom a country is set beside is another question;
    the measures may disagree, as sources do.
    """
    return Inquiry(
        id="politicised",
        tables=(TABLE, "wdi", "cited-figures"),
        subjects={"country": asked_of(country), "group": PEERS},
        choices={
            "measure": MEASURES,
            "years": {
                "last": "the last five, 2019 to 2023",
                "text": "the five before, 2014 to 2018",
                "all": "all years, 1990 to 2023",
            },
        },
        labels={
            "country": "Country",
            "group": "Beside the median of",
            "measure": "Measure",
            "years": "Years",
        },
        compare=_compare,
        draw=_draw,
        expects=-1,
        floor=0.5,
        unit="V-Dem points",
        by="measure",
    )

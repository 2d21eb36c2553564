"""17. Outcomes: did child mortality slide, by itself and beside the neighbours?"""

from functools import cache
from math import exp, fsum, log

from course.errors import CourseError
from course.evidence import peers
from course.evidence.inquiries.shared.countries import NEIGHBOURS, asked_of, names
from course.evidence.inquiry import Inquiry
from course.evidence.picture import Lines
from course.evidence.result import Result, found
from course.evidence.series import Point, Series, from_table
from course.record import data

__all__ = ["inquiry"]

TABLE, COLUMN = "wdi", "under_five_mortality"
_FROM = 1971  # Bangladesh before that year is another country
_BESIDE, _ALONE = "beside", "alone"
_AMONG = {
    "without": "together, without Sri Lanka",
    "with": "together, with Sri Lanka",
    "slowest": "the slowest of them",
}


@cache
def _mortality(iso3: str) -> Series:
    """A country's deaths of children under five per 1,000 births, from 1971."""
    series = from_table(TABLE, COLUMN, iso3)
    points = tuple(point for point in series.points if point.year >= _FROM)
    return Series(points, series.source, series.provisional)


def _values(iso3: str) -> dict[int, float]:
    return {point.year: point.value for point in _mortality(iso3).points}


def _at(iso3: str, year: int) -> float:
    if year not in _values(iso3):
        raise CourseError(f"There is no child mortality of {iso3} for {year}.")
    return _values(iso3)[year]


def _fall(iso3: str, first: int, last: int) -> float:
    """How much the logarithm of mortality changed; a fall is below zero."""
    return log(_at(iso3, last) / _at(iso3, first))


def _neighbours(country: str, among: str, first: int, last: int) -> list[str]:
    if among == "with" and country == "LKA":
        raise CourseError("Sri Lanka is no neighbour of itself: this choice changes nothing.")
    others = [code for code in NEIGHBOURS if code != country]
    if among == "slowest":
        return [max(others, key=lambda code: _fall(code, first, last))]
    # Sri Lanka's mortality was low before the others' fell, so whether it belongs among them may be
    # disputed.
    return [code for code in others if among == "with" or code != "LKA"]


@cache
def _together(codes: tuple[str, ...]) -> Series:
    """The neighbours' geometric mean, whose logarithm falls as theirs do on average."""
    values = [_values(code) for code in codes]
    years = sorted(set(values[0]).intersection(*values))
    points = tuple(Point(y, exp(fsum(log(v[y]) for v in values) / len(values))) for y in years)
    return Series(points, data.source_line(TABLE))


def _per_cent(difference: float) -> float:
    return 100 * (exp(difference) - 1)


def _compare(country: str, reading: str, among: str, first: int, last: int) -> Result:
    if reading == _ALONE and among != "without":
        raise CourseError(
            "By itself, a country is compared with no neighbour: this choice changes nothing."
        )
    codes = _neighbours(country, among, first, last)
    theirs = fsum(_fall(code, first, last) for code in codes) / len(codes)
    own = _fall(country, first, last)
    result = found(
        _per_cent(own if reading == _ALONE else own - theirs),
        None,
        n=1 if reading == _ALONE else 1 + len(codes),
        years=(first, last),
        source=data.source_line(TABLE),
    )
    result.facts.update(
        start=_at(country, first), end=_at(country, last), first=first, last=last,
        own=_per_cent(own), theirs=_per_cent(theirs),
        yardstick=f"that of {first}"
        if reading == _ALONE
        else "what the neighbours' pace would give",
        **_places(country, first, last),
    )  # fmt: skip
    return result


def _places(country: str, first: int, last: int) -> dict[str, int]:
    codes = {*NEIGHBOURS, country}
    places = [
        peers.rank({code: _at(code, year) for code in codes}, country)[0] for year in (first, last)
    ]
    return {"of": len(codes), "place_first": places[0], "place_last": places[1]}


def _draw(country: str, reading: str, among: str, first: int, last: int) -> Lines:
    name = names()[country]
    codes = _neighbours(country, among, first, last)
    words = NEIGHBOURS[codes[0]] if len(codes) == 1 else "neighbours"
    beside = _together(tuple(codes)) if reading == _BESIDE else None
    return Lines(
        y="Deaths under five",
        unit="per 1,000 births",
        main=_mortality(country),
        beside=beside,
        names=(name, words) if beside else (name,),
        marks=((first, str(first)), (last, str(last))),
    )


def inquiry(country: str | None = None) -> Inquiry:
    """The Inquiry: by itself, or beside the neighbours, is another question;
    the years and whom beside are choices.
    """
    return Inquiry(
        id="child-mortality",
        tables=(TABLE,),
        subjects={
            "country": asked_of(country),
            "reading": {_ALONE: "by itself", _BESIDE: "beside the neighbours"},
        },
        choices={
            "among": _AMONG,
            "first": {1990: "from 1990", 1975: "from 1975", 2000: "from 2000"},
            "last": {2022: "to 2022", 2019: "to 2019, before the pandemic"},
        },
        labels={
            "country": "Country",
            "reading": "Did it slide",
            "among": "The neighbours",
            "first": "First year",
            "last": "Last year",
        },
        compare=_compare,
        draw=_draw,
        expects=1,
        floor=20,
        unit="per cent",
    )

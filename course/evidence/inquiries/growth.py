"""18. Growth by regime: strong men or good years?"""

from functools import cache
from math import fsum

import numpy as np

from course.errors import CourseError
from course.evidence import periods, spells
from course.evidence.inquiries.shared.pakistan import in_words
from course.evidence.inquiry import Inquiry
from course.evidence.levels_and_changes import panel
from course.evidence.picture import Lines
from course.evidence.result import Result
from course.evidence.series import Point, Series, Span, from_table
from course.record import data

__all__ = ["inquiry"]

TABLE = "wdi"
_ASKED = ("Ayub Khan", "Zia-ul-Haq", "Musharraf")
_MILITARY = {*_ASKED, "Yahya Khan"}  # three years, too few to ask about alone
_BHUTTO = "Z. A. Bhutto"
# choice -> its words, and the spans of years that it uses
_YEARS: dict[str, tuple[str, list[Span]]] = {
    "all": ("1961 to 2024", [(1961, 2024)]),
    "without": ("without 1970 to 1972", [(1961, 1969), (1973, 2024)]),
    "since": ("1973 to 2024, the present country", [(1973, 2024)]),
    "before": ("1961 to 2019, before the pandemic", [(1961, 2019)]),
}
_GROWTH = {"own": "growth of GDP a head", "world": "growth above the world's median"}
_BHUTTO_AS = {"elected": "elected", "reign": "elected to 1974, then neither", "neither": "neither"}


@cache
def _growth(of: str) -> Series:
    """Growth of Pakistan's GDP a head in per cent a year: its own,
    or what it is above the world's median that year.
    """
    own = from_table(TABLE, "growth_per_head", "PAK")
    if of == "own":
        return own
    table = panel(data.load(TABLE), "growth_per_head")[list(own.years)]
    # The same countries in every year. Bangladesh before 1971 is another country, so it is not
    # among them.
    world = table.dropna().drop(index=["PAK", "BGD"], errors="ignore").median()
    points = tuple(Point(p.year, p.value - float(world[p.year])) for p in own.points)
    return Series(points, own.source, own.provisional)


@cache
def _governments() -> dict[int, str]:
    """{year: government}; the year goes to the one that held most of it."""
    return {
        year: row["regime"]
        for row in data.rows("pakistan-regimes")
        for year in range(int(row["first_year"]), int(row["last_year"]) + 1)
    }


def _used(year: int, years: str) -> bool:
    return any(first <= year <= last for first, last in _YEARS[years][1])


def _elected(year: int, bhutto: str) -> bool:
    """Whether a year's government counts as elected;
    neither it nor military are Bhutto's years, by some choices.
    """
    government = _governments()[year]
    if government == _BHUTTO:
        return bhutto == "elected" or (bhutto == "reign" and year <= 1974)
    return government not in _MILITARY


@cache
def _groups(
    *, government: str, of: str, lag: int, years: str, bhutto: str
) -> tuple[list[Point], list[Point]]:
    """Points of the military years asked about, and of the elected years; a year is credited to
    `lag` years before.

    Raises CourseError if fewer than three are left of either.
    """
    asked = _MILITARY if government == "military" else {government}
    ours: list[Point] = []
    elected: list[Point] = []
    for point in _growth(of).points:
        ruled = point.year - lag
        if not _used(point.year, years):
            continue
        if _governments()[ruled] in asked:
            ours.append(point)
        elif _elected(ruled, bhutto):
            elected.append(point)
    if min(len(ours), len(elected)) < 3:
        raise CourseError("Too few years of this government are left to compare.")
    return ours, elected


def _by_government(points: list[Point], lag: int) -> dict[str, list[int]]:
    """{government: the years credited to it}, in order."""
    found: dict[str, list[int]] = {}
    for point in points:
        found.setdefault(_governments()[point.year - lag], []).append(point.year)
    return found


def _spells(points: list[Point], lag: int) -> list[list[int]]:
    """The years of each government: what it was, its years share,
    so that a government is one observation.
    """
    return list(_by_government(points, lag).values())


def _compare(*, government: str, of: str, lag: int, years: str, bhutto: str) -> Result:
    ours, elected = _groups(government=government, of=of, lag=lag, years=years, bhutto=bhutto)
    result = spells.difference(_growth(of), _spells(ours, lag), _spells(elected, lag))
    yearly = [point.value for point in _growth(of).points]
    result.facts.update(
        what=_GROWTH[of],
        rule="military rule" if government == "military" else in_words(government),
        serial=float(np.corrcoef(yearly[:-1], yearly[1:])[0, 1]),
    )
    return result


def _draw(*, government: str, of: str, lag: int, years: str, bhutto: str) -> Lines:
    growth = _growth(of)
    ours, elected = _groups(government=government, of=of, lag=lag, years=years, bhutto=bhutto)
    level = fsum(point.value for point in elected) / len(elected)
    # The elected years' mean is a line, so that each military spell is seen above or below it.
    beside = Series(tuple(Point(year, level) for year in growth.years), growth.source)
    return Lines(
        y=_GROWTH[of].replace("growth", "Growth"),
        unit="per cent a year",
        main=growth,
        beside=beside,
        names=("growth", "elected"),
        means=tuple(
            (name, periods.mean(growth, at[0], at[-1]))
            for name, at in _by_government(ours, lag).items()
        ),
    )


def inquiry(_country: str | None = None) -> Inquiry:
    """The Inquiry; the table of governments is Pakistan's."""
    return Inquiry(
        id="growth",
        tables=(TABLE, "pakistan-regimes"),
        subjects={
            "government": {"military": "Military rule"}
            | {name: f"The government of {name}" for name in _ASKED},
            "of": {
                "own": "as it is: strong men?",
                "world": "above the world's median: or good years?",
            },
        },
        choices={
            "lag": {0: "that year", 1: "the year before"},
            "years": {years: words for years, (words, _) in _YEARS.items()},
            "bhutto": _BHUTTO_AS,
        },
        labels={
            "government": "Which government",
            "of": "Growth",
            "lag": "Credited to who governed",
            "years": "Years",
            "bhutto": "Bhutto's years count as",
        },
        compare=_compare,
        draw=_draw,
        expects=1,
        band=1,
        unit="percentage points a year",
    )

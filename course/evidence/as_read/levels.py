"""Readings of a level: today's figure against a fixed mark, or against the middle of others."""

from collections.abc import Callable, Mapping
from functools import cache, partial

from course.errors import CourseError
from course.evidence import peers, periods, surveys
from course.evidence.as_read._asked import above, asked
from course.evidence.inquiries import oversized
from course.evidence.inquiries.shared.countries import peers_of
from course.evidence.inquiry import Inquiry
from course.evidence.result import Z90, Result
from course.evidence.series import Point, Series, Span, from_table, world
from course.record import data

__all__ = ["ASKED"]

_VDEM, _OFFICIALS = "vdem-v15", "public_sector_corruption"
_WAGE_BILL = "BI.WAG.TOTL.GD.ZS"


def _public_corruption(years: Span) -> Result:
    return periods.level(above(from_table(_VDEM, _OFFICIALS, "PAK"), 0.5), years)


def _corruption() -> Inquiry:
    return asked(
        "public-corruption",
        (_VDEM,),
        choices={"years": {(2024, 2024): "2024", (2020, 2024): "2020 to 2024"}},
        compare=_public_corruption,
        expects=1,
        floor=0.1,
        unit="points of an index of 0 to 1",
    )


@cache
def _ranks(indicator: str) -> Series:
    """Pakistan's percentile rank among all countries, with the error that its published 90 %
    interval has.
    """
    rows = [r for r in data.rows("wgi") if r["iso3"] == "PAK" and r["indicator"] == indicator]
    points: list[Point] = []
    for row in sorted(rows, key=lambda row: int(row["year"])):
        half = (float(row["rank_high"]) - float(row["rank_low"])) / 2
        points.append(Point(int(row["year"]), float(row["rank"]), half / Z90))
    return Series(tuple(points), data.source_line("wgi"))


_RECENT = {(2023, 2023): "2023", (2019, 2023): "2019 to 2023"}


def _rank(indicator: str, mark: float, years: Span) -> Result:
    return periods.level(above(_ranks(indicator), mark), years)


def _ranked(name: str, indicator: str, mark: float) -> Inquiry:
    return asked(
        name,
        ("wgi",),
        choices={"years": _RECENT},
        compare=partial(_rank, indicator, mark),
        expects=-1,
        band=10,
        unit="places in a hundred",
    )


def _appointments(against: str, years: Span) -> Result:
    merit = from_table(_VDEM, "merit", "PAK")
    if against == "scale":
        return periods.level(merit, years)
    return periods.level(
        peers.beside_median(merit, world(_VDEM, "merit"), peers_of("PAK", "all")), years
    )


def _merit() -> Inquiry:
    return asked(
        "appointments",
        (_VDEM,),
        subjects={
            "against": {"scale": "the middle of the scale", "world": "the middle of all countries"}
        },
        choices={"years": {(2015, 2024): "2015 to 2024", (2020, 2024): "2020 to 2024"}},
        compare=_appointments,
        expects=-1,
        floor=0.5,
        unit="V-Dem points",
    )


def _effectiveness(against: str, years: Span) -> Result:
    own = from_table("wgi", "ge", "PAK")
    if against == "world":
        return periods.level(own, years)  # this edition's scale has its middle at 0
    beside = peers.beside_median(own, world("wgi", "ge"), peers_of("PAK", "income"))
    return periods.level(beside, years)


def _middle() -> Inquiry:
    return asked(
        "effectiveness-and-the-middle",
        ("wgi", "wdi"),
        subjects={
            "against": {"world": "the middle of the world", "income": "countries of like income"}
        },
        choices={"years": _RECENT},
        compare=_effectiveness,
        expects=-1,
        band=0.5,
        unit="WGI units",
    )


def _employed(survey: str) -> Result:
    told = {"country": "PAK", "what": "jobs", "base": "total", "group": "alike"}
    return oversized.inquiry().one(**told, survey=survey)


def _share_of_all_employment() -> Inquiry:
    return asked(
        "share-of-all-employment",
        ("wwbi", "wdi"),
        choices={"survey": oversized.inquiry().choices["survey"]},
        compare=_employed,
        expects=1,
        band=5,
        unit="percentage points",
        uncounted=oversized.UNCOUNTED,
    )


def _paid(year: int) -> Result:
    """Pakistan's wage bill as a share of GDP, beside the median of countries of like income."""
    own = surveys.of(_WAGE_BILL, "PAK")
    values = {
        code: series.of([year])[0].value
        for code, series in surveys.percent(_WAGE_BILL).items()
        if series.of([year]) and code in {"PAK", *peers_of("PAK", "income")}
    }
    if "PAK" not in values:
        raise CourseError(f"Pakistan has no wage bill for {year}.")
    return peers.against_median(values, "PAK", year, source=own.source)


def _wage_bill() -> Inquiry:
    return asked(
        "wage-bill",
        ("wwbi", "wdi"),
        choices={"year": {2022: "2022", 2019: "2019"}},
        compare=_paid,
        expects=1,
        band=5,
        unit="percentage points of GDP",
        uncounted=oversized.UNCOUNTED,
    )


ASKED: Mapping[str, Callable[[], Inquiry]] = {
    "public-corruption": _corruption,
    "control-of-corruption-rank": lambda: _ranked("control-of-corruption-rank", "cc", 50),
    "appointments": _merit,
    "effectiveness-and-the-middle": _middle,
    "effectiveness-rank": lambda: _ranked("effectiveness-rank", "ge", 10),
    "share-of-all-employment": _share_of_all_employment,
    "wage-bill": _wage_bill,
}

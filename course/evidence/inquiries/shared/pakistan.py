"""The administration of Pakistan in one table, and who governed when:
what the questions of its history share.
"""

from functools import cache

from course.errors import CourseError
from course.evidence import breaks
from course.evidence.result import Fact
from course.evidence.series import Series, Span, from_table
from course.record import data

__all__ = [
    "FLOOR",
    "MEASURES",
    "TABLE",
    "fall",
    "fall_of",
    "government",
    "in_words",
    "largest_fall",
    "measure",
    "years_in_office",
]

TABLE = "vdem-v16-pak-ind"
MEASURES = {"merit": "merit of appointments", "impartiality": "impartial administration"}
FLOOR = 0.5  # V-Dem points: the smallest step that is read where no interval exists


def measure(name: str, iso3: str = "PAK") -> Series:
    """The Series of a measure (MEASURES), in points of V-Dem's scale: Pakistan 1950-2025,
    India 1950-90.
    """
    return from_table(TABLE, name, iso3)


def government(year: int) -> str:
    """Who held most of a year, as the course names governments.
    Raises CourseError for a year that none held.
    """
    for row in data.rows("pakistan-regimes"):
        if int(row["first_year"]) <= year <= int(row["last_year"]):
            return row["regime"]
    raise CourseError(f"The table of governments does not have the year {year}.")


def in_words(regime: str) -> str:
    """A government as a sentence names it: a government is meant, not whoever led it."""
    if regime in {"Governors-General", "First republic", "Democratic interlude"}:
        return f"the {regime[0].lower() + regime[1:] if regime != 'Governors-General' else regime}"
    return (
        f"the government from {regime[:-1]}"
        if regime.endswith("-")
        else f"the government of {regime}"
    )


def years_in_office(regime: str) -> Span:
    """First and last year that are given to a government.
    Raises StopIteration for a name that is not in the table.
    """
    row = next(row for row in data.rows("pakistan-regimes") if row["regime"] == regime)
    return int(row["first_year"]), int(row["last_year"])


@cache
def largest_fall(measured: str, width: int = 5) -> breaks.Break:
    """Pakistan's largest fall in a measure, `width` years on each side."""
    return breaks.largest_fall(measure(measured), width)


def fall(measured: str, width: int = 5) -> dict[str, Fact]:
    """What a sentence says of that fall: its year, size (V-Dem points) and government."""
    return fall_of(largest_fall(measured, width), width)


def fall_of(largest: breaks.Break, width: int) -> dict[str, Fact]:
    """What a sentence says of a fall: its year, size (V-Dem points) and government."""
    return {
        "fall_year": largest.year,
        "fall": largest.step,
        "fall_government": in_words(government(largest.year)),
        "width": width,
    }

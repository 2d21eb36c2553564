"""Whom a question may be asked of (five neighbours, and any one country more),
and whom a country is set beside.
"""

import unicodedata
from functools import cache

from course.doors.blanks import words_of
from course.errors import CourseError, unknown
from course.record import data

__all__ = ["NEIGHBOURS", "PEERS", "asked_of", "code", "names", "peers_of"]

NEIGHBOURS = {
    "PAK": "Pakistan",
    "IND": "India",
    "BGD": "Bangladesh",
    "LKA": "Sri Lanka",
    "NPL": "Nepal",
}

PEERS = {
    "all": "all other countries",
    "income": "countries of like income",
    "region": "the rest of South Asia",
}
_INCOME_OF = 2019  # the last year before the pandemic moved incomes


def code(typed: str) -> str:
    """A country's code as a person types it, as the tables write it: capitals, plain letters,
    no blanks.
    """
    return "".join(words_of(unicodedata.normalize("NFKC", typed))).upper()


@cache
def names() -> dict[str, str]:
    """{iso3: name} of every country of the tables."""
    return {row["iso3"]: row["name"] for row in data.rows("countries")}


def asked_of(country: str | None = None) -> dict[str, str]:
    """The five neighbours, and `country` (iso3) before them if it is another.
    Raises CourseError for an unknown code.
    """
    if country is None or country in NEIGHBOURS:
        return dict(NEIGHBOURS)
    known = names()
    if country not in known:
        raise unknown("country (its code of three letters)", country, known)
    return {country: known[country]} | NEIGHBOURS


@cache
def peers_of(country: str, group: str) -> tuple[str, ...]:
    """Codes (iso3) of the countries of a group of PEERS, the country itself left out.

    Of like income: between half and double, per head at purchasing power in 2019. Raises
        CourseError for a country without it, or outside the region.
    """
    if group == "all":
        return tuple(code for code in names() if code != country)
    if group == "region":
        region = data.group("south-asia")
        if country not in region:
            raise CourseError(
                f"{names()[country]} does not belong to South Asia; choose another group."
            )
        return tuple(code for code in region if code != country)
    from course.evidence import peers  # what loads numpy is loaded when it is asked
    from course.evidence.series import world

    income = world("wdi", "income_per_head")[_INCOME_OF]
    if country not in income:
        raise CourseError(
            f"{names()[country]} has no income per head for {_INCOME_OF}; choose another group."
        )
    return tuple(peers.similar(income, country))

"""Whom a question may be asked of: five neighbours, and any one country more."""

from functools import cache

from course import data
from course.errors import unknown

__all__ = ["NEIGHBOURS", "asked_of", "names"]

NEIGHBOURS = {"PAK": "Pakistan", "IND": "India", "BGD": "Bangladesh", "LKA": "Sri Lanka", "NPL": "Nepal"}


@cache
def names():
    """{iso3: name} of every country of the tables."""
    return {row["iso3"]: row["name"] for row in data.rows("countries")}


def asked_of(country=None):
    """The five neighbours, and `country` (iso3) before them if it is another. Raises CourseError for an unknown code."""
    if country is None or country in NEIGHBOURS:
        return dict(NEIGHBOURS)
    known = names()
    if country not in known:
        raise unknown("country (its code of three letters)", country, known)
    return {country: known[country]} | NEIGHBOURS

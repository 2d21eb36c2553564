"""The paper as data: its claims, each with an id, in the course's own words."""

from functools import cache

from course import data
from course.errors import unknown

__all__ = ["claim", "claims"]


@cache
def _by_id():
    return {row["id"]: row for row in data.load("claims").to_dict("records")}


def claims():
    """All claim ids, in the order of the paper."""
    return list(_by_id())


def claim(claim_id):
    """One claim as a dict: id, section, paraphrase, kind, paradigm, dimension, endnotes, actors, testable, how_to_test.

    Raises CourseError, naming the nearest ids, if there is none.
    """
    try:
        return dict(_by_id()[claim_id])
    except KeyError:
        raise unknown("claim", claim_id, _by_id()) from None

"""The paper as data: its claims, each with an id, in the course's own words, and its terms."""

import re
from functools import cache

from course import data
from course.errors import unknown

__all__ = ["all_claims", "claim", "claims", "slug", "term", "terms"]


@cache
def all_claims():
    """Every claim, in the order of the paper: {id: dict}, as `claim` gives one. Read it; do not change it."""
    return {row["id"]: row for row in data.rows("claims")}


def claims():
    """All claim ids, in the order of the paper."""
    return list(all_claims())


def claim(claim_id):
    """One claim as a dict: id, section, paraphrase, kind, paradigm, dimension, endnotes, actors, testable, how_to_test.

    Raises CourseError, naming the nearest ids, if there is none.
    """
    try:
        return dict(all_claims()[claim_id])
    except KeyError:
        raise unknown("claim", claim_id, all_claims()) from None


def slug(words):
    """A term as it stands in a link: "Span of control" is `span-of-control`."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


@cache
def terms():
    """Every term: {slug: dict with term, definition, urdu, urdu_source, sections, claims}. Read it; do not change it."""
    return {slug(row["term"]): row for row in data.rows("glossary")}


def term(name):
    """One term by its slug, as a dict. Raises CourseError, naming the nearest, if there is none."""
    try:
        return dict(terms()[name])
    except KeyError:
        raise unknown("term", name, terms()) from None

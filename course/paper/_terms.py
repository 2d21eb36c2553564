"""The glossary: each term with its meaning here and, where a source is named, its Urdu."""

import re
from functools import cache

from course.errors import unknown
from course.record import data

__all__ = ["slug", "term", "terms"]


def slug(words: str) -> str:
    """A term as it stands in a link: "Span of control" is `span-of-control`."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


@cache
def terms() -> dict[str, dict[str, str]]:
    """Every term: {slug: dict with term, definition, urdu, urdu_source, sections, claims}.
    Read it; do not change it.
    """
    return {slug(row["term"]): row for row in data.rows("glossary")}


def term(name: str) -> dict[str, str]:
    """One term by its slug, as a dict. Raises CourseError, naming the nearest, if there is none."""
    try:
        return dict(terms()[name])
    except KeyError:
        raise unknown("term", name, terms()) from None

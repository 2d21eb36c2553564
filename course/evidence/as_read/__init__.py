"""Readings of a claim's words by a reader who saw no figures, where no card's own question is that
reading: each an Inquiry with the subject and the yardstick that the reader named.
"""

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from course.errors import unknown
from course.evidence.inquiry import Inquiry

if TYPE_CHECKING:
    from collections.abc import Callable

__all__ = ["NAMES", "inquiry"]

# id -> the file that asks it
_FILES = {
    "csp-injury": "past",
    "below-india": "past",
    "merit-since-1950": "past",
    "early-merit": "past",
    "early-corruption": "past",
    "without-precedent": "precedent",
    "public-corruption": "levels",
    "control-of-corruption-rank": "levels",
    "appointments": "levels",
    "effectiveness-and-the-middle": "levels",
    "effectiveness-rank": "levels",
    "share-of-all-employment": "levels",
    "wage-bill": "levels",
    "schooling-as-a-result": "schooling",
    "execution-and-its-quality": "execution",
    "survival-and-execution": "execution",
}
NAMES = tuple(_FILES)


@cache
def inquiry(name: str) -> Inquiry:
    """The Inquiry of a reading. Raises CourseError for an unknown name, naming the nearest."""
    if name not in _FILES:
        raise unknown("reading", name, NAMES)
    asked: dict[str, Callable[[], Inquiry]] = import_module(
        f"course.evidence.as_read.{_FILES[name]}"
    ).ASKED
    return asked[name]()

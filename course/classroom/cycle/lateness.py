"""How late work came, in words and for a table: never "0.0 hours" of whoever was late at all."""

from collections.abc import Mapping

from course.classroom.cycle import naming
from course.interface.words import say

__all__ = ["in_table", "of_all", "said"]


def said(hours: float) -> str:
    """In minutes, and from one hour on in hours."""
    minutes = round(60 * hours)
    if minutes < 1:
        return say("class.less_than_a_minute")
    if minutes < 60:
        return say("class.minutes", n=minutes)
    told = round(hours, 1)
    return say("class.hours", n=int(told) if told == int(told) else told)


def of_all(late: Mapping[str, float]) -> str:
    """Who was late and by how much, the latest first, as one clause. late: {student: seconds}."""
    by_words: dict[str, list[str]] = {}
    for student, seconds in sorted(late.items(), key=lambda one: (-one[1], one[0])):
        by_words.setdefault(said(seconds / 3600), []).append(student)
    return "; ".join(f"{naming.few(some, 20)} by {words}" for words, some in by_words.items())


def in_table(seconds: float) -> float:
    """In hours, for a column of numbers: 0 is on time, and nothing else is."""
    return max(round(seconds / 3600, 2), 0.01) if seconds > 0 else 0.0

"""What the report draws of its items: where bars and dots lie,
and which words stand beside them.
"""

from dataclasses import dataclass

from course.classroom.report.flags import clipped
from course.interface.words import say

__all__ = ["among", "badges", "bar", "dot", "places", "r", "short", "told", "upper"]

_MOST = 96  # letters of a stem in its row
_BADGES = {
    "reversed": "report.flag_reversed",
    "lure": "report.flag_lure",
    "unanswered": "report.flag_unanswered",
    "hard": "report.flag_hard",
    "weak": "report.flag_weak",
    "easy": "report.flag_easy",
    "idle": "report.flag_idle",
}


@dataclass(frozen=True)
class Bar:
    """A bar of 100: its width, and where its interval begins and how wide it is, as text;
    None without one.
    """

    width: str
    span: tuple[str, str] | None


@dataclass(frozen=True)
class Dot:
    """A dot on a line of 100: where it lies, where its interval ends,
    and where zero lies if the line has one, as text.
    """

    at: str
    reach: tuple[str, str]
    zero: str | None


def bar(share, interval=None):
    """A share, 0 to 1, as a Bar; with its interval as a pale one over it."""
    if not interval:
        return Bar(f"{100 * share:.1f}", None)
    low, high = (100 * end for end in interval)
    return Bar(f"{100 * share:.1f}", (f"{low:.1f}", f"{high - low:.1f}"))


def _at(value, low):
    """Where a value from `low` to 1 stands on a line of 100, as text;
    the dot keeps inside the picture.
    """
    return f"{3 + 94 * (value - low) / (1 - low):.1f}"


def dot(value, interval, low):
    """A value as a Dot on a line from `low` to 1; None if there is no value."""
    if value is None:
        return None
    start, end = interval
    return Dot(_at(value, low), (_at(start, low), _at(end, low)), _at(0, low) if low else None)


def r(value):
    """A correlation in words."""
    return "\N{EN DASH}" if value is None else f"{value:.2f}".replace("-", "\N{MINUS SIGN}")


def badges(item):
    """[(word, when to see to it)] of an item's flags, each once."""
    kinds = dict.fromkeys((flag.kind, flag.when) for flag in item.flags)
    return [(say(_BADGES[kind]), when) for kind, when in kinds]


def short(stem):
    """A stem as its row shows it."""
    return clipped(stem, _MOST)


def told(item):
    """The choices that are told; what nobody took of many pairs is not."""
    return [c for c in item.choices if c.by or c.option.key or c.option.plain]


def places(one, doubted):
    """[(item, choice)] where a misconception showed: the place that caught most first,
    doubtful items last.
    """
    return sorted(one.where, key=lambda pair: (pair[0] in doubted, -len(pair[1].by)))


def among(held, first):
    """Those of a student's misconceptions that the report begins with, in one text;
    the CSV has all.
    """
    known = {one.words for one in first}
    return "; ".join(words for words in held if words in known)


def upper(words):
    """Words that begin with a capital."""
    return words[:1].upper() + words[1:]

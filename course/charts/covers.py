"""What stands at the head of a chapter, and of the course: rows of signs that say its question at a
glance.

covers.json has a cover a chapter. In a row stands the name of a sign, after a stroke its tone if it
is not the chapter's own, and a question mark if it is absent: such a sign is an outline.
"""

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any, TypeAlias, cast

from course.charts.pictures.marks import Laid, Look, Mark, Rule, Sign, Tone
from course.charts.pictures.svg import COLOURS, drawn
from course.charts.signs import GRID, names
from course.errors import unknown

__all__ = ["Cover", "banner", "cover", "opening", "plain", "row", "stems"]

_TOKEN = re.compile(r"([\w-]+)(?:/(\w+))?(\?)?")
Row: TypeAlias = tuple[tuple[str, Tone, Look], ...]  # each place: its sign, tone and look
_STEP = 30  # from one sign of a row to the next, in units of which a sign has 24


@dataclass(frozen=True)
class Cover:
    """name: of the chapter, without its number; said: its row in words; ends: does a path through
    the course end here?

    time: how long it takes, in words, where the chapter itself does not say.
    """

    name: str
    own: Tone
    question: str
    said: str
    row: Row
    ends: bool = False
    time: str = ""


def _place(word: str) -> tuple[str, Tone, Look]:
    sign, tone, absent = cast("re.Match[str]", _TOKEN.fullmatch(word)).groups()
    return sign, cast("Tone", tone or "own"), "outline" if absent else "solid"


@cache
def _covers() -> dict[str, Cover]:
    told: dict[str, Any] = json.loads(
        files("course.charts").joinpath("covers.json").read_text("utf-8")
    )
    return {
        stem: Cover(**{**one, "row": tuple(map(_place, one["row"].split()))})
        for stem, one in told.items()
    }


def stems() -> tuple[str, ...]:
    """The chapters that have a cover, in order."""
    return tuple(_covers())


def cover(stem: str) -> Cover | None:
    """The Cover of a chapter; None for what is no chapter of the course."""
    return _covers().get(stem)


def plain(stem: str) -> dict[str, Any]:
    """What the browser needs of a cover to draw it, as plain JSON: its row as [sign, tone,
    look].
    """
    one = _covers()[stem]
    row = [list(place) for place in one.row]
    return {
        "name": one.name,
        "own": one.own,
        "question": one.question,
        "said": one.said,
        "row": row,
    }


def banner(stem: str, label: str, *, printed: bool = False) -> str:
    """The row of a chapter as SVG text. label: begins its ids; printed: in ink alone.
    Nothing for what is no chapter.
    """
    one = cover(stem)
    if one is None:
        return ""
    if printed:
        ink = cast("Tone", "ink")
        places: Row = tuple((sign, ink, look) for sign, _, look in one.row)
        return _in_a_row(places, "ink", label, one.said)
    return _in_a_row(one.row, one.own, label, one.said)


def _in_a_row(places: Row, own: Tone, label: str, said: str) -> str:
    marks = tuple(
        Sign(sign, i * _STEP, 0, GRID, tone, look) for i, (sign, tone, look) in enumerate(places)
    )
    return drawn(Laid(marks, GRID), own, label, said, len(marks) * _STEP - (_STEP - GRID))


def row(words: str, own: Tone, label: str, said: str) -> str:
    """A row of signs as SVG text, written as those of covers.json are. said: what it shows.

    Raises CourseError, naming the nearest, for a sign or a tone that there is not.
    """
    places: list[tuple[str, Tone, Look]] = []
    for word in words.split():
        found = _TOKEN.fullmatch(word)
        if not found or found[1] not in names():
            raise unknown("sign", found[1] if found else word, names())
        if found[2] and found[2] not in COLOURS:
            raise unknown("tone", found[2], COLOURS)
        places.append(_place(word))
    return _in_a_row(tuple(places), own, label, said)


# The cover of the course: an order leaves a ministry as many files; at each desk some stay, and few
# reach those who wait.
_WIDE, _TOP, _FILE, _DESK = 420, 76, 16, 46
_DESKS, _DOWN, _ALONG = 4, 54, 66
_LEFT = (9, 6, 4, 3, 2)  # files that go on: from the minister, then from each desk
_WAIT, _PLACE, _PERSON = 9, 34, 40  # people who wait, the room of each, and their size


def _pile(x: float, foot: float, count: int, tone: Tone, look: Look = "solid") -> list[Mark]:
    """Files in rows of three that stand on a foot."""
    return [
        Sign("file", x + i % 3 * _FILE, foot - _FILE * (1 + i // 3), _FILE, tone, look)
        for i in range(count)
    ]


def opening(said: str) -> str:
    """The cover of the course as SVG text. said: what it shows, in words."""
    marks: list[Mark] = [
        Sign("legislature", 0, 0, _TOP, "classic"),
        Sign("minister", 82, _TOP - _DESK, _DESK, "classic"),
    ]
    marks += _pile(130, _TOP, _LEFT[0], "classic")
    for i in range(_DESKS):
        x, y = 96 + i * _ALONG, _TOP + (i + 1) * _DOWN
        marks.append(Sign("clerk", x, y - _DESK, _DESK))
        marks += _pile(x + _DESK + 5, y, _LEFT[i + 1], "classic")
        lost = _LEFT[i] - _LEFT[i + 1]
        marks += _pile(x - 2 - lost * _FILE, y, lost, "quiet", "outline")
    ground = _TOP + _DESKS * _DOWN + 78
    marks += [
        Sign("woman" if i % 2 else "person", i * _PLACE, ground - _PERSON, _PERSON)
        for i in range(_WAIT)
    ]
    marks += [
        Sign("village", _WIDE - 88, ground - 80, 88),
        Rule(0, ground + 1, _WIDE, ground + 1, "quiet", 1.5),
    ]
    return drawn(Laid(tuple(marks), ground), "classic", "cover", said, _WIDE)

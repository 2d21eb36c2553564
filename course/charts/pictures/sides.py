"""Rows with a sign in the middle and signs on either side of it: those who need care and those who
give it, what a piece costs and what it is worth.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from math import floor

from course.charts.pictures.marks import GAP, TEXT, Laid, Look, Mark, Rule, Sign, Tone, Word, near
from course.charts.pictures.marks import wide as wide_of
from course.charts.pictures.places import Pile
from course.charts.pictures.tally import Limit

__all__ = ["Between", "Sides", "laid"]

_LINE = TEXT + 6
_CLEAR = 4  # the sign in the middle and those beside it
_LEAST = 6  # the smallest sign
_TALL = 266  # what stands over and under a sign, upright


@dataclass(frozen=True)
class Between:
    """A sign, what stands to its left and what to its right, the nearest first."""

    sign: str
    left: tuple[Pile, ...] = ()
    right: tuple[Pile, ...] = ()
    tone: Tone = "ink"
    look: Look = "solid"


@dataclass(frozen=True)
class Sides:
    """rows: from the top; upright: they are columns instead, from the left, which touch as the
    pieces of one thing do, and what is left of a sign stands over it.

    size: of a sign in the middle; small: of one beside it; heads: the words of both sides.
    limits: a line behind so many rows, with its words; asked: as in a Tally.
    """

    rows: tuple[Between, ...]
    heads: tuple[str, str] = ("", "")
    size: float = 18
    small: float = 12
    upright: bool = False
    limits: tuple[Limit, ...] = ()
    asked: float = 0
    band: str = "sides"


def laid(band: Sides, width: float) -> Laid:
    """The marks at a width: signs are smaller where they would not fit."""
    count = len(band.rows)
    left, right = (max((_many(side) for side in of), default=0) for of in _both(band))
    size, small = band.size, band.small
    if band.upright:
        size = min(size, floor(width / max(1, count)))
        small = min(small, size - 2)
    long = _TALL if band.upright else width - size - 2 * _CLEAR
    small = max(_LEAST, min(small, floor(long / max(1, left + right)) - 2))
    tiny, pace = small + 2, size if band.upright else max(size, small) + 2
    top = _LINE if any(band.heads) else 0
    first = top if band.upright else wide_of(band.heads[0])
    middle = (first + left * tiny if band.upright else max(first, left * tiny)) + _CLEAR
    begin = 0 if band.upright else top
    after = middle + size + _CLEAR
    marks: list[Mark] = []

    def put(of: tuple[str, Tone, Look], along: float, across: float, large: float) -> None:
        x, y = (along, across) if band.upright else (across, along)
        marks.append(Sign(of[0], near(x), near(y), large, of[1], of[2]))

    for i, row in enumerate(band.rows):
        along = begin + i * pace
        beside = along + (pace - small) / 2
        put((row.sign, row.tone, row.look), along + (pace - size) / 2, middle, size)
        for k, pile in enumerate(_each(row.left)):
            put((pile.sign, pile.tone, pile.look), beside, middle - _CLEAR - (k + 1) * tiny, small)
        for k, pile in enumerate(_each(row.right)):
            put((pile.sign, pile.tone, pile.look), beside, after + k * tiny + 2, small)
    foot = after + right * tiny if band.upright else begin + count * pace
    if band.upright:
        marks.append(Word(band.heads[0], 0, TEXT - 1, "start", "quiet"))
        if band.heads[1]:
            foot += _LINE
            marks.append(Word(band.heads[1], 0, near(foot - 4), "start", "quiet"))
    else:
        marks.append(Word(band.heads[0], near(middle - _CLEAR), TEXT - 1, "end", "quiet"))
        marks.append(Word(band.heads[1], near(after), TEXT - 1, "start", "quiet"))
    for limit in band.limits:
        at = begin + min(limit.at, count) * pace
        ends = (middle - _CLEAR - tiny, after + tiny)
        (x, to_x), (y, to_y) = ((at, at), ends) if band.upright else (ends, (at, at))
        marks.append(Rule(near(x), near(y), near(to_x), near(to_y), "ink", 2, limit.dash))
        marks.append(Rule(8, near(foot + 3), 8, near(foot + TEXT + 7), "ink", 2, limit.dash))
        marks.append(Word(limit.word, TEXT + 2 + GAP, near(foot + TEXT + 4)))
        foot += _LINE + 4
    return Laid(tuple(marks), near(foot))


def _both(band: Sides) -> tuple[list[tuple[Pile, ...]], list[tuple[Pile, ...]]]:
    return [row.left for row in band.rows], [row.right for row in band.rows]


def _many(piles: Iterable[Pile]) -> int:
    return sum(pile.n for pile in piles)


def _each(piles: Iterable[Pile]) -> list[Pile]:
    return [pile for pile in piles for _ in range(pile.n)]

"""Levels, one above the other, each with its signs in the middle
and a word on either side: a hierarchy.
"""

from dataclasses import dataclass
from math import floor

from course.charts.pictures.marks import (
    GAP,
    TEXT,
    Laid,
    Look,
    Mark,
    Rule,
    Sign,
    Tone,
    Word,
    near,
    wide,
)
from course.charts.pictures.places import Pile

__all__ = ["Level", "Levels", "laid"]

_MORE = 14  # the room of an ellipsis
_LEAST = 10  # the smallest sign


@dataclass(frozen=True)
class Level:
    """n signs; of more than fit only so many are drawn, between ellipses, so `left` gives their
    number. right: a word there.

    piles: ten small signs beside the level: what is left of something on the way down.
    most: no more than so many are drawn, such as those under one superior; 0 if only the room
        decides.
    """

    n: int
    sign: str
    left: str = ""
    right: str = ""
    most: int = 0
    tone: Tone = "own"
    look: Look = "solid"
    piles: tuple[Pile, ...] = ()


@dataclass(frozen=True)
class Levels:
    """Levels from the top. size: of a sign, where there is room;
    in a narrow place signs are smaller.
    """

    levels: tuple[Level, ...]
    size: float = 18
    band: str = "levels"


def laid(band: Levels, width: float) -> Laid:
    """The marks at a width: the signs stand centred between the words."""
    high = max(band.size, TEXT) + 4
    wanted = [min(level.n, level.most or level.n) for level in band.levels]
    left = max((wide(level.left) for level in band.levels), default=0) + GAP
    right = max((wide(level.right) for level in band.levels), default=0) + GAP
    small = floor((high - 4) / 2)
    right += 5 * (small + 1) + 2 * GAP if any(level.piles for level in band.levels) else 0
    room = max(high, width - left - right - 2 * _MORE)
    size = max(_LEAST, min(band.size, floor(room / max(1, *wanted)) - 2))
    step = size + 2
    fits = max(1, floor(room / step))
    marks: list[Mark] = []
    for i, (level, some) in enumerate(zip(band.levels, wanted, strict=True)):
        drawn = min(some, fits)
        x = left + _MORE + (room - drawn * step) / 2
        y = i * high + (high - size) / 2
        base = near(i * high + (high + TEXT) / 2 - 2)
        marks.append(Word(level.left, 0, base, "start", "ink"))
        if drawn < level.n:
            marks.append(Word("…", near(x - _MORE / 2), base, "middle", level.tone, True))
        marks += [
            Sign(level.sign, near(x + one * step), near(y), size, level.tone, level.look)
            for one in range(drawn)
        ]
        if drawn < level.n:
            marks.append(
                Word("…", near(x + drawn * step + _MORE / 2), base, "middle", level.tone, True)
            )
        ten = [pile for pile in level.piles for _ in range(pile.n)]
        for one, pile in enumerate(ten):
            along = width - right + 2 * GAP + one % 5 * (small + 1)
            down = i * high + 1 + floor(one / 5) * (small + 1)
            marks.append(Sign(pile.sign, near(along), near(down), small, pile.tone, pile.look))
        marks.append(Word(level.right, near(width), base, "end", "ink"))
    piled = [i for i, level in enumerate(band.levels) if level.piles]
    if piled:
        x = near(width - right + GAP)
        foot = near((piled[-1] + 1) * high - 2)
        marks.append(Rule(x, near(piled[0] * high + 2), x, foot, "ink", 2, end=True))
    return Laid(tuple(marks), near(len(band.levels) * high))

"""A tally: so many equal signs, in tens, in groups of a colour;
the words of each group stand beside it.
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

__all__ = ["Group", "Limit", "Tally", "laid"]

_LINE = TEXT + 6
_FEW, _NARROW, _SMALL = 40, 400, 13  # on a phone the signs of more than a few are smaller


@dataclass(frozen=True)
class Group:
    """n signs of one kind. word: what they are, with their number, such as "49 reach the desk"."""

    n: int
    sign: str
    word: str
    tone: Tone = "own"
    look: Look = "solid"


@dataclass(frozen=True)
class Limit:
    """A thin line behind so many signs, with its words: a number that is needed,
    or a student's guess.
    """

    at: float
    word: str
    dash: str = ""


@dataclass(frozen=True)
class Tally:
    """Groups in order; size: of a sign.

    asked: what one sign is worth in the unit of the prediction that opens the scene, if its guess
        is drawn here; 0, if not.
    """

    groups: tuple[Group, ...]
    size: float = 18
    limits: tuple[Limit, ...] = ()
    asked: float = 0
    band: str = "tally"


def laid(band: Tally, width: float) -> Laid:
    """The marks at a width: in rows of twenty, or of ten where
    the words would not fit beside them.
    """
    is_many = sum(group.n for group in band.groups) > _FEW
    size = min(band.size, _SMALL) if is_many and width < _NARROW else band.size
    step = size + 2
    ten = 10 * step + GAP
    longest = max(
        *(wide(group.word) for group in band.groups),
        0,
        *(wide(limit.word) + GAP for limit in band.limits),
    )
    tens = next((k for k in (2, 1) if k * ten + 2 * GAP + longest <= width), 0)
    beside, tens = tens > 0, tens or max(1, min(2, floor((width + GAP) / ten)))
    row_of = 10 * tens
    marks: list[Mark] = []
    at, free, left = 0, 0.0, tens * ten + GAP
    for group in band.groups:
        for place in range(at, at + group.n):
            along = place % row_of
            x, y = along * step + floor(along / 10) * GAP, floor(place / row_of) * step
            marks.append(Sign(group.sign, near(x), near(y), size, group.tone, group.look))
        if beside and group.word:
            y = max(free, floor(at / row_of) * step)
            marks.append(Word(group.word, near(left), near(y + TEXT), "start", group.tone, True))
            free = y + _LINE
        at += group.n
    high = max(-floor(-at / row_of) * step, free if beside else 0)
    marks += [_line(limit, min(limit.at, at), row_of, step) for limit in band.limits]
    if beside and not band.limits:
        return Laid(tuple(marks), near(high))
    y = high + 4
    for group in () if beside else band.groups:
        if group.word:
            marks.append(Sign(group.sign, 0, near(y), TEXT + 2, group.tone, group.look))
            marks.append(
                Word(group.word, TEXT + 2 + GAP, near(y + TEXT), "start", group.tone, True)
            )
            y += _LINE + 2
    for limit in band.limits:
        marks.append(Rule(8, near(y - 1), 8, near(y + TEXT + 3), "ink", 2, limit.dash))
        marks.append(Word(limit.word, TEXT + 2 + GAP, near(y + TEXT), "start", "ink"))
        y += _LINE + 2
    return Laid(tuple(marks), near(y))


def _line(limit: Limit, at: float, row_of: int, step: float) -> Rule:
    """The line of a limit, at the end of a row rather than at the beginning of the next."""
    row = max(0, -floor(-at / row_of) - 1)
    along = at - row * row_of
    x = along * step - 1 + max(0, -floor(-along / 10) - 1) * GAP
    return Rule(
        near(x), near(row * step - 3), near(x), near(row * step + step + 1), "ink", 2, limit.dash
    )

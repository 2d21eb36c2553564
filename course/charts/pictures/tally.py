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
_FEW, _NARROW, _SMALL, _TINY = (
    40,
    400,
    13,
    10,
)  # on a phone the signs of more than a few are smaller
_ACTOR, _ARROW, _APART = 28, 22, 8  # who brings a row about, the arrow from there; two such rows


@dataclass(frozen=True)
class Group:
    """n signs of one kind. word: what they are, with their number, such as "49 reach the desk".

    by: the signs of who brings them about: they stand before a row that the group begins,
        with an arrow.
    """

    n: int
    sign: str
    word: str
    tone: Tone = "own"
    look: Look = "solid"
    by: tuple[str, ...] = ()


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
    actors = max((len(group.by) for group in band.groups), default=0)
    before = actors * (_ACTOR + 2) + _ARROW + GAP if actors else 0
    room = width - before
    is_many = sum(group.n for group in band.groups) > _FEW
    size = min(band.size, _TINY if actors else _SMALL) if is_many and width < _NARROW else band.size
    size = min(size, floor(room / 10) - 2)
    step = size + 2
    ten = 10 * step + GAP
    longest = max(
        *(wide(group.word) for group in band.groups),
        0,
        *(wide(limit.word) + GAP for limit in band.limits),
    )
    tens = next((k for k in (2, 1) if k * ten + 2 * GAP + longest <= room), 0)
    beside, tens = tens > 0, tens or max(1, min(2, floor((room + GAP) / ten)))
    row_of = 10 * tens
    marks: list[Mark] = []
    at, top, free, high = 0, 0.0, 0.0, 0.0
    first = 0
    for group in band.groups:
        if group.by:
            top = high + _APART if high else 0.0
            first, at, free = first or at, 0, top
            marks += _actors(group.by, top, before)
            high = top + max(_ACTOR, step)
        for place in range(at, at + group.n):
            along = place % row_of
            x, y = before + along * step + floor(along / 10) * GAP, floor(place / row_of) * step
            marks.append(Sign(group.sign, near(x), near(top + y), size, group.tone, group.look))
        if beside and group.word:
            y = max(free, top + floor(at / row_of) * step)
            left = before + tens * ten + GAP
            marks.append(Word(group.word, near(left), near(y + TEXT), "start", group.tone, True))
            free = y + _LINE
        at += group.n
        high = max(high, top - floor(-at / row_of) * step, free if beside else 0)
    marks += [
        _line(limit, before, min(limit.at, first or at), row_of, step) for limit in band.limits
    ]
    if beside and not band.limits:
        return Laid(tuple(marks), near(high))
    y = high + 4
    for group in () if beside else band.groups:
        if group.word:
            marks.append(_key(group, y, alone=actors == 1 and all(one.by for one in band.groups)))
            marks.append(
                Word(group.word, TEXT + 2 + GAP, near(y + TEXT), "start", group.tone, True)
            )
            y += _LINE + 2
    for limit in band.limits:
        marks.append(Rule(8, near(y - 1), 8, near(y + TEXT + 3), "ink", 2, limit.dash))
        marks.append(Word(limit.word, TEXT + 2 + GAP, near(y + TEXT), "start", "ink"))
        y += _LINE + 2
    return Laid(tuple(marks), near(y))


def _key(group: Group, y: float, *, alone: bool) -> Sign:
    """The sign of a line of the key: where each row has one of its own before it, that one, since
    the things that are counted may be alike.
    """
    if alone:
        return Sign(group.by[0], 0, near(y), TEXT + 2)
    return Sign(group.sign, 0, near(y), TEXT + 2, group.tone, group.look)


def _actors(by: tuple[str, ...], top: float, before: float) -> list[Mark]:
    """Who brings a row about, and the arrow from there to it."""
    y = near(top + _ACTOR / 2)
    return [
        *(Sign(name, near(i * (_ACTOR + 2)), near(top), _ACTOR) for i, name in enumerate(by)),
        Rule(near(len(by) * (_ACTOR + 2) + 2), y, near(before - 4), y, "ink", 2, end=True),
    ]


def _line(limit: Limit, before: float, at: float, row_of: int, step: float) -> Rule:
    """The line of a limit, at the end of a row rather than at the beginning of the next."""
    row = max(0, -floor(-at / row_of) - 1)
    along = at - row * row_of
    x = before + along * step - 1 + max(0, -floor(-along / 10) - 1) * GAP
    return Rule(
        near(x), near(row * step - 3), near(x), near(row * step + step + 1), "ink", 2, limit.dash
    )

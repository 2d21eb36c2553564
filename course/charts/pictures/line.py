"""A line from less to more, with signs that stand on it: chairs at a table,
a fence that moves, offers and answers.
"""

from collections.abc import Callable
from dataclasses import dataclass
from math import floor

from course.charts.pictures.marks import (
    TEXT,
    Laid,
    Look,
    Mark,
    Rule,
    Sign,
    Tone,
    Word,
    inside,
    near,
    wide,
)
from course.charts.pictures.places import Pile

__all__ = ["Line", "Span", "Standing", "laid"]

_UNDER = TEXT + 18  # one span and its word, and the next
_POLE = 15  # a sign at an end
_STEP, _CROSS = 22, 16  # a way that is cut at once, and the cross there
_NAME, _LEAD = TEXT + 4, 12  # a row of words over those who stand level; from them to the line


@dataclass(frozen=True)
class Standing:
    """A sign at a place of the line, with a word over it. at: in the line's own units."""

    at: float
    sign: str
    word: str = ""
    tone: Tone = "ink"
    look: Look = "solid"


@dataclass(frozen=True)
class Span:
    """A stretch of the line, drawn thick, with a word under it.

    wall: a trough under the line instead, whose sides what lies in it cannot pass; sides: the words
        at them, in a row above the other words; push: an arrow
        beside what lies under the line; cut: not even the first step is free, which a cross says.
    """

    start: float
    stop: float
    word: str = ""
    tone: Tone = "own"
    wall: bool = False
    push: bool = False
    cut: bool = False
    sides: tuple[str, str] = ("", "")


@dataclass(frozen=True)
class Line:
    """low and high: what the line's ends stand for, in its own units; ends: their words;
    size: of a sign; under: what lies under the line.

    poles: what the ends stand for, in signs: at the first, and at the second.
    """

    low: float
    high: float
    standing: tuple[Standing, ...]
    spans: tuple[Span, ...] = ()
    ends: tuple[str, str] = ("", "")
    size: float = 28
    under: tuple[Standing, ...] = ()
    poles: tuple[Pile, ...] = ()
    band: str = "line"


def laid(band: Line, width: float) -> Laid:
    """The marks at a width: all stand in one row, moved apart where they would touch, with a line
    to their place.
    """
    edge = max(band.size / 2, 2)
    scale = (width - 2 * edge) / (band.high - band.low)

    def place(at: float) -> float:
        return edge + (at - band.low) * scale

    marks, ground = _level(band, place, width)
    marks.insert(0, Rule(near(edge), near(ground), near(width - edge), near(ground)))
    y = ground + 6
    if band.under:
        marks += _under(band, place, ground)
        y += band.size + 10
    for span in band.spans:
        a, b = place(span.start), place(span.stop)
        if not (span.wall or span.push):
            marks.append(Rule(near(a), near(y), near(max(b, a + 1)), near(y), span.tone, 7))
        if span.sides[0]:
            marks += _sides(span, (a, b), y + TEXT + 2, width)
            y += TEXT + 4
        middle = inside((a + b) / 2, span.word, width)
        marks.append(Word(span.word, near(middle), near(y + TEXT + 6), "middle", span.tone, True))
        if span.word or not span.push:
            y += _UNDER
    foot = y
    if band.ends[0] or band.ends[1]:
        foot += TEXT + 2
        left, right = [pile.n * (_POLE + 1) + 4 for pile in band.poles] or (0, 0)
        marks.append(Word(band.ends[0], left, near(foot), "start", "quiet"))
        marks.append(Word(band.ends[1], near(width - right), near(foot), "end", "quiet"))
        for pile, start in zip(band.poles, (0, width - right + 4), strict=False):
            marks += [
                Sign(
                    pile.sign,
                    near(start + i * (_POLE + 1)),
                    near(foot - TEXT + 1),
                    _POLE,
                    pile.tone,
                    pile.look,
                )
                for i in range(pile.n)
            ]
    return Laid(tuple(marks), near(floor(foot) + 6))


def _sides(span: Span, at: tuple[float, float], y: float, width: float) -> list[Mark]:
    """A word at each end of a stretch; where both ends are near, moved apart."""
    first, last = span.sides
    if not last:
        x = inside((at[0] + at[1]) / 2, first, width)
        return [Word(first, near(x), near(y), "middle", span.tone, True)]
    middle, apart = (at[0] + at[1]) / 2, (wide(first) + wide(last)) / 2 + 6
    left = inside(min(at[0], middle - apart / 2), first, width)
    right = inside(max(at[1], left + apart), last, width)
    left = min(left, right - apart)
    return [
        Word(first, near(left), near(y), "middle", span.tone, True),
        Word(last, near(right), near(y), "middle", span.tone, True),
    ]


def _free(taken: list[list[tuple[float, float]]], ends: tuple[float, float]) -> int:
    """The lowest storey with room from one end to the other, which is then taken."""
    start, stop = ends
    at = 0
    while at < len(taken) and any(start < b + 4 and stop > a - 4 for a, b in taken[at]):
        at += 1
    if at == len(taken):
        taken.append([])
    taken[at].append(ends)
    return at


def _level(band: Line, place: Callable[[float], float], width: float) -> tuple[list[Mark], float]:
    """Who stands on the line, in one row over it, their words above; and where it runs."""
    size, step = band.size, band.size + 3
    all_of = sorted(band.standing, key=lambda s: s.at)
    xs = list[float]()
    for one in all_of:
        xs.append(max(place(one.at), xs[-1] + step) if xs else place(one.at))
    for i in range(len(xs) - 1, -1, -1):
        xs[i] = min(xs[i], width - size / 2 - (len(xs) - 1 - i) * step)
    taken: list[list[tuple[float, float]]] = []
    middles = [inside(x, one.word, width) for one, x in zip(all_of, xs, strict=True)]
    storeys = [
        _free(taken, (middle - wide(one.word) / 2, middle + wide(one.word) / 2))
        for one, middle in zip(all_of, middles, strict=True)
    ]
    words = len(taken) * _NAME
    ground = words + size + _LEAD
    marks: list[Mark] = []
    for one, x, middle, storey in zip(all_of, xs, middles, storeys, strict=True):
        marks.append(Sign(one.sign, near(x - size / 2), near(words + 2), size, one.tone, one.look))
        foot = near(words + size + 3)
        marks.append(Rule(near(x), foot, near(place(one.at)), near(ground), one.tone, 1.5))
        base = near(words - storey * _NAME - 4)
        if storey:
            marks.append(Rule(near(x), near(base + 3), near(x), near(words), "quiet", 1, "2 3"))
        marks.append(Word(one.word, near(middle), base, "middle", one.tone))
    return marks, ground


def _under(band: Line, place: Callable[[float], float], ground: float) -> list[Mark]:
    """What lies under the line, the trough that holds it, and the ways that it would go."""
    size = band.size
    middle, foot = near(ground + 5 + size / 2), near(ground + size + 8)
    marks: list[Mark] = []
    for span in band.spans:
        a, b = near(place(span.start)), near(place(span.stop))
        if span.wall:
            marks += [
                Rule(a, near(ground - 3), a, foot, span.tone, 5),
                Rule(b, near(ground - 3), b, foot, span.tone, 5),
                Rule(near(a - 2.5), foot, near(b + 2.5), foot, span.tone, 5),
            ]
        elif span.push:
            way = 1 if b > a else -1
            start = a + way * (size / 2 + 3)
            room = (b - start) * way - (_CROSS + 4 if span.cut else 0)
            step = min(room, _STEP) if span.cut else room
            if step > 6:
                stop = near(start + way * step)
                marks.append(Rule(near(start), middle, stop, middle, span.tone, 3, end=True))
            if span.cut and room >= 0:  # where there is no room, the wall says it
                cross = start + way * (max(step, 0) + 1 + _CROSS / 2) - _CROSS / 2
                top = near(middle - _CROSS / 2)
                marks.append(Sign("cross", near(cross), top, _CROSS, span.tone))
    marks += [
        Sign(one.sign, near(place(one.at) - size / 2), near(ground + 5), size, one.tone, one.look)
        for one in band.under
    ]
    return marks

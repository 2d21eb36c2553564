"""Panels side by side on one ground, each with columns that grow upward, so that their outlines can
be compared: what one way of deciding brings, and what another brings.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from math import floor

from course.charts.pictures.marks import (
    GAP,
    TEXT,
    Laid,
    Mark,
    Rule,
    Sign,
    Tone,
    Word,
    inside,
    near,
)
from course.charts.pictures.places import Place
from course.charts.pictures.said import lines_of

__all__ = ["Panel", "Panels", "laid"]

_LINE = TEXT + 6
_APART, _WIDEST, _LEAST = 16, 34, 6  # between panels; the widest column; the smallest sign
_CLEAR = 4  # what stands over a line rises, so that the line crosses nobody's feet
_BY = 24  # a sign over a panel


@dataclass(frozen=True)
class Panel:
    """columns: what grows over the ground, each over its own sign; by: who decides so, over the
    panel's word; said: under the ground.

    line: so many signs above the ground a line runs across; 0 if none does.
    """

    word: str
    columns: tuple[Place, ...]
    by: tuple[str, ...] = ()
    said: str = ""
    line: float = 0
    tone: Tone = "ink"


@dataclass(frozen=True)
class Panels:
    """size: of the sign under a column; small: of one in it; in a narrow place both are smaller.
    key: what the lines are, in words.
    """

    panels: tuple[Panel, ...]
    size: float = 18
    small: float = 15
    key: str = ""
    band: str = "panels"


def laid(band: Panels, width: float) -> Laid:
    """The marks at a width, which the panels share; all columns are as wide."""
    each = (width + _APART) / max(1, len(band.panels)) - _APART
    most = max((len(one.columns) for one in band.panels), default=0)
    pace = min(_WIDEST, floor(each / max(1, most)))
    small, size = (max(_LEAST, min(n, pace - 2)) for n in (band.small, band.size))
    names = [lines_of(one.word, each) for one in band.panels]
    ends = [lines_of(one.said, each) for one in band.panels]
    named = _BY + 2 if any(one.by for one in band.panels) else 0
    top = named + max(map(len, names), default=0) * _LINE + 4
    ground = top + max(map(_high, band.panels), default=0) * (small + 2) + 2 + _CLEAR
    foot = ground + 6 + size
    marks: list[Mark] = []
    for i, panel in enumerate(band.panels):
        middle = i * (each + _APART) + each / 2
        start, stop = (middle + half * len(panel.columns) * pace for half in (-0.5, 0.5))
        levels = [ground, *([ground - 5 - panel.line * (small + 2)] if panel.line else [])]
        marks += [Rule(near(start), near(y), near(stop), near(y), "ink", 2) for y in levels]
        left = middle - len(panel.by) * (_BY + 2) / 2
        marks += [
            Sign(name, near(left + k * (_BY + 2)), 0, _BY, panel.tone)
            for k, name in enumerate(panel.by)
        ]
        for lines, y in ((names[i], named), (ends[i], foot)):
            marks += _written(lines, middle, y, width, panel.tone)
        for k, column in enumerate(panel.columns):
            marks += _column(column, start + (k + 0.5) * pace, ground, (size, small), panel.line)
    foot += max(map(len, ends), default=0) * _LINE
    if band.key:
        foot += 4
        marks.append(Rule(0, near(foot + 9), TEXT + 2, near(foot + 9), "ink", 2))
        marks.append(Word(band.key, TEXT + 2 + GAP, near(foot + TEXT)))
        foot += _LINE
    return Laid(tuple(marks), near(foot))


def _high(panel: Panel) -> float:
    """How many signs the highest of its columns, or its line, stands over the ground."""
    return max(panel.line, *(sum(pile.n for pile in one.piles) for one in panel.columns), 0)


def _written(
    lines: list[str], middle: float, top: float, width: float, tone: Tone
) -> Iterator[Mark]:
    for k, line in enumerate(lines):
        x = inside(middle, line, width)
        yield Word(line, near(x), near(top + TEXT + k * _LINE), "middle", tone, True)


def _column(
    column: Place, middle: float, ground: float, sizes: tuple[float, float], line: float
) -> Iterator[Mark]:
    """Its own sign under the ground, its piles over it, the first undermost."""
    size, small = sizes
    left = near(middle - size / 2)
    yield Sign(column.sign, left, near(ground + 4), size, column.tone, column.look)
    left, k = near(middle - small / 2), 0
    for pile in column.piles:
        for _ in range(pile.n):
            k += 1
            y = near(ground - 2 - k * (small + 2) - (_CLEAR if 0 < line < k else 0))
            yield Sign(pile.sign, left, y, small, pile.tone, pile.look)

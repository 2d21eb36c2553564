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
# how far before the columns the arrow of a floor stands, its length, and that in the key
_BEFORE, _RISE, _SHORT = 7, 20, 16


@dataclass(frozen=True)
class Panel:
    """by: who decides so, in signs over the word. least: its line is a floor, from which an arrow
    goes upward.
    """

    word: str
    by: tuple[str, ...] = ()
    least: bool = False


@dataclass(frozen=True)
class Panels:
    """across: so many columns in a panel. column: what each is like, its own sign under the ground
    and its piles over it, the first undermost; what is `own` there has the tone of its panel.

    counts: the signs of each pile of each column of each panel. Of each panel, tones: its colour;
    said: its words under the ground; lines: so many signs above it a line runs across, 0 if none
    does. Apart from the panels, since these change and those stand in every state.
    size: of the sign under a column; small: of one in it; in a narrow place both are smaller.
    keys: what the lines are, in words: those without an arrow, and those with one.
    """

    panels: tuple[Panel, ...]
    column: Place
    counts: tuple[int, ...]
    tones: tuple[Tone, ...]
    said: tuple[str, ...]
    lines: tuple[float, ...]
    across: int = 5
    size: float = 18
    small: float = 15
    keys: tuple[str, ...] = ()
    band: str = "panels"


def laid(band: Panels, width: float) -> Laid:
    """The marks at a width, which the panels share; all columns are as wide."""
    each = (width + _APART) / max(1, len(band.panels)) - _APART
    pace = min(_WIDEST, floor(each / band.across))
    small, size = (max(_LEAST, min(n, pace - 2)) for n in (band.small, band.size))
    names = [lines_of(one.word, each) for one in band.panels]
    ends = [lines_of(words, each) for words in band.said]
    named = _BY + 2 if any(one.by for one in band.panels) else 0
    top = named + max(map(len, names), default=0) * _LINE + 4
    columns = _columns(band)
    tallest = max(*map(sum, columns), *band.lines, 0, 0)
    ground = top + tallest * (small + 2) + 2 + _CLEAR
    foot = ground + 6 + size
    marks: list[Mark] = []
    for i, (panel, tone, line) in enumerate(zip(band.panels, band.tones, band.lines, strict=True)):
        middle = i * (each + _APART) + each / 2
        start, stop = (middle + half * band.across * pace for half in (-0.5, 0.5))
        marks += _line(start, stop, ground)
        if line:
            y = ground - 5 - line * (small + 2)
            marks += (
                _line(start - _BEFORE, stop, y, _RISE) if panel.least else _line(start, stop, y)
            )
        left = middle - len(panel.by) * (_BY + 2) / 2
        marks += [
            Sign(name, near(left + k * (_BY + 2)), 0, _BY, tone) for k, name in enumerate(panel.by)
        ]
        for lines, y in ((names[i], named), (ends[i], foot)):
            marks += _written(lines, middle, y, width, tone)
        for k, counts in enumerate(columns[i * band.across : (i + 1) * band.across]):
            at = start + (k + 0.5) * pace, ground
            marks += _column(band.column, counts, at, (size, small), (line, tone))
    foot += max(map(len, ends), default=0) * _LINE
    foot += 4 if band.keys else 0
    for words, rise in zip(band.keys, (0, _SHORT), strict=False):
        foot += rise / 4
        marks += _line(5, TEXT + 2, foot + 9 + rise / 4, rise)
        for line in lines_of(words, width - TEXT - 2 - GAP):
            marks.append(Word(line, TEXT + 2 + GAP, near(foot + TEXT)))
            foot += _LINE
    return Laid(tuple(marks), near(foot))


def _line(start: float, stop: float, y: float, rise: float = 0) -> Iterator[Mark]:
    """Across the columns; from the beginning of a floor an arrow rises so far."""
    yield Rule(near(start), near(y), near(stop), near(y), "ink", 2)
    if rise:
        yield Rule(near(start), near(y), near(start), near(y - rise), "ink", 2, end=True)


def _columns(band: Panels) -> list[tuple[int, ...]]:
    """Of each column of each panel, the signs of its piles."""
    piles = max(1, len(band.column.piles))
    return [band.counts[i : i + piles] for i in range(0, len(band.counts), piles)]


def _written(
    lines: list[str], middle: float, top: float, width: float, tone: Tone
) -> Iterator[Mark]:
    for k, line in enumerate(lines):
        x = inside(middle, line, width)
        yield Word(line, near(x), near(top + TEXT + k * _LINE), "middle", tone, True)


def _column(
    like: Place,
    counts: tuple[int, ...],
    at: tuple[float, float],
    sizes: tuple[float, float],
    of: tuple[float, Tone],
) -> Iterator[Mark]:
    """at: the middle of its foot, on the ground; of: its panel's line, and tone. What stands over
    a line rises.
    """
    (middle, ground), (size, small), (line, tone) = at, sizes, of

    def own(given: Tone) -> Tone:
        return tone if given == "own" else given

    left = near(middle - size / 2)
    yield Sign(like.sign, left, near(ground + 4), size, own(like.tone), like.look)
    left, k = near(middle - small / 2), 0
    for pile, n in zip(like.piles, counts, strict=False):
        for _ in range(n):
            k += 1
            y = near(ground - 2 - k * (small + 2) - (_CLEAR if 0 < line < k else 0))
            yield Sign(pile.sign, left, y, small, own(pile.tone), pile.look)

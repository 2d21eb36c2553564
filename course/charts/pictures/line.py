"""A line from less to more, with signs that stand on it: chairs at a table,
a fence that moves, offers and answers.
"""

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

__all__ = ["Line", "Span", "Standing", "laid"]

_UNDER = TEXT + 18  # one span and its word, and the next


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
    """A stretch of the line, drawn thick, with a word under it; end: an arrow there instead, from
    start to stop.
    """

    start: float
    stop: float
    word: str = ""
    tone: Tone = "own"
    end: bool = False


@dataclass(frozen=True)
class Line:
    """low and high: what the line's ends stand for, in its own units; ends: their words;
    size: of a sign; moves: who stands there too, but moves in most states, so that states share
    the others.
    """

    low: float
    high: float
    standing: tuple[Standing, ...]
    spans: tuple[Span, ...] = ()
    ends: tuple[str, str] = ("", "")
    size: float = 28
    moves: tuple[Standing, ...] = ()
    band: str = "line"


def laid(band: Line, width: float) -> Laid:
    """The marks at a width: who would stand in another's place, or on its word, stands above it."""
    edge = max(band.size / 2, 2)
    scale = (width - 2 * edge) / (band.high - band.low)
    storey = band.size + TEXT + 8
    taken: list[list[tuple[float, float]]] = []
    put: list[tuple[Standing, float, float, int]] = []
    for one in sorted((*band.moves, *band.standing), key=lambda s: s.at):
        x = edge + (one.at - band.low) * scale
        half = wide(one.word) / 2
        middle = inside(x, one.word, width)
        start, stop = min(x - band.size / 2, middle - half), max(x + band.size / 2, middle + half)
        floor_of = 0
        while floor_of < len(taken) and any(
            start < b + 4 and stop > a - 4 for a, b in taken[floor_of]
        ):
            floor_of += 1
        if floor_of == len(taken):
            taken.append([])
        taken[floor_of].append((start, stop))
        put.append((one, x, middle, floor_of))
    ground = len(taken) * storey
    marks: list[Mark] = [Rule(near(edge), near(ground), near(width - edge), near(ground))]
    for one, x, middle, floor_of in put:
        top = ground - floor_of * storey - band.size - 2
        marks.append(
            Sign(one.sign, near(x - band.size / 2), near(top), band.size, one.tone, one.look)
        )
        if floor_of:
            marks.append(
                Rule(near(x), near(top + band.size + 2), near(x), near(ground), "quiet", 1, "2 3")
            )
        marks.append(Word(one.word, near(middle), near(top - 5), "middle", one.tone))
    y = ground
    for i, span in enumerate(band.spans):
        a, b = edge + (span.start - band.low) * scale, edge + (span.stop - band.low) * scale
        y = ground + 6 + i * _UNDER
        if span.end:
            marks.append(Rule(near(a), near(y), near(b), near(y), span.tone, 3, end=True))
        else:
            marks.append(Rule(near(a), near(y), near(max(b, a + 1)), near(y), span.tone, 7))
        middle = inside((a + b) / 2, span.word, width)
        marks.append(Word(span.word, near(middle), near(y + TEXT + 6), "middle", span.tone, True))
    foot = ground + 6 + len(band.spans) * _UNDER
    if band.ends[0] or band.ends[1]:
        foot += TEXT + 2
        marks.append(Word(band.ends[0], 0, near(foot), "start", "quiet"))
        marks.append(Word(band.ends[1], near(width), near(foot), "end", "quiet"))
    return Laid(tuple(marks), near(floor(foot) + 6))

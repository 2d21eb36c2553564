"""Who is tied to whom: signs at places of a field, with lines between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot

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

__all__ = ["Node", "Tie", "Ties", "laid"]


_NARROW = 400  # px
_CLEAR, _BESIDE = 5, 2  # a line keeps so far from a sign, and from the sides of its word
_LEAST = 14  # the shortest line that keeps clear of words too


@dataclass(frozen=True)
class Node:
    """A sign (none, if empty) at (x, y), each from 0 to 1 of the field, with a word under it."""

    x: float
    y: float
    sign: str
    word: str = ""
    tone: Tone = "ink"
    look: Look = "solid"


@dataclass(frozen=True)
class Tie:
    """A line between two nodes, by their numbers. end: an arrow at the second."""

    a: int
    b: int
    tone: Tone = "quiet"
    thick: float = 2
    dash: str = ""
    end: bool = False


@dataclass(frozen=True)
class Ties:
    """tall: the height of the field beside its width, at most 420 pixels. size: of a sign.

    few: in a narrow place no more dashed ties are drawn, 0 if all are; cut: what is said there.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    tall: float = 0.6
    size: float = 30
    few: int = 0
    cut: str = ""
    band: str = "ties"


def laid(band: Ties, width: float) -> Laid:
    """The marks at a width: a line ends clear of the signs that it joins, and of their words."""
    edge = max(band.size, 44)
    high = min(420, max(240, width * band.tall))
    at = [
        (edge + node.x * (width - 2 * edge), band.size / 2 + node.y * (high - band.size - TEXT - 8))
        for node in band.nodes
    ]
    marks: list[Mark] = []
    is_cut = _is_cut(band, width)
    words = [node.word for node in band.nodes]
    for tie in _seen(band) if is_cut else band.ties:
        (ax, ay), (bx, by) = at[tie.a], at[tie.b]
        long = hypot(bx - ax, by - ay) or 1
        dx, dy = (bx - ax) / long, (by - ay) / long
        a, b = (
            _leaves(at[i], way, band.size, words[i], inside(at[i][0], words[i], width))
            for i, way in ((tie.a, (dx, dy)), (tie.b, (-dx, -dy)))
        )
        if long - a - b < _LEAST:
            a = b = band.size / 2 + _CLEAR
        if long <= a + b:
            continue
        ends = near(ax + dx * a), near(ay + dy * a), near(bx - dx * b), near(by - dy * b)
        marks.append(Rule(*ends, tie.tone, tie.thick, tie.dash, tie.end))
    for node, (x, y) in zip(band.nodes, at, strict=True):
        half = band.size / 2
        if node.sign:
            marks.append(
                Sign(node.sign, near(x - half), near(y - half), band.size, node.tone, node.look)
            )
        middle = inside(x, node.word, width)
        marks.append(Word(node.word, near(middle), near(y + half + TEXT), "middle", node.tone))
    if is_cut:
        marks.append(Word(band.cut, 0, near(high + TEXT), "start", "quiet"))
    return Laid(tuple(marks), near(high + (TEXT + 6 if is_cut else 0)))


def _leaves(
    at: tuple[float, float], way: tuple[float, float], size: float, word: str, middle: float
) -> float:
    """How far from the middle of a sign a line begins that goes some way, so that neither it nor
    its arrow lies under the sign's word, which stands in the middle of `middle`.
    """
    (x, _), (dx, dy), clear = at, way, size / 2 + _CLEAR
    if dy <= 0:
        return clear
    half = wide(word) / 2 + _BESIDE
    begin, end = size / 2 / dy, (clear + TEXT) / dy
    if dx:
        sides = (middle - half - x) / dx, (middle + half - x) / dx
        begin, end = max(begin, min(sides)), min(end, max(sides))
    return max(clear, end) if begin < end else clear


def _is_cut(band: Ties, width: float) -> bool:
    dashed = sum(bool(tie.dash) for tie in band.ties)
    return bool(band.few) and width < _NARROW and dashed > band.few


def _seen(band: Ties) -> Iterator[Tie]:
    """All that are whole, and the first few that are dashed."""
    left = band.few
    for tie in band.ties:
        left -= bool(tie.dash)
        if not tie.dash or left >= 0:
            yield tie

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
)

__all__ = ["Node", "Tie", "Ties", "laid"]


_NARROW = 400  # px


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

    high: of the field in pixels, whatever its width; 0, if `tall` says it.
    few: in a narrow place no more dashed ties are drawn, 0 if all are; cut: what is said there.
    """

    nodes: tuple[Node, ...]
    ties: tuple[Tie, ...]
    tall: float = 0.6
    size: float = 30
    few: int = 0
    high: float = 0
    cut: str = ""
    band: str = "ties"


def laid(band: Ties, width: float) -> Laid:
    """The marks at a width: a line ends clear of the signs that it joins."""
    edge = max(band.size, 44)
    high = band.high or min(420, max(240, width * band.tall))
    at = [
        (edge + node.x * (width - 2 * edge), band.size / 2 + node.y * (high - band.size - TEXT - 8))
        for node in band.nodes
    ]
    marks: list[Mark] = []
    clear = band.size / 2 + 5
    is_cut = _is_cut(band, width)
    for tie in _seen(band) if is_cut else band.ties:
        (ax, ay), (bx, by) = at[tie.a], at[tie.b]
        long = hypot(bx - ax, by - ay) or 1
        if long <= 2 * clear:
            continue
        dx, dy = (bx - ax) / long * clear, (by - ay) / long * clear
        ends = near(ax + dx), near(ay + dy), near(bx - dx), near(by - dy)
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

"""The lines of a map at its two widths: two between one pair stand side by side,
and all keep clear of words.
"""

from collections.abc import Mapping, Sequence
from typing import TypedDict

from course.charts.accountability.curves import Box, Curve, Point, bend_of, between
from course.charts.pictures.marks import TEXT, near, wide

__all__ = ["HEIGHTS", "SIZES", "WIDTHS", "Drawn", "Place", "Tie", "laid", "places"]

WIDTHS = {"wide": 640, "narrow": 300}
HEIGHTS = {"wide": 490, "narrow": 520}
SIZES = {"wide": 44, "narrow": 38}  # of a sign
_CLEAR = 8  # from a word or a sign to a line
_APART = 14  # two lines of one pair
_LINE = TEXT + 3
_LONGEST = {"wide": 24, "narrow": 11}  # characters in a line of words

Tie = tuple[str, str, str]  # who, in which relation, to whom


class Place(TypedDict):
    """Where an actor stands: the middle of its sign, and the lines of its word,
    which stand below.
    """

    x: float
    y: float
    words: list[str]


class Drawn(TypedDict):
    """A line: its path, and its middle."""

    d: str
    middle: Point


def _broken(word: str, most: int) -> list[str]:
    lines = [""]
    for part in word.split():
        joined = f"{lines[-1]} {part}".strip()
        if len(joined) <= most or not lines[-1]:
            lines[-1] = joined
        else:
            lines.append(part)
    return lines


def places(actors: Mapping[str, tuple[str, Point]], width: str) -> dict[str, Place]:
    """{actor: Place} of {actor: (word, middle of its sign)}."""
    return {
        name: {"x": at[0], "y": at[1], "words": _broken(word, _LONGEST[width])}
        for name, (word, at) in actors.items()
    }


def _boxes(place: Place, size: float) -> list[Box]:
    x, y, half = place["x"], place["y"], size / 2
    broad = max(wide(word) for word in place["words"]) / 2
    foot = y + half + 2 + len(place["words"]) * _LINE
    return [Box(x - half, y - half, x + half, y + half), Box(x - broad, y + half, x + broad, foot)]


def _order(ties: Sequence[Tie]) -> dict[frozenset[str], list[Tie]]:
    pairs: dict[frozenset[str], list[Tie]] = {}
    for tie in dict.fromkeys(ties):
        pairs.setdefault(frozenset((tie[0], tie[2])), []).append(tie)
    return pairs


def laid(ties: Sequence[Tie], stands: Mapping[str, Place], width: str) -> dict[Tie, Drawn]:
    """{line: how it is drawn} of the lines of one state."""
    size = SIZES[width]
    boxes = {name: _boxes(place, size) for name, place in stands.items()}
    page = Box(3, 3, WIDTHS[width] - 3, HEIGHTS[width] - 3)
    found: dict[Tie, Drawn] = {}
    for pair, several in _order(ties).items():
        first, second = (name for name in stands if name in pair)
        start, end = ((stands[name]["x"], stands[name]["y"]) for name in (first, second))
        others = [box for name, theirs in boxes.items() if name not in pair for box in theirs]
        spread = _APART * (len(several) - 1) / 2
        bend = bend_of(start, end, others, _CLEAR + spread, page)
        for n, tie in enumerate(several):
            aside = _APART * n - spread
            turned = tie[0] != first
            ends = (boxes[tie[0]], boxes[tie[2]])
            points = (end, start) if turned else (start, end)
            way = -1 if turned else 1  # left of the one direction is right of the other
            found[tie] = _drawn(between(points, ends, way * bend, way * aside, _CLEAR))
    return found


def _drawn(curve: Curve) -> Drawn:
    x, y = curve.at(0.5)
    return {"d": curve.path, "middle": (near(x), near(y))}

"""Where a name may stand on a chart without lying on another: rectangles in shares of the axes."""

from collections.abc import Iterable, Mapping
from typing import TypeAlias

from course.evidence.picture import Place

__all__ = ["LETTER", "padded", "sides"]

_Box: TypeAlias = tuple[float, float, float, float]  # left, low, right, high
_Named: TypeAlias = tuple[float, float, str]  # x, y, words


def padded(low: float, high: float, share: float = 0.06) -> list[float]:
    """[low, high] with a share of their distance added at both ends, as the range of an axis."""
    pad = (high - low or 1) * share
    return [low - pad, high + pad]


_SIDES = ("top right", "top left", "bottom right", "bottom left", "middle right", "middle left")
_ROUNDS = 4
# a letter's width and a line's height as shares of the axes on a phone
LETTER, _LINE = (
    0.029,
    0.05,
)


def _box(x: float, y: float, words: str, side: str) -> _Box:
    """The words' rectangle, (left, low, right, high), in shares of the axes."""
    wide = LETTER * len(words)
    left = x if side.endswith("right") else x - wide
    low = {"top": y, "middle": y - _LINE / 2, "bottom": y - _LINE}[side.split(maxsplit=1)[0]]
    return left, low, left + wide, low + _LINE


def _overlap(a: _Box, b: _Box) -> float:
    """The area that two rectangles share."""
    return max(0, min(a[2], b[2]) - max(a[0], b[0])) * max(0, min(a[3], b[3]) - max(a[1], b[1]))


def sides(named: Iterable[_Named], points: Mapping[str, Place]) -> list[str]:
    """On which side of its point each of `named`, (x, y, words), is written: where it covers least
    of the others.

    The other words, the named points and what lies beyond the chart count as covered.
    """
    (left, right), (low, high) = (
        padded(min(at[i] for at in points.values()), max(at[i] for at in points.values()))
        for i in (0, 1)
    )
    placed: list[_Named] = [
        ((x - left) / (right - left), (y - low) / (high - low), words) for x, y, words in named
    ]
    points_taken = [(x - 0.015, y - 0.015, x + 0.015, y + 0.015) for x, y, _ in placed]
    chosen: dict[int, str] = {}
    boxes: dict[int, _Box] = {}

    def covered(place: int, side: str) -> float:
        box = _box(*placed[place], side)
        beyond = max(0, -box[0]) + max(0, box[2] - 1)
        others = (words for i, words in boxes.items() if i != place)
        return beyond + sum(_overlap(box, other) for other in (*points_taken, *others))

    for _ in range(_ROUNDS):  # the first to choose choose again when they know where the last stand
        before = dict(chosen)
        for place in range(len(placed)):
            chosen[place] = min(_SIDES, key=lambda side, place=place: covered(place, side))
            boxes[place] = _box(*placed[place], chosen[place])
        if chosen == before:
            break
    return list(chosen.values())

"""The marker of a point, full, or open if its name ends so, and the pattern of a line, as SVG: at
the measures that plotly.js gives them, and so does the browser's still (hosts/browser/marks.js).
"""

from collections.abc import Iterable, Mapping
from math import cos, pi, sin, sqrt
from typing import Any

__all__ = ["dash_of", "symbol"]

_Points = list[tuple[float, float]]

# lengths of dash and gap, in widths of the line
_DASHES = {"dash": (3, 3), "dot": (1, 1), "dashdot": (3, 1, 1, 1), "longdash": (5, 5), "solid": ()}


def _turned(points: Iterable[tuple[float, float]], times: int) -> _Points:
    """The same after so many quarters of a turn to the left."""
    found = list(points)
    for _ in range(times):
        found = [(y, -x) for x, y in found]
    return found


def _star() -> _Points:
    """Five rays, the first straight up."""
    rays = ((0.53 if i % 2 else 1.4, i * pi / 5) for i in range(10))
    return [(far * sin(turn), -far * cos(turn)) for far, turn in rays]


def _ring(quarter: _Points) -> _Points:
    """A quarter of a ring and the same three times more, turned."""
    return [point for times in range(4) for point in _turned(quarter, times)]


_SQUARE = [(1, 1), (1, -1), (-1, -1), (-1, 1)]
_TRIANGLE = [(-2 / sqrt(3), 0.5), (2 / sqrt(3), 0.5), (0, -1)]
_LONG, _SHORT = 1.6 / sqrt(2), 0.8 / sqrt(2)
# symbol -> the corners of its ring round the middle, which lies one unit from a square's edge
_RINGS = {
    "square": _SQUARE,
    "diamond": [(1.3 * x, 1.3 * y) for x, y in [(1, 0), (0, 1), (-1, 0), (0, -1)]],
    "triangle-up": _TRIANGLE,
    "triangle-left": _turned(_TRIANGLE, 1),
    "triangle-down": _turned(_TRIANGLE, 2),
    "triangle-right": _turned(_TRIANGLE, 3),
    "star": _star(),
    "cross": _ring([(1.2, 0.4), (0.4, 0.4), (0.4, 1.2)][::-1]),
    "x": _ring([(0, _SHORT), (_SHORT, _LONG), (_LONG, _SHORT)]),
}


def symbol(kind: str, at: tuple[float, float], size: float, colour: str) -> str:
    """A marker at (x, y), of so many units from its middle to its edge.
    Raises ValueError for a shape not drawn here.
    """
    bare = kind.removesuffix("-open")
    look = f"fill='{colour}'"
    if bare != kind:
        look = f"fill='#fff' stroke='{colour}' stroke-width='2'"
    if bare == "circle":
        return f"<circle cx='{at[0]}' cy='{at[1]}' r='{size:g}' {look}/>"
    if bare not in _RINGS:
        raise ValueError(
            f"A still has no symbol {kind!r}; draw it in charts/symbols.py, or take another."
        )
    corners = (
        f"{round(at[0] + size * x, 2):g} {round(at[1] + size * y, 2):g}" for x, y in _RINGS[bare]
    )
    return f"<path d='M{'L'.join(corners)}Z' {look}/>"


def dash_of(line: Mapping[str, Any]) -> str:
    """The pattern of a line. Raises ValueError for one that is not drawn here."""
    told = line.get("dash") or "solid"
    if told not in _DASHES:
        raise ValueError(
            f"A still has no line {told!r}; draw it in charts/symbols.py, or take another."
        )
    width = max(float(line.get("width", 2)), 3)
    return " ".join(f"{n * width:g}" for n in _DASHES[told])

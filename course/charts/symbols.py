"""The marker of a point, full, or open if its name ends so, and the pattern of a line,
as SVG: as the chart gives them.
"""

from math import cos, pi, sin

__all__ = ["dash_of", "symbol"]

_DASHES = {"dash": "8 5", "dot": "2 4", "dashdot": "8 4 2 4", "longdash": "14 6", "solid": ""}


def _star(a, b, long):
    """Five points, the first straight up."""
    rays = ((long if i % 2 == 0 else long * 0.4, i * pi / 5) for i in range(10))
    corners = (f"{a + ray * sin(turn):.5g} {b - ray * cos(turn):.5g}" for ray, turn in rays)
    return f"M{'L'.join(corners)}Z"


# symbol -> its path round (a, b): s from its middle to its edge, t to a corner
_PATHS = {
    "square": lambda a, b, s, _: f"M{a - s:g} {b - s:g}h{2 * s:g}v{2 * s:g}h{-2 * s:g}Z",
    "diamond": lambda a, b, _, t: f"M{a} {b - t:g}L{a + t:g} {b}L{a} {b + t:g}L{a - t:g} {b}Z",
    "triangle-up": lambda a, b, s, t: f"M{a} {b - t:g}L{a + t:g} {b + s:g}L{a - t:g} {b + s:g}Z",
    "triangle-down": lambda a, b, s, t: f"M{a} {b + t:g}L{a + t:g} {b - s:g}L{a - t:g} {b - s:g}Z",
    "triangle-right": lambda a, b, s, t: f"M{a + t:g} {b}L{a - s:g} {b - t:g}L{a - s:g} {b + t:g}Z",
    "triangle-left": lambda a, b, s, t: f"M{a - t:g} {b}L{a + s:g} {b - t:g}L{a + s:g} {b + t:g}Z",
    "star": lambda a, b, s, _: _star(a, b, s * 1.5),
    "x": lambda a, b, s, _: (
        f"M{a - s:g} {b - s:g}l{2 * s:g} {2 * s:g}m0 {-2 * s:g}l{-2 * s:g} {2 * s:g}"
    ),
    "cross": lambda a, b, s, _: f"M{a - s:g} {b}h{2 * s:g}M{a} {b - s:g}v{2 * s:g}",
}
_LINES = {"x", "cross"}  # nothing in them to be filled


def symbol(kind, at, size, colour):
    """A marker at (x, y), of so many units from its middle to its edge.
    Raises ValueError for a shape not drawn here.
    """
    bare = kind.removesuffix("-open")
    if bare in _LINES:
        look = f"fill='none' stroke='{colour}' stroke-width='2.5'"
    elif bare != kind:
        look = f"fill='#fff' stroke='{colour}' stroke-width='2'"
    else:
        look = f"fill='{colour}'"
    if bare == "circle":
        return f"<circle cx='{at[0]}' cy='{at[1]}' r='{size:g}' {look}/>"
    if bare not in _PATHS:
        raise ValueError(
            f"A still has no symbol {kind!r}; draw it in charts/symbols.py, or take another."
        )
    return f"<path d='{_PATHS[bare](*at, size, size * 1.3)}' {look}/>"


def dash_of(line):
    """The pattern of a line. Raises ValueError for one that is not drawn here."""
    told = line.get("dash") or "solid"
    if told not in _DASHES:
        raise ValueError(
            f"A still has no line {told!r}; draw it in charts/symbols.py, or take another."
        )
    return _DASHES[told]

"""A line between two things on a page: bent round what stands in its way,
and cut off clear of both its ends.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import hypot

from course.charts.pictures.marks import near

__all__ = ["Box", "Curve", "Point", "bend_of", "between"]

Point = tuple[float, float]
_STEPS = 80
_BENDS = [side * size for size in range(10, 190, 10) for side in (1, -1)]
_MOST_BEND = 0.55  # of the way between the ends: more would be a detour


@dataclass(frozen=True)
class Box:
    """What a line keeps clear of."""

    left: float
    top: float
    right: float
    bottom: float

    def holds(self, point: Point, clear: float) -> bool:
        """Is the point in it, or nearer than `clear`?"""
        x, y = point
        return (
            self.left - clear < x < self.right + clear
            and self.top - clear < y < self.bottom + clear
        )


@dataclass(frozen=True)
class Curve:
    """From start to end, drawn towards `by`: a quadratic Bézier curve."""

    start: Point
    by: Point
    end: Point

    def at(self, t: float) -> Point:
        """Its point at t, from 0 to 1."""
        return self._mixed(t, t)

    def _mixed(self, s: float, t: float) -> Point:
        a, b, c = (1 - s) * (1 - t), (1 - s) * t + s * (1 - t), s * t
        (ax, ay), (bx, by), (cx, cy) = self.start, self.by, self.end
        return a * ax + b * bx + c * cx, a * ay + b * by + c * cy

    def cut(self, s: float, t: float) -> "Curve":
        """Its part from s to t."""
        return Curve(self.at(s), self._mixed(s, t), self.at(t))

    @property
    def path(self) -> str:
        """As the `d` of a path."""
        (ax, ay), (bx, by), (cx, cy) = self.start, self.by, self.end
        return f"M{near(ax):g} {near(ay):g}Q{near(bx):g} {near(by):g} {near(cx):g} {near(cy):g}"


def _bent(start: Point, end: Point, bend: float, aside: float) -> Curve:
    """The curve whose middle lies `bend` off the straight line;
    the whole of it is moved `aside`.
    """
    (ax, ay), (bx, by) = start, end
    long = hypot(bx - ax, by - ay) or 1
    nx, ny = (ay - by) / long, (bx - ax) / long
    ax, bx, ay, by = ax + nx * aside, bx + nx * aside, ay + ny * aside, by + ny * aside
    return Curve((ax, ay), ((ax + bx) / 2 + 2 * nx * bend, (ay + by) / 2 + 2 * ny * bend), (bx, by))


def _trimmed(curve: Curve, ends: tuple[Sequence[Box], Sequence[Box]], clear: float) -> Curve:
    here, there = ends
    points = [curve.at(step / _STEPS) for step in range(_STEPS + 1)]
    first = 1 + max(
        n for n, p in enumerate(points) if n == 0 or any(box.holds(p, clear) for box in here)
    )
    last = (
        min(
            n
            for n, p in enumerate(points)
            if n == _STEPS or any(box.holds(p, clear) for box in there)
        )
        - 1
    )
    if first >= last:  # the two stand so near that no line fits between: a short one all the same
        first, last = _STEPS // 2 - 6, _STEPS // 2 + 6
    return curve.cut(first / _STEPS, last / _STEPS)


def bend_of(start: Point, end: Point, obstacles: Sequence[Box], clear: float, inside: Box) -> float:
    """How far a line from start to end bends, to keep clear of the
    obstacles and inside a page: as little as will do.
    """
    long = hypot(end[0] - start[0], end[1] - start[1])

    def hits(bend: float) -> int:
        curve = _bent(start, end, bend, 0)
        points = [curve.at(step / _STEPS) for step in range(_STEPS + 1)]
        met = sum(any(box.holds(p, clear) for box in obstacles) for p in points)
        return met + sum(not inside.holds(p, 0) for p in points)

    least, found = hits(0), 0.0
    for bend in _BENDS:  # the straighter first
        if least == 0 or abs(bend) > _MOST_BEND * long:
            break
        met = hits(bend)
        if met < least:
            least, found = met, float(bend)
    return found


def between(
    points: tuple[Point, Point],
    ends: tuple[Sequence[Box], Sequence[Box]],
    bend: float,
    aside: float,
    clear: float,
) -> Curve:
    """The line between two points, bent and moved aside, from clear of what stands at the one to
    clear of the other.

    ends: what stands at each.
    """
    return _trimmed(_bent(*points, bend, aside), ends, clear)

"""Which line is which, said at the line itself: where each name stands, clear of lines, marks and
other names.

The browser does the same (hosts/browser/still/labels.js), and a test compares the two, so a change
here is one there.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from math import hypot, inf
from typing import Any, TypeAlias

__all__ = ["HIGH", "SIZE", "Box", "Label", "is_named", "labels", "lines_of", "name_of", "wide"]

SIZE = 12  # of the letters, in px
HIGH = 15  # of a line of them
_GAP, _STEP, _FAR, _MOST, _ROUNDS = 5, 8, 32, 12, 2
_MOST_WORK = 1_000_000  # places times what each keeps clear of; ours stay below a fifth of it
_SIDES = ((0, -1), (0, 1), (1, -1), (-1, -1), (1, 1), (-1, 1), (1, 0), (-1, 0))

Trace: TypeAlias = Mapping[str, Any]
Dot: TypeAlias = tuple[float, float]
Scale: TypeAlias = Callable[[Any], float]
Box: TypeAlias = tuple[float, float, float, float]  # left, right, top, foot


@dataclass(frozen=True)
class Label:
    """A name and the middle of the place where it stands; trace says whose colour it has."""

    text: str
    x: float
    y: float
    trace: Trace


def wide(text: str, size: float = SIZE) -> float:
    """About how wide words are, in px."""
    return sum(0.3 if letter in " .,'ilj1" else 0.6 for letter in text) * size


def lines_of(title: str, width: float, size: float = 13) -> list[str]:
    """The title of an axis on one line, or on two where it is too wide for one."""
    if wide(title, size) <= width - 6:
        return [title]
    words = title.split(" ")
    fits = [n for n in range(1, len(words)) if wide(" ".join(words[:n]), size) <= width - 6]
    unit = next((n for n in fits if words[n].startswith("(")), None)
    at = unit or (fits[-1] if fits else 1)
    return [" ".join(words[:at]), " ".join(words[at:])]


def is_named(trace: Trace) -> bool:
    """Is it one of those whose name a reader needs?"""
    seen = trace.get("visible", True) is True and bool(len(trace.get("x") or []))
    return seen and trace.get("showlegend") is not False and not trace.get("fill")


def name_of(trace: Trace) -> str:
    """What a trace is called: a line by the words of its points, where they have any."""
    words = trace.get("text") or []
    return words[0] if "lines" in _mode(trace) and words else trace.get("name") or ""


def _mode(trace: Trace) -> str:
    return "bar" if trace.get("type") == "bar" else trace.get("mode") or "lines"


def _points(trace: Trace, x: Scale, y: Scale) -> list[Dot | None]:
    """The points in px; None where the line has a gap."""
    pairs = zip(trace["x"], trace["y"], strict=True)
    return [None if a is None or b is None else (x(a), y(b)) for a, b in pairs]


def _inside(dot: Dot, box: Box) -> bool:
    left, right, top, foot = box
    return left <= dot[0] <= right and top <= dot[1] <= foot


def _within(start: Dot, end: Dot, box: Box) -> tuple[float, float]:
    """Which part of the way from start to end may lie in the box, in shares of it: of a way that
    runs a thousand pages out, no more is looked at.
    """
    first, last = 0.0, 1.0
    for axis in (0, 1):
        way = end[axis] - start[axis]
        if way:
            one, other = ((box[axis * 2 + side] - start[axis]) / way for side in (0, 1))
            first, last = max(first, min(one, other)), min(last, max(one, other))
    return first, last


def _along(points: Sequence[Dot | None], box: Box) -> Iterator[Dot]:
    """A dot every few px of a line."""
    last = None
    for point in points:
        if point is not None and last is not None:
            steps = int(hypot(point[0] - last[0], point[1] - last[1]) / _STEP)
            first, stop = (share * (steps + 1) for share in _within(last, point, box))
            for i in range(max(1, int(first)), min(steps, int(stop) + 1) + 1):
                share = i / (steps + 1)
                yield last[0] + share * (point[0] - last[0]), last[1] + share * (point[1] - last[1])
        if point is not None:
            yield point
        last = point


def _words(trace: Trace, points: Sequence[Dot | None]) -> Iterator[Dot]:
    """Dots over the words that stand beside the points."""
    place = trace.get("textposition") or "top right"
    for i, point in enumerate(points):
        if point is None:
            continue
        high, side = (place[i] if isinstance(place, list) else place).split(" ")
        long = wide(trace["text"][i])
        left = {"left": -long - 6, "center": -long / 2, "right": 6}[side]
        drop = {"top": -9, "bottom": 10, "middle": 0}[high]
        for step in range(int(long / _STEP) + 1):
            yield point[0] + left + step * _STEP, point[1] + drop


def _over_bars(
    trace: Trace, points: Sequence[Dot | None], x: Scale, y: Scale, box: Box
) -> Iterator[Dot]:
    """Dots over upright bars."""
    half, foot = (0, 0) if trace.get("orientation") == "h" else (abs(x(1) - x(0)) * 0.4, y(0))
    for point in points:
        if point is not None:
            deep = int(max(0, min(foot, box[3]) - point[1]) / _STEP)
            for step in range(max(0, int((box[2] - point[1]) / _STEP)), deep + 1):
                yield from (
                    (point[0] + side * half, point[1] + step * _STEP) for side in (-1, 0, 1)
                )


def _dots(trace: Trace, x: Scale, y: Scale, box: Box) -> list[Dot]:
    """What of a trace a name must keep clear of."""
    if trace.get("visible", True) is not True or trace.get("fill") or not len(trace.get("x") or []):
        return []
    mode, points = _mode(trace), _points(trace, x, y)
    found: list[Dot] = []
    if mode == "bar":
        found += _over_bars(trace, points, x, y, box)
    if "lines" in mode:
        found += _along(points, box)
    if "markers" in mode:
        found += [(p[0] + a, p[1] + b) for p in points if p for a, b in ((0, 0), (-4, -4), (4, 4))]
    if "text" in mode:
        found += _words(trace, points)
    return [dot for dot in found if _inside(dot, box)]


def _anchors(trace: Trace, x: Scale, y: Scale, box: Box) -> list[Dot]:
    """Where a name may be tied to its trace, the best first:
    from the end of a line to its beginning.
    """
    mode, points = _mode(trace), _points(trace, x, y)
    dots = _along(points, box) if "lines" in mode else [point for point in points if point]
    inside = [dot for dot in dots if _inside(dot, box)][::-1]
    if "lines" not in mode:
        return inside[:: max(1, -(-len(inside) // _MOST))]
    every = max(1, _FAR // _STEP)
    return inside[::every]


def _places(trace: Trace, at: Dot, long: float, ties: int) -> Iterator[Dot]:
    """Where a name so long may stand beside a point of its trace, the best first;
    a lone point has a second ring.
    """
    lift = HIGH if "text" in _mode(trace) else 0  # clear of the trace's own words
    for ring in (0, HIGH) if ties == 1 else (0,):
        for dx, dy in _SIDES:
            across = at[0] + dx * (long / 2 + (0 if dy else _GAP + 3 + ring))
            yield across, at[1] + dy * (HIGH / 2 + _GAP + ring) - (lift if dy < 0 else 0)


def _cost(
    place: Dot,
    long: float,
    own: Sequence[Dot],
    others: Sequence[Dot],
    placed: Sequence[tuple[Dot, float]],
    *,
    moved: float,
    most: float,
) -> float:
    """How much of lines, marks and other names a name at a place would lie on, or near to, and what
    it costs that it was moved. Stops at `most`, the best so far: few places are counted to the end.
    """
    cost, (a, b), (half, high) = 0, place, (long / 2, HIGH / 2)
    for (c, d), other in placed:
        if abs(c - a) < half + other / 2 + 4 and abs(d - b) < HIGH + 1:
            cost += 200
    for c, d in own:
        if abs(c - a) < half + 1 and abs(d - b) < high:
            cost += 6
    for c, d in others:
        far, deep = abs(c - a), abs(d - b)
        if far < half + 8 and deep < high + 6:
            cost += 8 if far < half + 2 and deep < high + 1 else 1
            if cost + moved >= most:
                break
    return cost + moved


def labels(traces: Sequence[Trace], x: Scale, y: Scale, box: Box) -> list[Label]:
    """The name of each trace that needs one, where it covers least: x and y give px,
    box is the plot's.
    """
    left, right, top, foot = box
    dots = [_dots(trace, x, y, box) for trace in traces]
    named = [i for i, trace in enumerate(traces) if is_named(trace)]
    ties = {i: _anchors(traces[i], x, y, box) for i in named}
    if sum(map(len, ties.values())) * sum(map(len, dots)) > _MOST_WORK:
        return []
    order = sorted(named, key=lambda i: (len(ties[i]), i))  # who has least choice chooses first
    found: dict[int, Label] = {}
    for _ in range(_ROUNDS):  # the first to choose choose again when they know where the last stand
        for i in order:
            long = wide(name_of(traces[i]))
            others = [dot for j, each in enumerate(dots) if j != i for dot in each]
            placed = [((one.x, one.y), wide(one.text)) for j, one in found.items() if j != i]
            best: tuple[float, Dot] | None = None
            for rank, at in enumerate(ties[i]):
                for turn, place in enumerate(_places(traces[i], at, long, len(ties[i]))):
                    a = min(max(place[0], left + long / 2 + 2), right - long / 2 - 2)
                    b = min(max(place[1], top + HIGH / 2), foot - HIGH / 2)
                    moved = 20 * (abs(a - place[0]) > long / 2) + 0.3 * rank + 0.1 * turn
                    most = best[0] if best else inf
                    if moved >= most:
                        continue
                    cost = _cost((a, b), long, dots[i], others, placed, moved=moved, most=most)
                    if cost < most:
                        best = (cost, (a, b))
            if best:
                found[i] = Label(name_of(traces[i]), *best[1], traces[i])
    return [found[i] for i in named if i in found]

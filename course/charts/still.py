"""A chart as a small SVG: what a reader of paper, or of a page without scripts, sees of it.

Draws what the course's charts are made of (lines, bands, points, error bars, bars) from a figure as
plain JSON, and raises a ValueError for what it cannot draw: paper must not ask for a star where it
shows a circle. Colours are CSS variables with the light colour to fall back on, so a page may turn
them dark.
"""

import re
from html import escape
from math import floor, log10

from course.charts.accountability.svg import svg as map_of
from course.charts.labels import SIZE, labels, lines_of
from course.charts.pictures.svg import above as scene_above
from course.charts.symbols import dash_of, symbol
from course.charts.theme import LIGHT

__all__ = ["still"]

WIDTH, HEIGHT = 640, 400
_ROW = 17  # between the lines of a title
LEFT, RIGHT, TOP, BOTTOM = 48, 12, 30, 48
_TYPES, _MODES = {"scatter", "bar"}, {"lines", "markers", "text"}
_COLOUR = re.compile(r"#[0-9a-fA-F]{3,8}|rgba?\([\d., ]{5,40}\)")
_NAMES = {value: name for name, value in LIGHT.items()}


def _colour(value):
    """A colour as an attribute may hold it. A figure can come from a stranger's notebook:
    an address is no colour.
    """
    told = value if isinstance(value, str) and _COLOUR.fullmatch(value) else LIGHT["ink"]
    return f"var(--chart-{_NAMES[told]},{told})" if told in _NAMES else told


def _numbers(traces, axis):
    found = []
    for trace in traces:
        error = trace.get(f"error_{axis}", {}).get("array") or []
        for i, value in enumerate(trace.get(axis) or []):
            if isinstance(value, int | float):
                half = error[i] if i < len(error) and error[i] is not None else 0
                found += [value - half, value + half]
    return found


class _Scale:
    """From values of an axis to places in the picture; words stand one step apart."""

    def __init__(self, traces, layout, axis, start, stop):
        values = [v for t in traces for v in t.get(axis) or []]
        self.words = list(dict.fromkeys(v for v in values if isinstance(v, str)))
        told = layout.get("range")
        if self.words:
            self.low, self.high = -0.6, len(self.words) - 0.4
        elif told and None not in told:
            self.low, self.high = told
        else:
            numbers = _numbers(traces, axis) or [0, 1]
            numbers += [0] if any(t["type"] == "bar" for t in traces) else []
            pad = (max(numbers) - min(numbers) or 1) * 0.05
            self.low, self.high = min(numbers) - pad, max(numbers) + pad
        self.start, self.stop = start, stop

    def __call__(self, value):
        at = self.words.index(value) if isinstance(value, str) else value
        share = (at - self.low) / ((self.high - self.low) or 1)
        return round(self.start + share * (self.stop - self.start), 1)

    def kept(self, *places):
        """Places, those beyond the plot at its edge: no bar is hatched where it is not seen."""
        low, high = sorted((self.start, self.stop))
        return [max(low, min(high, place)) for place in places]

    def ticks(self):
        """(value, what stands there): every word, or about six round numbers."""
        if self.words:
            return [(i, word) for i, word in enumerate(self.words)]
        low, high = sorted((self.low, self.high))
        rough = (high - low) / 6
        unit = 10 ** floor(log10(rough))
        step = next(m * unit for m in (1, 2, 5, 10) if m * unit >= rough)
        first = -floor(-low / step)
        return [
            (round(k * step, 10), f"{round(k * step, 10):g}")
            for k in range(first, floor(high / step) + 1)
        ]


def _path(xs, ys, x, y):
    parts, pen = [], "M"
    for a, b in zip(xs, ys, strict=True):
        if a is None or b is None:
            pen = "M"  # a gap stays a gap
        else:
            parts.append(f"{pen}{x(a)} {y(b)}")
            pen = "L"
    return "".join(parts)


def _at(value, i):
    """What a trace says of its point `i`, where it may say one thing of all."""
    return value[i] if isinstance(value, list) else value


def _check(trace):
    """Raise ValueError, naming the trace, for a kind of trace,
    a part or a fill that a still would leave out.
    """
    name, kind = trace.get("name", ""), trace["type"]
    if kind not in _TYPES:
        raise ValueError(
            f"A still cannot draw {name!r}, a trace of type {kind!r}; draw it in charts/still.py."
        )
    strange = {
        f"mode {part!r}" for part in trace.get("mode", "lines").split("+") if part not in _MODES
    }
    strange |= {"error_x"} & trace.keys()
    if trace.get("fill") not in (None, "none", "toself"):
        strange.add(f"fill {trace['fill']!r}")
    if strange:
        raise ValueError(
            f"A still cannot draw the {', '.join(sorted(strange))} of {name!r}; draw it in "
            "charts/still.py."
        )


def _marks(trace, x, y):
    marker = trace.get("marker", {})
    bars = trace.get("error_y", {}).get("array") or []
    for i, (a, b) in enumerate(zip(trace["x"], trace["y"], strict=True)):
        if a is None or b is None:
            continue
        colour, size = _colour(_at(marker.get("color"), i)), _at(marker.get("size", 7), i) / 2
        if i < len(bars) and bars[i]:
            yield (
                f"<path d='M{x(a)} {y(b - bars[i])}V{y(b + bars[i])}' stroke='{colour}' "
                "stroke-opacity='.35'/>"
            )
        yield symbol(_at(marker.get("symbol", "circle"), i), (x(a), y(b)), size, colour)


def _bar(box, trace):
    """A bar (left, top, width, height), hatched where the chart hatches it,
    so that a grey copy tells it too.
    """
    left, top, wide, high = box
    marker = trace.get("marker", {})
    yield (
        f"<rect x='{left:g}' y='{top:g}' width='{wide:g}' height='{high:g}' "
        f"fill='{_colour(marker.get('color'))}'/>"
    )
    if marker.get("pattern", {}).get("shape"):
        lines = ""
        for c in range(6, int(wide + high), 6):
            a, b = max(0, c - high), min(c, wide)
            lines += f"M{left + a:g} {top + c - a:g}L{left + b:g} {top + c - b:g}"
        yield f"<path d='{lines}' fill='none' stroke='#fff' stroke-opacity='.8'/>"


def _bars(trace, x, y):
    lying = trace.get("orientation") == "h"
    for a, b in zip(trace["x"], trace["y"], strict=True):
        if a is None or b is None:
            continue
        if lying:
            half = abs(y(1) - y(0)) * 0.4
            across, up = sorted((x(0), x(a))), (y(b) - half, y(b) + half)
        else:
            half = abs(x(1) - x(0)) * 0.4
            across, up = (x(a) - half, x(a) + half), sorted((y(0), y(b)))
        (left, right), (top, foot) = x.kept(*across), y.kept(*up)
        yield from _bar((left, top, right - left, foot - top), trace)


def _words(trace, x, y):
    places = trace.get("textposition") or "top right"
    for i, (a, b, text) in enumerate(zip(trace["x"], trace["y"], trace["text"], strict=True)):
        height, side = _at(places, i).split()
        anchor, shift = {"left": ("end", -6), "center": ("middle", 0), "right": ("start", 6)}[side]
        drop = {"top": -6, "bottom": 14, "middle": 4}[height]
        yield (
            f"<text x='{x(a) + shift:g}' y='{y(b) + drop:g}' text-anchor='{anchor}' "
            f"fill='var(--chart-ink,{LIGHT['ink']})'>{escape(text)}</text>"
        )


def _drawn(trace, x, y):
    if not len(trace.get("x") or []):
        return ""
    if trace["type"] == "bar":
        return "".join(_bars(trace, x, y))
    if trace.get("fill"):
        return (
            f"<path d='{_path(trace['x'], trace['y'], x, y)}Z' "
            f"fill='{_colour(trace.get('fillcolor'))}'/>"
        )
    mode, parts = trace.get("mode", "lines"), []
    if "lines" in mode:
        line = trace.get("line", {})
        dash = dash_of(line)
        parts.append(
            f"<path d='{_path(trace['x'], trace['y'], x, y)}' fill='none' "
            f"stroke='{_colour(line.get('color'))}' "
            f"stroke-width='{float(line.get('width', 2)):g}' stroke-dasharray='{dash}'/>"
        )
    if "markers" in mode:
        parts += _marks(trace, x, y)
    if "text" in mode:
        parts += _words(trace, x, y)
    return "".join(parts)


def _axes(x, y, layout, width, height):
    ink = f"fill='var(--chart-ink,{LIGHT['ink']})'"
    grid = f"stroke='var(--chart-grid,{LIGHT['grid']})'"
    for value, word in x.ticks():
        yield f"<path d='M{x(value)} {TOP}V{height - BOTTOM}' {grid}/>"
        yield (
            f"<text x='{x(value)}' y='{height - BOTTOM + 16}' text-anchor='middle' "
            f"{ink}>{escape(word)}</text>"
        )
    for value, word in y.ticks():
        yield f"<path d='M{LEFT} {y(value)}H{width - RIGHT}' {grid}/>"
        yield (
            f"<text x='{LEFT - 6}' y='{y(value) + 4:g}' text-anchor='end' "
            f"{ink}>{escape(word)}</text>"
        )
    yield (
        f"<text x='{(LEFT + width) / 2}' y='{height - 8}' text-anchor='middle' "
        f"{ink}>{escape(layout['xaxis']['title']['text'])}</text>"
    )
    title = lines_of(layout["yaxis"]["title"]["text"], width)
    for row, line in enumerate(reversed(title)):
        yield f"<text x='4' y='{TOP - 14 - _ROW * row}' {ink}>{escape(line)}</text>"


def _colour_of(trace):
    """The colour in which a trace's name is written: its own."""
    marker, line = trace.get("marker", {}), trace.get("line", {})
    return _colour(line.get("color") or _at(marker.get("color"), 0))


def _named(traces, x, y, width, height):
    """Each series with its name beside it."""
    for label in labels(traces, x, y, (LEFT, width - RIGHT, TOP, height - BOTTOM)):
        yield (
            f"<text x='{label.x:.5g}' y='{label.y + 4:.5g}' text-anchor='middle' "
            f"font-size='{SIZE}' font-weight='600' "
            f"fill='{_colour_of(label.trace)}'>{escape(label.text)}</text>"
        )


def still(figure, width=WIDTH, height=HEIGHT):
    """The SVG text of a figure (plain JSON: data, layout, perhaps a scene that stands above), named
    by its title; or of a map.

    The chart is `width` by `height`, and a row more for a long title of its axis. Raises
    ValueError, naming it, for a symbol, a line or a kind of trace that is not drawn here.
    """
    if figure.get("map"):
        return map_of(figure, width)
    layout, traces = figure["layout"], [t for t in figure["data"] if t.get("visible", True) is True]
    for trace in traces:
        _check(trace)
    x = _Scale(traces, layout["xaxis"], "x", LEFT, width - RIGHT)
    y = _Scale(traces, layout["yaxis"], "y", height - BOTTOM, TOP)
    plot = f"x='{LEFT}' y='{TOP}' width='{width - LEFT - RIGHT}' height='{height - TOP - BOTTOM}'"
    title = lines_of(layout["yaxis"]["title"]["text"], width)
    above = _ROW * (len(title) - 1)
    return scene_above(figure, width) + (
        f"<svg class='still' viewBox='0 {-above} {width} {height + above}' role='img' "
        f"aria-label='Chart: {escape(layout['meta']['title'])}' font-size='12' "
        "font-family='system-ui,sans-serif'>"
        f"{''.join(_axes(x, y, layout, width, height))}<svg {plot} viewBox='{LEFT} {TOP} "
        f"{width - LEFT - RIGHT} {height - TOP - BOTTOM}'>"
        f"{''.join(_drawn(t, x, y) for t in traces)}</svg>"
        f"{''.join(_named(traces, x, y, width, height))}</svg>"
    )

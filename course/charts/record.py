"""The record behind an evidence card, and in the same frame every admissible choice:
one of the two shows.
"""

from course.charts.chart import chart, series
from course.charts.compared import TEXT, TRACES, layout
from course.charts.names import padded
from course.charts.theme import LIGHT, band

__all__ = ["curve", "curve_axes", "record"]


def curve(estimates, default, chosen, floor=None):
    """The traces of the specification curve.

    estimates are [(words, estimate, half the interval or None)] in the order shown; default and
    chosen are places in it, chosen None if this choice cannot be had; floor is the smallest
    estimate that is read, drawn on both sides.
    """
    points = [(place, estimate) for place, (_, estimate, _) in enumerate(estimates, 1)]

    def one(at):
        if at is None:
            return TEXT
        return {"x": [points[at][0]], "y": [points[at][1]], "text": [estimates[at][0]]}

    levels = [0] if floor is None else [-floor, 0, floor]
    shown = {
        "marks": {
            "x": [x for _ in levels for x in (0, len(estimates) + 1, None)],
            "y": [y for level in levels for y in (level, level, None)],
        },
        "choices": {
            "x": [x for x, _ in points],
            "y": [y for _, y in points],
            "text": [words for words, *_ in estimates],
            "error_y.array": [half for *_, half in estimates],
        },
        "the course's": one(default),
        "yours": one(chosen),
    }
    return {name: empty | shown.get(name, {}) for name, empty in TRACES.items()}


def curve_axes(estimates, unit, floor=None):
    """The titles and ranges of its axes, as a state holds them."""
    ends = [e + side * (half or 0) for _, e, half in estimates for side in (-1, 1)]
    ends += [0, *((-floor, floor) if floor else ())]
    count = len(estimates)
    return layout(
        "Choices, in order of their estimate",
        f"Estimate ({unit})",
        [0, count + 1],
        padded(min(ends), max(ends)),
        ticks=min(count + 2, 8),
    )


def _look():
    first, second = (series(i) for i in range(2))
    accent = LIGHT["ochre"]  # what is compared; all else is ink and grey
    return {
        "band": {"mode": "lines", "fill": "toself", "fillcolor": band("ink"), "line": {"width": 0}},
        "marks": {"mode": "lines", "line": {"color": LIGHT["quiet"], "dash": "dot", "width": 1.5}},
        "misfit": {"mode": "lines", "line": {"color": LIGHT["quiet"], "width": 1.5}},
        "not ruled out": {"mode": "lines", "line": {"color": LIGHT["ink"], "width": 5}},
        "fit": {"mode": "lines", "line": {"color": LIGHT["ink"], "width": 2}},
        "all others": {"mode": "markers", "marker": {"color": LIGHT["quiet"], "size": 4}},
        "beside": {
            "mode": "lines",
            "line": {"color": LIGHT["quiet"], "dash": "dash", "width": 2.5},
        },
        "record": {
            "mode": "lines+markers",
            "line": first["line"],
            "marker": first["marker"] | {"size": 4},
        },
        "spans": {"mode": "lines", "line": {"color": accent, "width": 5}},
        "means": {"mode": "markers", "marker": {"color": accent, "size": 10, "symbol": "diamond"}},
        "marked": {"mode": "markers", "marker": second["marker"] | {"size": 10}},
        "names": {"mode": "text", "textfont": {"color": LIGHT["ink"], "size": 12}},
        "choices": {"mode": "markers", "marker": first["marker"] | {"size": 6}},
        "the course's": {
            "mode": "markers",
            "marker": {"color": accent, "size": 13, "symbol": "star"},
        },
        "yours": {
            "mode": "markers",
            "marker": {"color": LIGHT["ink"], "size": 15, "symbol": "circle-open"},
        },
    }


_OUT_OF_TABLE = {
    "band",
    "marks",
    "misfit",
    "not ruled out",
    "fit",
    "spans",
    "names",
    "the course's",
    "yours",
}
_NAMED = {"record", "beside", "the course's", "yours"}  # at their lines and marks


def record(*, traces, x, y, ticks, title, description, source, uncertainty, intervals):
    """The frame at the outset: traces as `arrays` gives them, x and y as Axis, ticks at most as
    many on x (0: plotly's choice), intervals whether any is drawn.
    """
    drawn = []
    for name, look in _look().items():
        trace = {"type": "scatter", "name": name} | look | traces[name]
        bars = trace.pop("error_y.array", None)
        if bars is not None and intervals:
            trace["error_y"] = {
                "type": "data",
                "array": bars,
                "thickness": 1.5,
                "width": 0,
                "color": LIGHT["quiet"],
            }
        if name in _OUT_OF_TABLE:
            trace["meta"] = "no table"
        trace["showlegend"] = name in _NAMED
        if "text" in trace and name != "names":
            trace["hovertemplate"] = "%{text}<br>%{y:.3g}<extra></extra>"
        else:
            trace["hoverinfo"] = "skip"
        drawn.append(trace)
    figure = chart(
        title=title,
        x=x,
        y=y,
        source=source,
        description=description,
        uncertainty=uncertainty,
        traces=drawn,
    )
    return figure.update_xaxes(nticks=ticks)

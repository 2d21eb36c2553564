"""Merit of appointments against government effectiveness: a scatter with its line, band and error bars."""

from course.charts.chart import Axis, Drawn, chart
from course.charts.theme import LIGHT, SERIES, band

__all__ = ["merit_and_effectiveness"]

_DOT = "%{text}<br>merit %{x:.2f}, effectiveness %{y:.2f}<extra></extra>"


def merit_and_effectiveness(*, others, named, line, x, y, title, description, source):
    """others and named: {"text", "x", "y", "bar"} lists of countries, bar the half-length of the 95 % interval of y.

    line: {"x", "y", "low", "high"}, the least-squares line and its 95 % band. x and y are Axis.
    """
    rust, dark = LIGHT["rust"], LIGHT["quiet"]
    symbols = [symbol for _, _, symbol in SERIES][: len(named["text"])]
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "name": "95 % band of the line",
            "x": [*line["x"], *reversed(line["x"])],
            "y": [*line["high"], *reversed(line["low"])],
            "fill": "toself",
            "fillcolor": band("blue"),
            "line": {"width": 0},
            "hoverinfo": "skip",
            "showlegend": False,
            "meta": "no table",
        },
        {
            "type": "scatter",
            "mode": "markers",
            "name": "Countries",
            "text": others["text"],
            "x": others["x"],
            "y": others["y"],
            "error_y": {"type": "data", "array": others["bar"], "color": band("quiet"), "thickness": 1, "width": 0},
            "marker": {"color": dark, "size": 4},
            "hovertemplate": _DOT,
        },
        {
            "type": "scatter",
            "mode": "lines",
            "name": "Line of best fit",
            "x": line["x"],
            "y": line["y"],
            "line": {"color": LIGHT["blue"], "width": 2.5},
            "hoverinfo": "skip",
            "meta": "no table",
        },
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": "South Asia",
            "text": named["text"],
            "textposition": "top center",
            "textfont": {"color": rust, "size": 12},
            "x": named["x"],
            "y": named["y"],
            "error_y": {"type": "data", "array": named["bar"], "color": rust, "thickness": 1.5, "width": 3},
            "marker": {"color": rust, "size": 9, "symbol": symbols},
            "hovertemplate": _DOT,
        },
    ]
    return chart(
        title=title,
        x=x,
        y=y,
        source=source,
        description=description,
        uncertainty=Drawn(
            "Bars: 95 % interval of effectiveness. Band: 95 % of the fitted line. Merit has no interval in the copy at hand."
        ),
        traces=traces,
    )

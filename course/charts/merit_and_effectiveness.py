"""Merit of appointments against government effectiveness: a scatter with its line,
band and error bars.
"""

from course.charts.chart import Drawn, chart
from course.charts.theme import LIGHT, SERIES, band

__all__ = ["merit_and_effectiveness"]

_DOT = "%{text}<br>merit %{x:.2f}, effectiveness %{y:.2f}<extra></extra>"


def _group(i, name, part):
    """Countries as points: the first group is the quiet crowd,
    the others one colour and one symbol each.
    """
    crowd = i == 0
    colour, _, symbol = SERIES[i - 1]
    colour = "quiet" if crowd else colour
    return {
        "type": "scatter",
        "mode": "markers",
        "name": name,
        "text": part["text"],
        "x": part["x"],
        "y": part["y"],
        "error_y": {
            "type": "data",
            "array": part["bar"],
            "color": band("quiet") if crowd else LIGHT[colour],
            "thickness": 1 if crowd else 2,
            "width": 0 if crowd else 3,
        },
        "marker": {
            "color": LIGHT[colour],
            "size": 4 if crowd else 10,
            "symbol": "circle" if crowd else symbol,
        },
        "hovertemplate": _DOT,
        "showlegend": not crowd,  # the words say what the small points are
    }


def merit_and_effectiveness(*, groups, line, x, y, title, description, source):
    """groups: {name: {"text", "x", "y", "bar"}}, the crowd first; bar is half the 95 % interval of
    y.

    line: {"x", "y", "low", "high"}, the least-squares line and its 95 % band. x and y are Axis.
    """
    fill = {
        "type": "scatter",
        "mode": "lines",
        "name": "95 % band of the line",
        "x": [*line["x"], *reversed(line["x"])],
        "y": [*line["high"], *reversed(line["low"])],
        "fill": "toself",
        "fillcolor": band("ink"),
        "line": {"width": 0},
        "hoverinfo": "skip",
        "showlegend": False,
        "meta": "no table",
    }
    best = {
        "type": "scatter",
        "mode": "lines",
        "name": "Best fit",
        "x": line["x"],
        "y": line["y"],
        "line": {"color": LIGHT["ink"], "width": 2},
        "hoverinfo": "skip",
        "meta": "no table",
    }
    return chart(
        title=title,
        x=x,
        y=y,
        source=source,
        description=description,
        uncertainty=Drawn(
            "Bars: 95 % interval of effectiveness. Band: 95 % of the fitted line. Merit has no "
            "interval in the copy at hand."
        ),
        traces=[
            fill,
            *(_group(i, name, part) for i, (name, part) in enumerate(groups.items())),
            best,
        ],
    )

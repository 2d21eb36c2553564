"""What output is worth, what it costs, and where a bureau stops (model M1):
the gap between the lines is slack.
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["bureau"]


def bureau(*, lengths, curves, best, chosen, niskanen, highest, title, description):
    """curves: {worth, cost, left over} over lengths; the last is for the table alone.

    best, chosen: ([length, length], [cost, worth]), the efficient output and the bureau's;
        niskanen: ([length], [worth]).
    """
    *drawn, left = curves.items()
    traces = [
        {"type": "scatter", "mode": "lines", "name": name, "x": lengths, "y": amounts, **series(i)}
        for i, (name, amounts) in enumerate(drawn)
    ]
    traces.append(  # not drawn: the eye sees it as the gap, and the table gets its column
        {
            "type": "scatter",
            "mode": "lines",
            "name": left[0],
            "x": lengths,
            "y": left[1],
            "visible": False,
            "showlegend": False,
        }
    )
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": "Niskanen's",
            "x": niskanen[0],
            "y": niskanen[1],
            "marker": {"color": LIGHT["quiet"], "symbol": "diamond", "size": 18},
            "meta": "no table",
        }
    )
    marks = {"best": (*best, "quiet", "dot"), "this bureau": (*chosen, "ink", "solid")}
    traces += [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": name,
            "x": x,
            "y": y,
            "line": {"color": LIGHT[colour], "dash": dash, "width": 4},
            "marker": {
                "color": LIGHT[colour],
                "symbol": "circle" if name == "best" else "square",
                "size": 9,
            },
            "meta": "no table",
        }
        for name, (x, y, colour, dash) in marks.items()
    ]
    return chart(
        title=title,
        x=Axis("Canal lined", "km", (-0.2, max(lengths) + 0.2)),
        y=Axis("Worth and cost", "million rupees, invented", (-3, highest)),
        source="the models of Niskanen (1971) and Migue and Belanger (1974), computed here",
        description=description,
        uncertainty=Exact("A formula, not data: nothing here was measured."),
        traces=traces,
    )

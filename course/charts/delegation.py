"""How the share of experts falls with the yearly risk of dismissal,
beside the share it takes to delegate (model M2).
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["delegation"]


def delegation(*, risks, curves, drawn, move, chosen, title, description):
    """risks: yearly risks of dismissal; curves: {name: shares}, None where there is none; drawn:
    (name, shares in a draw).

    move: (name, from risk, to risk), an arrow along the top; chosen: (risk, share of experts). All
        in per cent.
    """
    traces = [
        {"type": "scatter", "mode": "lines", "name": name, "x": risks, "y": shares, **series(i)}
        for i, (name, shares) in enumerate(curves.items())
    ]
    name, shares = drawn
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": risks,
            "y": shares,
            "marker": {**series(2)["marker"], "size": 7},
        }
    )
    at, height = chosen
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": "your service",
            "x": [at],
            "y": [height],
            "marker": {"size": 12, "color": LIGHT["ink"], "symbol": "square"},
            "meta": "no table",
        }
    )
    name, start, stop = move
    traces.append(
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": name,
            "x": [start, stop],
            "y": [105, 105],
            "line": series(3)["line"],
            "marker": {"color": LIGHT["ink"], "size": 10, "symbol": ["circle", "triangle-right"]},
            "hoverinfo": "name",
            "meta": "no table",
        }
    )
    return chart(
        title=title,
        x=Axis("Yearly risk of dismissal", "per cent", (-2, 102)),
        y=Axis("Officials who are experts", "per cent", (0, 110)),
        source="discretion after Epstein and O'Halloran (1999), tenure after Gailmard and Patty "
        "(2007), reduced and computed here",
        description=description,
        uncertainty=Exact(
            "A formula, and 200 invented officials whom chance picks: nothing here was measured."
        ),
        traces=traces,
    )

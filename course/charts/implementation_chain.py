"""How the chance that a policy survives falls with the number of clearances (model M5)."""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["implementation_chain"]


def implementation_chain(*, clearances, curves, chosen, title, description):
    """clearances: 1..n; curves: {name: chances}; chosen: (clearances,
    [chance of each curve]). Chances in per cent.
    """
    at, heights = chosen
    traces = [
        {
            "type": "scatter",
            "mode": "lines",
            "name": name,
            "x": clearances,
            "y": chances,
            **series(i),
        }
        for i, (name, chances) in enumerate(curves.items())
    ]
    marker = {
        "size": 11,
        "color": LIGHT["ink"],
        "symbol": [series(i)["marker"]["symbol"] for i in range(len(curves))],
    }
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": "your chain",
            "x": [at] * len(heights),
            "y": heights,
            "marker": marker,
            "meta": "no table",
        }
    )
    return chart(
        title=title,
        x=Axis("Clearances needed", "count", (0.5, max(clearances) + 0.5)),
        y=Axis("Chance that it survives", "per cent", (0, 103)),
        source="the model of Pressman and Wildavsky (1973) and Bowen (1982), computed here",
        description=description,
        uncertainty=Exact("A formula, not data: nothing here was measured."),
        traces=traces,
    )

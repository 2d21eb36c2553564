"""How able and how loyal entrants are as an exam gains weight against a second score (model M8)."""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["selection"]


def selection(*, weights, curves, drawn, entrants, chosen, title, description):
    """weights: of the exam, in per cent; curves and drawn: {name: means in SD}, in the same order.

    entrants: how many the draw takes; chosen: (weight, [mean on each curve]).
    """
    at, heights = chosen
    traces = [
        {"type": "scatter", "mode": "lines", "name": name, "x": weights, "y": means, **series(i)}
        for i, (name, means) in enumerate(curves.items())
    ]
    traces += [
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": weights,
            "y": means,
            "marker": series(i)["marker"] | {"size": 6},
        }
        for i, (name, means) in enumerate(drawn.items())
    ]
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": "yours",
            "x": [at] * len(heights),
            "y": heights,
            "marker": {
                "size": 12,
                "color": LIGHT["ink"],
                "symbol": [series(i)["marker"]["symbol"] for i in range(len(curves))],
            },
            "meta": "no table",
        }
    )
    return chart(
        title=title,
        x=Axis("Weight of the exam", "per cent", (-3, 103)),
        y=Axis("Mean of the entrants", "SD above the mean applicant", (-0.9, 2.1)),
        source="selection by score after Taylor and Russell (1939) and Brogden (1946), computed "
        "here",
        description=description,
        uncertainty=Exact(
            f"Lines: formulae. Small marks: one trial of the same model, in which chance picks who "
            f"applies and {entrants} enter, so they scatter; nothing was measured."
        ),
        traces=traces,
    )

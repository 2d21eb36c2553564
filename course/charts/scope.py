"""The surplus that a private owner, a public manager and nobody real would leave,
by the quality lost (model M4).
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["scope"]


def scope(*, thetas, curves, chosen, tie, sectors, span, title, description):
    """curves: {most possible, private, public: surplus} over thetas; chosen: (theta, [height of
    each]).

    tie: ([theta], [surplus]) where private and public meet, [None] if nowhere; sectors: {name:
        theta}, invented.
    span: (lowest, highest) of the axis; the sectors stand along its foot.
    """
    at, heights = chosen
    traces = [
        {"type": "scatter", "mode": "lines", "name": name, "x": thetas, "y": surplus, **series(i)}
        for i, (name, surplus) in enumerate(curves.items())
    ]
    marks = {
        "yours": (
            [at] * len(heights),
            heights,
            "ink",
            [series(i)["marker"]["symbol"] for i in range(3)],
        ),
        "tie": (*tie, "ink", "star"),
    }
    traces += [
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": x,
            "y": y,
            "marker": {
                "size": 11 if name == "yours" else 13,
                "color": LIGHT[colour],
                "symbol": symbol,
            },
            "meta": "no table",
        }
        for name, (x, y, colour, symbol) in marks.items()
    ]
    traces.append(
        {
            "type": "scatter",
            "mode": "markers+text",
            "name": "sectors, not data",
            "x": list(sectors.values()),
            "y": [span[0] + 0.15] * len(sectors),
            "text": list(sectors),
            "textposition": "top center",
            "hovertemplate": "%{text}: placed at %{x} for teaching<extra></extra>",
            "marker": {"size": 9, "color": LIGHT["quiet"], "symbol": "triangle-up"},
            "meta": "no table",
        }
    )
    return chart(
        title=title,
        x=Axis("Quality lost for each rupee saved", "rupees", (-0.03, 1.03)),
        y=Axis("Net surplus", "model units", span),
        source="the model of Hart, Shleifer and Vishny (1997), in the course's functional forms, "
        "computed here",
        description=description,
        uncertainty=Exact(
            "A formula, not data: nothing here was measured, the sectors' places least of all."
        ),
        traces=traces,
    )

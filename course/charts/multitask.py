"""What a bonus does to counted work, to uncounted work and to the
value of both (model M3), against flat pay.
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["multitask"]


def multitask(*, bonuses, curves, chosen, best, stops, highest, title, description):
    """curves: {counted, uncounted, value: per cent of flat pay} over bonuses; chosen: (bonus,
    [height of each]).

    best: ([bonus], [value]) of the best bonus; stops: ([bonus], [0]) where uncounted work ends;
        [None] if off the chart.
    """
    at, heights = chosen
    traces = [
        {"type": "scatter", "mode": "lines", "name": name, "x": bonuses, "y": shares, **series(i)}
        for i, (name, shares) in enumerate(curves.items())
    ]
    marks = {
        "your bonus": (
            [at] * len(heights),
            heights,
            "ink",
            [series(i)["marker"]["symbol"] for i in range(3)],
        ),
        "best bonus": (*best, "ink", "star"),
        "duty gone": (*stops, "ochre", "x"),
    }
    traces += [
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": x,
            "y": y,
            "marker": {
                "size": 12 if name != "your bonus" else 10,
                "color": LIGHT[colour],
                "symbol": symbol,
            },
            "meta": "no table",
        }
        for name, (x, y, colour, symbol) in marks.items()
    ]
    return chart(
        title=title,
        x=Axis("Bonus for a counted unit", "model units", (-0.03, max(bonuses) + 0.03)),
        y=Axis("Work and value", "per cent of flat pay", (-8, highest)),
        source="the model of Holmstrom and Milgrom (1991), with public-service motivation added, "
        "computed here",
        description=description,
        uncertainty=Exact("A formula, not data: nothing here was measured."),
        traces=traces,
    )

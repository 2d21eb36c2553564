"""What rivals spend to win a prize, in all and each, as there are more of them (model M7)."""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["contest"]


def contest(*, rivals, curves, highest, chosen, title, description):
    """rivals: 2..n; curves: {what is spent: amounts}, None where the formula gives no answer;
    chosen: (rivals, [amounts]).
    """
    at, heights = chosen
    traces = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": name,
            "x": rivals,
            "y": amounts,
            **series(i),
        }
        for i, (name, amounts) in enumerate(curves.items())
    ]
    traces[-1]["mode"] = "lines"  # the prize is a level, not a series of cases
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": "your contest",
            "x": [at] * len(heights),
            "y": heights,
            "marker": {
                "size": 12,
                "color": LIGHT["ink"],
                "symbol": [series(i)["marker"]["symbol"] for i in (0, 1)],
            },
            "meta": "no table",
        }
    )
    return chart(
        title=title,
        x=Axis("Rivals", "count", (1.5, max(rivals) + 0.5)),
        y=Axis("Spent to win", "the whole prize is 100", (0, highest)),
        source="the contest of Tullock (1980), computed here",
        description=description,
        uncertainty=Exact("A formula, not data: nothing here was measured."),
        traces=traces,
    )

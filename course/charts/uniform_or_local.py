"""What one rule, local choice, and local choice above a floor
lose as officials fall shorter (model M12).
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["uniform_or_local"]


def uniform_or_local(*, drifts, curves, chosen, highest, title, description):
    """drifts: how far officials fall short; curves: {arrangement: losses}; chosen: (drift,
    [loss of each curve]).
    """
    at, heights = chosen
    traces = [
        {"type": "scatter", "mode": "lines", "name": name, "x": drifts, "y": losses, **series(i)}
        for i, (name, losses) in enumerate(curves.items())
    ]
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": "your case",
            "x": [at] * len(heights),
            "y": heights,
            "marker": {
                "size": 11,
                "color": LIGHT["ink"],
                "symbol": [series(i)["marker"]["symbol"] for i in range(len(curves))],
            },
            "meta": "no table",
        }
    )
    return chart(
        title=title,
        x=Axis("Local shortfall", "nurses a clinic", (-0.05, max(drifts) + 0.05)),
        y=Axis("Expected loss", "gap squared", (0, highest)),
        source="the models of Oates (1972) and, upside down, Melumad and Shibano (1991), computed "
        "here",
        description=description,
        uncertainty=Exact("A formula, not data: nothing here was measured."),
        traces=traces,
    )

"""How the share who take a bribe falls with audits,
without and with citizens' alarms (model M6).
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["oversight"]


def oversight(*, audits, curves, drawn, chosen, title, description):
    """audits: chances of an audit; curves: {arrangement: corrupt shares}; drawn: (name, shares in a
    seeded draw).

    chosen: (chance of an audit, corrupt share). All in per cent.
    """
    traces = [
        {"type": "scatter", "mode": "lines", "name": name, "x": audits, "y": shares, **series(i)}
        for i, (name, shares) in enumerate(curves.items())
    ]
    name, shares = drawn
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": name,
            "x": audits,
            "y": shares,
            "marker": {**series(len(curves))["marker"], "size": 7},
        }
    )
    at, height = chosen
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": "your office",
            "x": [at],
            "y": [height],
            "marker": {"size": 12, "color": LIGHT["ink"], "symbol": "square"},
            "meta": "no table",
        }
    )
    return chart(
        title=title,
        x=Axis("Decisions audited", "per cent", (-2, 102)),
        y=Axis("Officials who take the bribe", "per cent", (0, 104)),
        source="detection after McCubbins and Schwartz (1984), taking after Becker and Stigler "
        "(1974), computed here",
        description=description,
        uncertainty=Exact(
            "A formula, and 200 invented officials whom chance picks: nothing here was measured."
        ),
        traces=traces,
    )

"""Who carries citizens' paths to the minister as ties are added,
and who is still heard (model M11).
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["network"]


def network(*, extra, curves, chosen, title, description):
    """extra: how many ties are added; curves: {broker, or who is still heard: per cent};
    chosen: (extra, heights).
    """
    at, heights = chosen
    styles = {name: series(i) for i, name in enumerate(curves)}
    lines = [
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": name,
            "x": extra,
            "y": shares,
            "line": styles[name]["line"],
            "marker": styles[name]["marker"] | {"size": 7},
        }
        for name, shares in curves.items()
    ]
    case = {
        "type": "scatter",
        "mode": "markers",
        "name": "your ties",
        "x": [at] * len(heights),
        "y": heights,
        "marker": {
            "size": 11,
            "color": LIGHT["ink"],
            "symbol": [style["marker"]["symbol"] for style in styles.values()],
        },
        "showlegend": False,
        "meta": "no table",
        "hoverinfo": "name",
    }
    return chart(
        title=title,
        x=Axis("Extra ties", "count", (-1.2, 31.2)),
        y=Axis(
            "Share of groups' paths", "per cent", (-16, 104)
        ),  # a name has room below the lowest line
        source="shares of shortest paths (betweenness) after Freeman (1977) and Brandes (2001), in "
        "invented networks, computed here",
        description=description,
        uncertainty=Exact(
            "Invented networks: nothing was measured. Averages of 40 draws: most lie within 4 "
            "points of those of many draws, the worst 10 off."
        ),
        traces=[*lines, case],
    )

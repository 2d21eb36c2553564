"""What partners expect of one another, what that makes of their help,
and whether the service works (model M9).
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["partners"]


def partners(*, expected, curves, drawn, games, holds, tips, title, description):
    """expected: chances that each partner joins; curves: {name: figures}; drawn: shares in a draw
    of `games` plays.

    holds and tips: ([chances], [heights]) of the expectations that stay, and of those that fall to
        either side. All in per cent.
    """
    traces = [
        {"type": "scatter", "mode": "lines", "name": name, "x": expected, "y": figures, **series(i)}
        for i, (name, figures) in enumerate(curves.items())
    ]
    traces.append(
        {
            "type": "scatter",
            "mode": "markers",
            "name": f"{games} games",
            "x": expected,
            "y": drawn,
            "marker": series(4)["marker"] | {"size": 6},
        }
    )
    for name, (at, heights), symbol in (
        ("holds", holds, "circle"),
        ("tips", tips, "diamond-open"),
    ):
        traces.append(
            {
                "type": "scatter",
                "mode": "markers",
                "name": name,
                "x": at,
                "y": heights,
                "marker": {
                    "size": 13,
                    "color": LIGHT["ink"],
                    "symbol": symbol,
                    "line": {"width": 2},
                },
                "meta": "no table",
            }
        )
    return chart(
        title=title,
        x=Axis("Chance that each partner joins", "per cent", (-3, 103)),
        y=Axis("Chance, or cost as a share of the gain", "per cent", (-3, 103)),
        source="the game of Palfrey and Rosenthal (1984) and Diekmann (1985), computed here",
        description=description,
        uncertainty=Exact(
            f"Curves: formulae. Crosses: {games} games of the same model that chance plays, so "
            "they scatter; nothing was measured."
        ),
        traces=traces,
    )

"""How likely it is that nothing can change, wherever policy stands; below it,
one table of players (model M10).
"""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["STRIP", "UNDER", "veto"]

STRIP, UNDER = -12, -18  # where the table of players stands, below the zero of the curves


def veto(*, policies, curves, chosen, blocking, heard, frozen, opened, title, description):
    """policies and curves, {who may block: chances}, in per cent; chosen: (policy in force, chance
    there).

    blocking and heard: {letter of a player: ideal}; frozen: (lowest, highest) ideal of those who
    may block; opened: (from, to) where policy may go, or (None, None).
    """
    at, height = chosen
    lines = [
        {"type": "scatter", "mode": "lines", "name": name, "x": policies, "y": chances, **series(i)}
        for i, (name, chances) in enumerate(curves.items())
    ]
    strip = [
        _stretch("frozen", frozen, STRIP, {"color": LIGHT["ink"], "width": 5}),
        _stretch("open", opened, UNDER, {"color": LIGHT["ochre"], "width": 5, "dash": "dot"}),
        _seats("may block", blocking, {"symbol": "square", "size": 11, "color": LIGHT["ink"]}),
        _seats("voice only", heard, {"symbol": "circle-open", "size": 11, "color": LIGHT["quiet"]}),
        {
            "type": "scatter",
            "mode": "lines+markers",
            "name": "policy in force",
            "x": [at, at],
            "y": [height, UNDER],
            "line": {"color": LIGHT["ink"], "dash": "dash", "width": 1.5},
            "marker": {"color": LIGHT["ink"], "symbol": ["circle", "triangle-up"], "size": 11},
            "showlegend": False,
            "meta": "no table",
        },
    ]
    figure = chart(
        title=title,
        x=Axis("Users' share of the cost", "per cent", (-2, 102)),
        y=Axis("Chance that nothing can change", "per cent", (-22, 104)),
        source="veto players after Tsebelis (1995, 2002), with ideals drawn evenly; computed here",
        description=description,
        uncertainty=Exact("A formula, and invented players: nothing here was measured."),
        traces=lines + strip,
    )
    figure.update_yaxes(tickvals=[0, 25, 50, 75, 100], zeroline=True, zerolinecolor=LIGHT["quiet"])
    return figure


def _stretch(name, ends, height, line):
    return {
        "type": "scatter",
        "mode": "lines",
        "name": name,
        "x": list(ends),
        "y": [height, height],
        "line": line,
        "meta": "no table",
    }


def _seats(name, players, marker):
    return {
        "type": "scatter",
        "mode": "markers+text",
        "name": name,
        "x": list(players.values()),
        "y": [STRIP] * len(players),
        "text": list(players),
        "textposition": "top center",
        "textfont": {"size": 12, "color": LIGHT["ink"]},
        "hovertemplate": "%{text}: ideal %{x}<extra></extra>",
        "marker": marker,
        "meta": "no table",
    }

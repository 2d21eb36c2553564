"""Who carries citizens' paths to the minister as ties are added, and who is still heard; above it, the wiring (M11)."""

from course.charts.chart import Axis, Exact, chart, series
from course.charts.theme import LIGHT

__all__ = ["network"]

_MARKS = {"minister": (LIGHT["ink"], "star", 13), "citizens' group": (LIGHT["quiet"], "circle", 7)}


def network(*, extra, curves, chosen, wiring, places, title, description):
    """extra: how many ties are added; curves: {broker, or who is still heard: per cent}; chosen: (extra, heights).

    wiring: {"ties", "extra ties": lines (x, y)}, and "taken out": ([x], [y]). places: {kind of actor: (x, y)}, where
    a kind that has a curve takes its colour and marker.
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
    }
    picture = [
        _tied("ties", wiring["ties"], {"color": LIGHT["quiet"], "width": 1.5}),
        _tied("extra ties", wiring["extra ties"], {"color": LIGHT["ink"], "width": 1.5, "dash": "dot"}),
        *(_standing(kind, at, styles.get(kind)) for kind, at in places.items()),
        {
            "type": "scatter",
            "mode": "markers",
            "name": "taken out",
            "x": wiring["taken out"][0],
            "y": wiring["taken out"][1],
            "marker": {"size": 17, "color": LIGHT["ink"], "symbol": "x"},
        },
    ]
    figure = chart(
        title=title,
        x=Axis("Extra ties", "count", (-1.2, 31.2)),
        y=Axis("Share of groups' paths", "per cent", (-4, 222)),
        source="betweenness after Freeman (1977) and Brandes (2001) in invented networks, computed here",
        description=description,
        uncertainty=Exact(
            "Invented networks: nothing was measured. Averages of 40 draws: most lie within 4 points of those of many draws, the worst 10 off."
        ),
        traces=[*lines, case | _HIDDEN, *(trace | _HIDDEN for trace in picture)],
    )
    figure.update_yaxes(tickvals=[0, 25, 50, 75, 100])
    return figure.update_layout(template_layout_height=470)


_HIDDEN = {"showlegend": False, "meta": "no table", "hoverinfo": "name"}


def _tied(name, ends, line):
    return {"type": "scatter", "mode": "lines", "name": name, "x": ends[0], "y": ends[1], "line": line}


def _standing(kind, place, style):
    colour, symbol, size = _MARKS.get(kind) or (style["marker"]["color"], style["marker"]["symbol"], 11)
    return {
        "type": "scatter",
        "mode": "markers",
        "name": f"{kind} (drawn)",
        "x": place[0],
        "y": place[1],
        "marker": {"color": colour, "symbol": symbol, "size": size},
    }

"""One look for every chart, light and dark.

Figures are built in the light colours; the browser swaps each for its dark twin by name, so both
themes come from one figure. Blue, rust, green and plum are the paradigms' and stand in scenes
alone; series are ink, grey and one accent, told apart by dash and marker and named at their lines
(labels.py). Text keeps 4.5:1 and marks 3:1 against either ground; a test computes it.
"""

__all__ = ["DARK", "GROUND", "LIGHT", "SERIES", "TEMPLATE", "band", "dark_twins"]

LIGHT = {
    "ink": "#1b2127",
    "quiet": "#57616b",
    "grid": "#e3e7eb",
    "blue": "#0b5a94",
    "rust": "#b2430f",
    "green": "#0a7356",
    "plum": "#8b3d7d",
    "ochre": "#876000",
}
DARK = {
    "ink": "#e8ebee",
    "quiet": "#a9b4be",
    "grid": "#3a424a",
    "blue": "#73b9f5",
    "rust": "#ff9d6b",
    "green": "#57cfa9",
    "plum": "#e3a4d6",
    "ochre": "#e2b84a",
}
GROUND = {"light": ["#ffffff", "#f7f7f7"], "dark": ["#111111", "#212121"]}

# (colour, dash, marker) of the first, second, ... series
SERIES = [
    ("ink", "solid", "circle"),
    ("ochre", "dash", "square"),
    ("quiet", "dot", "diamond"),
    ("ink", "dashdot", "triangle-up"),
    ("ochre", "longdash", "x"),
]


def band(name, colours=LIGHT):
    """The see-through fill of an interval in the colour `name`."""
    r, g, b = (int(colours[name][i : i + 2], 16) for i in (1, 3, 5))
    return f"rgba({r},{g},{b},0.16)"


def dark_twins():
    """Every light colour a figure may hold, with its dark twin."""
    twins = {LIGHT[name]: DARK[name] for name in LIGHT}
    return twins | {band(name): band(name, DARK) for name in LIGHT}


_AXIS = {
    "gridcolor": LIGHT["grid"],
    "linecolor": LIGHT["quiet"],
    "zerolinecolor": LIGHT["grid"],
    "tickcolor": LIGHT["quiet"],
    "ticks": "outside",
    "fixedrange": True,  # a finger that drags over a chart must scroll the page
    "title": {"standoff": 6, "font": {"size": 13}},
}

# fixed: measuring the labels costs a second layout a move
TEMPLATE = {
    "layout": {
        "font": {
            "family": "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
            "size": 13,
            "color": LIGHT["ink"],
        },
        "paper_bgcolor": "rgba(0,0,0,0)",
        "plot_bgcolor": "rgba(0,0,0,0)",
        "colorway": [LIGHT[name] for name, _, _ in SERIES],
        "margin": {
            "l": 48,
            "r": 12,
            "t": 30,
            "b": 48,
        },
        "hoverlabel": {"font": {"size": 13}},
        "showlegend": False,  # each series has its name at its line
        "dragmode": False,
        "hovermode": "closest",
        "height": 380,
        "xaxis": _AXIS,
        "yaxis": _AXIS,
    }
}

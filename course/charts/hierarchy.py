"""What is left of the minister's intent on each level of a hierarchy (model M5):
bars from the top to the desk.
"""

from course.charts.chart import Axis, Exact, chart
from course.charts.theme import LIGHT

__all__ = ["hierarchy"]


def hierarchy(*, rungs, people, most, title, description):
    """rungs: per cent of the intent on levels 0 (the minister) to the desk; people: how many stand
    there.

    most: the tallest hierarchy the axis must hold, so that a short one looks short.
    """
    desk = len(rungs) - 1
    levels = {
        "type": "bar",
        "name": "intent left",
        "x": list(range(len(rungs))),
        "y": rungs,
        "customdata": people,
        "hovertemplate": "level %{x}: %{customdata:,} people<br>%{y:.0f} % of the "
        "intent<extra></extra>",
        "marker": {"color": LIGHT["quiet"]},
        "showlegend": False,  # the title of its axis says it
    }
    last = {
        "type": "bar",
        "name": "at the desk",
        "x": [desk],
        "y": [rungs[-1]],
        "hoverinfo": "skip",
        "marker": {
            "color": LIGHT["ochre"],
            # overlay: by itself a pattern replaces the colour, and the bar beneath shines through
            "pattern": {
                "shape": "/",
                "fgcolor": LIGHT["ink"],
                "fgopacity": 0.4,
                "fillmode": "overlay",
            },
        },
        "meta": "no table",
    }
    # Not drawn: on an axis of per cent it has no place, but the table gets its column.
    counted = {
        "type": "bar",
        "name": "people",
        "x": levels["x"],
        "y": people,
        "visible": False,
        "showlegend": False,
    }
    figure = chart(
        title=title,
        x=Axis("Levels below the minister", "count", (-0.7, most + 0.7)),
        y=Axis("Intent that is left", "per cent", (0, 103)),
        source="loss of control after Tullock (1965) and Downs (1967), computed here",
        description=description,
        uncertainty=Exact("A formula, not data: nothing here was measured."),
        traces=[levels, counted, last],
    )
    return figure.update_layout(barmode="overlay", bargap=0.2)

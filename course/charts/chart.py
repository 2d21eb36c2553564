"""The one way to build a chart: without its title, axes, source,
description and uncertainty it does not exist.
"""

import math
from dataclasses import dataclass

import plotly.graph_objects as go

from course.charts.theme import LIGHT, SERIES, TEMPLATE

__all__ = ["Axis", "Drawn", "Exact", "NoInterval", "chart", "plain", "series"]


@dataclass(frozen=True)
class Axis:
    """An axis: what is measured, in which unit ("" only for years and names),
    and the range shown.
    """

    title: str
    unit: str
    range: tuple[float, float] | None = None

    @property
    def label(self):
        return f"{self.title} ({self.unit})" if self.unit else self.title


@dataclass(frozen=True)
class Drawn:
    """The interval is drawn; `what` names it (level, kind)."""

    what: str

    @property
    def note(self):
        return self.what


@dataclass(frozen=True)
class NoInterval:
    """The source has no interval; `why` says so on the chart."""

    why: str

    @property
    def note(self):
        return f"No interval: {self.why}"


@dataclass(frozen=True)
class Exact:
    """Computed from a formula: nothing was measured."""

    what: str

    @property
    def note(self):
        return self.what


def series(i):
    """Line and marker of the i-th series: colour, dash and symbol at once."""
    colour, dash, symbol = SERIES[i]
    return {
        "line": {"color": LIGHT[colour], "dash": dash, "width": 2.5},
        "marker": {"color": LIGHT[colour], "symbol": symbol},
    }


def _said(name, value):
    if not isinstance(value, str) or not value.strip():
        raise TypeError(f"A chart needs its {name} in words; it got {value!r}.")


def _draws_interval(traces):
    return any(t.get("fill") or t.get("error_y") or t.get("error_x") for t in traces)


def chart(*, title, x, y, source, description, uncertainty, traces):
    """A plotly Figure in the course's theme.

    title states the finding; x and y are Axis; source is the source line; description says in words
    what the eye would see; uncertainty is Drawn, NoInterval or Exact; traces are plotly trace
    dicts, each with a name. Words are kept in `layout.meta`, since a page wraps them better than a
    plot does. A part that is missing is a TypeError; a Drawn interval that no trace draws is a
    ValueError.
    """
    for name, value in {"title": title, "source": source, "description": description}.items():
        _said(name, value)
    if not isinstance(x, Axis) or not isinstance(y, Axis):
        raise TypeError("A chart needs x and y as Axis(title, unit).")
    if not isinstance(uncertainty, Drawn | NoInterval | Exact):
        raise TypeError("A chart needs its uncertainty: Drawn(...), NoInterval(...) or Exact(...).")
    if isinstance(uncertainty, Drawn) and not _draws_interval(traces):
        raise ValueError(
            "The uncertainty is said to be drawn, but no trace has error bars or a band."
        )
    figure = go.Figure(data=[plain(t) for t in traces], layout={"template": TEMPLATE})
    for axis, update in ((x, figure.update_xaxes), (y, figure.update_yaxes)):
        update(title_text=axis.label, range=axis.range)
    figure.layout.meta = {
        "title": title,
        "description": description,
        "source": f"Source: {source}.",
        "uncertainty": uncertainty.note,
    }
    return figure


def plain(value):
    """Any figure, table or number as plain JSON: lists, five significant digits,
    None for what is missing.
    """
    if isinstance(value, float):  # the most frequent first: a card holds a hundred thousand numbers
        return _five_digits(value)
    if isinstance(value, str | int) or value is None:
        return value
    if isinstance(value, dict):
        return {key: plain(item) for key, item in value.items()}
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    return [plain(item) for item in value] if isinstance(value, list | tuple) else value


def _five_digits(number):
    if not math.isfinite(number):
        return None
    rounded = float(f"{number:.5g}")
    return int(rounded) if rounded.is_integer() and abs(rounded) < 1e15 else rounded

"""The figures behind a chart as a table."""

from collections.abc import Mapping
from typing import Any, TypeAlias

__all__ = ["brief_table", "table_of"]

_FEW = 25  # named points, such as countries: as many stand in a brief table
_ROWS = 12  # of curves: enough to see where they bend

Cell: TypeAlias = str | float | None
Figures: TypeAlias = tuple[list[str], list[list[Cell]]]  # columns, rows


def _thinned(rows: list[list[Cell]], most: int) -> list[list[Cell]]:
    return rows[:: max(1, -(-len(rows) // most))]


def _of_curves(rows: list[list[Cell]]) -> list[list[Cell]]:
    """Every n-th row, and the last one, at which the curves end."""
    few = _thinned(rows, _ROWS)
    return few if few[-1:] == rows[-1:] else [*few, rows[-1]]


def _named(traces: list[Mapping[str, Any]], *, bars: bool) -> list[list[Cell]]:
    """The points of traces that name them, by name: [name, x, y,
    and half the interval if any trace has one].
    """
    rows: list[tuple[str, list[Cell]]] = []
    for trace in traces:
        bar: list[float] = trace.get("error_y", {}).get("array", [])
        for i, name in enumerate(trace["text"]):
            half = [bar[i] if i < len(bar) else None] if bars else []
            rows.append((name, [name, trace["x"][i], trace["y"][i], *half]))
    return [cells for _, cells in sorted(rows, key=lambda row: row[0])]


def table_of(figure: Mapping[str, Any], *, brief: bool = False) -> Figures:
    """The figures behind a chart as (columns, rows): points by name where they have one, else
    curves side by side.

    figure is plain JSON. brief keeps about a screenful: the named groups of few points if there are
    any, else every n-th row; of curves the last one too. explorable.js builds the full table; a
    test compares them.
    """
    layout = figure["layout"]
    x_title, y_title = (layout[axis]["title"]["text"] for axis in ("xaxis", "yaxis"))
    traces = [trace for trace in figure["data"] if trace.get("meta") != "no table"]
    if any("text" in trace for trace in traces):
        bars = any("error_y" in trace for trace in traces)
        columns = ["", x_title, y_title] + (["95 % interval, ±"] if bars else [])
        few = [trace for trace in traces if 0 < len(trace["text"]) <= _FEW]
        if brief and few:
            return columns, _named(few, bars=bars)
        rows = _named(traces, bars=bars)
        return columns, _thinned(rows, _FEW) if brief else rows
    columns = [x_title, *(trace["name"] for trace in traces)]
    rows = [list(row) for row in zip(traces[0]["x"], *(t["y"] for t in traces), strict=True)]
    return columns, _of_curves(rows) if brief else rows


def brief_table(figure: Mapping[str, Any]) -> Figures:
    """About a screenful of `table_of`."""
    return table_of(figure, brief=True)

"""A state of the map as SVG text, for paper and for a page without scripts:
kinds of line differ by dash and by end.
"""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from course.charts.accountability.layout import HEIGHTS, SIZES, WIDTHS
from course.charts.pictures.marks import TEXT
from course.charts.pictures.svg import COLOURS
from course.charts.signs import GRID, path_of
from course.charts.theme import LIGHT

__all__ = ["svg"]

# relation -> (its dash, what stands at its end, how that looks);
# hosts/browser/accountability/drawing.js has the same
_ENDS = {
    "commands": ("", "M0 0L10 5L0 10Z", "fill='context-stroke'"),
    "answers": ("8 5", "M1 1L9 5L1 9", "fill='none' stroke='context-stroke' stroke-width='2'"),
    "pays": ("0.1 6", "M2 5a4 4 0 1 0 8 0a4 4 0 1 0-8 0Z", "fill='context-stroke'"),
    "leaves": (
        "14 4 3 4",
        "M10 0L2 5L10 10",
        "fill='none' stroke='context-stroke' stroke-width='2'",
    ),
}
_THICK = {"new": 4.5, "gone": 1.5}


def _colour(name: str) -> str:
    return f"var(--chart-{name},{LIGHT[name]})"


def _end(label: str, relation: str) -> str:
    _, path, look = _ENDS[relation]
    return (
        f"<marker id='{label}-{relation}' viewBox='-1 -1 12 12' refX='9' refY='5' "
        "markerWidth='13' markerHeight='13' "
        f"markerUnits='userSpaceOnUse' orient='auto'><path d='{path}' {look}/></marker>"
    )


def _line(line: Mapping[str, Any], width: str, colour: str, label: str) -> str:
    mark, relation = line["mark"], line["relation"]
    dash = "3 4" if mark == "gone" else _ENDS[relation][0]
    stroke = _colour("quiet") if mark == "gone" else colour
    round_ends = " stroke-linecap='round'" if relation == "pays" else ""
    drawn = line[width]
    cross = ""
    if mark == "gone":
        x, y = drawn["middle"]
        cross = (
            f"<path d='M{x - 5:g} {y - 5:g}l10 10m0 -10l-10 10' stroke='{stroke}' "
            "stroke-width='2.5'/>"
        )
    return (
        f"<path d='{escape(drawn['d'])}' fill='none' stroke='{stroke}' "
        f"stroke-width='{_THICK.get(mark, 2.5)}' "
        f"stroke-dasharray='{dash}'{round_ends} marker-end='url(#{label}-{relation})'/>{cross}"
    )


def _actor(sign: str, place: Mapping[str, Any], size: float, is_absent: bool, label: str) -> str:
    colour = _colour("quiet" if is_absent else "ink")
    look = (
        f"fill='none' stroke='{colour}' stroke-width='{1.4 * GRID / size:.3g}'"
        if is_absent
        else f"fill='{colour}'"
    )
    x, y = place["x"], place["y"]
    words = "".join(
        f"<text x='{x:g}' y='{y + size / 2 + 1 + (n + 1) * (TEXT + 2):g}' "
        f"fill='{colour}'>{escape(word)}</text>"
        for n, word in enumerate(place["words"])
    )
    at = f"translate({x - size / 2:g} {y - size / 2:g}) scale({size / GRID:.4g})"
    return f"<use href='#{label}-{sign}' transform='{at}' {look}/>{words}"


def svg(drawing: Mapping[str, Any], width: float = 640) -> str:
    """A state as SVG text. drawing: label, said, actors, layouts, state; as
    course.interactives.accountability gives it.
    """
    name = "wide" if width >= WIDTHS["wide"] else "narrow"
    state, size = drawing["state"], SIZES[name]
    label = re.sub("[^a-z0-9-]", "", drawing["label"])
    colour = _colour(COLOURS.get(state["colour"], "ink"))
    used = dict.fromkeys(actor["sign"] for actor in drawing["actors"])
    paths = "".join(
        f"<path id='{label}-{sign}' fill-rule='evenodd' d='{path_of(sign)}'/>" for sign in used
    )
    relations = dict.fromkeys(line["relation"] for line in state["lines"])
    ends = "".join(_end(label, relation) for relation in relations)
    actors = "".join(
        _actor(
            actor["sign"],
            drawing["layouts"][name][actor["id"]],
            size,
            actor["id"] in state["absent"],
            label,
        )
        for actor in drawing["actors"]
    )
    return (
        f"<svg class='map' viewBox='0 0 {WIDTHS[name]} {HEIGHTS[name]}' role='img' "
        f"aria-label='{escape(drawing['said'])}' "
        f"font-size='{TEXT}' font-family='system-ui,sans-serif' "
        f"text-anchor='middle'><defs>{paths}{ends}</defs>"
        f"{''.join(_line(line, name, colour, label) for line in state['lines'])}{actors}</svg>"
    )

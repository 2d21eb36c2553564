"""A scene as SVG text, for paper and for a page without scripts."""

from collections.abc import Mapping
from html import escape
from itertools import groupby
from typing import Any
from zlib import crc32

from course.charts.pictures.marks import TEXT, Laid, Rule, Sign, Tone, Word
from course.charts.pictures.scene import Scene, laid, read
from course.charts.signs import GRID, path_of
from course.charts.theme import LIGHT

__all__ = ["COLOURS", "above", "drawn", "svg"]

# the colours of the page, by their names there
COLOURS: Mapping[Tone, str] = {
    "ink": "ink",
    "quiet": "quiet",
    "classic": "blue",
    "npm": "rust",
    "governance": "green",
    "pakistan": "plum",
}

# Where a line runs behind a word, the word keeps a rim of the page's ground.
_HALO = (
    "stroke='var(--jp-layout-color1,Canvas)' stroke-width='4' stroke-linejoin='round' "
    "paint-order='stroke'"
)


def _colour(tone: Tone, own: Tone) -> str:
    name = COLOURS[own if tone == "own" else tone]
    return f"var(--chart-{name},{LIGHT[name]})"


def _signs(alike: list[Sign], own: Tone, path: str) -> str:
    """Signs that differ by their place alone: what they share is said once,
    for there may be hundreds.
    """
    one = alike[0]
    scale, colour = one.size / GRID, _colour(one.tone, own)
    thick = min(1.4, one.size / 18) / scale
    look = (
        f"fill='{colour}'"
        if one.look == "solid"
        else f"fill='none' stroke='{colour}' stroke-width='{thick:.3g}'"
    )
    places = ""
    for y, row in groupby(alike, key=lambda sign: sign.y):
        uses = [f"<use href='#{path}' x='{round(sign.x / scale, 1):g}'/>" for sign in row]
        down = f"{round(y / scale, 1):g}"
        places += (
            uses[0].replace("/>", f" y='{down}'/>")
            if len(uses) == 1
            else f"<g transform='translate(0 {down})'>{''.join(uses)}</g>"
        )
    return f"<g transform='scale({scale:.4g})' {look}>{places}</g>"


def _word(mark: Word, own: Tone) -> str:
    weight = " font-weight='650'" if mark.strong else ""
    anchor = "" if mark.anchor == "start" else f" text-anchor='{mark.anchor}'"
    return (
        f"<text x='{mark.x:g}' y='{mark.y:g}'{anchor} "
        f"fill='{_colour(mark.tone, own)}'{weight}>{escape(mark.word)}</text>"
    )


def _rules(alike: list[Rule], own: Tone, label: str) -> str:
    """Lines of one look, as one path; but one that ends in an arrow is a path of its own."""
    one = alike[0]
    if one.end and len(alike) > 1:
        return "".join(_rules([rule], own, label) for rule in alike)
    dash = f" stroke-dasharray='{escape(one.dash)}'" if one.dash else ""
    tip = f" marker-end='url(#{label}-tip)'" if one.end else ""
    lines = "".join(f"M{rule.x:.0f} {rule.y:.0f}L{rule.to_x:.0f} {rule.to_y:.0f}" for rule in alike)
    return (
        f"<path d='{lines}' stroke='{_colour(one.tone, own)}' "
        f"stroke-width='{one.thick:g}'{dash}{tip}/>"
    )


def svg(scene: Scene, own: Tone, label: str, said: str, width: float = 640) -> str:
    """A scene as SVG text for paper. own: the paradigm it is about; label: what tells its ids from
    those of other scenes; said: what it shows, in words.
    """
    return drawn(laid(scene, width), own, label, said, width)


def drawn(found: Laid, own: Tone, label: str, said: str, width: float) -> str:
    """Marks that were laid at a width, as SVG text; else as `svg`."""
    label = f"s{crc32(label.encode()) % 0xFFFF:x}"
    used = sorted({mark.sign for mark in found.marks if isinstance(mark, Sign)})
    ids = {name: f"{label}-{place}" for place, name in enumerate(used)}
    paths = "".join(
        f"<path id='{ids[name]}' fill-rule='evenodd' d='{path_of(name)}'/>" for name in used
    )
    tip = ""
    if any(isinstance(mark, Rule) and mark.end for mark in found.marks):
        tip = (
            f"<marker id='{label}-tip' viewBox='0 0 10 10' refX='8' refY='5' markerWidth='5' "
            "markerHeight='5' orient='auto'><path d='M0 0L10 5L0 10Z' "
            "fill='context-stroke'/></marker>"
        )
    alike: dict[tuple[str, float, Tone, str], list[Sign]] = {}
    lines: dict[tuple[Tone, float, str, bool], list[Rule]] = {}
    for mark in found.marks:
        if isinstance(mark, Sign):
            alike.setdefault((mark.sign, mark.size, mark.tone, mark.look), []).append(mark)
        elif isinstance(mark, Rule):
            lines.setdefault((mark.tone, mark.thick, mark.dash, mark.end), []).append(mark)
    ties = [_rules(several, own, label) for several in lines.values()]
    # on the lines that tie them
    signs = [_signs(several, own, ids[look[0]]) for look, several in alike.items()]
    words = [_word(mark, own) for mark in found.marks if isinstance(mark, Word)]
    return (
        f"<svg class='scene' viewBox='0 -2 {width:g} {found.height + 6:g}' role='img' "
        f"aria-label='{escape(said)}' "
        f"font-size='{TEXT}' font-family='system-ui,sans-serif'><defs>{paths}{tip}</defs>"
        f"{''.join(ties)}{''.join(signs)}<g {_HALO}>{''.join(words)}</g></svg>"
    )


def above(figure: Mapping[str, Any], width: float) -> str:
    """The scene that stands above a figure, as plain JSON with data,
    layout and perhaps a scene; none, if it has none.
    """
    scene = figure.get("scene")
    if not scene:
        return ""
    return svg(
        read(scene["bands"]), scene["own"], scene["label"], figure["layout"]["meta"]["title"], width
    )

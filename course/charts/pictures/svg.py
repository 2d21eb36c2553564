"""A scene as SVG text, for paper and for a page without scripts."""

import re
from collections.abc import Mapping
from html import escape
from typing import Any

from course.charts.pictures.marks import TEXT, Laid, Mark, Rule, Sign, Tone, Word
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


def _colour(tone: Tone, own: Tone) -> str:
    name = COLOURS[own if tone == "own" else tone]
    return f"var(--chart-{name},{LIGHT[name]})"


def _written(mark: Mark, own: Tone, label: str) -> str:
    colour = _colour(mark.tone, own)
    if isinstance(mark, Sign):
        scale = f"{mark.size / GRID:.4g}"
        look = (
            f"fill='{colour}'"
            if mark.look == "solid"
            else f"fill='none' stroke='{colour}' stroke-width='{1.4 * GRID / mark.size:.3g}'"
        )
        return f"<use href='#{label}-{mark.sign}' transform='translate({mark.x:g} {mark.y:g}) scale({scale})' {look}/>"
    if isinstance(mark, Word):
        weight = " font-weight='650'" if mark.strong else ""
        return f"<text x='{mark.x:g}' y='{mark.y:g}' text-anchor='{mark.anchor}' fill='{colour}'{weight}>{escape(mark.word)}</text>"
    dash = f" stroke-dasharray='{escape(mark.dash)}'" if mark.dash else ""
    tip = f" marker-end='url(#{label}-tip)'" if mark.end else ""
    return f"<path d='M{mark.x:g} {mark.y:g}L{mark.to_x:g} {mark.to_y:g}' stroke='{colour}' stroke-width='{mark.thick:g}'{dash}{tip}/>"


def svg(scene: Scene, own: Tone, label: str, said: str, width: float = 640) -> str:
    """A scene as SVG text for paper. own: the paradigm it is about; label: begins its ids; said: what it shows, in words."""
    return drawn(laid(scene, width), own, label, said, width)


def drawn(found: Laid, own: Tone, label: str, said: str, width: float) -> str:
    """Marks that were laid at a width, as SVG text; else as `svg`."""
    label = re.sub("[^a-z0-9-]", "", label)
    used = sorted({mark.sign for mark in found.marks if isinstance(mark, Sign)})
    paths = "".join(f"<path id='{label}-{name}' fill-rule='evenodd' d='{path_of(name)}'/>" for name in used)
    tip = ""
    if any(isinstance(mark, Rule) and mark.end for mark in found.marks):
        tip = f"<marker id='{label}-tip' viewBox='0 0 10 10' refX='8' refY='5' markerWidth='5' markerHeight='5' orient='auto'><path d='M0 0L10 5L0 10Z' fill='context-stroke'/></marker>"
    return (
        f"<svg class='scene' viewBox='0 -2 {width:g} {found.height + 6:g}' role='img' aria-label='{escape(said)}' "
        f"font-size='{TEXT}' font-family='system-ui,sans-serif'><defs>{paths}{tip}</defs>"
        f"{''.join(_written(mark, own, label) for mark in found.marks)}</svg>"
    )


def above(figure: Mapping[str, Any], width: float) -> str:
    """The scene that stands above a figure, as plain JSON with data, layout and perhaps a scene; none, if it has none."""
    scene = figure.get("scene")
    if not scene:
        return ""
    return svg(read(scene["bands"]), scene["own"], scene["label"], figure["layout"]["meta"]["title"], width)

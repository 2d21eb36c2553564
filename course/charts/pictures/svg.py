"""A scene as SVG text, for paper and for a page without scripts."""

from collections.abc import Iterator, Mapping
from html import escape
from itertools import count, groupby
from typing import TYPE_CHECKING, Any
from zlib import crc32

from course.charts.pictures.marks import TEXT, Laid, Rule, Sign, Tone, Word
from course.charts.signs import GRID, path_of
from course.charts.theme import LIGHT

if TYPE_CHECKING:
    from course.charts.pictures.scene import Scene

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


def _signs(alike: list[Sign], own: Tone, path: str, free: Iterator[int]) -> str:
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
    rows: dict[tuple[str, ...], str] = {}
    places = ""
    for y, row in groupby(alike, key=lambda sign: sign.y):
        xs = tuple(f"{round(sign.x / scale, 1):g}" for sign in row)
        down = f"{round(y / scale, 1):g}"
        if len(xs) == 1:
            places += f"<use href='#{path}' x='{xs[0]}' y='{down}'/>"
        elif xs in rows:  # as the row above
            places += f"<use href='#{rows[xs]}' y='{down}'/>"
        else:
            rows[xs] = f"{path}0{next(free)}"
            uses = "".join(f"<use href='#{path}' x='{x}'/>" for x in xs)
            places += f"<g transform='translate(0 {down})'><g id='{rows[xs]}'>{uses}</g></g>"
    return f"<g transform='scale({scale:.4g})' {look}>{places}</g>"


def _ids(found: Laid, label: str) -> dict[tuple[str, float], str]:
    """What a sign is called: 0 stands for its size, unless a line through it is drawn by that."""
    used = sorted({_drawn_as(mark) for mark in found.marks if isinstance(mark, Sign)})
    return {one: f"{label}-{place}" for place, one in enumerate(used)}


def _drawn_as(sign: Sign) -> tuple[str, float]:
    return sign.sign, sign.size if sign.look == "struck" else 0


def _path(name: str, struck: float, path_id: str) -> str:
    path = f"fill-rule='evenodd' d='{path_of(name)}'/>"
    if not struck:
        return f"<path id='{path_id}' {path}"
    thick = max(2.4, 36 / struck)
    return f"<g id='{path_id}'><path {path}<path d='M1 23l22-22' stroke-width='{thick:.3g}'/></g>"


def _word(mark: Word, own: Tone) -> str:
    weight = " font-weight='650'" if mark.strong else ""
    anchor = "" if mark.anchor == "start" else f" text-anchor='{mark.anchor}'"
    return (
        f"<text x='{mark.x:g}' y='{mark.y:g}'{anchor} "
        f"fill='{_colour(mark.tone, own)}'{weight}>{escape(mark.word)}</text>"
    )


def _rules(alike: list[Rule], own: Tone, label: str) -> str:
    """Lines of one look, as one path; but each that ends in an arrow is a path of its own."""
    one = alike[0]
    dash = f" stroke-dasharray='{escape(one.dash)}'" if one.dash else ""
    look = f"stroke='{_colour(one.tone, own)}' stroke-width='{one.thick:g}'{dash}"
    lines = [f"M{rule.x:.0f} {rule.y:.0f}L{rule.to_x:.0f} {rule.to_y:.0f}" for rule in alike]
    if not one.end:
        return f"<path d='{''.join(lines)}' {look}/>"
    arrows = "".join(f"<path d='{line}'/>" for line in lines)
    return f"<g {look} marker-end='url(#{label}-tip)'>{arrows}</g>"


def svg(scene: "Scene", own: Tone, label: str, said: str, width: float = 640) -> str:
    """A scene as SVG text for paper. own: the paradigm it is about; label: what tells its ids from
    those of other scenes; said: what it shows, in words.
    """
    # every sort of picture: a server that draws none loads none
    from course.charts.pictures.scene import laid

    return drawn(laid(scene, width), own, label, said, width)


def drawn(found: Laid, own: Tone, label: str, said: str, width: float) -> str:
    """Marks that were laid at a width, as SVG text; else as `svg`."""
    label = f"s{crc32(label.encode()) % 0xFFFF:x}"
    ids = _ids(found, label)
    paths = "".join(_path(*one, path_id) for one, path_id in ids.items())
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
    free = count()
    signs = [_signs(several, own, ids[_drawn_as(several[0])], free) for several in alike.values()]
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
    from course.charts.pictures.scene import read

    return svg(
        read(scene["bands"]), scene["own"], scene["label"], figure["layout"]["meta"]["title"], width
    )

"""The picture of a slide, drawn by the course's own drawing code: as it stands on paper, and on a
screen until the interactive behind it wakes.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from course.charts import covers
from course.charts.pictures.svg import above
from course.charts.still import still
from course.errors import CourseError
from course.interactives import Interactive
from course.interactives.explorable import stood
from course.interactives.paper import Drawn, Pictured, Section, Weighed

__all__ = ["SHOWN", "Picture", "drawing", "interactive", "signs"]

SHOWN = ("accountability", "explorable")  # modules that a slide has room for
# Units across and down; a slide shows them at twice their size.
_WIDE, _HIGH = 348, 228
_MAP = 640  # a map has its own measure


@dataclass(frozen=True)
class Picture:
    """svg: the drawing; weighed: of an evidence card, its verdict."""

    svg: Markup
    weighed: Weighed | None = None


def interactive(shown: Interactive, stands: dict) -> Interactive:
    """The interactive as a slide shows it. Raises CourseError if a slide has no room for its kind,
    or its controls cannot stand so.
    """
    if shown.module not in SHOWN:
        raise CourseError(
            f"{shown.id!r} needs a page of its own ({shown.module}); a slide shows a chart or "
            "a map, so open the chapter for it."
        )
    if not stands:
        return shown
    if shown.module != "explorable":
        raise CourseError(f"{shown.id!r} has no controls to stand anywhere; leave out `stands`.")
    return stood(shown, stands)


def _blocks(shown: Interactive) -> Iterator:
    for block in shown.paper.blocks:
        yield from block.blocks if isinstance(block, Section) else [block]


def _chart(block: Drawn, label: str, chart: bool) -> Markup:
    figure = dict(block.figure)
    scene = figure.pop("scene", None)
    if scene and not chart:
        whole = {**figure, "scene": {**scene, "label": label}}
        return Markup(above(whole, _WIDE))  # noqa: S704 drawn from numbers; its words are escaped
    return Markup(still(figure, _WIDE, _HIGH))  # noqa: S704 as above


def drawing(shown: Interactive, label: str, *, chart: bool = False) -> Picture:
    """The first drawing of an interactive. label: tells its ids from those of other slides; chart:
    the chart of a model, in place of its scene.
    """
    for block in _blocks(shown):
        match block:
            case Drawn():
                return Picture(_chart(block, label, chart), block.weighed)
            case Pictured(drawing):
                return Picture(Markup(still({**drawing, "label": label}, _MAP)))  # noqa: S704
    raise CourseError(f"{shown.id!r} has nothing to draw; name another figure.")


def signs(rows: dict[str, str], own, label: str, said: str) -> list[tuple[str, Markup]]:
    """[(what stands before it, a row of signs as SVG)]. said: what all of them show, which the
    first row alone tells.
    """
    return [
        (words, Markup(covers.row(row, own, f"{label}-{n}", "" if n else said)))  # noqa: S704
        for n, (words, row) in enumerate(rows.items())
    ]

"""The lines of a chapter's slides, joined with the chapter: each picture drawn, each item found."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from course import paper
from course.charts import covers
from course.errors import CourseError, unknown
from course.hosts.pages.reading import Chapter
from course.hosts.slides import pictures, sources
from course.hosts.slides.lines import Line, Lines
from course.hosts.slides.pictures import Picture
from course.interactives import Interactive
from course.interactives.interactive import Stored, made
from course.items import kinds
from course.items.kinds import Item

if TYPE_CHECKING:
    from course.hosts.pages.prose import Block

__all__ = ["Deck", "Slide", "deck", "faults"]

COVER = "cover"
_LIVE = {"predict", "quiz"}  # modules whose items a room may try; the others stand in words
_MOST_ALONE, _MOST_BESIDE = 120, 45  # words of a question, alone and beside a picture


@dataclass(frozen=True)
class Slide:
    """What the template draws. line: as its author wrote it; begins: the minute at which it
    begins; rests: what it rests on, with ids, for the lecturer; source: the same in words, for the
    room; picture, signs, table, claim: one of them, or none;
    item: what it asks, with options; live: what wakes in it, as a notebook stores it.
    """

    line: Line
    begins: int
    rests: str
    source: str
    picture: Picture | None = None
    signs: tuple[tuple[str, Markup], ...] = ()
    table: tuple[list[str], ...] = ()
    claim: Mapping[str, Any] | None = None
    item: Item | None = None
    live: Stored | None = None

    @property
    def look(self) -> str:
        """Its class: how picture and words stand to each other."""
        if self.line.figure == COVER:
            return "cover"
        if self.picture:
            return "beside"
        return "below" if self.signs or self.table or self.claim else "asked"

    @property
    def options(self) -> tuple[str, ...]:
        """What may be chosen, in the order in which it is shown."""
        return tuple(kinds.of(self.item).offered()) if self.item else ()


@dataclass(frozen=True)
class Deck:
    """A chapter's slides, ready to be written. chapter: its name with its number; modules: those
    of the browser that its slides need.
    """

    stem: str
    chapter: str
    own: str
    seminar: int
    slides: tuple[Slide, ...]

    @property
    def modules(self) -> set[str]:
        """The modules that bring its slides to life."""
        return {slide.live["module"] for slide in self.slides if slide.live}


class _Chapter:
    """What a chapter offers to its slides."""

    def __init__(self, chapter: Chapter) -> None:
        shown = [part for part in chapter.parts if isinstance(part, Interactive)]
        self.figures = {one.id: one for one in shown if one.module in pictures.SHOWN}
        self.all = {one.id: one for one in shown} | self.figures
        self.items: dict[str, tuple[str, Item]] = {}
        for one in shown:
            for item in one.content.get("items", []):
                if item.get("stem"):
                    self.items.setdefault(item["id"], (one.module, item))
        self.cited = {name if kind == "claim" else f"{kind}-{name}" for kind, name in chapter.cards}
        self.tables: dict[str, Block] = {}
        heading = ""
        for block in chapter.prose:
            heading = block.words if block.level else heading
            if block.tag == "table":
                self.tables.setdefault(heading, block)

    def figure(self, line: Line) -> Interactive:
        if line.figure not in self.all:
            raise unknown("figure of the chapter", line.figure, [COVER, *self.figures])
        return pictures.interactive(self.all[line.figure], dict(line.stands))

    def table(self, line: Line) -> tuple[list[str], ...]:
        if line.table not in self.tables:
            raise unknown("table of the chapter", line.table, self.tables)
        head, *rows = self.tables[line.table].rows
        if line.rows and max(line.rows) > len(rows):
            raise CourseError(
                f"The table under {line.table!r} has {len(rows)} rows; `rows` names "
                f"{max(line.rows)}."
            )
        chosen = [head, *(rows[n - 1] for n in line.rows or range(1, len(rows) + 1))]
        return tuple([sources.without_ids(cell) for cell in row] for row in chosen)

    def claim(self, line: Line) -> Mapping[str, Any]:
        if line.claim not in self.cited:
            raise unknown("claim in the chapter", line.claim, self.cited)
        return paper.claim(line.claim)

    def item(self, line: Line) -> tuple[str, Item]:
        if line.question not in self.items:
            raise unknown("question in the chapter", line.question, self.items)
        module, item = self.items[line.question]
        kind = kinds.of(item)
        if not kind.on_a_slide:
            can = ", ".join(name for name, one in kinds.KINDS.items() if one.on_a_slide)
            raise CourseError(
                f"{line.question!r} is of the kind {kind.name}, which needs a page; a slide asks "
                f"{can}."
            )
        count = len(" ".join([item["stem"], *kind.offered()]).split())
        alone = not (line.figure or line.signs or line.claim or line.table)
        most = _MOST_ALONE if alone else _MOST_BESIDE
        if count > most:
            raise CourseError(
                f"{line.question!r} has {count} words with its options and a slide "
                f"{'without' if alone else 'with'} a picture takes {most}; ask another, or give it "
                "a slide of its own."
            )
        return module, item

    def rests(self, line: Line) -> str:
        for name in line.rests:
            if name not in self.cited:
                raise unknown("claim or work in the chapter", name, self.cited)
        return "; ".join(sources.work(name) or name for name in line.rests)


def _asked(module: str, item: Item) -> Stored | None:
    """The item alone, as a notebook stores it."""
    return made(module, item["id"], {"items": [item]}).stored if module in _LIVE else None


def _sealed(line: Line, picture: Picture) -> Picture:
    """The picture. Raises CourseError for a verdict without its claim, or a claim without one:
    a room that sees "leaves it open" must see what.
    """
    has_verdict = bool(picture.weighed and picture.weighed.word)
    if has_verdict and not line.weighs:
        raise CourseError(
            f"{line.figure!r} carries a verdict, so `weighs` must say the claim in words."
        )
    if line.weighs and not has_verdict:
        raise CourseError(f"{line.figure!r} carries no verdict; leave out `weighs`.")
    return picture


def _slide(held: _Chapter, line: Line, own, label: str, begins: int) -> Slide:
    """Raises CourseError for what the chapter does not have."""
    module, item = held.item(line) if line.question else ("", None)
    shown = Slide(line, begins, held.rests(line), sources.named(line), item=item)
    parts: dict[str, Any] = {}
    if line.figure and line.figure != COVER:
        figure = held.figure(line)
        parts = {
            "picture": _sealed(line, pictures.drawing(figure, label, chart=line.chart)),
            "live": figure.stored,
        }
    elif line.signs:
        parts = {"signs": tuple(pictures.signs(dict(line.signs), own, label, line.alt))}
    elif line.table:
        parts = {"table": held.table(line)}
    elif line.claim:
        parts = {"claim": held.claim(line)}
    elif item:
        parts = {"live": _asked(module, item)}
    return Slide(**{**vars(shown), **parts})


def _begins(slides: tuple[Line, ...]) -> list[int]:
    return [sum(line.minutes for line in slides[:n]) for n in range(len(slides))]


def _slides(chapter: Chapter, lines: Lines):
    """A Slide for each line, or the CourseError that says why there is none."""
    held, cover = _Chapter(chapter), covers.cover(chapter.stem)
    own = cover.own if cover else "ink"
    for n, (line, begins) in enumerate(zip(lines.slides, _begins(lines.slides), strict=True), 1):
        try:
            yield _slide(held, line, own, f"slide-{n}", begins)
        except CourseError as error:
            yield CourseError(f"{lines.where}, slide {n}: {error}")


def faults(chapter: Chapter, lines: Lines) -> list[str]:
    """What its slides name and the chapter does not have, a sentence each."""
    return [str(one) for one in _slides(chapter, lines) if isinstance(one, CourseError)]


def deck(chapter: Chapter, lines: Lines) -> Deck:
    """The Deck of a chapter (course.hosts.pages.reading) and its Lines. Raises CourseError, which
    names file, slide and cure, for the first thing that the chapter does not have.
    """
    if chapter.stem != lines.chapter:
        raise CourseError(
            f"{lines.where} has the slides of {lines.chapter}, not of {chapter.stem}."
        )
    slides = []
    for one in _slides(chapter, lines):
        if isinstance(one, CourseError):
            raise one
        slides.append(one)
    cover = covers.cover(chapter.stem)
    name = f"{chapter.stem[:2]} {cover.name}" if cover else chapter.title
    own = cover.own if cover else "ink"
    return Deck(chapter.stem, name, own, lines.seminar, tuple(slides))

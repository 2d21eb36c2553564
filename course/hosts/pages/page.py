"""The HTML of a page of the edition: readable with scripts off, alive with them on."""

from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise

from course import paper
from course.charts import covers
from course.charts.still import still
from course.interactives.field_card import field_card
from course.interactives.twin import twin
from course.interface.templates import template
from course.interface.words import say

__all__ = ["Tile", "contents", "page", "tile"]

# units of a still: as wide as the text of a small phone, so that its letters keep their size there
_PHONE = 340


def _cards(chapter, kind, known):
    """(id, entry) of the claims or terms that a chapter links to:
    where a link leads when no card can open.
    """
    return [(name, known(name)) for k, name in sorted(chapter.cards) if k == kind]


def _field(chapter):
    """(id, card) of the thinkers and works that a chapter links to."""
    return [
        (f"{kind}-{name}", field_card(kind, name))
        for kind, name in sorted(chapter.cards)
        if kind in {"thinker", "work"}
    ]


def _held(chapter):
    """Ids of the interactives that a prediction on this page holds closed."""
    asking = [part for part in chapter.parts if getattr(part, "module", "") == "predict"]
    opened = [
        item.get("opens")
        for part in asking
        for item in part.content["items"]
        if isinstance(item, dict)
    ]
    # a stranger's document may hold anything
    return {name for name in opened if isinstance(name, str)}


@dataclass(frozen=True)
class Tile:
    """What the home page says of a chapter. time: in words; asked: ids of its items; desk: where
    its reader sits at the Desk.
    """

    stem: str
    title: str
    time: str
    asked: tuple
    desk: str


def tile(chapter):
    """The Tile of a chapter as read."""
    cover = covers.cover(chapter.stem)
    time = chapter.time or (cover.time if cover else "")
    return Tile(chapter.stem, chapter.title, time, tuple(chapter.asked), chapter.desk)


def _next(stem, stems):
    """The stem of the chapter that follows, if it is among these, which lie beside it,
    and no path ends here.
    """
    here = covers.cover(stem)
    order = covers.stems()
    if here is None or here.ends:
        return None
    after = dict(pairwise(order)).get(stem)
    return after if after in stems else None


def page(chapter, *, style, scripts, home=None, lab=None, told="", stems=(), people=()):
    """A chapter as one HTML text.

    style and scripts are elements of the head and of the foot (Markup); home is the address of the
    home page and lab that of the chapter in JupyterLab, if there is one; told is a sentence above
    the text; stems: the chapters that lie beside it; people: (address, words) of the
    pages for people, that for lecturers first.
    """
    # no menu is here
    return template("page.html").render(
        chapter=chapter,
        twin=lambda shown: twin(
            replace(chapter.paper_of(shown), live=""), partial(still, width=_PHONE)
        ),
        held=_held(chapter),
        title=chapter.title,
        style=style,
        scripts=scripts,
        home=home,
        lab=lab,
        people=people,
        told=told,
        cover=covers.cover(chapter.stem),
        banner=covers.banner(chapter.stem, "banner"),
        next=(after := _next(chapter.stem, stems)),
        next_cover=after and covers.cover(after),
        next_banner=after and covers.banner(after, "next"),
        sections=[heading for heading in chapter.headings if heading.level in {2, 3}],
        claims=_cards(chapter, "claim", paper.claim),
        terms=_cards(chapter, "term", paper.term),
        field=_field(chapter),
    )


def contents(tiles, *, style, scripts, people=()):
    """The home page: what the course is, where to start, each chapter with its banner,
    and a search over their words. people: (address, words) of the pages for people.
    """
    tiles = list(tiles)
    return template("contents.html").render(
        tiles=tiles,
        people=people,
        start=next((one for one in tiles if one.desk), None),
        cover_of=covers.cover,
        banner=lambda stem: covers.banner(stem, f"b-{stem}"),
        opening=covers.opening(say("home.cover")),
        title=say("page.course"),
        style=style,
        scripts=scripts,
    )

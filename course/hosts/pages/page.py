"""The HTML of a page of the edition: readable with scripts off, alive with them on."""

from functools import partial

from course import paper
from course.charts.still import still
from course.interactives.field_card import field_card
from course.interactives.twin import twin
from course.interface.templates import template
from course.interface.words import say

__all__ = ["contents", "page"]

_PHONE = (
    340  # units of a still: as wide as the text of a small phone, so that its letters keep their size there
)


def _cards(chapter, kind, known):
    """(id, entry) of the claims or terms that a chapter links to: where a link leads when no card can open."""
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
        item.get("opens") for part in asking for item in part.content["items"] if isinstance(item, dict)
    ]
    return {name for name in opened if isinstance(name, str)}  # a stranger's document may hold anything


def page(chapter, *, style, scripts, home=None, lab=None, told=""):
    """A chapter as one HTML text.

    style and scripts are elements of the head and of the foot (Markup); home is the address of the contents page and lab
    that of the chapter in JupyterLab, if there is one; told is a sentence above the text.
    """
    return template("page.html").render(
        chapter=chapter,
        twin=lambda interactive: twin(interactive.paper, partial(still, width=_PHONE)),
        held=_held(chapter),
        title=chapter.title,
        style=style,
        scripts=scripts,
        home=home,
        lab=lab,
        told=told,
        sections=[heading for heading in chapter.headings if heading.level in {2, 3}],
        claims=_cards(chapter, "claim", paper.claim),
        terms=_cards(chapter, "term", paper.term),
        field=_field(chapter),
    )


def contents(chapters, *, style, scripts):
    """The contents page: each chapter with its sections, and a search over their words."""
    return template("contents.html").render(
        chapters=chapters, title=say("page.course"), style=style, scripts=scripts
    )

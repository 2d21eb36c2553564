"""The HTML of a page of the edition: readable with scripts off, alive with them on."""

from course import paper
from course.charts.still import still
from course.interactives.twin import twin
from course.templates import template
from course.words import say

__all__ = ["contents", "page"]


def _cards(chapter, kind, known):
    """(id, entry) of the claims or terms that a chapter links to: where a link leads when no card can open."""
    return [(name, known(name)) for k, name in sorted(chapter.cards) if k == kind]


def page(chapter, *, style, scripts, home=None):
    """A chapter as one HTML text.

    style and scripts are elements of the head and of the foot (Markup); home is the address of the contents page, if
    there is one.
    """
    return template("page.html").render(
        chapter=chapter,
        twin=lambda interactive: twin(interactive.paper, still),
        title=chapter.title,
        style=style,
        scripts=scripts,
        home=home,
        sections=[heading for heading in chapter.headings if heading.level in {2, 3}],
        claims=_cards(chapter, "claim", paper.claim),
        terms=_cards(chapter, "term", paper.term),
    )


def contents(chapters, *, style, scripts):
    """The contents page: each chapter with its sections, and a search over their words."""
    return template("contents.html").render(
        chapters=chapters, title=say("page.course"), style=style, scripts=scripts
    )

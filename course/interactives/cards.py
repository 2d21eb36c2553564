"""Cards for claims, terms, works and thinkers: a chapter writes plain links,
and the page opens them where they stand.
"""

from functools import cache
from typing import TypedDict

from course import paper as article
from course.interactives.field_card import field_card
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Paper, Said
from course.interface.words import say

__all__ = ["cards", "paper"]


class Content(TypedDict):
    """{claim: words, section}, {term: term, words, Urdu, its source}, and {"thinker-..." or
    "work-...": heading, lines, note}.
    """

    claims: dict[str, tuple[str, str]]
    terms: dict[str, tuple[str, str, str, str]]
    field: dict[str, tuple[str, tuple[str, ...], str]]


@cache
def cards() -> Interactive:
    """Every claim and term of the course, and the works and thinkers of the field."""
    content: Content = {
        "claims": {
            name: (c["paraphrase"], c["section"]) for name, c in article.all_claims().items()
        },
        "terms": {
            slug: (t["term"], t["definition"], t["urdu"], t["urdu_source"])
            for slug, t in article.terms().items()
        },
        "field": {
            f"{kind}-{name}": _field(kind, name)
            for kind, known in (("thinker", article.thinkers()), ("work", article.works()))
            for name in known
        },
    }
    return made("cards", "cards", content)


def _field(kind: str, name: str) -> tuple[str, tuple[str, ...], str]:
    card = field_card(kind, name)
    return card.heading, card.lines, card.note


def paper(_content: Content) -> Paper:
    """The first line of a chapter that nothing has brought to life;
    on paper claims and terms stand at the end.
    """
    return Paper((Said(say("cards.asleep")),), say("paper.cards_live"))

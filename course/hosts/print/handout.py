"""A chapter as a handout: prose, stills with their figures, questions to answer by hand;
answers and claims at the end.
"""

import re
from dataclasses import dataclass, field, fields, is_dataclass

from markupsafe import Markup

from course import paper
from course.charts import covers
from course.charts.still import still
from course.hosts.pages.prose import Block
from course.hosts.pages.reading import Code
from course.hosts.print.asked import answered, asked
from course.hosts.print.sheet import sheet
from course.interactives import Interactive
from course.interactives.field_card import field_card
from course.interactives.twin import written
from course.interface.templates import template
from course.interface.words import say

__all__ = ["handout"]

_CLAIM = re.compile(r"\b[A-Z]{2,4}-[0-9A-Za-z]+\b")
_OF_A_PAGE = {"cards", "progress"}


@dataclass
class _Asked:
    """What the handout has asked so far, in order."""

    items: list = field(default_factory=list)

    def ask(self, block):
        self.items.append(block.item)
        return asked(block.item, len(self.items), block.label)


def _part(part, questions, chapter):
    """A part of the chapter as HTML. A card of which a verdict is asked keeps its own back, and the
    answers at the end tell it.
    """
    if isinstance(part, Block):
        return Markup(part.html(printed=True))  # noqa: S704 markup in a chapter's text stays text
    if isinstance(part, Code):
        return Markup(template("code.html").render(code=part))  # noqa: S704 the template has escaped it
    told = chapter.paper_of(part)
    return written("printed.html", told, still, questions.ask, module=part.module)


def _texts(value):
    """Every text in a structure of dataclasses, dicts and lists."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        yield from _texts(list(value.values()))
    elif isinstance(value, list | tuple):
        for part in value:
            yield from _texts(part)
    elif is_dataclass(value):
        yield from _texts([getattr(value, one.name) for one in fields(value)])


def _named(value):
    """The claims that a structure names."""
    return set(_CLAIM.findall(" ".join(_texts(value)))) & set(paper.all_claims())


def _with_those_they_name(names):
    """Claims, and those that their own words point to, and so on."""
    known, found, fresh = paper.all_claims(), set(), set(names)
    while fresh:
        found |= fresh
        fresh = _named([known[name]["paraphrase"] for name in fresh]) - found
    return found


def _claims(names):
    """What each claim says, in the order of the text: (id, claim with its endnotes as a list)."""
    return [
        (key, row | {"notes": [note for note in row["endnotes"].split(";") if note]})
        for key, row in paper.all_claims().items()
        if key in names
    ]


def _terms(names):
    return sorted(
        ((name, paper.term(name)) for name in names), key=lambda pair: pair[1]["term"].lower()
    )


def _said(part):
    """What a part of the chapter holds in words, to look for claims in it;
    an Interactive itself is packed.
    """
    match part:
        case Block():
            return part.words
        case Interactive():
            return part.paper
    return part


def handout(chapter):
    """A Chapter (course.hosts.pages.reading) as one HTML text to print on A4."""
    questions = _Asked()
    shown = [part for part in chapter.parts if getattr(part, "module", "") not in _OF_A_PAGE]
    parts = [_part(part, questions, chapter) for part in shown]
    linked = {kind: {name for k, name in chapter.cards if k == kind} for kind in ("claim", "term")}
    terms = _terms(linked["term"])
    named = linked["claim"] | _named([list(map(_said, shown)), [term for _, term in terms]])
    return sheet(
        "handout.html",
        chapter.title,
        "handout",
        "asked",
        foot=say("slides.foot", title=chapter.title),
        cover=covers.cover(chapter.stem),
        banner=Markup(covers.banner(chapter.stem, "banner", printed=True)),  # noqa: S704 drawn by us
        parts=parts,
        answers=[answered(item, number) for number, item in enumerate(questions.items, 1)],
        claims=_claims(_with_those_they_name(named)),
        terms=terms,
        field=[
            (f"{kind}-{name}", field_card(kind, name))
            for kind, name in sorted(chapter.cards)
            if kind in {"thinker", "work"}
        ],
    )

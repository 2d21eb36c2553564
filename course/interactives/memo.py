"""The policy memo: evidence, a reform and its tensions, options, sections, a rubric,
a document. It never scores.
"""

from collections.abc import Sequence
from typing import TypedDict

from course import capstone
from course.capstone import reform
from course.capstone.tables import Tables
from course.capstone.words import Words
from course.evidence.inquiries.shared.countries import code, names
from course.interactives.asking import Asking
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Column, Listed, Paper, Row, Said, Table
from course.interface.words import say
from course.items.kinds.memo import Drafted

__all__ = ["memo", "offered", "paper"]


class Offered(TypedDict):
    """What the page knows of a country: its name and the figures that may be quoted."""

    name: str
    figures: Sequence[dict[str, str]]


class Content(Asking):
    """items: the memo; sheet: is it one of an assignment; countries: those that are offered,
    by iso3.
    """

    sheet: bool
    words: Words
    blank: Drafted
    reform: Tables
    countries: dict[str, Offered]
    style: str


def offered(country: str) -> Offered:
    """A country (iso3) as the page gets it."""
    return {"name": names()[country], "figures": capstone.figures(country)}


def memo(country: str | None = None, *, sheet: bool = False) -> Interactive:
    """The memo. `country` (iso3), if told, is offered before the five neighbours; sheet: as an item
    of an assignment.

    Raises CourseError, naming the nearest, for an unknown code.
    """
    country = country and code(country)
    codes = capstone.countries(country)
    content: Content = {
        "items": [capstone.item()],
        "sheet": sheet,
        "words": capstone.words(),
        "blank": capstone.blank(next(iter(codes))),
        "reform": reform.tables(),
        "countries": {code: offered(code) for code in codes},
        "style": capstone.STYLE,
    }
    return made("memo", country or "memo", content)


def paper(content: Content) -> Paper:
    """What is asked of a count, of each option and of each section, and the rubric."""
    known = content["words"]
    sections = tuple(
        (
            Said(
                say("memo.section", least=s["words"][0], most=s["words"][1], ask=s["ask"]),
                lead=s["title"],
            ),
        )
        for s in known["sections"]
    )
    rubric = tuple(Row(tuple(map(Said, c["levels"])), head=c["title"]) for c in known["rubric"])
    return Paper(
        (
            Said(
                say("memo.head", figures=known["most_figures"]),
                lead=say("memo.lead", n=known["most_words"]),
            ),
            Said("; ".join(known["own"].values()) + ".", lead=say("memo.own")),
            Said(
                say("memo.each", parts="; ".join(known["options"]["parts"].values())),
                lead=say("memo.options"),
            ),
            Said(say("memo.rows", parts="; ".join(known["rows"]["asked"]["parts"].values()))),
            Said("; ".join(known["office"].values()) + ".", lead=say("memo.office")),
            Listed(sections, ordered=True),
            Said(say("memo.rubric_levels"), lead=say("memo.rubric")),
            Table((Column(say("memo.criterion")), *(Column(str(n)) for n in range(1, 5))), rubric),
        ),
        say("paper.memo_live"),
    )

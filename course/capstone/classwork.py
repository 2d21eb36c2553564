"""The sheet for the class, apart from the document that is signed: how the writer rates the memo,
what help there was, how the course judged each figure that was ticked, and the tensions by their
numbers.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from course.capstone import form, reform
from course.capstone.check import bites, chosen, missing
from course.capstone.lines import line, paragraphs
from course.capstone.words import whole, words
from course.evidence.inquiries.shared.countries import names
from course.items.kinds.memo import Drafted

__all__ = ["classwork"]

_Told = Mapping[str, str]


def _rated(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    rows = []
    for criterion in words()["rubric"]:
        level, levels = memo["rubric"].get(criterion["id"]), criterion["levels"]
        said = (
            [told["unrated"], ""]
            if level is None
            else [told["reached"].format(n=level + 1, of=len(levels)), levels[level]]
        )
        rows.append([criterion["title"], *said])
    yield ["heading", told["rated"]]
    yield ["table", [told["criterion"], told["level"], told["says"]], rows]
    yield ["heading", told["help"]]
    said = paragraphs(memo["help"])
    yield from (["words", text] for text in said)
    if not said:
        yield ["quiet", told["no_help"]]


def _figures(memo: Drafted, country: str, told: _Told) -> Iterator[list[Any]]:
    """Every figure that was ticked, with its verdict; which of them the memo leaves out."""
    yield ["heading", told["ticked"]]
    had = [figure for figure in chosen(memo) if not figure["cannot"]]
    if had:
        head = [told[key] for key in ("figure", "verdict", "rests", "bears")]
        bears = [line(memo["bears"].get(f["key"], "")) or told["no_bearing"] for f in had]
        rows = [
            [told["asked"].format(**f), f["verdict"], f["badge"], said]
            for f, said in zip(had, bears, strict=True)
        ]
        yield ["table", head, rows]
        yield ["list", [[f["found"], told["judged"].format(**f)] for f in had]]
    for figure in chosen(memo):
        if figure["cannot"]:
            said = {"about": figure["about"], "country": country, "why": figure["cannot"]}
            yield ["quiet", told["cannot"].format(**said)]
    if not chosen(memo):
        yield ["quiet", told["no_figures"]]


def _tensions(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    """The levers, the tensions that bite with their answers, and what must be there first."""
    levers = reform.tables()["levers"]
    pulled = "; ".join(name for key, name in levers.items() if key in memo["levers"])
    met, lacking = bites(memo), missing(memo)
    entries = [[told["levers"], pulled or told["none"]]]
    for entry in met:
        answer = line(entry["answer"]) or told["unanswered"]
        said = told["answer"].format(**entry | {"answer": answer})
        entries.append([entry["lever"], said])
    if lacking:
        entries.append([told["missing"], "; ".join(lacking)])
    yield ["heading", told["tensions"]]
    yield ["list", entries]
    if not met and memo["levers"] and memo["sector"]:
        yield ["quiet", told["no_tensions"]]
    yield ["note", told["text"]]


def classwork(memo: Drafted, date: str) -> list[list[Any]]:
    """The blocks of the sheet for the class, dated as the memo is."""
    memo, told = whole(memo), words()["labels"]
    country = names().get(memo["country"], memo["country"])
    facts = [
        [told["from"], line(memo["from"]) or told["none"]],
        [told["date"], form.day(date, told)],
        [told["country"], country],
        [told["sector"], reform.SECTORS.get(memo["sector"], told["none"])],
    ]
    return [
        ["kicker", told["class_kicker"]],
        ["title", told["class_title"]],
        ["facts", facts],
        *_rated(memo, told),
        *_figures(memo, country, told),
        *_tensions(memo, told),
    ]

"""A memo as blocks, in the order of the page: what a page, a document and a browser draw alike.

A block is a list of plain JSON: ["title", text], ["facts", [[label, text]]], ["heading", text],
["words", text] (the student's, one paragraph), ["quiet", text], ["table", head, rows] or ["list",
[[lead, text]]].
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any, TypeAlias

from course.capstone import reform
from course.capstone.check import bites, missing
from course.capstone.figures import figures
from course.capstone.words import words
from course.doors.blanks import one_line
from course.evidence.inquiries.countries import names
from course.items.kinds.memo import Drafted

__all__ = ["Block", "blocks", "line"]

Block: TypeAlias = list[Any]  # its kind, and then what a block of that kind holds

# what no document may hold; blanks become spaces
_ILLEGAL = re.compile("[^\t-\r\x1c-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def _clean(text: str) -> str:
    return _ILLEGAL.sub("", text)


def line(text: str) -> str:
    """A text on one line, without what no document may hold."""
    return one_line(_clean(text))


def _paragraphs(text: str) -> list[Block]:
    return [["words", said] for said in map(line, text.split("\n")) if said]


def _chosen(memo: Drafted) -> list[dict[str, str]]:
    known = {figure["key"]: figure for figure in figures(memo["country"])}
    return [known[key] for key in memo["figures"] if key in known]


def _head(memo: Drafted, date: str, country: str, told: Mapping[str, str]) -> list[Block]:
    what, towards = line(memo["what"]), line(memo["towards"])
    levers = reform.tables()["levers"]
    title = (
        told["title"].format(what=what, towards=towards) if what and towards else told["untitled"]
    )
    facts = [
        [told["to"], line(memo["to"]) or told["none"]],
        [told["from"], line(memo["from"]) or told["none"]],
        [told["date"], date],
        [told["country"], country],
        [told["sector"], reform.SECTORS.get(memo["sector"], told["none"])],
        [
            told["levers"],
            "; ".join(name for key, name in levers.items() if key in memo["levers"])
            or told["none"],
        ],
    ]
    return [["title", title], ["facts", facts]]


def _figures(memo: Drafted, country: str, told: Mapping[str, str]) -> Iterator[Block]:
    chosen = _chosen(memo)
    rows = [
        [
            told["asked"].format(**f),
            told["measured"].format(**f),
            f["interval"],
            f["verdict"],
            f["badge"],
        ]
        for f in chosen
        if not f["cannot"]
    ]
    if rows:
        yield [
            "table",
            [told[k] for k in ("figure", "estimate", "interval", "verdict", "rests")],
            rows,
        ]
    for figure in chosen:
        if figure["cannot"]:
            yield [
                "quiet",
                told["cannot"].format(about=figure["about"], country=country, why=figure["cannot"]),
            ]
    if not chosen:
        yield ["quiet", told["no_figures"]]


def _tensions(memo: Drafted, told: Mapping[str, str]) -> Iterator[Block]:
    met, lacking = bites(memo), missing(memo)
    if met:
        yield [
            "list",
            [
                [
                    f"{entry['tension']}, {entry['lever']}",
                    told["answer"].format(
                        **entry | {"answer": line(entry["answer"]) or told["unanswered"]},
                    ),
                ]
                for entry in met
            ],
        ]
    elif memo["levers"] and memo["sector"]:
        yield ["quiet", told["no_tensions"]]
    if lacking:
        yield ["list", [[told["missing"], "; ".join(lacking)]]]


def _sources(memo: Drafted, told: Mapping[str, str]) -> list[Block]:
    lines = [
        ["", told["source"].format(**figure)] for figure in _chosen(memo) if not figure["cannot"]
    ]
    return [["heading", told["sources"]], ["list", [*lines, ["", told["text"]]]]]


def _rated(memo: Drafted, told: Mapping[str, str]) -> list[Block]:
    rows = []
    for criterion in words()["rubric"]:
        level = memo["rubric"].get(criterion["id"])
        said = (
            [told["unrated"], ""]
            if level is None
            else [f"{level + 1} of {len(criterion['levels'])}", criterion["levels"][level]]
        )
        rows.append([criterion["title"], *said])
    return [
        ["heading", told["rated"]],
        ["table", [told["criterion"], told["level"], told["says"]], rows],
        ["heading", told["help"]],
        *(_paragraphs(memo["help"]) or [["quiet", told["no_help"]]]),
    ]


def blocks(memo: Drafted, date: str) -> list[Block]:
    """The blocks of a memo, dated `date` (a text).
    Raises CourseError if its country is in no table.
    """
    told, country = words()["labels"], names().get(memo["country"], memo["country"])
    made = _head(memo, date, country, told)
    for section in words()["sections"]:
        written = _paragraphs(memo["sections"].get(section["id"], ""))
        made += [["heading", section["title"]], *(written or [["quiet", told["empty"]]])]
        if section["id"] == "figures":
            made += _figures(memo, country, told)
        elif section["id"] == "tensions":
            made += _tensions(memo, told)
    return made + _sources(memo, told) + _rated(memo, told)

"""What stands behind the first page: the draft order, the evidence whole, the tensions, the doubt
and the sources; and last, on a sheet of its own, what is for the class and not for the office.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from course.capstone import reform
from course.capstone.bars import change_row, named, share_row
from course.capstone.check import bites, chosen, missing
from course.capstone.lines import line, paragraphs, sentence
from course.capstone.words import words
from course.items.kinds.memo import Drafted

__all__ = ["doubt", "evidence", "rated", "tensions"]

_Told = Mapping[str, str]


def _written(memo: Drafted, place: str, told: _Told) -> Iterator[list[Any]]:
    """The sections of an annex, each under its title."""
    for section in words()["sections"]:
        if section["place"] == place:
            yield ["heading", section["title"]]
            said = paragraphs(memo["sections"].get(section["id"], ""))
            yield from (["words", text] for text in said)
            if not said:
                yield ["quiet", told["empty"]]


def _own(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    own = {part: line(text) for part, text in memo["own"].items()}
    if not any(own.values()):
        return
    said = {part: own.get(part) or told["none"] for part in ("counted", "found", "of")}
    yield ["heading", told["own"]]
    yield ["words", sentence(told["own_count"].format(**said))]
    rows = [[told[f"own_{part}"], sentence(own.get(part, "")) or told["none"]] for part in _CHECKED]
    yield ["list", rows]


_CHECKED = ("when", "source", "doubt")


def _figures(memo: Drafted, country: str, told: _Told) -> Iterator[list[Any]]:
    had = [figure for figure in chosen(memo) if not figure["cannot"]]
    bears = {figure["key"]: line(memo["bears"].get(figure["key"], "")) for figure in had}
    if had:
        yield ["heading", told["bears"]]
        yield ["list", [[named(f), bears[f["key"]] or told["no_bearing"]] for f in had]]
        drawn = [figure for figure in had if bears[figure["key"]]]
        if drawn and share_row(memo["own"], told):  # else the first page has it
            yield ["chart", [change_row(f, told) for f in drawn], told["legend_change"]]
        head = [told[key] for key in ("figure", "estimate", "interval", "verdict", "rests")]
        rows = [
            [
                told["asked"].format(**f),
                told["measured"].format(**f),
                f["interval"],
                f["verdict"],
                f["badge"],
            ]
            for f in had
        ]
        yield ["table", head, rows]
    for figure in chosen(memo):
        if figure["cannot"]:
            said = {"about": figure["about"], "country": country, "why": figure["cannot"]}
            yield ["quiet", told["cannot"].format(**said)]
    if not chosen(memo):
        yield ["quiet", told["no_figures"]]


def evidence(memo: Drafted, country: str, told: _Told) -> Iterator[list[Any]]:
    """The draft of the order; then the writer's own count and the figures of the country, with all
    that a reader may check.
    """
    yield ["annex", told["annex_order"], True]
    yield from _written(memo, "order", told)
    yield ["annex", told["annex_evidence"], False]
    yield from _own(memo, told)
    yield from _written(memo, "evidence", told)
    yield from _figures(memo, country, told)


def tensions(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    """The levers, the tensions that bite with their answers, and what must be there first."""
    yield ["annex", told["annex_tensions"], False]
    yield from _written(memo, "tensions", told)
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
    yield ["list", entries]
    if not met and memo["levers"] and memo["sector"]:
        yield ["quiet", told["no_tensions"]]


def doubt(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    """What would change the advice, and the sources."""
    yield ["annex", told["annex_doubt"], False]
    yield from _written(memo, "doubt", told)
    sources = [["", told["source"].format(**f)] for f in chosen(memo) if not f["cannot"]]
    yield ["heading", told["sources"]]
    yield ["list", [*sources, ["", told["text"]]]]


def rated(memo: Drafted, country: str, told: _Told) -> Iterator[list[Any]]:
    """Which country and sector it is about, how the writer rates the memo,
    and what help there was.
    """
    rows = []
    for criterion in words()["rubric"]:
        level = memo["rubric"].get(criterion["id"])
        said = (
            [told["unrated"], ""]
            if level is None
            else [f"{level + 1} of {len(criterion['levels'])}", criterion["levels"][level]]
        )
        rows.append([criterion["title"], *said])
    sector = reform.SECTORS.get(memo["sector"], told["none"])
    yield ["annex", told["marker"], True]
    yield ["facts", [[told["country"], country], [told["sector"], sector]]]
    yield ["heading", told["rated"]]
    yield ["table", [told["criterion"], told["level"], told["says"]], rows]
    yield ["heading", told["help"]]
    said = paragraphs(memo["help"])
    yield from (["words", text] for text in said)
    if not said:
        yield ["quiet", told["no_help"]]

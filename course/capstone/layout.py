"""A memo as blocks, in the order of the page: what a page, a document and a browser draw alike.

A block is a list of plain JSON. On the first page stand ["banner", text], ["kicker", text],
["title", text], ["decision", label, text] and ["point", lead, [texts], what stands there if there
are none]; over an order ["order", text]; anywhere ["stamp", text],
["facts", [[label, text]]], ["heading", text], ["words", text] (one paragraph), ["quiet", text],
["note", text], ["table", head, rows], ["list", [[lead, text]]],
["chart", rows (see bars), legend, lead] and ["sign", places, two by two, each what stands above
its line and then the lines below it, or a label alone for a box to write in, or nothing];
["annex", text, does it begin a sheet].
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, TypeAlias

from course.capstone import form
from course.capstone.annexes import annexes
from course.capstone.bars import change_row, share_row
from course.capstone.check import bearing
from course.capstone.lines import line, paragraphs, sentence
from course.capstone.rows import rows
from course.capstone.words import whole, words
from course.items.kinds.memo import Drafted

__all__ = ["Block", "blocks", "numbered"]

Block: TypeAlias = list[Any]  # its kind, and then what a block of that kind holds


def _named(memo: Drafted, letter: str) -> str:
    """An option's name: the first is to change nothing, whatever was typed."""
    known = words()
    if letter == known["options"]["letters"][0]:
        return known["options"]["nothing"]
    return line(memo["options"].get(f"{letter}-name", ""))


def _head(memo: Drafted, date: str, told: Mapping[str, str]) -> list[Block]:
    what, towards, choice = line(memo["what"]), line(memo["towards"]), memo["choice"]
    title = (
        told["title"].format(what=sentence(what), towards=towards)
        if what and towards
        else told["untitled"]
    )
    decision = (
        told["approve"].format(letter=choice.upper(), name=_named(memo, choice) or told["unnamed"])
        if choice
        else told["no_decision"]
    )
    if choice and paragraphs(memo["sections"].get("order", "")):
        decision = f"{decision} {told['enclosed']}"
    return [
        *form.banner(memo, told),
        *form.stamp(memo, told),
        ["kicker", told["kicker"]],
        ["title", title],
        form.head(memo, date, told),
        ["decision", told["decision"], decision],
    ]


def _evidence(memo: Drafted, lead: str, told: Mapping[str, str]) -> Iterator[Block]:
    """The writer's own count; where there is none to draw, the figures said to bear on it."""
    own = share_row(memo["own"], told)
    if own:
        yield ["chart", [own], "", lead]  # the sentence above it says what each mark means
        said = {p: line(memo["own"].get(p, "")).rstrip(".") for p in ("source", "doubt")}
        notes = [f"{told[f'own_{p}']}: {sentence(text)}." for p, text in said.items() if text]
        if notes:
            yield ["note", " ".join(notes)]
        return
    drawn = bearing(memo)
    if drawn:
        yield ["chart", [change_row(f, told) for f in drawn], told["legend_change"], lead]
        if not any(line(text) for text in memo["own"].values()):
            yield ["note", told["only_national"]]
    else:
        yield ["point", lead, [], told["no_evidence"]]


def _options(memo: Drafted, lead: str, told: Mapping[str, str]) -> list[Block]:
    """What may be chosen: a row each, its title in the corner of the table."""
    known, rows = words()["options"], []
    for letter in known["letters"]:
        said = [line(memo["options"].get(f"{letter}-{part}", "")) for part in known["parts"]]
        if not any(said):
            continue
        is_it = letter == memo["choice"]
        name = told["recommended" if is_it else "option"].format(
            letter=letter.upper(), name=_named(memo, letter) or told["unnamed"]
        )
        rows.append([name, *(text or told["none"] for text in said[1:])])
    head = [lead, *(told[key] for key in ("gain", "option_cost", "loses"))]
    return [["table", head, rows]] if rows else [["point", lead, [], told["no_options"]]]


def _consult(memo: Drafted, lead: str, texts: list[str], told: Mapping[str, str]) -> list[Block]:
    """Whom the memo consults, by when, and what they said: a row each. A running text is of an
    earlier year, and stands above it.
    """
    said = [
        [
            row["whom"] or told["none"],
            form.day(row["when"], told) or told["none"],
            row["said"] or told["not_asked"],
        ]
        for row in rows(memo, "asked")
    ]
    if texts or not said:
        return [["point", lead, texts, told["empty"]], *_asked(told["asked_whom"], said, told)]
    return _asked(lead, said, told)


def _asked(corner: str, said: list[list[str]], told: Mapping[str, str]) -> list[Block]:
    head = [corner, told["asked_when"], told["asked_said"]]
    return [["table", head, said]] if said else []


def _points(memo: Drafted, told: Mapping[str, str]) -> Iterator[Block]:
    """The first page under its head, one numbered point after another."""
    n = 0

    def lead(title: str) -> str:
        nonlocal n
        n += 1
        return told["point"].format(n=n, title=title)

    for section in words()["sections"]:
        if section["place"] != "page":
            continue
        texts = paragraphs(memo["sections"].get(section["id"], ""))
        if section["id"] == "consult":
            yield from _consult(memo, lead(section["title"]), texts, told)
            continue
        yield ["point", lead(section["title"]), texts, told["empty"]]
        if section["id"] == "change":
            yield from _evidence(memo, lead(told["evidence"]), told)
            yield from _options(memo, lead(told["options"]), told)


def numbered(made: Sequence[Block]) -> list[str]:
    """What stands at the foot of each sheet, as its label and its text: the first fact."""
    return next((parts[0][0] for kind, *parts in made if kind == "facts"), ["", ""])


def blocks(memo: Drafted, date: str) -> list[Block]:
    """The blocks of a memo as an office would sign it, dated `date` (a text).
    Raises CourseError if its country is in no table.
    """
    memo, told = whole(memo), words()["labels"]
    return [
        *_head(memo, date, told),
        *_points(memo, told),
        *form.signatures(memo, told),
        *annexes(memo, told),
    ]

"""An assignment's sheet as the student has it: items.json beside the notebook,
answers.jsonl where the answers go.
"""

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING, cast

from markupsafe import Markup

from course.doors import plain_files
from course.doors.shapes import Json
from course.errors import CourseError, shown, unknown
from course.interface.templates import part
from course.items import answers, kinds
from course.items.kinds import Item

if TYPE_CHECKING:
    from course.items.kinds.memo import Drafted

__all__ = [
    "ANSWERS",
    "answer_html",
    "answers_file",
    "as_document",
    "given",
    "item",
    "items",
    "legible",
    "question_html",
]

ANSWERS = "answers.jsonl"
MOST_BYTES = 5_000_000  # a sheet's items take some ten thousand
_STRANGE = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")


def answers_file(folder: str | Path | None = None) -> Path:
    """Where the answers of the sheet in `folder` (the present one unless told) are kept."""
    return Path(folder or Path.cwd()) / ANSWERS


def items(folder: str | Path | None = None) -> dict[str, Item]:
    """{id: item} of the sheet in `folder`. Raises CourseError if the sheet is damaged."""
    path = Path(folder or Path.cwd()) / "items.json"
    try:
        raw = plain_files.read(path, MOST_BYTES)
        return {one["id"]: one for one in json.loads(raw.decode("utf-8"))["items"]}
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        raise CourseError(
            "The assignment's items.json is missing or damaged; fetch the assignment again, "
            "and move your "
            "answers.jsonl into the new folder: what you answered is in it."
        ) from None


def item(name: str, folder: str | Path | None = None) -> Item:
    """The item called `name` of the sheet in `folder`. Raises CourseError
    if the sheet is damaged or has no such item.
    """
    here = Path(folder or Path.cwd())
    if not here.joinpath(ANSWERS).exists() and not os.path.lexists(here / "items.json"):
        raise CourseError(
            f"There is no sheet here, so {shown(name)!r} cannot be asked; open the notebook of "
            "an assignment, and write "
            "this in it. If this is one, its items.json is missing: fetch the assignment again."
        )
    known = items(folder)
    if name not in known:
        raise unknown("item of this assignment", name, known)
    return known[name]


def given(one: Item, folder: str | Path | None = None) -> Json:
    """The newest answer to an item in the sheet's file, or None.
    What its page could not have sent is passed over.
    """
    kind = kinds.of(one)
    found = answers.latest(
        [one["id"]],
        answers_file(folder),
        fits=lambda line: line["mode"] == "graded" and kind.is_answer(line["answer"]),
    )
    return found[one["id"]]["answer"] if found else None


def question_html(one: Item) -> str:
    """Stem and what is offered, for a page without a kernel."""
    return str(part("given.html", "question")(one["stem"], kinds.of(one).offered()))


def answer_html(one: Item, answer: Json) -> str:
    """A student's answer in words, escaped; None is said to be none."""
    if answer is None:
        return str(part("given.html", "nothing")())
    kind = kinds.of(one)
    # whose answer is a memo
    document = as_document(cast("Drafted", answer)) if kind.is_document else None
    return legible(str(part("given.html", "answer")(document, kind.said(answer))))


def legible(text: str) -> str:
    """A text without what no page, file or gradebook can hold: half a character, a control sign. A
    mark stands in its place.
    """
    return _STRANGE.sub("\N{REPLACEMENT CHARACTER}", text)


def as_document(memo: "Drafted") -> Markup | None:
    """A memo as its document, with the sheet for the class behind it, or None: then its words stand
    alone.
    """
    from course import capstone  # loads what lays out a memo: only once one is shown

    try:
        return capstone.body([*capstone.blocks(memo, ""), *capstone.classwork(memo, "")])
    except (
        CourseError,
        LookupError,
        ValueError,
    ):  # a country, a tension or a level that no page of ours offers
        return None

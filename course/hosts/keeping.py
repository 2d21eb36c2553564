"""What every host of an interactive does with answers: the newest ones, one more to keep, all of
them out, in or away.

A host passes on what a page says; nothing of it is trusted. sheet: the folder of an assignment's
sheet, whose answers lie beside it and are graded; None: the student's own file.
"""

from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path
from typing import Any

from course import capstone
from course.capstone import reform
from course.doors import contracts
from course.errors import CourseError
from course.evidence.cards import verdicts
from course.interactives import sheets
from course.interface.words import say
from course.items import answers, kinds, questions, rooms, situations
from course.items.kinds import Item

__all__ = [
    "SHARE",
    "bring",
    "forget",
    "items",
    "keep",
    "past",
    "shown",
    "take",
]

SHARE = "share-desk"  # the item that asks whether the Desk's lines may travel along
_SECONDS = {"type": "number", "minimum": 0, "x-most": 1}
_SHOWN = ("item", "at", "score")

Told = dict[str, Any]


def _file(sheet: Path | None) -> Path | None:
    return sheets.answers_file(sheet) if sheet else None


@cache
def _known() -> Mapping[str, Item]:
    """Every item that the course itself asks: {id: item}."""
    parts = ("questions", "predictions", "reflections")
    asked = [
        item
        for c in questions.chapters()
        for part in parts
        for item in questions.of_chapter(c, part)
    ]
    asked += [item for c in questions.chapters() for item in questions.recalled(c)]
    asked += [one for name in situations.SITTINGS for one in situations.sitting(name)["situations"]]
    asked += [item for room in rooms.rooms() for item in rooms.asked(room)]
    asked += [*verdicts.items(), capstone.item(), reform.item()]
    return {item["id"]: item for item in asked}


def items(sheet: Path | None = None) -> Mapping[str, Item]:
    """{id: item} of all that the course asks, or a sheet.
    Raises CourseError if the sheet is damaged.
    """
    return sheets.items(sheet) if sheet else _known()


def past(items: Iterable[Item], sheet: Path | None = None) -> Told:
    """{"past": {item: the newest answer that fits it}, "unread": why earlier answers could not be
    read, or ""}.
    """
    by_id = {one["id"]: (one, kinds.of(one)) for one in items}

    def fits(line: Mapping[str, Any]) -> bool:
        """Could this page have sent it? The question may have changed since;
        and a sheet's marks read what is graded.
        """
        graded = not sheet or line["mode"] == "graded"
        return graded and by_id[line["item"]][1].is_answer(line["answer"])

    try:
        found = answers.latest(by_id, _file(sheet), fits=fits)
    except CourseError as error:
        # told on the page; what is asked can still be answered
        return {
            "past": {},
            "unread": str(error),
        }
    return {"past": {name: line["answer"] for name, line in found.items()}, "unread": ""}


def shown() -> Told:
    """{"lines": [{item, at, score}] of every answer, never its words; "unread": as in `past`}."""
    try:
        return {
            "lines": [{key: line[key] for key in _SHOWN} for line in answers.read()],
            "unread": "",
        }
    except CourseError as error:
        return {"lines": [], "unread": str(error)}


def keep(one: Item, message: Mapping[str, Any], sheet: Path | None = None) -> Told:
    """Append the answer of a page's message to the file; returns {"kept", "score", "said",
    "answer", "at"}.

    The score is the key's, whatever the page said; on a sheet there is none. Raises CourseError if
    no page of ours could have sent it, or if it cannot be kept.
    """
    kind, answer = kinds.of(one), message.get("answer")
    if not kind.is_answer(answer):
        raise CourseError(say("host.no_question"))
    seconds = message.get("seconds")
    line = answers.append(
        item=one["id"],
        kind=one["kind"],
        answer=answer,
        score=None if sheet else kind.score(answer),
        seconds=seconds if contracts.fits(_SECONDS, seconds) else None,
        mode="graded" if sheet else "practice",
        path=_file(sheet),
    )
    said = _said(one, line["answer"], sheet)
    return {
        "kept": True,
        "score": line["score"],
        "said": said,
        "answer": line["answer"],
        "at": line["at"],
    }


def _said(one: Item, answer: object, sheet: Path | None) -> str:
    if not sheet:
        return say("keeping.kept")
    if one["id"] == SHARE and answer == 0:
        return _shared(sheet)
    return say("keeping.kept_on_sheet")


def _shared(sheet: Path) -> str:
    """Copy the decisions at the Desk into the sheet's file; returns what is to be said of it."""
    try:
        lines = [line for line in answers.read() if line["item"] in situations.ids()]
        if lines:
            answers.bring_in(answers.as_file(lines), _file(sheet))
    except CourseError as error:
        return say("keeping.without_desk", error=error)
    return say("keeping.with_desk", n=len(lines))


def take() -> Told:
    """Every answer as the text of a file: {"text"}."""
    return {"text": answers.take_along().decode("utf-8")}


def bring(text: object) -> Told:
    """Add the answers of another copy (text): {"added": how many were new}."""
    return {"added": answers.bring_in(str(text).encode("utf-8", "replace"))}


def forget() -> Told:
    """Delete the student's answers."""
    answers.forget()
    return {"forgotten": True}

"""One item of an assignment's sheet: asked and kept, never explained; the marking explains."""

import os

from course.interactives import sheets
from course.interactives.asking import Asking
from course.interactives.interactive import Interactive, made
from course.interactives.memo import memo
from course.interactives.paper import Asked, Paper
from course.interface.words import say
from course.items import kinds
from course.items.kinds import Item

__all__ = ["Given", "asked", "given_or_asked", "paper"]


class Given:
    """An item with the answer that was given, as plain HTML:
    what stands on a sheet while it is marked.
    """

    def __init__(self, item: Item) -> None:
        self._item = item

    def __repr__(self) -> str:
        return f"Given({self._item['id']!r})"

    def _repr_html_(self) -> str:
        return sheets.question_html(self._item) + sheets.answer_html(
            self._item, sheets.given(self._item)
        )


def asked(item: Item) -> Interactive:
    """An item of a sheet, as its items.json has it."""
    if kinds.of(item).is_document:
        return memo(sheet=True)
    return made("asked", item["id"], {"items": [item], "sheet": True})


def given_or_asked(name: str) -> Interactive | Given:
    """The item called `name` of the sheet in the present folder, as its reader needs it:
    whoever marks, or a student.
    """
    item = sheets.item(name)
    return Given(item) if os.environ.get("NBGRADER_EXECUTION") else asked(item)


def paper(content: Asking) -> Paper:
    """Stem and what is offered."""
    return Paper(
        tuple(Asked(item, explained=False) for item in content["items"]), say("paper.asked_live")
    )

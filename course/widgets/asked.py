"""One item of an assignment's sheet: asked and kept, never explained; the marking explains."""

import os

from course import answers, sheets, situations
from course.errors import CourseError
from course.interactives.asked import asked as document
from course.items import kinds
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.memo import Memo
from course.widgets.mime import bundle

__all__ = ["Asked", "Given", "asked"]

SHARE = "share-desk"  # the item that asks whether the Desk's lines may travel along


class Asked(Asking):
    """Shows one item. Each answer kept is one more line of the sheet's answers file, without a score."""

    _esm = text.module("asked")
    _css = text.style("asked")

    def __init__(self, item):
        self.document = document(item)
        super().__init__([item], sheets.answers_file())

    def _told(self, item, answer):
        if item["id"] == SHARE and answer == 0:
            return {"said": self._shared()}
        return {"said": "Kept. You may change it until you submit."}

    def _shared(self):
        """Copy the decisions at the Desk into the sheet's file; returns what is to be said of it."""
        try:
            lines = [line for line in answers.read() if line["item"] in situations.ids()]
            if lines:
                answers.bring_in(answers.as_file(lines), self._sheet)
        except CourseError as error:
            return f"Kept, but without your decisions at the Desk. {error}"
        return f"Kept, with {len(lines)} of your decisions at the Desk."

    def __repr__(self):
        return f"Asked({self.items[0]['id']!r})"

    def _repr_mimebundle_(self, **_):
        item = self.items[0]
        return bundle(self, twin={"asked": item["id"]})


class Given:
    """An item with the answer that was given, as plain HTML: what stands on a sheet while it is marked."""

    def __init__(self, item):
        self._item = item

    def __repr__(self):
        return f"Given({self._item['id']!r})"

    def _repr_html_(self):
        return sheets.question_html(self._item) + sheets.answer_html(self._item, sheets.given(self._item))


def asked(name):
    """The item called `name` of the sheet in the present folder, as its reader needs it."""
    item = sheets.item(name)
    if os.environ.get("NBGRADER_EXECUTION"):
        return Given(item)
    return Memo(sheet=sheets.answers_file()) if kinds.of(item).is_document else Asked(item)

"""The policy memo: figures, a reform and its tensions, six sections, a rubric, a document. It never scores."""

import gzip
import json
from functools import cache

import traitlets

from course import capstone, reform
from course.errors import CourseError
from course.inquiries.countries import code
from course.interactives.memo import memo as document
from course.interactives.memo import offered
from course.items import kinds
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.guard import guarded
from course.widgets.mime import bundle

__all__ = ["Memo"]


@cache
def _payload(country):
    told = {
        "words": capstone.words(),
        "blank": capstone.blank(next(iter(capstone.countries(country)))),
        "reform": reform.tables(),
        "countries": {code: offered(code) for code in capstone.countries(country)},
        "style": capstone.STYLE,
    }
    return gzip.compress(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode(), 9, mtime=0)


class Memo(Asking):
    """Opens as the student left it. A memo that is kept is one line of the answers file; the newest comes back.

    `country` (iso3), if told, is offered before the five neighbours; the page may ask the kernel for any other.
    `sheet`: the answers file of an assignment, as in Asking.
    """

    _esm = text.module("memo")
    _css = text.style("memo")

    payload = traitlets.Bytes(help="All that the page knows, gzipped JSON.").tag(sync=True)
    kernel = traitlets.Bool(
        default_value=True, help="Whether a kernel is there to ask; the edition says no."
    ).tag(sync=True)

    def __init__(self, country=None, sheet=None):
        country = country and code(country)
        self.document = document(country, sheet=sheet is not None)
        self._country = country
        super().__init__(self.document.content["items"], sheet)

    @traitlets.default("payload")
    def _pack(self):
        return _payload(self._country)

    @guarded
    def _hear(self, widget, message, buffers):
        match message.get("kind"):
            case "figures":
                told = self._figures(code(str(message.get("country", ""))))
            case "export-memo":
                told = self._export(message)
            case _:
                super()._hear(widget, message, buffers)
                return
        self.send({"re": message["kind"], "id": message.get("id"), **told})

    def _figures(self, country):
        capstone.figures(country)  # raises, naming the nearest, before a name is looked up
        return {"country": country, **offered(country)}

    def _export(self, message):
        memo, date = message.get("memo"), message.get("date")
        if not kinds.of(self.items[0]).is_answer(memo):
            raise CourseError(
                "That is no memo of this page; choose Run, then Run All Cells, and write the files again."
            )
        return {"files": [path.name for path in capstone.write(memo, date)]}

    def __repr__(self):
        return "Memo()" if self._country is None else f"Memo({self._country!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"memo": self._country})

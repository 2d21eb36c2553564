"""The policy memo: figures, a reform and its tensions, six sections, a rubric, a document. It never scores."""

import gzip
import json
from functools import cache
from html import escape

import traitlets

from course import capstone, reform, scoring
from course.errors import CourseError
from course.inquiries.countries import code, names
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.guard import guarded
from course.widgets.mime import bundle

__all__ = ["Memo"]


def _of(country):
    return {"name": names()[country], "figures": capstone.figures(country)}


@cache
def _payload(country):
    told = {
        "words": capstone.words(),
        "blank": capstone.blank(next(iter(capstone.countries(country)))),
        "reform": reform.tables(),
        "countries": {code: _of(code) for code in capstone.countries(country)},
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
        capstone.countries(country)  # an unknown code is told before anything is shown
        self._country = country
        super().__init__([capstone.item()], sheet)

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
        return {"country": country, **_of(country)}

    def _export(self, message):
        memo, date = message.get("memo"), message.get("date")
        if not scoring.is_answer(self.items[0], memo):
            raise CourseError(
                "That is no memo of this page; choose Run, then Run All Cells, and write the files again."
            )
        return {"files": [path.name for path in capstone.write(memo, date)]}

    def __repr__(self):
        return "Memo()" if self._country is None else f"Memo({self._country!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, html=memo_twin(), twin={"memo": self._country})


def memo_twin():
    """The memo on paper: what each section asks, and the rubric."""
    known = capstone.words()
    sections = "".join(
        f"<li><strong>{escape(s['title'])}</strong> ({s['words'][0]} to {s['words'][1]} words). {escape(s['ask'])}</li>"
        for s in known["sections"]
    )
    rubric = "".join(
        f"<tr><th scope='row'>{escape(c['title'])}</th>{''.join(f'<td>{escape(level)}</td>' for level in c['levels'])}</tr>"
        for c in known["rubric"]
    )
    heads = "".join(f"<th scope='col'>{n}</th>" for n in range(1, 5))
    return (
        f"<p><strong>A policy memo, of at most {known['most_words']} words.</strong> At its head: to whom, from whom, the "
        f"reform in one line (reform what, towards what), at most {known['most_figures']} figures and four levers.</p>"
        f"<ol>{sections}</ol><p><strong>The rubric</strong>, from weak (1) to strong (4).</p>"
        f"<table><thead><tr><th scope='col'>Criterion</th>{heads}</tr></thead><tbody>{rubric}</tbody></table>"
        "<p class='sf-run'><em>To write it here, choose Run, then Run All Cells, in the menu above.</em></p>"
    )

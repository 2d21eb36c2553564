"""The reform designer: a sector, at most four levers, and what they meet there. No total."""

import gzip
import json
from functools import cache

import traitlets

from course import reform
from course.interactives.designer import designer
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle

__all__ = ["Designer"]


@cache
def _payload():
    told = json.dumps(reform.tables(), ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(told.encode(), 9, mtime=0)


class Designer(Asking):
    """Opens in `sector`, or where the student left it. A design that is kept is one line of the answers file."""

    _esm = text.module("designer")
    _css = text.style("designer")

    payload = traitlets.Bytes(help="All that the designer knows, gzipped JSON.").tag(sync=True)
    sector = traitlets.Unicode(help="The sector at the outset.").tag(sync=True)

    def __init__(self, sector="health"):
        self.document = designer(sector)
        super().__init__(self.document.content["items"])

    @traitlets.default("payload")
    def _pack(self):
        return _payload()

    @traitlets.default("sector")
    def _open(self):
        return self.document.id

    def __repr__(self):
        return f"Designer({self.document.id!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"design": self.document.id})

"""The comparison: dimensions by paradigms and Pakistan; each cell opens on the claims and tensions behind it."""

import anywidget
import traitlets

from course.interactives.matrix import matrix
from course.widgets import text
from course.widgets.mime import bundle

__all__ = ["Matrix"]


class Matrix(anywidget.AnyWidget):
    """Compares the paradigms and Pakistan on the dimensions named, in that order; on all fifteen if none is.

    case is a loaded case (course.cases.load), whose column then stands beside. Raises CourseError, naming the nearest,
    for an unknown dimension.
    """

    _esm = text.module("matrix")
    _css = text.style("matrix")

    payload = traitlets.Bytes(help="Rows, claims and tensions, gzipped JSON.").tag(sync=True)

    def __init__(self, dimensions=(), case=None):
        self._asked, self._case = tuple(dict.fromkeys(dimensions)), case
        self.document = matrix(dimensions, case)
        super().__init__(payload=self.document.data)

    def __repr__(self):
        parts = [repr(name) for name in self._asked] + ([f"case={self._case.name!r}"] if self._case else [])
        return f"Matrix({', '.join(parts)})"

    def _repr_mimebundle_(self, **_):
        held = self.document.content
        twin = {"matrix": [row["dimension"] for row in held["rows"]], "columns": held["columns"]}
        return bundle(self, twin=twin)

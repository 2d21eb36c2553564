"""A chart that a student moves: the kernel computes every state once, the browser plays them."""

import gzip
from functools import cache
from importlib.metadata import version
from pathlib import Path

import anywidget
import traitlets

from course.interactives.explorable import explorable
from course.widgets import text
from course.widgets.guard import guarded
from course.widgets.mime import bundle

__all__ = ["Explorable", "plotly_js"]


@cache
def plotly_js():
    """The plotly.js that the plotly wheel ships, gzipped: 1.5 MB that a page needs once."""
    import plotly

    path = Path(plotly.__file__).parent / "package_data" / "plotly.min.js"
    return gzip.compress(path.read_bytes(), 6, mtime=0)


class Explorable(anywidget.AnyWidget):
    """Shows a Spec. `values` holds what the student chose, where a kernel is there to hear it.

    Raises CourseError if the Spec has too many states; the message names the control to coarsen.
    """

    _esm = text.module("explorable")
    _css = text.style("explorable")

    payload = traitlets.Bytes(help="Every state, gzipped JSON.").tag(sync=True)
    plotly_version = traitlets.Unicode(version("plotly")).tag(sync=True)
    values = traitlets.Dict(help="Where the controls stand: {name: value}.").tag(sync=True)

    def __init__(self, spec):
        self._spec = spec
        self.document = explorable(spec)
        super().__init__(payload=self.document.data, values=spec.first())
        self.on_msg(self._hear)

    @guarded
    def _hear(self, _widget, message, _buffers):
        if message.get("kind") == "plotly":
            self.send({"re": "plotly", "id": message.get("id")}, [plotly_js()])

    def figure(self):
        """The plotly Figure where the controls stand now."""
        return self._spec.figure(**self.values)

    @property
    def first_figure(self):
        """The figure at the outset as plain JSON."""
        return self._spec.first_figure

    def __repr__(self):
        return f"Explorable({self._spec.id!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin=self._spec.first_figure)

"""The service through time: the text's account, the record's beside it, and one indicator with its doubts."""

import anywidget
import traitlets

from course.interactives.timeline import timeline
from course.widgets import text
from course.widgets.mime import bundle

__all__ = ["Timeline"]


class Timeline(anywidget.AnyWidget):
    """Shows the service from 1793 in the text's account and the record's, with one indicator of V-Dem if asked for.

    With a loaded case (course.cases.load) it shows the case's own dated events; the text's account is left out.
    """

    _esm = text.module("timeline")
    _css = text.style("timeline")

    payload = traitlets.Bytes(help="Both accounts, their claims and sources, gzipped JSON.").tag(sync=True)

    def __init__(self, case=None):
        self._case = case
        self.document = timeline(case)
        super().__init__(payload=self.document.data)

    def __repr__(self):
        return f"Timeline(case={self._case.name!r})" if self._case else "Timeline()"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"timeline": [row["id"] for row in self.document.content["rows"]]})

"""A paragraph that the student writes and keeps."""

from course.interactives.reflect import reflect
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle

__all__ = ["Reflect"]


class Reflect(Asking):
    """Shows one reflection. Each text kept is one more line of the answers file; the newest comes back."""

    _esm = text.module("reflect")
    _css = text.style("reflect")

    def __init__(self, item):
        self.document = reflect(item)
        super().__init__(self.document.content["items"])

    def __repr__(self):
        return f"Reflect({self.items[0]['id']!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"reflection": self.items[0]["id"]})

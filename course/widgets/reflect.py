"""A paragraph that the student writes and keeps."""

from course import questions
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle
from course.widgets.twin import reflection_twin

__all__ = ["Reflect"]


class Reflect(Asking):
    """Shows one reflection. Each text kept is one more line of the answers file; the newest comes back."""

    _esm = text.module("reflect")
    _css = text.style("reflect")

    def __init__(self, item):
        super().__init__([questions.reflection(item)])

    def __repr__(self):
        return f"Reflect({self.items[0]['id']!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, html=reflection_twin(self.items[0]), twin={"reflection": self.items[0]["id"]})

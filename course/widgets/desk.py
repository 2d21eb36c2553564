"""The desk of a district officer: what the student decides and argues, never a score."""

import traitlets

from course.interactives.desk import desk
from course.widgets import text
from course.widgets.asking import Asking
from course.widgets.mime import bundle

__all__ = ["Desk"]


class Desk(Asking):
    """Shows a sitting, "first" or "second". A decision appends one line to the answers file; arguing again, another."""

    _esm = text.module("desk")
    _css = text.style("desk")

    told = traitlets.Dict(help="The sitting: its name, its title, and the claims that it cites.").tag(
        sync=True
    )

    def __init__(self, sitting):
        self.document = desk(sitting)
        super().__init__(self.document.content["items"])

    @traitlets.default("told")
    def _tell(self):
        return self.document.content["told"]

    def __repr__(self):
        return f"Desk({self.document.id!r})"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"desk": self.document.id})

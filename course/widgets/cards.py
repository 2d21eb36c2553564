"""Cards for claims and terms: a chapter writes plain links, and the page opens them where they stand."""

import anywidget
import traitlets

from course.interactives.cards import cards
from course.widgets import text
from course.widgets.mime import bundle

__all__ = ["Cards"]


class Cards(anywidget.AnyWidget):
    """The first cell of a chapter: says that it is live, and opens a card for each link to a claim or a term."""

    _esm = text.module("cards")
    _css = text.style("cards")

    payload = traitlets.Bytes(help="Every claim and term, gzipped JSON.").tag(sync=True)
    greeting = traitlets.Unicode(
        "This chapter is live. A number such as CG-a, or a word underlined with dots, opens a card."
    ).tag(sync=True)

    def __init__(self):
        self.document = cards()
        super().__init__(payload=self.document.data)

    def __repr__(self):
        return "Cards()"

    def _repr_mimebundle_(self, **_):
        return bundle(self, twin={"cards": True})

"""Cards for claims and terms: a chapter writes plain links, and the page opens them where they stand."""

import gzip
import json
from functools import cache

import anywidget
import traitlets

from course import paper
from course.widgets import text
from course.widgets.mime import bundle
from course.widgets.twin import asleep_twin

__all__ = ["Cards"]


@cache
def _payload():
    claims = {name: [c["paraphrase"], c["section"]] for name, c in paper.all_claims().items()}
    terms = {
        slug: [t["term"], t["definition"], t["urdu"], t["urdu_source"]] for slug, t in paper.terms().items()
    }
    told = json.dumps({"claims": claims, "terms": terms}, ensure_ascii=False, separators=(",", ":"))
    return gzip.compress(told.encode(), 9, mtime=0)


class Cards(anywidget.AnyWidget):
    """The first cell of a chapter: says that it is live, and opens a card for each link to a claim or a term."""

    _esm = text.module("cards")
    _css = text.style("cards")

    payload = traitlets.Bytes(help="Every claim and term, gzipped JSON.").tag(sync=True)
    greeting = traitlets.Unicode(
        "This chapter is live. A number such as CG-a, or a word underlined with dots, opens a card."
    ).tag(sync=True)

    def __init__(self):
        super().__init__(payload=_payload())

    def __repr__(self):
        return "Cards()"

    def _repr_mimebundle_(self, **_):
        return bundle(self, html=asleep_twin(), twin={"cards": True})

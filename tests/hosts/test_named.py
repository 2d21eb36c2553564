"""The cards of a page: those that it names, and no others."""

import re

from course import _places
from course.hosts.pages.named import named
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import read
from course.interactives.cards import cards
from course.interactives.interactive import made


def test_a_page_holds_the_cards_that_it_names():
    """Of chapter 06: is there a card for each link of its text and for each claim that a document
    of it gives, and are they a small part of all?
    """
    (path,) = _places.shipped_notebooks().glob("06-*.ipynb")
    chapter = read(path)
    (shown,) = (part for part in chapter.parts if getattr(part, "module", "") == "cards")
    held, every = shown.content, cards().content
    for kind, name in chapter.cards:
        where = {"claim": "claims", "term": "terms"}.get(kind, "field")
        key = f"{kind}-{name}" if where == "field" else name
        assert held[where][key] == every[where][key]
    others = [part for part in chapter.parts if hasattr(part, "text") and part is not shown]
    quoted = {one for part in others for one in re.findall(r'"([^"]+)"', part.text.decode())}
    assert every["claims"].keys() & quoted <= held["claims"].keys()
    assert len(shown.data) < 0.5 * len(cards().data)


def test_a_link_in_a_document_counts_and_a_stranger_is_not_harmed():
    """Is a term kept that only a document links to, is what has another shape left as it is,
    and does a page without cards stay the same?
    """
    asked = made("quiz", "x", {"items": [{"why": "see [x](#term-cipher)"}]})
    _, kept = named([asked, cards()], [("work", "hood1991")])
    assert set(kept.content["terms"]) == {"cipher"}
    assert set(kept.content["field"]) <= {"work-hood1991"}
    odd = made("cards", "cards", {"claims": 3, "more": [1]})
    assert named([odd], [])[0].content == odd.content
    text = list(blocks("# A"))
    assert named(text, []) == text

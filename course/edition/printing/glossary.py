"""The glossary as cards to cut out: eight a sheet, terms in front, and behind each what it means here."""

from html import escape

from course import paper
from course.edition.printing.handout import urdu
from course.edition.printing.sheet import sheet

__all__ = ["A_SHEET", "glossary"]

A_SHEET = 8


def _front(term):
    return f"<div class='card front'><p class='term'>{escape(term['term'])}</p>{urdu(term)}</div>"


def _back(term):
    claims = ", ".join(filter(None, term["claims"].split(";")))
    source = f" Urdu: {escape(term['urdu_source'])}." if term["urdu"] else ""
    small = (
        f"<p class='from'>{escape(claims)}{'.' if claims and source else ''}{source}</p>"
        if claims or source
        else ""
    )
    return (
        f"<div class='card'><p class='again'>{escape(term['term'])}</p>"
        f"<p class='meaning'>{escape(term['definition'])}</p>{small}</div>"
    )


def _mirrored(cards):
    """Each row turned round, so that a sheet printed on both sides, over its long edge, has each meaning behind its term."""
    return [card for i in range(0, len(cards), 2) for card in reversed(cards[i : i + 2])]


def glossary():
    """All terms as one HTML text to print on A4: a page of fronts, then the page of their backs."""
    terms = sorted(paper.terms().values(), key=lambda term: term["term"].lower())
    pages = []
    for i in range(0, len(terms), A_SHEET):
        some = terms[i : i + A_SHEET]
        blank = ["<div class='card'></div>"] * (A_SHEET - len(some))
        pages += [[*map(_front, some), *blank], _mirrored([*map(_back, some), *blank])]
    body = "".join(f"<section class='cut'>{''.join(cards)}</section>" for cards in pages)
    return sheet("Steel Frame: the terms as cards", f"<main>{body}</main>", "glossary")

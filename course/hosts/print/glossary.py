"""The glossary as cards to cut out: eight a sheet, terms in front,
and behind each what it means here.
"""

from course import paper
from course.hosts.print.sheet import sheet
from course.interface.words import say

__all__ = ["A_SHEET", "glossary"]

A_SHEET = 8


def _mirrored(terms):
    """Each row turned round, so that a sheet printed on both sides, over its long edge,
    has each meaning behind its term.
    """
    return [term for i in range(0, len(terms), 2) for term in reversed(terms[i : i + 2])]


def glossary():
    """All terms as one HTML text to print on A4: a page of fronts, then the page of their backs."""
    terms = sorted(paper.terms().values(), key=lambda term: term["term"].lower())
    shown = [
        term | {"claims": [name for name in term["claims"].split(";") if name]} for term in terms
    ]
    sheets = []
    for i in range(0, len(shown), A_SHEET):
        fronts = shown[i : i + A_SHEET]
        fronts += [None] * (A_SHEET - len(fronts))
        sheets.append((fronts, _mirrored(fronts)))
    return sheet("glossary.html", say("page.cards_to_cut"), "glossary", sheets=sheets)

"""A verdict as a badge: its colour, its sign and its words, so that none of the three is needed
alone.

The colours are nobody's but the verdicts': the four of the paradigms stay out. A sign is one path
on the grid of 24 units.
"""

from course.interface.words import say

__all__ = ["COLOURS", "SIGNS", "badge"]

_RING = (
    "M12 2.5a9.5 9.5 0 1 1 0 19a9.5 9.5 0 1 1 0-19Zm0 3.4a6.1 6.1 0 1 0 0 12.2a6.1 6.1 0 1 0 "
    "0-12.2Z"
)

SIGNS = {
    "supports": "M9.2 19.8 2.2 12.8l2.5-2.5 4.5 4.5L19.3 4.7l2.5 2.5Z",  # a tick
    "contradicts": "M5.4 3 12 9.6 18.6 3 21 5.4 14.4 12 21 18.6 18.6 21 12 14.4 5.4 21 3 18.6 9.6 "
    "12 3 5.4Z",
    "no such change": "M2.5 6.5h19v3.8h-19ZM2.5 13.7h19v3.8h-19Z",  # as it was
    "leaves open": _RING,
    "sources disagree": "M9 1.5v3.7h13v3.6H9v3.7L1.5 7ZM15 11.5 22.5 17 15 22.5v-3.7H2v-3.6h13Z",
    "cannot be tested here": f"{_RING}M7 10.3h10v3.4H7Z",
}

# on white at least 4.5:1; in the dark the browser takes their twins (browser/verdict.css)
COLOURS = {
    "supports": "#006a75",
    "contradicts": "#a3123f",
    "no such change": "#3d4752",
    "leaves open": "#6b5b12",
    "sources disagree": "#6b5b12",
    "cannot be tested here": "#57616b",
}

_WORDS = {
    "supports": "card.supports",
    "contradicts": "card.contradicts",
    "no such change": "card.no_such_change",
    "leaves open": "card.leaves_open",
    "sources disagree": "card.sources_disagree",
    "cannot be tested here": "card.cannot_be_tested",
}


def badge(verdict):
    """What a state holds of a verdict's badge: {"verdict", "word", "sign"}."""
    return {"verdict": verdict, "word": say(_WORDS[verdict]), "sign": SIGNS[verdict]}

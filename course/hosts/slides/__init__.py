"""A chapter as slides, from the lines of datasets/slides: what a lecturer shows, and what she alone
reads. One file that needs nothing beside it, for a screen; the same as PDF.
"""

from course.hosts.slides.deck import Deck, deck, faults
from course.hosts.slides.lines import Lines, chapters, lines, of, read, validate
from course.hosts.slides.written import on_paper, on_screen

__all__ = [
    "Deck",
    "Lines",
    "chapters",
    "deck",
    "faults",
    "lines",
    "of",
    "on_paper",
    "on_screen",
    "read",
    "validate",
]

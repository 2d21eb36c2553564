"""All decks: does each name what its chapter has, show a new picture, and speak plainly?"""

import re

import pytest

from course.hosts import slides
from course.hosts.chapters import chosen
from course.hosts.pages.reading import read

pytestmark = pytest.mark.thorough
TAUGHT = [f"{n:02}" for n in range(10)]


@pytest.fixture(scope="module")
def taught():
    """{number: Chapter} of all that have slides."""
    return {number: read(chosen([number])[0]) for number in TAUGHT}


@pytest.fixture(scope="module")
def decks(taught):
    return {number: slides.deck(taught[number], slides.lines(number)) for number in TAUGHT}


def test_every_chapter_that_is_taught_has_slides_of_its_own(taught):
    """Is each picture, question, claim and work of the slides one of its chapter's, and does each
    verdict stand with its claim?
    """
    assert slides.chapters() == TAUGHT
    found = [
        fault for number in TAUGHT for fault in slides.faults(taught[number], slides.lines(number))
    ]
    assert not found, "\n".join(found)


def test_no_picture_is_shown_twice(decks):
    """Has a class that sees every deck a new picture each time? A map that is played among others
    (04) may begin with one that it knows.
    """
    shown = {}
    for number, deck in decks.items():
        for place, slide in enumerate(deck.slides, 1):
            if slide.picture and slide.live and slide.live["module"] == "explorable":
                drawing = re.sub(r"slide-\d+", "", slide.picture.svg)
                shown.setdefault(drawing, []).append(f"{number}, slide {place}")
    assert [places for places in shown.values() if len(places) > 1] == []


# Words of whoever programs a model or fits a line; a room has not met them.
_OF_THE_TRADE = re.compile(
    r"\b(?:draws|(?:a|the|random) draw|draw of|seeded|(?:misfit|mismatch)(?:es)?)\b", re.IGNORECASE
)


def test_no_slide_speaks_as_a_programmer_speaks(decks):
    """Are draws, seeds and misfits off the slides, their charts and what the lecturer reads?"""
    assert _OF_THE_TRADE.search("a seeded draw of 200")
    found = []
    for number, deck in decks.items():
        for place, slide in enumerate(deck.slides, 1):
            line, drawing = slide.line, slide.picture.svg if slide.picture else ""
            drawn = re.findall(r"<text[^>]*>(.*?)</text>", drawing)
            told = (line.title, line.says, line.wrong, line.ask, *drawn)
            found += [f"{number}, slide {place}: {w}" for w in told if _OF_THE_TRADE.search(w)]
    assert not found, "\n".join(found)

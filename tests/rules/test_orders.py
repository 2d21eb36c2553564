"""Does a chapter ask of a reader on paper what only a screen can do?"""

import json
import re

import pytest
import yaml

from course import _places

ROOT = _places.root()
# 00 tells how a screen is used; the labs from 10 on are for a screen, and their handouts say so
CHAPTERS = sorted((ROOT / "notebooks").glob("0[1-9]-*.ipynb"))
QUESTIONS = sorted((ROOT / "datasets/questions").glob("*.yaml"))
ORDER = re.compile(
    r"run the cell|press \*|press the button|\bdrag\b|\bclick\b"
    r"|\b(?:move|set) the (?:first|second|slider)|\bset the \w+(?: \w+)? (?:above )?to \d",
    re.IGNORECASE,
)
OWNED = "On a screen"
PRINTED = {"stem", "text", "feedback", "low", "high", "argument", "model"}


def sentences(text):
    return re.split(r"(?<=[.?!]) +|\n", " ".join(text.split("\n")))


def orders(text):
    """The sentences that only a screen can obey, and that do not say so."""
    return [one for one in sentences(text) if ORDER.search(one) and OWNED not in one]


def printed(value, key=""):
    """What a handout prints of a question: all but its hints."""
    if isinstance(value, dict):
        for name, one in value.items():
            yield from printed(one, name)
    elif isinstance(value, list):
        for one in value:
            yield from printed(one, key)
    elif isinstance(value, str) and key in PRINTED:
        yield value


@pytest.mark.parametrize("path", CHAPTERS, ids=lambda path: path.name[:2])
def test_prose_asks_of_paper_only_what_paper_can_do(path):
    """Does each order to press, to drag or to run a cell say that it is for a screen?"""
    cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
    prose = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "markdown"]
    found = [one for text in prose for one in orders(text)]
    assert not found, f"begin with \u201c{OWNED},\u201d or tell what is seen: {found}"


@pytest.mark.parametrize("path", QUESTIONS, ids=lambda path: path.stem)
def test_an_answer_that_is_explained_on_paper_needs_no_slider(path):
    """Does each explanation tell what the figure shows, and not how to set it?"""
    told = printed(yaml.safe_load(path.read_text(encoding="utf-8")))
    found = [one for text in told for one in orders(text)]
    assert not found, f"tell what the figure shows there: {found}"


def test_the_rule_knows_an_order():
    """Is an order found, and one that says whom it is for left alone?"""
    assert orders("Press *Play*, or wait.")
    assert orders("Set the risk above to 25 % and read.")
    assert not orders("On a screen, press *Play*, or wait.")
    assert not orders("Citizens press the council.")

"""Does a sentence name a step by its command in a terminal and by its button on the page, without
anybody who reads one to write the other?
"""

import ast

import pytest
from classes import made

from course import _places
from course.classroom.cycle import grading, lateness, ways
from course.interface.words import say

READERS = (_places.PACKAGE / "classroom" / "page", _places.PACKAGE / "classroom" / "steps.py")


def test_a_step_is_named_for_whoever_reads():
    """The same sentence twice?"""
    told = [ways.to, ways.first]
    assert [way("grade", "x") for way in told] == [
        "run course class grade x",
        "run first: course class grade x",
    ]
    assert ways.again("x") == "run course class grade x --again"
    assert (ways.here(), ways.exchange()) == ("in submitted/", "the exchange")
    with ways.on_page():
        press = say("class.press", step=say("class.grade"))
        assert [way("grade", "x") for way in told] == [press, press]
        assert say("class.again") in ways.again("x")
        assert "submitted/" not in ways.here()
        assert ways.is_on_page()
    assert not ways.is_on_page()
    assert ways.to("grade", "x") == "run course class grade x"


def test_a_fault_knows_what_cures_it(tmp_path):
    """Is the step told beside the sentence, as whoever links to it needs?"""
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    with pytest.raises(ways.CureError) as caught:
        grading.grade(folder, name)
    said = f"Nobody has handed in {name}; run first: course class collect {name}."
    assert (str(caught.value), caught.value.step) == (said, "collect")


def test_no_sentence_is_read_back():
    """Does the page, and what counts sentences, use no regular expression?"""
    files = [
        path for place in READERS for path in ([place] if place.is_file() else place.glob("*.py"))
    ]
    for path in sorted(files):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [one.name for one in node.names] if isinstance(node, ast.Import) else []
            assert "re" not in names, f"{path.name} reads words by a regular expression"


def test_the_late_are_one_sentence():
    """The latest first, and who were as late as each other together?"""
    late = {"ali": 20, "bina": 240, "cem": 30, "dua": 93600}
    assert lateness.of_all(late) == (
        "dua by 26 hours; bina by 4 minutes; cem, ali by less than a minute"
    )
    assert lateness.of_all({}) == ""


def test_a_table_tells_no_nought_of_who_was_late():
    """Twenty seconds, two minutes: is neither 0.0 hours, and on time is?"""
    assert [lateness.in_table(seconds) for seconds in (0, 20, 120, 5400)] == [0, 0.01, 0.03, 1.5]

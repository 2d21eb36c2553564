"""Has each chapter a cover, and can each be drawn small, in words and in ink?"""

import re
from xml.etree import ElementTree as ET

import pytest

from course import _places
from course.charts import covers, signs
from course.charts.theme import LIGHT


def test_each_chapter_has_one():
    """Does covers.json name the chapters that there are, in their order, and no other?"""
    assert list(covers.stems()) == [
        path.stem for path in sorted(_places.shipped_notebooks().glob("*.ipynb"))
    ]
    assert covers.cover("a-strangers-own") is None
    assert covers.banner("a-strangers-own", "b") == ""


@pytest.mark.parametrize("stem", covers.stems())
def test_it_asks_and_is_told_in_words(stem):
    """Is there a question, a sentence on what is seen, and a row of at most eight signs,
    so that each is seen on a phone?
    """
    one = covers.cover(stem)
    assert one.question.endswith("?")
    assert one.said.endswith(".")
    assert 5 <= len(one.row) <= 8
    drawn = covers.banner(stem, "b")
    assert one.said in drawn
    assert drawn.count("<use ") == len(one.row)
    assert len(drawn) < 10_000


def test_paradigms_alone_have_colours():
    """Has a chapter on a model its colour, every other sign ink,
    and is a row on paper of one ink?
    """
    assert LIGHT["blue"] in covers.banner("01-classic-government", "b")
    assert LIGHT["rust"] in covers.banner("02-new-public-management", "b")
    for stem in covers.stems():
        on_paper = set(re.findall(r"var\(--chart-(\w+)", covers.banner(stem, "b", printed=True)))
        assert on_paper == {"ink"}, stem


def placed(text):
    """[(sign, is it an outline?)] of all that a drawing of signs places,
    whatever groups it stands in.
    """
    root = ET.fromstring(text)
    names = {signs.path_of(name): name for name in signs.names()}
    called = {
        path.get("id"): names[path.get("d")]
        for path in root.iter()
        if path.get("id") and path.get("d") in names
    }

    # A row of signs is written once and shown again.
    rows = {part.get("id"): part for part in root.iter() if part.tag.endswith("g")}

    def within(part, outlined):
        outlined = part.get("fill", "none" if outlined else "") == "none"
        if part.tag.endswith("use"):
            name = part.get("href").removeprefix("#")
            if name in rows:
                yield from within(rows[name], outlined)
            else:
                yield called[name], outlined
        for child in part:
            yield from within(child, outlined)

    return list(within(root, outlined=False))


def test_absence_is_an_outline():
    """Is the sign of what is not there drawn without a fill?"""
    found = placed(covers.banner("01-classic-government", "b"))
    assert sorted(found) == sorted((sign, sign == "file") for sign in _signs("01"))


def _signs(number):
    stem = next(stem for stem in covers.stems() if stem.startswith(number))
    return [sign for sign, _, _ in covers.cover(stem).row]


def test_the_cover_of_the_course_loses_nothing_untold():
    """On the home page's picture: do all files that leave the minister
    arrive or lie at a desk, and is it small?
    """
    drawn = covers.opening("Files")
    assert len(drawn) < 10_000
    found = placed(drawn)
    assert covers._LEFT[0] == covers._LEFT[-1] + found.count(("file", True))
    assert found.count(("clerk", False)) == covers._DESKS

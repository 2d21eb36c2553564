"""Are the minutes of a chapter its words and what it asks, and is nothing that it asks free?"""

import re

import pytest

from course.items import questions
from course.items.kinds import KINDS as EVERY_KIND
from tools.style import minutes as counted
from tools.style.chapter import chapters


@pytest.mark.parametrize(
    ("prose", "code", "takes"),
    [
        ("word " * 320, [], 2),
        ("word " * 160 + "\n\n## Key terms\n\n" + "word " * 900, [], 1),
        ("", ['course.predict("lab-count")', 'course.explore("hierarchy")'], 4),
        ("", ['course.reflect("classic-flood")'], 7),
        ("", ['course.desk("first")', "course.start()"], 12),
        ("", ["wgi = course.data.load('wgi')"], 0),
    ],
    ids=[
        "words",
        "terms are looked up",
        "a figure and its guess",
        "120 words to write",
        "the desk",
        "code",
    ],
)
def test_words_and_calls_add_up(prose, code, takes):
    """Is a text read at 160 words a minute, and does each call take what the table says?"""
    assert counted.minutes(prose, code) == pytest.approx(takes)


def test_a_quiz_takes_what_its_questions_take():
    """And do three questions that come back take theirs?"""
    asked = [counted.KINDS[item["kind"]] for item in questions.of_chapter("classic")]
    assert counted.minutes("", ['course.check("classic")']) == sum(asked) > 10
    again = [counted.KINDS[item["kind"]] for item in questions.recalled("npm")]
    assert counted.minutes("", ['course.recall("npm")']) == sum(again) >= 3


def test_nothing_is_free():
    """Has each verb that a chapter calls, and each kind that it asks, its minutes in the table?"""
    called = {
        v
        for one in chapters()
        for cell in one.code
        for v in re.findall(r"course\.(\w+)\(", cell.source)
    }
    apart = {"check", "recall", "reflect", "desk"}  # their questions, counted one by one
    assert called <= counted.CALLS.keys() | apart
    asked = {
        item["kind"] for chapter in questions.chapters() for item in questions.of_chapter(chapter)
    }
    assert asked <= counted.KINDS.keys() <= EVERY_KIND.keys()

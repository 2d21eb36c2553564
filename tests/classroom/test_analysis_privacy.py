"""What a student did not mean for the class: does the analysis leave it out?"""

import pytest
from synthetic_class import line, with_task

from course.classroom.report.analysis import analyse
from course.items import situations

SECRET = "what nobody else may read"
SITUATION = situations.sitting("first")["situations"][0]


def at_the_desk(options, shares=0):
    """{student: lines}: one decision each in the first situation, and the word on sharing."""
    return {
        f"s{k}": [
            line("t-x", 0, 1),
            line("share-desk", shares, 2),
            line(SITUATION["id"], {"option": option, "why": SECRET}, 3, "desk", "practice"),
        ]
        for k, option in enumerate(options)
    }


def groups(answers, **more):
    found = analyse(with_task(desk=True), answers, **more)
    assert SECRET not in repr(found)
    return {SITUATION["options"][k]["lens"]: k for k in range(3)}, (
        found.desk[0].groups if found.desk else {}
    )


def test_the_desk_shows_groups_of_five_of_those_who_ticked():
    """Are groups under five hidden, and with a single one another,
    so that no subtraction tells it?
    """
    number, shown = groups(at_the_desk([0] * 4 + [1] * 4 + [2] * 4))
    assert shown == {}
    number, shown = groups(at_the_desk([0] * 5 + [1] * 2))
    assert {number[v]: n for v, n in shown.items()} == {0: 5, 1: None, 2: None}
    number, shown = groups(at_the_desk([0] * 9 + [1] * 6 + [2] * 4))
    assert {number[v]: n for v, n in shown.items()} == {0: 9, 1: None, 2: None}
    number, shown = groups(at_the_desk([0] * 9 + [1] * 6 + [2] * 5))
    assert {number[v]: n for v, n in shown.items()} == {0: 9, 1: 6, 2: 5}


@pytest.mark.parametrize("word", [1, None, False, "0", [1], [], {}])
def test_the_desk_of_who_did_not_tick_is_not_counted(word):
    """Does anything but the tick count as a no, and does the newest word hold?"""
    assert groups(at_the_desk([0] * 30, shares=word))[1] == {}
    took_back = {
        s: [*lines, line("share-desk", 1, 9)] for s, lines in at_the_desk([0] * 30).items()
    }
    assert groups(took_back)[1] == {}
    assert groups(at_the_desk([0] * 30), shared={"s1", "s2"})[1] == {}
    assert analyse(with_task(), at_the_desk([0] * 30)).desk == (), "the sheet did not ask"


def test_reflections_and_practice_are_not_read():
    """Do a reflection, a chapter's answer and an essay's words stay out of the analysis?"""
    lines = [
        line("t-x", 0, 1),
        line("classic-flood", SECRET, 2, "text", "practice"),
        line("t-essay", SECRET, 3, "text"),
        line("classic-cipher", 1, 4),
    ]
    found = analyse(with_task(), {"a": lines})
    assert SECRET not in repr(found)
    assert "classic-" not in repr(found)

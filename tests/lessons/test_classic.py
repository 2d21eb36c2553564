"""Chapter 01: do the words and the table of its interactives say what its models say?"""

import re

import pytest

from course import lessons
from course.interactives.table import table_of
from course.models import uniformity


def states(name):
    spec = lessons.spec(name)
    return [(setting, spec.state(**setting)) for setting in spec.combinations()]


@pytest.mark.parametrize(
    ("supervision", "said"),
    [(False, "best spans shown are 10 to 15:"), (True, "best span shown is 3:")],
)
def test_spans_that_do_equally_well_are_all_named(supervision, said):
    """Are spans 10 to 15, which make the same four levels, called best alike?"""
    told = [
        s["description"]
        for setting, s in states("hierarchy")
        if setting["supervision"] == supervision
    ]
    assert all(said in text for text in told)


def test_the_table_counts_the_people():
    """Can a reader of the table see how many stand on each level?"""
    columns, rows = table_of(lessons.spec("hierarchy").first_figure)
    assert columns[1:] == ["intent left", "people"]
    assert [row[2] for row in rows] == [1, 5, 25, 125, 625, 3125, 10_000]


def test_losses_that_differ_never_read_alike():
    """Where the title says that one arrangement beats another, do the figures below it differ?"""
    for setting, state in states("uniform-or-local"):
        rule, local, floor = map(
            float,
            re.findall(
                r"(?:rule for all|local choice|best floor) ([\d.]*\d)", state["description"]
            ),
        )
        if "beats both" in state["title"]:
            assert floor < min(rule, local), setting
        ahead = setting["shortfall"] < uniformity.break_even(setting["spread"])
        assert (local < rule) == ahead, setting


def test_a_marker_off_the_chart_is_owned_up_to():
    """If local choice loses more than the axis shows, do the words say so?"""
    spec = lessons.spec("uniform-or-local")
    top = spec.first_figure["layout"]["yaxis"]["range"][1]
    for setting, state in states("uniform-or-local"):
        off = max(state["traces"]["your case"]["y"]) > top
        assert off == ("above the edge" in state["description"]), setting

"""The field around the paper: does each work say where it was seen,
and each thinker rest on works?
"""

import re

import pytest

from course import paper
from course.errors import CourseError
from course.interactives.field_card import field_card
from course.record import data


def test_each_work_says_where_it_was_seen():
    """Has each work authors or a title, a year, and a page on which its content was seen?"""
    faults = [
        key
        for key, row in paper.works().items()
        if not re.search(r"\b(1[89]|20)\d\d", row["cited_as"]) or len(row["seen"]) < 12
    ]
    assert not faults, (
        f"datasets/field/works.csv: give {', '.join(faults)} a year and a place where it was seen"
    )


def test_twelve_thinkers_rest_on_works_that_are_there():
    """Are there twelve, each with an idea, an objection and a place in Pakistan in one or two
    sentences, and works of the table?
    """
    assert len(paper.thinkers()) == 12
    for name, row in paper.thinkers().items():
        assert set(row["works"].split(";")) <= paper.works().keys(), name
        for part in ("idea", "objection", "pakistan"):
            assert row[part].endswith((".", "?")), f"{name}: {part}"
            assert len(row[part].split()) <= 26, f"{name}: {part} is longer than a card"


def test_each_lever_of_the_designer_was_tried_somewhere():
    """Has each lever of the reform designer one case in Pakistan, of two or three sentences, with
    works of the table?
    """
    designer = [row["lever"] for row in data.rows("levers") if row["designer"] == "yes"]
    assert set(paper.tried()) == set(designer)
    for row in data.rows("tried"):
        assert set(row["works"].split(";")) <= paper.works().keys(), row["lever"]
        assert row["found"].endswith("."), row["lever"]
        assert len(row["found"].split()) <= 40, (
            f"{row['lever']}: {row['found']} is longer than a card"
        )


def test_a_card_says_its_lines():
    """Does a thinker's card hold idea, objection and Pakistan, and a work's where it was seen?"""
    weber, hood = field_card("thinker", "weber"), field_card("work", "hood1991")
    assert len(weber.lines) == 3
    assert "Weber, M. (1921/22)" in weber.note
    assert hood.heading == "Hood, C. (1991)"
    assert "studylib.net" in hood.note


def test_an_unknown_one_is_a_sentence():
    """Does a slip name the nearest?"""
    with pytest.raises(CourseError, match="hood1991"):
        field_card("work", "hood1990")

"""Is a table's passport shown so that a student can judge it, on any page?"""

import re

import course
from course.interactives.source import Source
from course.record import data


def test_every_table_can_be_shown(subtests):
    """Does the card say how the figures came, what was checked and what
    uncertainty they carry, in words and in HTML?
    """
    for name in [n for n in data.names() if data.passport(n)["format"] == "csv"]:
        with subtests.test(name):
            shown, said = Source(name)._repr_html_(), repr(Source(name))
            for heading in (
                "Published by",
                "How it reached us",
                "What was checked",
                "Uncertainty",
                "Licence",
            ):
                assert heading in shown
                assert heading in said
            assert shown.count("<tr>") == len(data.passport(name)["schema"]["fields"]) + 1
            assert not re.search(r"<script|style=|on\w+=", shown)


def test_a_provisional_table_begins_with_it():
    """Is the warning the first thing?"""
    assert repr(Source("pakistan-css-exam")).split("\n")[1].startswith("Provisional")
    assert "Provisional" not in repr(Source("wgi"))


def test_a_slip_is_a_sentence():
    """And an unknown name?"""
    assert "nearest are: wgi" in repr(course.source("wgii"))

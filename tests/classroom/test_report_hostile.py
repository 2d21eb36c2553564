"""A class whose names, words and answers are hostile: may any of it act in the report?"""

import pytest
from hostile_class import HOSTILE, KINDS, NAMES, SHEET, hostile_class, sound
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from course.classroom.exports.spreadsheet import cell
from course.classroom.report.analysis import analyse
from course.classroom.report.report import item_rows, student_rows, write
from course.classroom.report.report_page import page


def test_the_sheet_of_these_tests_holds_every_kind():
    """Are all kinds that a key can hold among the questions?"""
    assert not {"choice", "several", "classify", "match", "order", "number"} - KINDS


def test_hostile_words_are_words(tmp_path):
    """Do names, options and stems that are markup stand in the page as text,
    with no element of theirs?
    """
    marks = {name: {"t-essay": {HOSTILE[0]: 1, HOSTILE[1]: 3}} for name in HOSTILE}
    found = analyse(SHEET, hostile_class(), marks=marks)
    html = page(found, names=True)
    words = sound(html)
    for text in HOSTILE[:5]:
        assert text in words, "shown as it is"
    assert "\0" not in html
    assert "\ud800" not in html
    for path in write(found, tmp_path, names=True):
        path.read_text(encoding="utf-8")


JUNK = st.recursive(
    st.none()
    | st.booleans()
    | st.integers()
    | st.integers(min_value=10**400, max_value=10**401)
    | st.floats()
    | st.text(max_size=8)
    | st.sampled_from(HOSTILE),
    lambda part: (
        st.lists(part, max_size=5) | st.dictionaries(st.text(max_size=5), part, max_size=3)
    ),
    max_leaves=8,
)
NEAR = st.integers(0, 5) | st.lists(st.integers(0, 5), max_size=6) | st.floats(0, 200)
LINES = st.lists(
    JUNK
    | st.fixed_dictionaries(
        {
            "item": st.sampled_from([*NAMES, "share-desk", "desk-first-hamlet"]) | JUNK,
            "answer": NEAR | JUNK,
        },
        optional={
            "mode": st.just("graded") | JUNK,
            "kind": st.just("desk") | JUNK,
            "at": JUNK,
            "device": JUNK,
            "n": JUNK,
        },
    ),
    max_size=8,
)
STUDENT = st.sampled_from(HOSTILE) | st.text(max_size=8)
LEVELS = st.dictionaries(st.sampled_from(HOSTILE[:3]), st.integers(-1, 4) | JUNK, max_size=3) | JUNK
MARKS = st.dictionaries(
    STUDENT,
    st.dictionaries(st.just("t-essay") | st.text(max_size=3), LEVELS, max_size=2) | JUNK,
    max_size=3,
)


@pytest.mark.thorough
@settings(max_examples=80, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(answers=st.dictionaries(STUDENT, LINES, max_size=6), marks=MARKS)
def test_no_junk_stops_the_report_or_acts_in_it(answers, marks):
    """Whatever lines, names and marks hold, is there a report, and only elements of ours in it?"""
    found = analyse(SHEET, answers, marks=marks)
    sound(page(found, names=True))
    for row in [*item_rows(found), *student_rows(found)]:
        for value in row:
            assert isinstance(cell(value), str)
    assert all(0 <= item.unanswered <= found.n for item in found.items)
    assert all(item.difficulty is None or 0 <= item.difficulty <= 1 for item in found.items)

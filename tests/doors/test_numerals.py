"""Is a number read as the person who typed it meant it, or refused, and never misread?"""

import json
import re
import subprocess

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from typed import NO_NUMBERS, NUMBERS, numbers, texts

from course import _places
from course.doors.blanks import UNSEEN, one_line, trimmed, words_of
from course.doors.numerals import number_in


def test_what_is_typed_in_pakistan_is_read(subtests):
    """Urdu and Arabic digits, both decimal marks, lakhs, every way to part thousands, dashes,
    a mark of direction?
    """
    for typed, unit in NUMBERS:
        with subtests.test(typed=typed, unit=unit):
            assert number_in(typed, unit) == NUMBERS[typed, unit]


def test_what_could_be_read_in_two_ways_is_refused(subtests):
    """Is what is no number, or no clear one, None?"""
    for typed in NO_NUMBERS:
        with subtests.test(typed):
            assert number_in(typed, "%") is None


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_thousands_and_lakhs_of_any_number_are_read(whole, hundredths):
    """Written in threes or in lakhs, in any of the marks, does a number come back as it was?"""
    last = str(whole)[-3:]
    before = str(whole)[:-3]
    pairs = [before[max(0, end - 2) : end] for end in range(len(before), 0, -2)][::-1]
    for mark in ",' \u066c\u2009":
        for parts in (f"{whole:,}".split(","), [*pairs, last]):
            assert number_in(f"{mark.join(parts)}.{hundredths:02d}") == float(
                f"{whole}.{hundredths:02d}"
            )


@given(numbers, st.sampled_from(["", "%", "km"]))
def test_anything_is_a_finite_number_or_none(typed, unit):
    """Whatever is typed: no exception, no infinity?"""
    value = number_in(typed, unit)
    assert value is None or abs(value) < 1e309


INKLESS = {sign for code in range(0x10000) if re.fullmatch(f"[{UNSEEN}]", sign := chr(code))}


@given(texts)
@example("0 \xad")
@example("\xad")
def test_blanks_are_those_of_both_languages(text):
    """Is all that Python or JavaScript takes for white space a blank, and nothing else?"""
    once = trimmed(text)
    assert len(words_of(text)) > 1 or words_of(text) in ([], [once]) or not INKLESS.isdisjoint(text)
    assert words_of(text) or INKLESS.issuperset(
        c for c in once if not (c.isspace() or c == "\ufeff")
    )
    assert all(
        not word.isspace() and "\ufeff" not in word and word == word.strip()
        for word in words_of(text)
    )
    inked = "".join(c for c in text if not (c.isspace() or c == "\ufeff"))
    assert "".join(words_of(text)) in inked or not INKLESS.isdisjoint(text)
    assert all(set(word) - INKLESS for word in words_of(text))


@pytest.mark.node
def test_the_list_of_blanks_is_complete():
    """Does no character count as white space in JavaScript that our rule does not name?"""
    script = (
        "console.log(JSON.stringify([...Array(0x10000).keys()].filter((c) => "
        "/\\s/u.test(String.fromCharCode(c)))))"
    )
    run = subprocess.run(
        ["node", "-e", script], capture_output=True, text=True, check=True, timeout=30
    )
    theirs = {chr(code) for code in json.loads(run.stdout)}
    ours = {chr(code) for code in range(0x110000) if not words_of(chr(code))}
    pythons = {chr(code) for code in range(0x110000) if chr(code).isspace()}
    assert ours == theirs | pythons | INKLESS


def test_what_leaves_no_ink_is_no_word():
    """A reason of signs that nobody sees: is it none,
    and is a joiner inside a word of Urdu left where it is?
    """
    assert words_of("\u200b\u2060 \u200f\xad \u2800") == []
    assert one_line("می\u200cروم") == "می\u200cروم"


def test_no_module_of_ours_has_a_rule_of_its_own():
    """Where both languages treat what a student wrote, does neither use its own white space?"""
    here = _places.PACKAGE
    both = [*(here / "capstone").glob("*.py"), *(here / "hosts" / "browser").glob("*.js")]
    assert len(both) > 20
    for path in both:
        # the last two ask nothing of what was typed
        if path.stem in {
            "blanks",
            "numerals",
            "timeline",
            "document",
        }:
            continue
        text = path.read_text(encoding="utf-8")
        for own in (".trim()", r"\s", r"\S", ".strip()", ".split()"):
            assert own not in text, f"{path.name}: {own}; use what blanks offers"


def test_blanks_inside_hold_nobody_up():
    """Is a text of a hundred thousand blanks between two letters trimmed at once?"""
    from time import process_time

    from course.doors.blanks import trimmed

    began = process_time()
    assert trimmed(f" a{' ' * 100_000}a ") == f"a{' ' * 100_000}a"
    assert process_time() - began < 0.1

"""Figures that prose quotes from a card, inside links that name their computation."""

import pytest

from course.items import questions
from course.record import written

TEXT = "It [leaves it open](#verdict-x-y?a=b%20c), by [0.1](#figure-x-y-size); see [this](#term-z)."


def test_a_link_is_found_filled_and_taken_out():
    """Are only the links of computations found, are others left as they are?"""
    assert [said for said, _ in written.links(TEXT)] == ["leaves it open", "0.1"]
    assert written.plain(TEXT) == "It leaves it open, by 0.1; see [this](#term-z)."
    assert written.filled(TEXT, lambda _: "N") == TEXT.replace("leaves it open", "N").replace(
        "[0.1]", "[N]"
    )
    assert written.filled(TEXT, dict(map(reversed, written.links(TEXT))).__getitem__) == TEXT


def test_an_address_is_taken_apart():
    """Are card, figure and what is asked told apart, though names hold hyphens?"""
    assert written.target("#verdict-x-y?a=b%20c") == written.Target("x-y", "", (("a", "b c"),))
    assert written.target("#figure-x-1973-fall_year") == written.Target("x-1973", "fall_year", ())
    assert written.target("#figure-x") is None


@pytest.mark.parametrize(("address", "whether"), [("#verdict-a", True), ("#claim-a", False)])
def test_which_links_are_ours(address, whether):
    """Is a claim's link none of these?"""
    assert written.is_written(address) is whether


def test_questions_are_read_without_links():
    """Does a reader of a question get its words alone?"""
    assert questions._read("x", "stem: It [supports](#verdict-performance) it.") == {
        "stem": "It supports it."
    }

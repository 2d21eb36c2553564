"""Does a chapter's length count what a student reads in order, and nothing that is looked up?"""

import pytest

from tools.style import length
from tools.style.chapter import Cell, Chapter


def cells(*texts):
    return [("markdown", Cell(n, text, {}, "")) for n, text in enumerate(texts, 1)]


@pytest.mark.parametrize(
    ("text", "counts"),
    [
        ("## Two words\n\nAnd [three](#claim-CG-a) more.", 5),
        ("- a point\n- a second one\n\n1. a step", 7),
        ("One.\n\n|a|b|\n|---|---|\n|in a|table|\n\nTwo.", 2),
        ("One.\n\n<details><summary>Untied</summary>\n\nA fold.\n\n</details>\n\nTwo.", 2),
        ("One.\n\n- On 5 July 1977 the army took power.\n- 2019: rules.\n\nTwo.", 2),
        ("1. **15 April 2020: retirement.** *Decided:* so.\n2. **May to July 2025: assets.**", 0),
        ("- In 1973 a hearing moved.\n\nOn 5 July 1977 the army took power.", 13),
        ("One.\n\n## Key terms\n\n- a term\n\n## Sources\n\n- a book", 1),
    ],
    ids=[
        "headings and prose",
        "lists",
        "no table",
        "no fold",
        "no dated entry",
        "no entry in bold",
        "a year inside a sentence",
        "no terms and sources",
    ],
)
def test_what_is_read_in_order_counts(text, counts):
    """Is each kind of text counted, or left out, as the head of length.py says?"""
    assert length.words(cells(text)) == counts
    assert length.words([*cells(text), ("code", Cell(9, "a call", {}, ""))]) == counts


def test_a_fold_over_two_cells_is_left_out():
    """And is the text of one cell not glued to the next?"""
    assert length.words(cells("one", "two\n\n<details>", "three\n\n</details>", "four")) == 3


@pytest.mark.parametrize(
    ("name", "words", "faults"),
    [
        ("00-a", 1_900, 0),
        ("00-a", 1_901, 1),
        ("09-a", 2_800, 0),
        ("10-a", 9, 0),
        ("15-a", 4_000, 0),
    ],
)
def test_the_start_page_has_a_cap_of_its_own_and_rooms_have_none(
    tmp_path, monkeypatch, name, words, faults
):
    """Is each chapter held to the bounds of its kind?"""
    monkeypatch.setattr(Chapter, "cells", cells("word " * words))
    assert len([*length.length(Chapter(tmp_path / f"{name}.ipynb"))]) == faults

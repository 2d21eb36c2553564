"""`course check --write` fills what prose quotes of the cards."""

import json

import pytest

from course.errors import CourseError
from course.hosts.pages.prose import blocks
from course.lessons.computed import told
from tools.checking import quoting

ADDRESS = "#figure-performance-choices"


def test_prose_is_filled_and_code_left(monkeypatch):
    """Is a link in prose filled, whatever stood in it, and one in code left?"""
    book = {
        "cells": [
            {"cell_type": kind, "source": [f"[old]({ADDRESS}) ", "as it is"]}
            for kind in ("markdown", "code")
        ]
    }
    quoting.in_notebook(book)
    prose, code = ("".join(cell["source"]) for cell in book["cells"])
    assert prose == f"[{told(ADDRESS)}]({ADDRESS}) as it is"
    assert code == f"[old]({ADDRESS}) as it is"
    with pytest.raises(CourseError, match="no question called"):
        quoting.in_notebook({"cells": [{"cell_type": "markdown", "source": ["[a](#verdict-b)"]}]})


def test_a_file_of_words_is_filled_and_its_hash_renewed(monkeypatch, tmp_path):
    """Is the file written anew where a card says something else, and the hash asked for once?"""
    stale, fresh = (json.dumps({"stem": f"[{s}]({ADDRESS})"}) for s in ("7", told(ADDRESS)))
    texts = {"questions-a": stale, "slides-b": fresh}
    renewed = []
    monkeypatch.setattr(quoting.questions, "chapters", lambda: ["a"])
    monkeypatch.setattr(quoting.slides, "chapters", lambda: ["b"])
    monkeypatch.setattr(quoting.data, "passport", lambda name: {"path": f"{name}.yaml"})
    monkeypatch.setattr(quoting.data, "text", texts.__getitem__)
    monkeypatch.setattr(quoting._places, "datasets", lambda: tmp_path)
    monkeypatch.setattr(
        quoting.runpy, "run_path", lambda _: {"refresh_hashes": lambda: renewed.append(1)}
    )
    assert quoting.in_words() == ["questions-a.yaml"]
    assert (tmp_path / "questions-a.yaml").read_text(encoding="utf-8") == fresh
    assert not (tmp_path / "slides-b.yaml").exists()
    assert renewed == [1]


def test_a_page_shows_the_words_alone():
    """Does a page, and paper, show a quoted figure as plain words?"""
    (block,) = blocks(f"It has [9]({ADDRESS}) ways.")
    assert block.html() == block.html(printed=True) == "<p>It has 9 ways.</p>"

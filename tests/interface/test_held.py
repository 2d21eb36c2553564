"""Does a number keep its per cent sign at the end of a line, wherever a reader may meet the two?"""

import gzip
import json
import re

import pytest

from course import lessons
from course.hosts.pages.prose import blocks
from course.interactives.interactive import made
from course.interface.held import held
from course.interface.words import sentences

PARTED = re.compile(r"[0-9}] %")


@pytest.mark.parametrize(
    ("text", "kept"),
    [("95 % of 3", "95\N{NO-BREAK SPACE}% of 3"), ("a % sign, 5% and %s", "a % sign, 5% and %s")],
)
def test_only_the_space_before_the_sign_is_changed(text, kept):
    """Is the space before the sign of a number one that does not break, and no other?"""
    assert held(text) == kept


def test_no_sentence_parts_them():
    """Neither the interface's sentences, nor a document, nor an explorable, nor prose?"""
    assert not PARTED.search(json.dumps(sentences("en"), ensure_ascii=False))
    assert not PARTED.search(made("quiz", "a", {"text": "95 %"}).text.decode())
    assert not PARTED.search(gzip.decompress(lessons.spec("veto-players").packed()).decode())
    assert not PARTED.search("".join(block.html() for block in blocks("Of all, 95 % came.")))

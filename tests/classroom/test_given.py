"""Feedback that is written, then given; and who gets none, and why."""

import os
import re

import pytest
from standing_in import Marker

from course.classroom.cycle import (
    cycle,
)
from course.classroom.cycle import made as kept
from course.classroom.page.standing import stands
from course.errors import CourseError
from course.interface.words import say


@pytest.mark.parametrize(
    ("secret", "words"), [(None, "did not hand in through"), ("=", "is no such word")]
)
def test_who_gets_no_feedback_is_told_why(class_of, monkeypatch, secret, words):
    """Not through the exchange, or through it with a word that cannot be used?"""
    folder, name = class_of()
    place = folder.place("autograded", "ali", name)
    place.mkdir(parents=True)
    (place / f"{name}.ipynb").write_text("{}", encoding="utf-8")
    if secret:
        (folder.place("submitted", "ali", name) / "submission_secret.txt").write_text(
            secret, encoding="utf-8"
        )
    monkeypatch.setattr(Marker, "exchange", "/exchange", raising=False)
    assert any(words in one for one in cycle.feedback(folder, name))
    os.utime(place / f"{name}.ipynb", (1, 1))
    told = cycle.feedback(folder, name)
    assert told.failed
    assert "ali: no feedback, since it was marked before" in told[0]


def test_feedback_is_written_then_given(class_of, monkeypatch):
    """Two presses: is nothing given before it is written; is a page given again said to have
    changed, with whose it is; and is a page older than the marks kept back?
    """
    folder, name = class_of()
    autograded = folder.place("autograded", "ali", name)
    autograded.mkdir(parents=True)
    monkeypatch.setattr(Marker, "exchange", None, raising=False)
    with pytest.raises(CourseError, match=re.escape(say("class.pages_none"))):
        cycle.feedback(folder, name, part="give")
    page = folder.place("feedback", "ali", name) / f"{name}.html"
    page.parent.mkdir(parents=True)
    kept.keep(folder, name, kept.GIVEN, {})
    for words in ("first", "second"):
        page.write_text(words, encoding="utf-8")
        assert kept.given(folder, name).get("ali") != kept.page_print(folder, name, "ali")
        told = cycle.feedback(folder, name, part="give")
        assert (say("class.given_anew", n=1, names="ali") in told) == (words == "second")
        assert kept.given(folder, name)["ali"] == kept.page_print(folder, name, "ali")
        assert stands(folder, name).pages["ali"] == "by_hand", "no exchange carried it"
    kept.keep(folder, name, kept.PAGES, {"ali": "of other marks"})
    told = cycle.feedback(folder, name, part="give")
    assert told.failed
    assert say("class.page_older") in told[0]

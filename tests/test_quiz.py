"""Does a quiz keep answers, and say so in a sentence when it cannot?"""

import pytest

import course
from course import answers
from course.errors import CourseError
from course.verbs import Notice
from course.widgets import Quiz


@pytest.fixture
def quiz(monkeypatch):
    widget = Quiz("classic")
    widget.sent = []
    monkeypatch.setattr(widget, "send", lambda message, buffers=None: widget.sent.append(message))
    return widget


def hear(widget, **message):
    widget._hear(widget, message, [])


def test_an_answer_is_scored_kept_and_confirmed(quiz):
    """Is the line in the file, with the score that the questions give?"""
    hear(quiz, kind="answer", id="a1", item="classic-chain", answer=36, seconds=9)
    assert quiz.sent == [{"re": "answer", "id": "a1", "kept": True, "score": 1}]
    (line,) = answers.read()
    assert (line["item"], line["kind"], line["answer"], line["score"], line["mode"]) == (
        "classic-chain",
        "number",
        36,
        1,
        "practice",
    )


def test_day_two_brings_the_answers_back(quiz):
    """Does a new quiz know the newest answer to each item?"""
    hear(quiz, kind="answer", id="a1", item="classic-link", answer=2)
    hear(quiz, kind="answer", id="a2", item="classic-link", answer=0)
    assert Quiz("classic").past == {"classic-link": 0}
    assert "classic-link': 0" not in str(Quiz("classic")._repr_mimebundle_()), (
        "a twin must not hold a student's answers"
    )


@pytest.mark.parametrize(
    "message",
    [
        {"item": "other"},
        {"item": "classic-link", "answer": None},
        {"item": "classic-link", "answer": "<img src=x>"},
    ],
)
def test_what_is_no_answer_is_refused_in_words(quiz, message):
    """Is a message that no page of ours would send kept out of the file?"""
    with pytest.raises(CourseError, match="belongs to no question"):
        hear(quiz, kind="answer", id="x", **message)
    assert "belongs to no question" in quiz.sent[0]["problem"]
    assert answers.read() == []


def test_an_unwritable_folder_reaches_the_page_as_a_sentence(quiz, monkeypatch, tmp_path):
    """Does the student read where the file is and what to do?"""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path / "file" / "below"))
    monkeypatch.delenv("STEEL_FRAME_STRICT")
    hear(quiz, kind="answer", id="x", item="classic-link", answer=1)
    assert "set STEEL_FRAME_HOME" in quiz.sent[0]["problem"]


def test_a_broken_callback_does_not_pass_unseen(quiz, monkeypatch):
    """Is an error in a callback told to the page, and raised under test?"""
    monkeypatch.setattr("course.widgets.quiz.answers.append", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        hear(quiz, kind="answer", id="x", item="classic-link", answer=1)
    assert "your work so far is kept" in quiz.sent[0]["problem"]


@pytest.mark.parametrize(
    ("verb", "name", "near"),
    [
        ("check", "clasic", "classic"),
        ("explore", "implementation", "implementation-chain"),
        ("weigh", "merit", "merit-and"),
    ],
)
def test_an_unknown_id_lists_the_nearest(verb, name, near):
    """Does a slip in a cell become a hint, not a traceback?"""
    notice = getattr(course, verb)(name)
    assert isinstance(notice, Notice)
    assert near in notice._repr_html_()


def test_hostile_text_stays_text():
    """Is markup in a message escaped?"""
    assert "<img" not in Notice("<img src=x onerror=alert(1)>")._repr_html_()

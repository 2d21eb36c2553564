"""Does a quiz keep answers, and say so in a sentence when it cannot?"""

import json
from pathlib import Path

import pytest
from hosting import hear, hosted

import course
from course import _places
from course.errors import CourseError
from course.interactives.predict import predict
from course.interactives.progress import progress
from course.interactives.quiz import quiz as document
from course.interactives.reflect import reflect
from course.items import answers, kinds, questions, rooms
from course.verbs import Notice


@pytest.fixture
def quiz():
    return hosted(document("classic"))


def test_an_answer_is_scored_kept_and_confirmed(quiz):
    """Is the line in the file, with the score that the questions give?"""
    hear(quiz, kind="answer", id="a1", item="classic-chain", answer=36, seconds=9)
    said = "Kept in your answers file."
    assert quiz.sent == [{"re": "answer", "id": "a1", "kept": True, "score": 1, "said": said}]
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
    quiz_before = document("classic")
    hear(quiz, kind="answer", id="a1", item="classic-link", answer=2)
    hear(quiz, kind="answer", id="a2", item="classic-link", answer=0)
    assert hosted(document("classic")).past == {"classic-link": 0}
    again = document("classic")
    assert again.data == quiz_before.data, "a document must not hold a student's answers"


@pytest.mark.parametrize(
    "message",
    [
        {"item": "other"},
        {"item": ["classic-link"], "answer": 1},
        {"item": "classic-link", "answer": None},
        {"item": "classic-link", "answer": "<img src=x>"},
        {"item": "classic-link", "answer": 4},
        {"item": "classic-link", "answer": True},
        {"item": "classic-parts", "answer": [1, 0]},
        {"item": "classic-when", "answer": [0]},
        {"item": "classic-path", "answer": [0, 1, 2, 3, 3]},
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
    monkeypatch.setattr("course.hosts.keeping.answers.append", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        hear(quiz, kind="answer", id="x", item="classic-link", answer=1)
    assert "your work so far is kept" in quiz.sent[0]["problem"]


@pytest.mark.parametrize(
    ("verb", "name", "near"),
    [
        ("predict", "classic-hlf", "classic-half"),
        ("reflect", "classic-flod", "classic-flood"),
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


@pytest.mark.parametrize(
    ("verb", "item", "answer", "score"),
    [
        (predict, "classic-half", 20, 0),
        (predict, "classic-changes", 1, 1),
        (reflect, "classic-flood", "<img src=x onerror=alert(1)> \u202eabc \U0001f30a", None),
    ],
    ids=["a number", "a choice", "a hostile text"],
)
def test_predictions_and_reflections_are_kept_whole(verb, item, answer, score):
    """Does the line hold exactly what was given, and does it come back?"""
    hear(hosted(verb(item)), kind="answer", id="x", item=item, answer=answer)
    (line,) = answers.read()
    assert (line["item"], line["answer"], line["score"]) == (item, answer, score)
    assert hosted(verb(item)).past == {item: answer}
    assert "img src" not in str(verb(item)._repr_mimebundle_()) + str(verb(item).content)


def test_a_text_too_long_is_refused_in_words():
    """Is a text of a book's length told in a sentence, and one of 100 KB kept?"""
    asked = hosted(reflect("classic-flood"))
    hear(asked, kind="answer", id="x", item="classic-flood", answer="ب" * 100_000)
    assert len(answers.read()[0]["answer"]) == 100_000
    with pytest.raises(CourseError, match="too long"):
        hear(asked, kind="answer", id="x", item="classic-flood", answer="x" * 200_001)


def test_an_answer_to_an_older_form_of_a_question_is_set_aside():
    """If a question has changed its kind since,
    is the old answer left out rather than shown wrongly?
    """
    answers.append(item="classic-link", kind="number", answer=17.5, score=0)
    assert hosted(document("classic")).past == {}


@pytest.mark.parametrize(
    ("answer", "score"), [([0, 1, 2, 4], 1), ([0, 1, 2], 0.5), ([0, 1], 0), ([0, 1, 2, 3, 4], 0.5)]
)
def test_one_slip_of_several_is_half(answer, score):
    """Is a tick too many or too few half a point, two of them none?"""
    item = next(q for q in questions.of_chapter("classic") if q["id"] == "classic-parts")
    assert kinds.of(item).score(answer) == score
    assert len(kinds.of(item).feedback(answer)) == {1: 1, 0.5: 1, 0: 2}[score]


@pytest.mark.parametrize(
    ("answer", "score"), [([0, 1, 2, 3, 4], 1), ([0, 1, 3, 2, 4], 0.5), ([4, 1, 2, 3, 0], 0)]
)
def test_two_neighbours_swapped_are_half(answer, score):
    """Is an order with one swap of neighbours half right,
    and the first step out of place explained?
    """
    item = next(q for q in questions.of_chapter("classic") if q["id"] == "classic-path")
    assert kinds.of(item).score(answer) == score
    assert len(kinds.of(item).feedback(answer)) == 1


@pytest.mark.parametrize(
    "answer",
    [
        [0, 0, 0],
        {"text": "x", "rating": 1},
        {"text": "x", "rating": 2},
        {"rating": 1},
        [0, 0],
        "x",
        [9, 0, 0],
    ],
)
def test_specimens_of_match_and_text(answer):
    """Are answers of these kinds told from others?"""
    match, text, _ = json.loads(
        (Path(__file__).parents[1] / "specimens.json").read_text(encoding="utf-8")
    )
    assert kinds.of(match).is_answer(answer) == (answer == [0, 0, 0])
    assert kinds.of(text).is_answer(answer) == (answer in ("x", {"text": "x", "rating": 1}))


def test_where_you_stand_follows_the_course():
    """Do the chapters stand in the order in which they are read?"""
    numbers = [chapter["title"].split()[0] for chapter in progress().content["chapters"]]
    assert numbers == sorted(numbers)
    assert numbers[:2] == ["01", "02"]


def test_progress_names_the_file_that_asks_each_chapters_questions():
    """Does the notebook called so hold that quiz,
    where a link from the list of what to revisit leads?
    """
    words = sorted(questions.chapters(), key=questions.title)
    of_rooms = {room["title"] for room in rooms.rooms()}
    asked = [c for c in progress().content["chapters"] if c["title"] not in of_rooms]
    for chapter, word in zip(asked, words, strict=True):
        text = (_places.shipped_notebooks() / f"{chapter['stem']}.ipynb").read_text(
            encoding="utf-8"
        )
        assert f'course.check(\\"{word}\\")' in text, chapter["title"]


def test_progress_on_paper_has_a_box_for_each_item():
    """Is there a box to tick for every question, prediction and paragraph of the course?"""
    document = progress()
    items = [item for chapter in document.content["chapters"] for item in chapter["items"]]
    assert str(document._repr_mimebundle_()["text/html"]).count("□") == len(items)

"""Does an assignment's sheet keep what is answered, without a score and without explaining?"""

import json

import pytest
from classes import line
from hosting import hear, hosted

import course
from course.classroom.cycle import assignment as assignments
from course.classroom.cycle import sheet
from course.classroom.cycle.init import specimens
from course.interactives.asked import Given, given_or_asked
from course.items import answers
from course.verbs import Notice

KEY = assignments.read(specimens() / "keys" / "1-classic-government.yaml")
FIRST, ESSAY = KEY.questions[0]["id"], KEY.tasks[0]["id"]


@pytest.fixture(autouse=True)
def at_the_sheet(tmp_path, monkeypatch):
    """The present folder is a sheet's."""
    sheet.write(KEY, tmp_path)
    monkeypatch.chdir(tmp_path)
    return tmp_path


def told(document, answer, **more):
    item = document.content["items"][0]["id"]
    return hear(hosted(document), kind="answer", item=item, answer=answer, **more)


def test_an_answer_goes_beside_the_sheet(at_the_sheet):
    """Graded, without a score, and not into the student's own file?"""
    said = told(course.ask(FIRST), 0, seconds=3)
    assert said["score"] is None
    assert said["said"].startswith("Kept")
    (kept,) = answers.read(at_the_sheet / "answers.jsonl")
    assert (kept["item"], kept["mode"], kept["score"]) == (FIRST, "graded", None)
    assert answers.read() == []


def test_day_two_brings_the_answer_back():
    """From the sheet's file, and from nowhere else?"""
    answers.append(item=FIRST, kind="choice", answer=1, score=None)
    assert hosted(course.ask(FIRST)).past == {}
    told(course.ask(ESSAY), "mine")
    assert hosted(course.ask(ESSAY)).past == {ESSAY: "mine"}


def test_the_page_knows_no_key():
    """Is nothing but the public part in what the browser holds?"""
    for item in KEY.items():
        asked = course.ask(item["id"])
        shown = json.dumps([asked.content, str(asked._repr_mimebundle_())])
        assert "feedback" not in shown
        assert "misconception" not in shown
        assert '"correct"' not in shown


def test_the_desk_is_copied_on_yes_and_only_then(at_the_sheet):
    """The student's Desk lines, each once, and no reflection?"""
    if not KEY.desk:
        sheet.write(KEY.__class__(**(KEY.__dict__ | {"desk": True})), at_the_sheet)
    answers.append(
        item="desk-first-well", kind="desk", answer={"option": 1, "why": "w"}, score=None
    )
    answers.append(item="classic-flood", kind="text", answer="my own", score=None)
    told(course.ask("share-desk"), 1)
    assert [one["item"] for one in answers.read(at_the_sheet / "answers.jsonl")] == ["share-desk"]
    for _ in range(2):
        said = told(course.ask("share-desk"), 0)
        assert said["said"] == "Kept, with 1 of your decisions at the Desk."
    kinds = sorted(one["item"] for one in answers.read(at_the_sheet / "answers.jsonl"))
    assert kinds == ["desk-first-well", "share-desk", "share-desk", "share-desk"]


def test_while_it_is_marked_the_sheet_shows_the_answer(at_the_sheet, monkeypatch):
    """As escaped words, the newest that fits; and says so if there is none?"""
    monkeypatch.setenv("NBGRADER_EXECUTION", "autograde")
    assert isinstance(given_or_asked(FIRST), Given)
    assert "No answer was found" in given_or_asked(FIRST)._repr_html_()
    lines = [
        line(ESSAY, "<b>mine</b>", 1, kind="text"),
        line(ESSAY, 7, 2, kind="text"),
        line(FIRST, 99, 3),
    ]
    (at_the_sheet / "answers.jsonl").write_bytes(b"".join(map(answers.as_raw, lines)))
    assert "No answer was found" in given_or_asked(FIRST)._repr_html_()
    assert "&lt;b&gt;mine&lt;/b&gt;" in given_or_asked(ESSAY)._repr_html_()


def test_a_sheet_without_its_items_says_so(at_the_sheet):
    """In a sentence that names the cure, as a notice in the page?"""
    (at_the_sheet / "items.json").unlink()
    shown = course.ask(FIRST)
    assert isinstance(shown, Notice)
    assert "fetch the assignment again" in shown.sentence

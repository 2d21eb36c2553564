"""A key that was changed after its sheet was given out:
what is refused before anybody is marked, and what is allowed.
"""

import json
import os
import re
import shutil
from contextlib import nullcontext
from datetime import UTC, datetime

import pytest
import yaml
from classes import handed_in, made

from course.classroom.cycle import (
    cycle,
    giving,
    gradebook,
    markbook,
    register,
    releasing,
    roll,
    sheet,
)
from course.classroom.cycle import made as kept
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.offered import Released, differing
from course.classroom.exports.public import sheet_items
from course.classroom.feedback import standing
from course.classroom.page.standing import stands
from course.errors import CourseError
from course.interface.words import say

# Of each kind: a list whose order answers point at.
PARTS = {
    "choice": "options",
    "several": "options",
    "classify": "statements",
    "match": "pairs",
    "order": "shown",
}


class Marker:
    """Stands for nbgrader and its gradebook, and keeps whom it was asked to mark."""

    marked = ()

    def __init__(self, folder):
        self.folder = folder

    def check(self, points):
        assert points

    def enter(self, student, _stamp, _points):
        Marker.marked.append(student)

    def run(self, _what, _name, *_, student, **_options):
        pytest.fail(f"nothing is released for {student}")


@pytest.fixture(scope="module")
def new_class(tmp_path_factory):
    """A class folder, made once."""
    return made(tmp_path_factory.mktemp("new") / "class").path


@pytest.fixture
def class_of(new_class, tmp_path, monkeypatch):
    """A function: (folder, name) of a class whose sheet is out, one student having handed in;
    with a kind in its key.
    """
    folder = Folder(shutil.copytree(new_class, tmp_path / "class"))
    Marker.marked = []
    monkeypatch.setattr(giving, "Grader", Marker)
    monkeypatch.setattr(gradebook, "opened", lambda _: nullcontext())
    monkeypatch.setattr(giving.standing, "of", lambda *_: standing.Standing({}, 0.0, 0.0))
    monkeypatch.setattr(giving.page, "page", lambda *_, **__: "a page")
    monkeypatch.setattr(register, "opened", lambda *_: nullcontext(Marker(folder)))
    monkeypatch.setattr(type(folder), "late", lambda *_: {})

    def released(kind="choice"):
        name = next(
            n
            for n in folder.names()
            if any(q["kind"] == kind for q in folder.assignment(n).questions)
        )
        sheet.write(folder.assignment(name), folder.path / "release" / name)
        handed_in(folder, "ali", name, [])
        return folder, name

    return released


def change(folder, name, kind, how):
    """Change the first question of a kind in the key; returns its id."""
    path = folder.path / "keys" / f"{name}.yaml"
    content = yaml.safe_load(path.read_text(encoding="utf-8"))
    item = next(q for q in content["questions"] if q["kind"] == kind)
    how(item)
    path.write_text(yaml.safe_dump(content, sort_keys=False, allow_unicode=True), encoding="utf-8")
    return item["id"]


@pytest.mark.parametrize("was_there", [True, False])
def test_a_release_that_fails_leaves_what_students_have(tmp_path, was_there):
    """The sheet before it, or none: never one that was held back?"""
    place, before = tmp_path / "release", None
    if was_there:
        place.mkdir()
        (place / "sheet").write_text("old", encoding="utf-8")
        before = shutil.copytree(place, tmp_path / "copy")

    def leak():
        place.mkdir(exist_ok=True)
        (place / "sheet").write_text("with the key in it", encoding="utf-8")
        raise CourseError("a leak")

    with pytest.raises(CourseError, match="a leak"), releasing._put_back(place, before):
        leak()
    there = {path.name: path.read_text(encoding="utf-8") for path in place.glob("*")}
    assert there == ({"sheet": "old"} if was_there else {})


@pytest.mark.parametrize("kind", PARTS)
def test_parts_in_another_order_mark_nobody(class_of, kind):
    """An answer is a number: is the step refused, are the item and the cure named,
    and is nobody asked for?
    """
    folder, name = class_of(kind)
    item = change(folder, name, kind, lambda q: q[PARTS[kind]].reverse())
    with pytest.raises(CourseError, match=rf"{item}.*put them back.*release {name} again"):
        cycle.grade(folder, name)
    assert Marker.marked == []


def test_a_question_added_or_taken_out_marks_nobody(class_of):
    """Students never saw it, or see it still?"""
    folder, name = class_of()
    items = sheet_items(folder.assignment(name))["items"]
    assert differing(items, items) == []
    assert differing(items, items[1:]) == [items[0]["id"]]
    assert differing(items[1:], items) == [items[0]["id"]]


def _other_key(item):
    right = next(option for option in item["options"] if option.get("correct"))
    wrong = next(option for option in item["options"] if not option.get("correct"))
    right.pop("correct")
    right["misconception"] = wrong.pop("misconception")
    wrong["correct"] = True


@pytest.mark.parametrize(
    "how",
    [
        _other_key,
        lambda q: q.update(stem=q["stem"] + " Say which."),
        lambda q: q["options"][0].update(
            feedback="Another explanation, and a better one than before."
        ),
    ],
    ids=["key", "stem", "feedback"],
)
def test_a_key_that_offers_the_same_is_marked(class_of, how):
    """A right answer, a stem and an explanation may be mended after the release?"""
    folder, name = class_of()
    change(folder, name, "choice", how)
    told = cycle.grade(folder, name)
    assert Marker.marked == ["ali"]
    assert not told.failed


def test_other_points_are_told_before_anybody_is_marked(class_of):
    """Is it the key that is named, and not a student; and does a new release cure it?"""
    folder, name = class_of()
    item = change(folder, name, "choice", lambda q: q.update(points=q.get("points", 1) + 2))
    with pytest.raises(
        CourseError,
        match=rf"other points.*{item}.*release {name} again, then run course class grade",
    ) as said:
        cycle.grade(folder, name)
    assert "ali" not in str(said.value)
    assert Marker.marked == []
    sheet.write(folder.assignment(name), folder.path / "release" / name)
    assert not cycle.grade(folder, name).failed


def test_who_answered_an_earlier_sheet_is_not_marked_by_the_new_one(class_of):
    """Released again with its parts in another order:
    is each who answered the first one named, and nobody else?
    """
    folder, name = class_of()
    first = (folder.path / "release" / name / "items.json").read_bytes()
    item = change(folder, name, "choice", lambda q: q["options"].reverse())
    sheet.write(folder.assignment(name), folder.path / "release" / name)
    handed_in(folder, "bina", name, [])
    for student, raw in (
        ("ali", first),
        ("bina", (folder.path / "release" / name / "items.json").read_bytes()),
    ):
        (folder.place("submitted", student, name) / "items.json").write_bytes(raw)
    told = cycle.grade(folder, name)
    assert Marker.marked == ["bina"]
    assert any(one.startswith("ali: not marked") and item in one for one in told)


def test_another_assignments_sheet_is_called_by_its_name(class_of):
    """A student answers the sheet of another week: is that said in words, stands it in the class
    list, and does the step not wait for what cannot be marked?
    """
    folder, name = class_of()
    other = next(one for one in folder.names() if one != name)
    raw = json.dumps(sheet_items(folder.assignment(other))).encode()
    (folder.place("submitted", "ali", name) / "items.json").write_bytes(raw)
    told = cycle.grade(folder, name)
    why = say("class.other_sheet", other=repr(other), name=name)
    assert told[0] == f"ali: {why}"
    (line,) = roll.roll(folder, name)
    assert line.is_other
    assert line.remark == say("class.was_other")
    assert (stands(folder, name).came, stands(folder, name).to_mark) == (1, 0)


def test_who_sent_no_answers_is_not_said_to_have_written_nothing(class_of):
    """A browser's second download is called "answers (1).jsonl": does the lecturer read that the
    answers lack, and what came instead, at each marking and in the class list?
    """
    folder, name = class_of()
    place = folder.place("submitted", "ali", name)
    (place / "answers.jsonl").rename(place / "answers (1).jsonl")
    for _ in range(2):
        told = cycle.grade(folder, name)
        assert say("class.no_answers_but", student="ali", files="“answers (1).jsonl”") in told
    (line,) = roll.roll(folder, name)
    assert line.remark == say("class.was_empty", most=line.most)
    (place / "answers (1).jsonl").unlink()
    assert say("class.no_answers", student="ali") in cycle.grade(folder, name)


@pytest.mark.parametrize("raw", [b"", b"\x00\xff<html>", b'{"v": 1}\n'])
def test_who_sent_another_file_under_that_name(class_of, raw):
    """No line of it belongs to the sheet: does the lecturer read that, and is it not taken for
    work without answers, or for an essay that was not written?
    """
    folder, name = class_of()
    (folder.place("submitted", "ali", name) / "answers.jsonl").write_bytes(raw)
    told = cycle.grade(folder, name)
    assert say("class.no_answer_in_it", student="ali") in told
    assert say("class.no_answers", student="ali") not in told
    (line,) = roll.roll(folder, name)
    assert line.remark == say("class.was_unread", most=line.most)


def test_a_second_file_laid_over_the_first_is_late(class_of):
    """Put by hand over the one before it: is the hand-in as new as its answers, of which the
    folder's own time tells nothing?
    """
    folder, name = class_of()
    place = folder.place("submitted", "ali", name)
    (place / "timestamp.txt").unlink()
    os.utime(place / "answers.jsonl", (2_000_000, 2_000_000))
    os.utime(place, (1_000_000, 1_000_000))
    assert roll.roll(folder, name)[0].came.timestamp() == 2_000_000
    os.utime(place / "answers.jsonl", (9e9, 9e9))  # by a student's clock
    assert roll.roll(folder, name)[0].came < datetime.now(UTC)


@pytest.mark.parametrize(
    "raw",
    [b"", b"[", b"[]", b"{}", b'{"items": 3}', b'{"items": [{"id": []}]}', b"\xff", b"[" * 99999],
)
def test_a_students_list_that_is_none_stops_nothing(class_of, raw):
    """Whatever a stranger put in its place?"""
    folder, name = class_of()
    path = folder.place("submitted", "ali", name) / "items.json"
    path.write_bytes(raw)
    Released(folder, name).check_answered(path)


def test_a_lost_list_of_what_was_offered_is_told(class_of):
    """With where it is to be had?"""
    folder, name = class_of()
    path = folder.path / "release" / name / "items.json"
    path.write_text(json.dumps({"items": 1}), encoding="utf-8")
    with pytest.raises(CourseError, match="copies/"):
        cycle.grade(folder, name)


@pytest.mark.classroom
def test_no_table_mixes_marks_by_two_keys(class_of):
    """Marked, then the key changed: is the table refused, with whom it concerns and the cure?"""
    folder, name = class_of()
    done = folder.place("autograded", "ali", name) / f"{name}.ipynb"
    done.parent.mkdir(parents=True)
    done.write_text("{}", encoding="utf-8")
    markbook._check_fresh(folder, name)
    later = done.stat().st_mtime + 60
    change(folder, name, "choice", _other_key)
    os.utime(folder.path / "keys" / f"{name}.yaml", (later, later))
    with pytest.raises(CourseError, match=rf"ali.*run course class grade {name}, then export"):
        markbook.table(folder, name)
    change(folder, name, "choice", lambda q: q.update(points=q.get("points", 1) + 2))
    with pytest.raises(CourseError, match="other points"):
        markbook.table(folder, name)


def test_an_order_that_shows_its_answer_is_told(class_of):
    """Before it is given out?"""
    folder, name = class_of("order")
    assert list(releasing._solved(folder.assignment(name))) == []
    item = change(folder, name, "order", lambda q: q["shown"].sort())
    (said,) = releasing._solved(folder.assignment(name))
    assert said.startswith(f"{item} shows its steps in the right order already")


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

"""A key that was changed after its sheet was given out:
what is refused before anybody is marked, and what is allowed."""

import json
import os
import shutil

import pytest
from classes import handed_in
from standing_in import Marker, change

from course.classroom.cycle import (
    cycle,
    markbook,
    releasing,
    roll,
    sheet,
)
from course.classroom.cycle.offered import Released, differing
from course.classroom.exports.public import sheet_items
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

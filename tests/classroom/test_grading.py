"""Marks without a kernel: are they what a sheet's own test cells would have said?"""

import json
import random
from functools import cache

import pytest
from classes import handed_in, made, right

from course.classroom.cycle import assignment as assignments
from course.classroom.cycle import grading, intake, marked, marking, sheet
from course.interactives import sheets
from course.items import answers
from tools.checking import drawn_class

DRAWN = 500


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    """A class folder, whose sheets are as the key makes them."""
    found = made(tmp_path_factory.mktemp("class") / "class")
    for name in found.names():
        sheet.write(found.assignment(name), found.path / "release" / name)
    return found


def cells(folder, name):
    """{item: the text of its test cell}, from the sheet that nbgrader would run."""
    book = json.loads((folder.path / "source" / name / f"{name}.ipynb").read_text(encoding="utf-8"))
    return {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["source"]
        for cell in book["cells"]
        if cell["cell_type"] == "code" and "nbgrader" in cell["metadata"]
    }


def said_by(cell):
    """What a test cell shows, as a kernel shows its last line."""
    *before, last = cell.splitlines()
    if last.startswith("#"):
        last = before.pop()
    known = {}
    exec("\n".join(before), known)  # a cell of the sheet's own
    return repr(eval(last, known))


@pytest.mark.thorough
def test_the_marks_are_those_of_the_test_cells(folder, tmp_path, monkeypatch):
    """On 500 drawn submissions, to the digit, with each cell run as it stands?"""
    # the cells read the key again and again; it stays as it is
    monkeypatch.setattr(marking.assignments, "read", cache(assignments.read))
    rng, seen, compared = random.Random(25), set(), 0
    place = folder.path / "autograded" / "ali"
    tests = {name: cells(folder, name) for name in folder.names()}
    for n in range(DRAWN):
        name = folder.names()[n % len(folder.names())]
        here = place / name
        here.mkdir(parents=True, exist_ok=True)
        (here / sheets.ANSWERS).write_bytes(drawn_class.raw(folder.assignment(name), rng))
        monkeypatch.chdir(here)
        lines = answers.read(here / sheets.ANSWERS)
        earned = marking.marks(folder.assignment(name), lines)
        assert earned.keys() == tests[name].keys()
        for item, cell in tests[name].items():
            old, new = float(said_by(cell)), marking.as_entered(earned[item])
            assert old == new, f"{name}, {item}: {old} and {new}"
            seen.add(new)
            compared += 1
    assert compared > 6 * DRAWN
    assert {0.0, 1.0, 1.5, 2.0, 3.0} <= seen, "the answers drawn were all alike"


class Book:
    """Stands for the gradebook; with `error`, it fails."""

    def __init__(self, error=None):
        self.error, self.entered = error, {}

    def check(self, points):
        assert points

    def enter(self, student, stamp, points):
        if self.error:
            raise self.error
        self.entered[student] = (stamp, points)


def came(folder, student, good=True):
    """A hand-in of the first assignment, taken in; returns (assignment, its name)."""
    name = folder.names()[0]
    key = folder.assignment(name)
    rng = random.Random(student)
    raw = drawn_class.raw(key, rng) if not good else b"".join(
        answers.as_raw({**next(drawn_class.lines(key, random.Random(1))), "n": n, "item": q["id"],
            "kind": q["kind"], "answer": right(q), "mode": "graded"})
        for n, q in enumerate(key.questions, 1)
    )  # fmt: skip
    handed_in(folder, student, name, [], raw=raw)
    intake.prepare(folder, key, student)
    return key, name


def test_what_was_marked_opens_as_a_marked_sheet(folder):
    """Does it hold each answer and mark under the cell where nbgrader's pages look for it,
    and nothing of the student's own notebook?
    """
    key, name = came(folder, "bina")
    grading.Marker(folder, key, [], Book()).mark("bina")
    path = folder.place("autograded", "bina", name) / f"{name}.ipynb"
    book = json.loads(path.read_text(encoding="utf-8"))
    found = {
        cell["metadata"]["nbgrader"]["grade_id"]: cell["outputs"][0]["data"]["text/plain"]
        for cell in book["cells"]
        if cell["cell_type"] == "code" and "nbgrader" in cell["metadata"]
    }
    assert found == {q["id"]: f"{key.points(q['id']):g}" for q in key.questions}
    assert path.stat().st_mode & 0o777 == 0o444


def test_who_is_stopped_is_marked_by_the_next_run(folder):
    """Answers taken in, or marks entered, and then the power fails: is it seen, and done again?"""
    key, name = came(folder, "cem")
    assert folder.is_stale("cem", name)
    with pytest.raises(KeyboardInterrupt):
        grading.Marker(folder, key, [], Book(KeyboardInterrupt())).mark("cem")
    assert folder.is_stale("cem", name)
    grading.Marker(folder, key, [], Book()).mark("cem")
    assert not folder.is_stale("cem", name)
    answers_file = folder.place("submitted", "cem", name) / sheets.ANSWERS
    answers_file.write_bytes(b"")
    assert intake.prepare(folder, key, "cem")
    assert not intake.prepare(folder, key, "cem"), "this run sees no change any more"
    assert folder.is_stale("cem", name), "but the marks are of other answers"


def test_a_mark_is_of_the_answers_beside_it(folder):
    """Also where the time, or the word for the exchange, is another?"""
    key, name = came(folder, "dina")
    grading.Marker(folder, key, [], Book()).mark("dina")
    done, sheet_folder = (folder.place(part, "dina", name) for part in ("autograded", "sheets"))
    assert marked.is_of(sheet_folder, done)
    (sheet_folder / "submission_secret.txt").write_text("abc", encoding="utf-8")
    assert not marked.is_of(sheet_folder, done)

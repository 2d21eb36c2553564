"""Marks without a kernel beside nbgrader's own autograder, and a marking that is killed."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import time
from pathlib import Path

import pytest
from classes import handed_in, line, made, right

from course import _places
from course.classroom.cycle import blind, codes, cycle
from course.classroom.cycle.grader import Grader
from course.classroom.cycle.markbook import table
from course.items import answers
from tools.checking import drawn_class

NAME = "1-classic-government"
GRADES = """
select submitted_assignment.student_id, base_cell.name, grade.auto_score, grade.manual_score,
  grade.needs_manual_grade, submitted_notebook.late_submission_penalty,
  submitted_assignment.timestamp, comment.manual_comment
from grade
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
join base_cell on base_cell.id = grade.cell_id
left join comment on comment.cell_id = grade.cell_id and comment.notebook_id = grade.notebook_id
"""


def grades(folder):
    """All that the gradebook says of every mark."""
    book = sqlite3.connect(folder.path / "gradebook.db")
    try:
        return sorted(book.execute(GRADES).fetchall(), key=str)
    finally:
        book.close()


def change(folder, statement, *values):
    """Change the gradebook, as formgrader would."""
    book = sqlite3.connect(folder.path / "gradebook.db")
    try:
        assert book.execute(statement, values).rowcount > 0
        book.commit()
    finally:
        book.close()


def good(key):
    """The answers file of one who answered every question rightly, and the essay."""
    found = [line(q["id"], right(q), n, kind=q["kind"]) for n, q in enumerate(key.questions, 1)]
    return [*found, line(key.tasks[0]["id"], "An essay.", 50, kind="essay")]


@pytest.fixture(scope="module")
def old(tmp_path_factory):
    """A class that nbgrader's own autograder marked, one late and one marked by a person too:
    (folder, key, what the gradebook said).
    """
    folder = made(tmp_path_factory.mktemp("old") / "class")
    with (folder.path / "nbgrader_config.py").open("a", encoding="utf-8") as file:
        file.write('c.LateSubmissionPlugin.penalty_method = "zero"\n')
        file.write("c.ExecutePreprocessor.startup_timeout = 600\n")  # busy is not broken
    cycle.release(folder, NAME)
    key, rng = folder.assignment(NAME), random.Random(8)
    handed_in(folder, "good", NAME, good(key))
    for student in ("drawn-1", "drawn-2"):
        handed_in(folder, student, NAME, [], raw=drawn_class.raw(key, rng))
    handed_in(folder, "none", NAME, [])
    late = handed_in(folder, "late", NAME, good(key))
    (late / "timestamp.txt").write_text("2026-11-29 10:00:00 UTC", encoding="utf-8")
    change(folder, "update assignment set duedate = ?", "2026-11-28 10:00:00.000000")

    from course.classroom.cycle import intake

    grader = Grader(folder)
    for student in folder.students("submitted", NAME):
        intake.prepare(folder, key, student)
        grader.run("autograde", NAME, student, student=student)
    pages, essay = blind.pages(folder, NAME), key.tasks[0]
    assert pages
    text = codes.texts_of(folder, key, "good")[essay["id"]]
    code = f"{codes.codes_of(folder, NAME, [])['good']}-{text}"
    levels = dict.fromkeys([row["criterion"] for row in essay["rubric"]], 2)
    marks = {code: {"levels": levels, "comment": "Kept?"}}
    blind.bring_in(
        folder, NAME, json.dumps({"assignment": NAME, "task": essay["id"], "marks": marks})
    )
    return folder, key, grades(folder)


def test_a_gradebook_made_by_the_old_way_keeps_its_marks(old):
    """Is nobody marked again for nothing; and marked again, is every mark, penalty, time and
    comment what nbgrader's autograder said, to the digit?
    """
    folder, _, before = old
    when = marked_so_far(folder)
    told = cycle.grade(folder, NAME)
    assert "5 of 5" in told[-1]
    assert grades(folder) == before
    assert marked_so_far(folder) == when
    assert not cycle.feedback(folder, NAME).failed, "what the old way marked has a page too"
    told = cycle.grade(folder, NAME, again=True)
    assert not told.failed
    assert grades(folder) == before
    assert any(row[2] not in {0.0, None} for row in before)
    assert any(row[3] == 8.0 and "Kept?" in row[7] for row in before)
    assert any(row[5] for row in before if row[0] == "late"), "the rule for lateness did not run"
    assert any("late: 16 points are taken off" in one for one in told)


def test_a_persons_mark_on_a_question_stays(old):
    """Changed by formgrader and then marked anew: is it kept, and to be looked at again?"""
    folder, key, _ = old
    first = key.questions[0]["id"]
    change(
        folder,
        "update grade set manual_score = 0.25 where cell_id in (select id from base_cell where "
        "name = ?)",
        first,
    )
    cycle.grade(folder, NAME, again=True)
    rows = [row for row in grades(folder) if row[1] == first]
    assert {(row[3], row[4]) for row in rows} == {(0.25, 1)}
    columns, said = table(folder, NAME)
    assert {row[columns.index(first)] for row in said} == {0.25}


def test_formgrader_opens_what_was_marked(old):
    """By the exporter and the template that formgrader uses: are mark and answer shown?"""
    from nbconvert.exporters import HTMLExporter
    from nbgrader.server_extensions.formgrader import handlers
    from traitlets.config import Config

    folder, key, _ = old
    cycle.grade(folder, NAME, again=True)
    config = Config()
    config.HTMLExporter.template_name = "formgrade"
    config.HTMLExporter.extra_template_basedirs = [handlers.template_path]
    known = dict.fromkeys(("notebook_id", "assignment_id", "submission_id", "base_url"), "x")
    resources = {**known, "index": 0, "total": 1, "student": "good", "last_name": "",
        "first_name": "", "notebook_path": "x"}  # fmt: skip
    path = folder.place("autograded", "good", NAME) / f"{NAME}.ipynb"
    page, _ = HTMLExporter(config=config).from_filename(str(path), resources=resources)
    assert "1 of 1" in page
    assert key.questions[0]["options"][0]["text"] in page
    assert "An essay." in page


@pytest.fixture(scope="module")
def many(tmp_path_factory):
    """A class of eighty that handed in: (folder, key, what each is to earn)."""
    folder = made(tmp_path_factory.mktemp("many") / "class")
    cycle.release(folder, NAME)
    key, rng = folder.assignment(NAME), random.Random(9)
    for n in range(80):
        handed_in(folder, f"s{n:02}", NAME, [], raw=drawn_class.raw(key, rng))
    return folder


def running(folder, *more):
    """`course class grade` as a command of its own, which waits for whoever watches it."""
    return subprocess.Popen(
        [
            "nice",
            "-n",
            "19",
            sys.executable,
            "-m",
            "course",
            "class",
            "grade",
            NAME,
            "--in",
            str(folder.path),
            *more,
        ],
        cwd=_places.root(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )


def marked_so_far(folder):
    """{student: when} of those whose marked sheet is there."""
    found = folder.students("autograded", NAME)
    return {student: place.stat().st_mtime_ns for student, place in found.items()}


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGKILL])
def test_a_marking_that_is_stopped_goes_on(many, how):
    """Ctrl+C, or killed without warning, in the middle: is every marked sheet whole, does the next
    run leave those alone and mark the rest, and is each mark what it is without the stop?
    """
    folder = many
    for place in folder.students("autograded", NAME).values():
        for path in place.iterdir():
            path.unlink()
        place.rmdir()
    command = running(folder)
    began = time.monotonic()
    while not marked_so_far(folder):
        assert time.monotonic() - began < 600  # the last of a busy machine's: slow, not broken
        time.sleep(0.005)
    os.kill(command.pid, how)
    _, said = command.communicate(timeout=60)
    if how == signal.SIGINT:
        assert command.returncode == 130, f"{len(marked_so_far(folder))} were marked: {said}"
        assert "run the same command again" in said
        assert "Traceback" not in said
    done = marked_so_far(folder)
    assert 1 <= len(done) < 80, "it was not stopped in the middle"
    for student in done:
        place = folder.place("autograded", student, NAME)
        assert json.loads((place / f"{NAME}.ipynb").read_text(encoding="utf-8"))["cells"]
        assert (place / "answers.jsonl").is_file()
    parts = list(Path(folder.path / "autograded").glob("*/.coming-*"))
    assert len(parts) <= 1, "one that was being written may be left, and no more"

    told = cycle.grade(folder, NAME)
    assert "80 of 80" in told[-1]
    again = marked_so_far(folder)
    assert len(again) == 80
    assert {student: again[student] for student in done} == done, "the done were done again"
    whole = grades(folder)
    cycle.grade(folder, NAME, again=True)
    assert grades(folder) == whole


def test_half_a_submission_is_no_nought(many):
    """A gradebook with a submission and no marks, as nbgrader leaves when it is killed: is it not
    written into a table as 0?
    """
    cycle.grade(many, NAME)
    change(
        many,
        "update grade set auto_score = null where notebook_id in (select submitted_notebook.id "
        "from submitted_notebook join submitted_assignment on submitted_assignment.id = "
        "submitted_notebook.assignment_id where student_id = ?)",
        "s07",
    )
    from course.classroom.cycle.told import Told

    told = Told(many, "export", NAME)
    _, rows = table(many, NAME, told)
    assert "s07" not in {row[0] for row in rows}
    assert any(one.startswith("s07: no marks") for one in told)


def test_feedback_that_is_stopped_goes_on(many, monkeypatch):
    """Is each page whole or not there, and does one that was written keep its time?"""
    from course.classroom.cycle import giving

    cycle.grade(many, NAME, again=True)
    write, count = giving._write, []

    def stopped(*arguments):
        if len(count) == 10:
            raise KeyboardInterrupt
        count.append(arguments)
        write(*arguments)

    with monkeypatch.context() as patch:
        patch.setattr(giving, "_write", stopped)
        with pytest.raises(KeyboardInterrupt):
            cycle.feedback(many, NAME)
    pages = many.students("feedback", NAME)
    assert len(pages) == 10
    times = {s: (place / f"{NAME}.html").stat().st_mtime_ns for s, place in pages.items()}
    cycle.feedback(many, NAME)
    pages = many.students("feedback", NAME)
    assert len(pages) == 80
    assert times == {s: (pages[s] / f"{NAME}.html").stat().st_mtime_ns for s in times}


def test_hostile_answers_file_stops_nobody(many):
    """Random bytes, depth, and a line of every harm, straight into the marking?"""
    from hostile import GOOD, HARMED

    raw = b"".join(json.dumps(GOOD | {f: v}).encode("ascii") + b"\n" for f, v in HARMED)
    for student, content in (
        ("noise", os.urandom(100_000)),
        ("deep", b"[" * 100_000),
        ("harm", raw),
    ):
        handed_in(many, student, NAME, [], raw=content)
    told = cycle.grade(many, NAME)
    assert not told.failed
    assert answers.read(many.place("sheets", "harm", NAME) / "answers.jsonl") == []
    assert "83 of 83" in told[-1]

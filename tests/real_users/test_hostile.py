"""Does a hostile submission stop anybody else's marking, or run at all?"""

import json
import os
import time

import pytest
from classes import handed_in, line, made, right
from hostile import GOOD, HARMED

from course.classroom.cycle import blind, cycle
from course.classroom.cycle.markbook import table
from course.items import answers

NAME = "1-classic-government"
SPREAD = "<script>document.title='taken'</script><img src=x onerror=\"document.title='taken'\">"


def notebook(source):
    """A sheet of a student's own making, whose every cell does harm if it is run."""
    cell = {
        "cell_type": "code",
        "id": "a",
        "metadata": {},
        "source": source,
        "execution_count": None,
        "outputs": [],
    }
    return json.dumps({"cells": [cell] * 3, "metadata": {}, "nbformat": 4, "nbformat_minor": 5})


@pytest.fixture(scope="module")
def marked(tmp_path_factory):
    """A class folder with one honest submission among hostile ones, graded: folder, key,
    sentences, seconds.
    """
    place = tmp_path_factory.mktemp("hostile")
    folder = made(place / "class")
    cycle.release(folder, NAME)
    key = folder.assignment(NAME)
    essay = key.tasks[0]["id"]
    good = [
        line(item["id"], right(item), n, kind=item["kind"])
        for n, item in enumerate(key.questions, 1)
    ]
    seen = place / "seen"
    steal = f"open({str(seen)!r}, 'w').write(open('../../../keys/{NAME}.yaml').read())"
    handed_in(folder, "honest", NAME, [*good, line(essay, "An essay.", 50, kind="text")])
    handed_in(folder, "loop", NAME, good, notebook=notebook("while True: pass"))
    handed_in(folder, "flood", NAME, good, notebook=notebook("while True: print('x' * 1000000)"))
    handed_in(folder, "thief", NAME, good, notebook=notebook(steal))
    handed_in(
        folder,
        "script",
        NAME,
        [*good, line(essay, SPREAD, 51, kind="text"), line(SPREAD, SPREAD, 52)],
    )
    handed_in(folder, "noise", NAME, [], raw=os.urandom(3_000_000), notebook="no notebook")
    handed_in(folder, "deep", NAME, [], raw=b"[" * 500_000 + b"\n" + json.dumps(good[0]).encode())
    harmed = b"".join(
        json.dumps(GOOD | {field: value}).encode("ascii") + b"\n" for field, value in HARMED
    )
    handed_in(folder, "harm", NAME, [], raw=harmed + b"".join(map(answers.as_raw, good)))
    pipe = handed_in(folder, "pipe", NAME, []) / "answers.jsonl"
    pipe.unlink()
    os.mkfifo(pipe)
    big = handed_in(folder, "big", NAME, [])
    with (big / "answers.jsonl").open("wb") as file:
        file.truncate(2_000_000_000)
    link = handed_in(folder, "link", NAME, []) / "answers.jsonl"
    link.unlink()
    link.symlink_to(folder.path / "keys" / f"{NAME}.yaml")
    began = time.monotonic()
    told = cycle.grade(folder, NAME)
    return folder, key, told, time.monotonic() - began, seen


def test_everybody_else_is_marked(marked):
    """Full marks for those who answered well, whatever their notebook does;
    one sentence for each who is refused, or whose file holds no answer?
    """
    folder, key, told, seconds, _ = marked
    most = sum(key.points(item["id"]) for item in key.questions)
    columns, rows = table(folder, NAME)
    total = {row[0]: row[columns.index("total")] for row in rows}
    one = key.points(key.questions[0]["id"])
    assert total == dict.fromkeys(("honest", "loop", "flood", "thief", "script", "harm"), most) | {
        "noise": 0,
        "deep": one,
    }
    assert sorted(sentence.split(":")[0] for sentence in told if "answers.jsonl" in sentence) == [
        "big",
        "link",
        "noise",
        "pipe",
    ]
    assert "8 of 11 submissions" in told[-1]
    assert seconds < 400, "a hostile submission must not hold up the others"


def test_nothing_of_theirs_ran(marked):
    """No file written by a student's cell, no error, nothing on stderr?"""
    folder, _, _, _, seen = marked
    assert not seen.exists()
    for path in (folder.path / "autograded").glob(f"*/{NAME}/*.ipynb"):
        outputs = [
            o
            for cell in json.loads(path.read_text(encoding="utf-8"))["cells"]
            for o in cell.get("outputs", [])
        ]
        assert {o["output_type"] for o in outputs} <= {"execute_result", "display_data"}


def test_what_they_wrote_is_only_words(marked):
    """On the page of feedback, and on the page for marking?"""
    folder, _key, _, _, _ = marked
    cycle.feedback(folder, NAME)
    feedback = folder.place("feedback", "script", NAME) / f"{NAME}.html"
    for path in (feedback, *blind.pages(folder, NAME)):
        text = path.read_text(encoding="utf-8")
        assert "<script>document" not in text, path.name
        assert "<img src=x" not in text, path.name
        assert "document.title" in text, f"{path.name} must show the words"

"""What students hand in: taken, counted, or refused in a sentence."""

import json
from argparse import Namespace
from datetime import UTC, datetime, timedelta

import papers
import pytest
from classes import handed_in, line, made

from course.classroom import commands
from course.classroom.cycle import blind, intake, marking, stamps
from course.classroom.cycle.told import Told
from course.classroom.exports.public import SHARE
from course.errors import CourseError
from course.items import answers


@pytest.fixture
def paper():
    """An assignment with a question of each kind and one essay."""
    return papers.paper()


def test_the_newest_graded_answer_counts(paper):
    """Do practice, foreign items, answers of a wrong form and older ones count for nothing?"""
    lines = [
        line("one-choice", 0, 1),
        line("one-choice", 1, 2),
        line("one-choice", 0, 3, mode="practice"),
        line("one-choice", 7, 4),
        line("one-choice", {"a": 1}, 5),
        line(["one-choice"], 0, 6),
        line("one-number", 10**400, 7),
    ]
    given = marking.final(paper, lines)
    assert given == {"one-choice": 1}
    assert marking.marks(paper, lines)["one-choice"].points == 0


def test_intake_takes_the_answers_and_nothing_else(tmp_path, paper):
    """Foreign items, a torn line, a notebook of the student's own:
    is only what belongs to the sheet copied?
    """
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    found = folder.assignment(name)
    (folder.path / "release" / name).mkdir(parents=True)
    (folder.path / "release" / name / f"{name}.ipynb").write_text("ours", encoding="utf-8")
    one = found.questions[0]["id"]
    raw = (
        b"".join(
            map(answers.as_raw, [line(one, 0, 1), line("classic-cipher", 1, 2), line(one, 1, 3)])
        )
        + b'{"v":1,"at'
    )
    came = handed_in(folder, "ali", name, [], raw=raw, notebook="theirs")
    (came / "evil.py").write_text("1/0", encoding="utf-8")
    assert intake.prepare(folder, found, "ali")
    made_of = folder.place("sheets", "ali", name)
    assert sorted(path.name for path in made_of.iterdir()) == [
        "1-classic-government.ipynb",
        "answers.jsonl",
        "timestamp.txt",
    ]
    assert (made_of / f"{name}.ipynb").read_text(encoding="utf-8") == "ours"
    assert [kept["answer"] for kept in answers.read(made_of / "answers.jsonl")] == [0, 1]
    assert not intake.prepare(folder, found, "ali"), "nothing changed, so nothing is written"
    assert (came / "answers.jsonl").read_bytes() == raw


@pytest.mark.parametrize(
    ("said", "is_kept"),
    [
        ("2026-11-24 10:20:30.123456 UTC", True),
        ("2026-11-24 10:20:30 +0500", True),
        ("2026-02-31 10:20:30 UTC", False),
        ("2026-11-24 25:20:30 UTC", False),
        ("۲۰۲۶-۱۱-۲۴ 10:20:30 UTC", False),
        ("2026-11-24 10:20:30 <b>", False),
    ],
)
def test_a_time_that_no_clock_shows_is_not_handed_on(tmp_path, said, is_kept):
    """Does the file of the time hold what the exchange wrote,
    or the folder's own time where that is none?
    """
    (tmp_path / "timestamp.txt").write_text(said, encoding="utf-8")
    told = []
    stamp = intake._stamp(tmp_path, "ali", told)
    assert (stamp == said) == is_kept == (not told)
    assert stamps.parsed(stamp)


@pytest.mark.parametrize("harm", ["huge", "link", "folder"])
def test_intake_refuses_one_student_in_a_sentence(tmp_path, harm):
    """A file of gigabytes, a link to the key, a folder in its place: named, and never followed?"""
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    found = folder.assignment(name)
    came = handed_in(folder, "eve", name, [])
    path = came / "answers.jsonl"
    path.unlink()
    if harm == "huge":
        with path.open("wb") as file:
            file.truncate(2_000_000_000)  # a hole: no disk is filled
    elif harm == "link":
        path.symlink_to(folder.path / "keys" / f"{name}.yaml")
    else:
        path.mkdir()
    with pytest.raises(CourseError, match="^eve: "):
        intake.prepare(folder, found, "eve")


@pytest.mark.parametrize(
    "said",
    ["0001-01-01 00:00:00 UTC", "9999-12-31 23:59:59 UTC", "2026-02-31 10:00:00 UTC", "soon", ""],
)
def test_a_time_that_cannot_be_is_told(tmp_path, said):
    """Does the folder's own time take its place,
    so that nobody is marked late or early by nonsense?
    """
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    (handed_in(folder, "ali", name, []) / "timestamp.txt").write_text(said, encoding="utf-8")
    told = []
    intake.prepare(folder, folder.assignment(name), "ali", told=told)
    assert [one.split(":")[0] for one in told] == ["ali"]
    kept = (folder.place("sheets", "ali", name) / "timestamp.txt").read_text(encoding="utf-8")
    assert abs(stamps.parsed(kept) - datetime.now(UTC)) < timedelta(minutes=2)


def test_a_folder_that_no_student_can_have(tmp_path):
    """In submitted/: a link, a name that leads elsewhere; is each listed apart and none marked?"""
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    handed_in(folder, "ali", name, [])
    for student in ("a+b", "*", "-rf", ".x"):
        handed_in(folder, student, name, [])
    (folder.path / "submitted" / "bina").symlink_to("ali")
    assert list(folder.students("submitted", name)) == ["ali"]
    assert {path.parent.name for path in folder.odd("submitted", name)} == {
        "a+b",
        "*",
        "-rf",
        ".x",
        "bina",
    }


def test_half_a_character_stops_no_page(tmp_path):
    """An essay with a control sign can be read and marked; a line with half a letter,
    which no page of ours wrote, is none?
    """
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    essay = folder.assignment(name).tasks[0]["id"]
    for student, text in (("ali", "half \ud800"), ("bina", "whole"), ("chand", "clear \x1b[2J")):
        place = folder.place("sheets", student, name)
        place.mkdir(parents=True)
        (place / "answers.jsonl").write_text(
            json.dumps(line(essay, text, 1, kind="text")), encoding="ascii"
        )
    (page,) = blind.pages(folder, name)
    text = page.read_text(encoding="utf-8")
    assert "half" not in text
    assert "whole" in text
    assert "clear" in text
    assert "\x1b" not in text


@pytest.mark.parametrize("what", ["marks", "report"])
def test_a_fault_of_one_student_is_that_students_line(tmp_path, monkeypatch, capsys, what):
    """On the pages for marking and in the report: are the others there,
    and does the command end with 1?
    """
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    essay = folder.assignment(name).tasks[0]["id"]
    for student in ("ali", "bina"):
        place = folder.place("sheets", student, name)
        place.mkdir(parents=True)
        (place / "answers.jsonl").write_bytes(answers.as_raw(line(essay, student, 1, kind="text")))
    sound = answers.read

    def harmed(path=None):
        if "ali" in path.parts:
            raise RecursionError("too deep")
        return sound(path)

    monkeypatch.setattr(answers, "read", harmed)
    if what == "marks":
        told = Told(folder, "grade", name)
        assert len(blind.pages(folder, name, told)) == 1
        assert told.failed
        assert told[0].startswith("ali: ")
        return
    code = commands.run(
        Namespace(step="report", name=name, place=str(folder.path), dry_run=False, names=True)
    )
    said = capsys.readouterr().out
    assert code == 1
    assert "ali: the step report failed for this student alone (RecursionError: too deep)" in said
    assert "bina" in (folder.path / "reports" / f"{name}-students.csv").read_text(
        encoding="utf-8-sig"
    )
    assert "RecursionError" in (folder.path / "logs" / "report.txt").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("said", "kept"), [([], 0), ([0], 1), ([0, 1], 0), ([1, 0], 1), (["yes"], 0)]
)
def test_the_desk_travels_only_if_ticked(paper, said, kept):
    """Does the newest word decide, and does no reflection ever travel?"""
    desk = line("desk-first-well", {"option": 0, "why": "x"}, 9, kind="desk", mode="practice")
    reflection = line("classic-flood", "my own", 10, kind="text", mode="practice")
    lines = [desk, reflection, *(line(SHARE["id"], word, n) for n, word in enumerate(said, 11))]
    found = intake.wanted(paper, lines)
    assert [one["kind"] for one in found if one["item"] != SHARE["id"]] == ["desk"] * kept

"""What students hand in, and what a lecturer marks: taken, counted, or refused in a sentence."""

import json

import papers
import pytest
from classes import handed_in, line, made

from course import answers
from course.classroom import blind, intake, marking
from course.classroom.public import SHARE
from course.classroom.spreadsheet import cell
from course.errors import CourseError


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
    """Foreign items, a torn line, a notebook of the student's own: is only what belongs to the sheet copied?"""
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    found = folder.assignment(name)
    (folder.path / "release" / name).mkdir(parents=True)
    (folder.path / "release" / name / f"{name}.ipynb").write_text("ours", encoding="utf-8")
    one = found.questions[0]["id"]
    raw = (
        b"".join(map(answers.as_raw, [line(one, 0, 1), line("classic-cipher", 1, 2), line(one, 1, 3)]))
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
    """Does the file of the time hold what the exchange wrote, or the folder's own time where that is none?"""
    (tmp_path / "timestamp.txt").write_text(said, encoding="utf-8")
    stamp = intake._stamp(tmp_path)
    assert (stamp == said) == is_kept
    assert intake._CLOCK.fullmatch(stamp[10:])


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


@pytest.mark.parametrize(("said", "kept"), [([], 0), ([0], 1), ([0, 1], 0), ([1, 0], 1), (["yes"], 0)])
def test_the_desk_travels_only_if_ticked(paper, said, kept):
    """Does the newest word decide, and does no reflection ever travel?"""
    desk = line("desk-first-flood", {"option": 0, "why": "x"}, 9, kind="desk", mode="practice")
    reflection = line("classic-flood", "my own", 10, kind="text", mode="practice")
    lines = [desk, reflection, *(line(SHARE["id"], word, n) for n, word in enumerate(said, 11))]
    found = intake.wanted(paper, lines)
    assert [one["kind"] for one in found if one["item"] != SHARE["id"]] == ["desk"] * kept


def good_marks():
    return {
        "assignment": "one",
        "task": "one-essay",
        "marks": {"c0de": {"levels": dict.fromkeys("abcd", 2), "comment": "x"}},
    }


@pytest.mark.parametrize(
    "harm",
    [
        lambda m: "no json",
        lambda m: json.dumps([1]),
        lambda m: json.dumps(m | {"assignment": "two"}),
        lambda m: json.dumps(m | {"task": "one-choice"}),
        lambda m: json.dumps(m | {"marks": [1]}),
        lambda m: json.dumps(m | {"marks": {"c": {"levels": {"a": 1}}}}),
        lambda m: json.dumps(m | {"marks": {"c": {"levels": dict.fromkeys("abcd", 4)}}}),
        lambda m: json.dumps(m | {"marks": {"c": {"levels": dict.fromkeys("abcd", True)}}}),
        lambda m: json.dumps(m | {"marks": {"c": {"levels": dict.fromkeys("abcd", 1), "comment": 3}}}),
    ],
)
def test_marks_that_no_page_saved_are_refused(paper, harm):
    """In one sentence?"""
    task, marks = blind.read_marks(json.dumps(good_marks()), paper)
    assert (task, list(marks)) == ("one-essay", ["c0de"])
    with pytest.raises(CourseError):
        blind.read_marks(harm(good_marks()), paper)


@pytest.mark.parametrize(
    ("value", "shown"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), (-2, "-2"), (2.5, "2.5"), (None, ""), ("ali", "ali")],
)
def test_no_cell_is_a_formula(value, shown):
    """Does a spreadsheet show what a student chose as a name, and numbers as numbers?"""
    assert cell(value) == shown

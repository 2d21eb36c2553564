"""The classroom below nbgrader: keys, sheets, leaks, marks, intake. Nothing here starts a kernel."""

import json
import random
import subprocess
from dataclasses import replace

import pytest
from classes import handed_in, line, made, right

from course import _places, answers, scoring, sheets
from course.classroom import assignment as assignments
from course.classroom import blind, drawing, intake, leaks, marking, sheet
from course.classroom.folder import Folder
from course.classroom.init import init
from course.classroom.public import SHARE, as_keyed, public, sheet_items
from course.classroom.spreadsheet import cell
from course.errors import CourseError

HERE = _places.root() / "notebooks" / "assignments"
KEYS = sorted((HERE / "keys").glob("*.yaml"))
specimens = pytest.mark.parametrize("path", KEYS, ids=lambda path: path.stem)

ITEMS = {
    "choice": {"options": [{"text": "a", "correct": True, "feedback": "why a is right"}, {"text": "b", "misconception": "b too", "feedback": "why b is not"}]},
    "several": {"options": [{"text": "a", "correct": True, "feedback": "why a is right"}, {"text": "b", "misconception": "b too", "feedback": "why b is not"}], "feedback": "all of it"},
    "classify": {"groups": ["x", "y"], "statements": [{"text": "one", "group": "y", "feedback": "why y", "misconception": "m"}, {"text": "two", "group": "x", "feedback": "why x", "misconception": "m"}], "feedback": "all"},
    "match": {"pairs": [{"left": "l1", "right": "zed", "feedback": "f", "misconception": "m"}, {"left": "l2", "right": "ay", "feedback": "f", "misconception": "m"}], "distractors": ["em"], "feedback": "all"},
    "order": {"steps": [{"text": t, "feedback": "f", "misconception": "m"} for t in ("first", "second", "third")], "shown": [2, 0, 1], "feedback": "all"},
    "number": {"answer": 5.5, "tolerance": 0.1, "unit": "%", "feedback": "f", "low": "too low", "high": "too high"},
}  # fmt: skip


def item(kind):
    return {
        "id": f"one-{kind}",
        "kind": kind,
        "stem": "What then?",
        "objective": "know",
        "claims": ["CG-a"],
        **ITEMS[kind],
    }


@pytest.fixture
def paper():
    """An assignment with a question of each kind and one essay."""
    rubric = [
        {"criterion": word, "levels": ["none at all", "a little", "a good deal", "all of it"]}
        for word in "abcd"
    ]
    essay = {
        "id": "one-essay",
        "kind": "essay",
        "stem": "Write.",
        "objective": "know",
        "words": 50,
        "rubric": rubric,
    }
    return assignments.Assignment(
        name="one", title="One", covers=("01",), minutes=20, objectives={"know": "know it all"},
        questions=tuple(item(kind) | {"points": 2} for kind in ITEMS), tasks=(essay,), desk=True,
    )  # fmt: skip


@specimens
def test_a_specimen_is_whole(path):
    """Is the key valid, public by its own word, its sheet the one that is stored, and does it name chapters there are?"""
    found = assignments.read(path)
    assert found.public, f"{path.name}: a specimen says `public: true`"
    stored = HERE / "source" / path.stem
    for name, content in ((f"{path.stem}.ipynb", sheet.notebook(found)), ("items.json", sheet_items(found))):
        assert json.loads((stored / name).read_text(encoding="utf-8")) == content, (
            f"{stored.name}/{name} is not what its key says; run: course class sheets"
        )


@specimens
def test_a_specimen_says_that_it_is_one(path):
    """On the sheet of a public key, and never on that of a class?"""
    found = assignments.read(path)
    for open_key, told in ((True, 1), (False, 0)):
        head = sheet.notebook(replace(found, public=open_key))["cells"][0]["source"]
        assert head.count("its key is public") == told
        assert "\n\n\n" not in head


@specimens
def test_a_specimen_gives_nothing_away(path, tmp_path):
    """Does the stored sheet, apart from its hidden tests, hold nothing of the key?"""
    found = assignments.read(path)
    sheet.write(found, tmp_path)
    said = [sentence for sentence in leaks.in_files(found, tmp_path) if "hidden test" not in sentence]
    assert said == []


@pytest.mark.parametrize("kind", ITEMS)
def test_what_is_public_can_be_answered_and_marked(kind, paper):
    """Can a sheet's page judge the form of an answer without the key, and does the right one earn all its points?"""
    one = paper.item(f"one-{kind}")
    answer = right(one)
    assert scoring.is_answer(public(one), answer)
    assert scoring.score(one, as_keyed(one, answer)) == 1
    marked = marking.marks(paper, [line(one["id"], answer)])
    assert (marked[one["id"]].points, repr(marked[one["id"]])) == (2, "2")
    assert sum(mark.points for mark in marked.values()) == 2


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


def test_nothing_is_left_of_the_key(paper):
    """Are feedback, misconceptions, the number and the order of steps gone from what students get?"""
    told = json.dumps(sheet_items(paper))
    assert all(
        word not in told
        for word in ("feedback", "misconception", "correct", "why a", "5.5", "tolerance", '"group"')
    )
    steps = next(one for one in sheet_items(paper)["items"] if one["id"] == "one-order")["steps"]
    assert [step["text"] for step in steps] == ["third", "first", "second"]


@pytest.mark.parametrize("planted", ["feedback", "test", "number", "order", "page", "deep"])
def test_a_planted_leak_is_found(paper, tmp_path, planted):
    """In a cell, in metadata, in items.json, in a page, in an older version in git?"""
    book, told = sheet.notebook(paper), sheet_items(paper)
    book["cells"] = [cell | {"source": cell["source"].split("### BEGIN")[0]} for cell in book["cells"]]
    reason = "It stays with the post, \u201cnot\u201d with a person"
    paper.questions[0]["options"][0]["feedback"] = reason
    match planted:
        case "feedback":
            book["metadata"]["note"] = reason
        case "test":
            book["cells"][2]["source"] += "### BEGIN HIDDEN TESTS"
        case "number":
            told["items"][5]["answer"] = 5.5
        case "order":
            told["items"][4]["steps"].sort(key=lambda step: step["text"])
        case "deep":
            book["cells"][0]["metadata"]["x"] = json.dumps({"y": reason})
    (tmp_path / "one.ipynb").write_text(json.dumps(book), encoding="utf-8")
    (tmp_path / "items.json").write_text(json.dumps(told), encoding="utf-8")
    if planted == "page":
        (tmp_path / "one.html").write_text(f"<p>{reason}</p>", encoding="utf-8")
    assert leaks.in_files(paper, tmp_path), f"the planted {planted} was not found"


def test_git_remembers_a_leak(paper, tmp_path):
    """Is a key that was committed and taken back still found, and a clean history clean?"""

    def git(*arguments):
        subprocess.run(
            ["git", "-C", tmp_path, "-c", "user.name=t", "-c", "user.email=t@example.org", *arguments],
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    book = sheet.notebook(paper)
    book["cells"] = [cell | {"source": cell["source"].split("### BEGIN")[0]} for cell in book["cells"]]
    (tmp_path / "one.ipynb").write_text(json.dumps(book), encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "clean")
    assert leaks.in_history(paper, tmp_path) == []
    (tmp_path / "key.txt").write_text("why b is not", encoding="utf-8")
    git("add", "-A")
    git("commit", "-qm", "oops")
    git("rm", "-q", "key.txt")
    git("commit", "-qm", "gone")
    assert leaks.in_files(paper, tmp_path) == []
    assert leaks.in_history(paper, tmp_path)


def test_a_class_gets_its_own_key(tmp_path):
    """Do drawn numbers and countries differ from the public specimens', computed and not copied, and only there?"""
    folder = made(tmp_path / "class")
    drawn = 0
    assert [path.stem for path in KEYS] == folder.names()
    for path in KEYS:
        theirs, ours = assignments.read(path), folder.assignment(path.stem)
        assert not ours.public
        for one, other in zip(theirs.items(), ours.items(), strict=True):
            if "draw" in one:
                drawn += 1
                assert one["draw"]["drawn"] != other["draw"]["drawn"]
                assert one["stem"] != other["stem"], f"{one['id']}: the stem does not tell what was drawn"
            else:
                assert one == other
    assert drawn >= 1
    assert (folder.path.stat().st_mode & 0o077) == 0


@pytest.mark.parametrize("place", ["inside", "full"])
def test_no_class_folder_where_it_would_harm(tmp_path, place):
    """Inside the clone, or over something that is there?"""
    (tmp_path / "x").write_text("mine", encoding="utf-8")
    with pytest.raises(CourseError, match=r"outside it|empty or new"):
        init(_places.root() / "notebooks" / "mine" if place == "inside" else tmp_path)
    assert (tmp_path / "x").read_text(encoding="utf-8") == "mine"


def test_a_draw_avoids_what_was_drawn():
    """Whatever the seed?"""
    content = {
        "questions": [
            {
                "id": "a-b",
                "draw": {"by": "country", "among": {"country": ["PAK", "IND"]}, "drawn": {"country": "PAK"}},
            }
        ]
    }
    for seed in range(20):
        anew = drawing.drawn_anew(content, random.Random(seed))
        assert anew["questions"][0]["draw"]["drawn"] == {"country": "IND"}


@pytest.mark.parametrize(
    ("harm", "words"),
    [
        ("points: many", "integer"),
        ("kind: riddle", "riddle"),
        ("stem: [", "not YAML"),
        ("objective: nowhere", "none of the objectives"),
    ],
)
def test_a_damaged_key_is_told_in_a_sentence(tmp_path, harm, words):
    """File, item and fault?"""
    text = KEYS[0].read_text(encoding="utf-8")
    word = harm.split(":", maxsplit=1)[0]
    lines = text.splitlines()
    at = next(i for i, one in enumerate(lines) if one.strip().startswith(f"{word}:"))
    lines[at] = lines[at][: len(lines[at]) - len(lines[at].lstrip())] + harm
    path = tmp_path / KEYS[0].name
    path.write_text("\n".join(lines), encoding="utf-8")
    with pytest.raises(CourseError, match=words) as caught:
        assignments.read(path)
    assert path.name in str(caught.value)


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


def test_an_answer_is_shown_as_words(paper):
    """Of each kind, escaped?"""
    for kind in ITEMS:
        one = paper.item(f"one-{kind}")
        shown = sheets.answer_html(public(one), right(one))
        assert "The answer given" in shown
    hostile = sheets.answer_html({"kind": "text", "stem": "s"}, "<script>alert(1)</script>\n\nand")
    assert "<script" not in hostile
    assert "&lt;script&gt;" in hostile


def test_a_sheet_that_is_damaged_says_so(tmp_path):
    """Missing, torn, or without the item?"""
    with pytest.raises(CourseError, match="fetch the assignment again"):
        sheets.item("one-choice", tmp_path)
    (tmp_path / "items.json").write_text('{"items": [', encoding="utf-8")
    with pytest.raises(CourseError, match="fetch the assignment again"):
        sheets.item("one-choice", tmp_path)
    (tmp_path / "items.json").write_text('{"items": [{"id": "one-choice"}]}', encoding="utf-8")
    with pytest.raises(CourseError, match="one-choice"):
        sheets.item("one-choise", tmp_path)


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


def test_a_place_that_is_no_class_folder(tmp_path):
    """Told how to find or make one?"""
    with pytest.raises(CourseError, match="course class init"):
        Folder(tmp_path)

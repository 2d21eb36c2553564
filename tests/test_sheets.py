"""What students get of an assignment: whole, answerable, and nothing of the key."""

import json
import subprocess
from dataclasses import replace

import papers
import pytest
from classes import line, right
from papers import ITEMS

from course import _places, sheets
from course.classroom import assignment as assignments
from course.classroom import leaks, marking, sheet
from course.classroom.public import public, sheet_items
from course.errors import CourseError
from course.items import kinds

HERE = _places.root() / "notebooks" / "assignments"
KEYS = sorted((HERE / "keys").glob("*.yaml"))
specimens = pytest.mark.parametrize("path", KEYS, ids=lambda path: path.stem)


@pytest.fixture
def paper():
    """An assignment with a question of each kind and one essay."""
    return papers.paper()


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
    assert kinds.of(public(one)).is_answer(answer)
    assert kinds.of(one).score(kinds.of(one).as_keyed(answer)) == 1
    marked = marking.marks(paper, [line(one["id"], answer)])
    assert (marked[one["id"]].points, repr(marked[one["id"]])) == (2, "2")
    assert sum(mark.points for mark in marked.values()) == 2


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

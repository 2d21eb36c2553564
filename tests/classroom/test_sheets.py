"""What students get of an assignment: whole, answerable, and nothing of the key."""

import base64
import gzip
import json
import subprocess
from dataclasses import replace

import nbformat
import papers
import pytest
from classes import line, right
from papers import ITEMS

import course
from course import _places
from course.classroom.cycle import assignment as assignments
from course.classroom.cycle import leaks, marking, sheet
from course.classroom.exports.public import public, sheet_items
from course.errors import CourseError
from course.interactives import MIME, made, read, sheets
from course.interactives.asked import asked
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
    """Is the key valid, public by its own word, its sheet the one that is stored,
    and does it name chapters there are?
    """
    found = assignments.read(path)
    assert found.public, f"{path.name}: a specimen says `public: true`"
    stored = HERE / "source" / path.stem
    for name, content in (
        (f"{path.stem}.ipynb", sheet.notebook(found)),
        ("items.json", sheet_items(found)),
    ):
        there = json.loads((stored / name).read_text(encoding="utf-8"))
        assert unpacked(there) == unpacked(content), (
            f"{stored.name}/{name} is not what its key says; run: course class sheets"
        )


def unpacked(content):
    """The same with each document's content in place of its bytes:
    builds of zlib differ in the bytes they make.
    """
    if isinstance(content, list):
        return [unpacked(part) for part in content]
    if not isinstance(content, dict):
        return content
    return {k: read(part).content if k == MIME else unpacked(part) for k, part in content.items()}


@specimens
def test_a_sheet_opens_live(path, tmp_path, monkeypatch):
    """Does each cell that asks hold the document that its run would give,
    so that nothing has to be run first?
    """
    found = assignments.read(path)
    book = sheet.notebook(found)
    sheet.write(found, tmp_path)
    monkeypatch.chdir(tmp_path)
    asking = {
        cell["id"]: cell for cell in book["cells"] if cell["source"].startswith("course.ask(")
    }
    assert len(asking) == len(sheet_items(found)["items"])
    for name in sheet_items(found)["items"]:
        (output,) = asking[f"ask-{name['id']}"]["outputs"]
        assert output["data"] == course.ask(name["id"])._repr_mimebundle_()
    assert "Run All" not in book["cells"][0]["source"]
    nbformat.validate(nbformat.from_dict(book))


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
    said = [
        sentence for sentence in leaks.in_files(found, tmp_path) if "hidden test" not in sentence
    ]
    assert said == []


@pytest.mark.parametrize("kind", ITEMS)
def test_what_is_public_can_be_answered_and_marked(kind, paper):
    """Can a sheet's page judge the form of an answer without the key,
    and does the right one earn all its points?
    """
    one = paper.item(f"one-{kind}")
    answer = right(one)
    assert kinds.of(public(one)).is_answer(answer)
    assert kinds.of(one).score(kinds.of(one).as_keyed(answer)) == 1
    marked = marking.marks(paper, [line(one["id"], answer)])
    assert (marked[one["id"]].points, repr(marked[one["id"]])) == (2, "2")
    assert sum(mark.points for mark in marked.values()) == 2


def test_nothing_is_left_of_the_key(paper):
    """Are feedback, misconceptions, the number and the order of
    steps gone from what students get?
    """
    told = json.dumps(sheet_items(paper))
    assert all(
        word not in told
        for word in ("feedback", "misconception", "correct", "why a", "5.5", "tolerance", '"group"')
    )
    steps = next(one for one in sheet_items(paper)["items"] if one["id"] == "one-order")["steps"]
    assert [step["text"] for step in steps] == ["third", "first", "second"]


def without_tests(book):
    """The notebook as nbgrader makes it for students."""
    book["cells"] = [
        cell | {"source": cell["source"].split("### BEGIN")[0]} for cell in book["cells"]
    ]
    return book


@pytest.mark.parametrize("planted", ["feedback", "test", "number", "order", "page", "deep"])
def test_a_planted_leak_is_found(paper, tmp_path, planted):
    """In a cell, in metadata, in items.json, in a page, in an older version in git?"""
    book, told = without_tests(sheet.notebook(paper)), sheet_items(paper)
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


REASON = "It stays with the post, \u201cnot\u201d with a person"
PACKED = made("quiz", "x", {"items": [{"why": REASON, "then": "why b is not"}]}).stored["data"]
HIDDEN = {
    "in a page": f"<script>{PACKED}</script>",
    "in a page, folded": "\n".join(PACKED[at : at + 64] for at in range(0, len(PACKED), 64)),
    "in a script": f'x = "{PACKED}"'.replace("/", r"\/"),
    "torn": PACKED[:-12],
    "packed twice": made("quiz", "y", {"x": PACKED}).stored["data"],
    "in metadata": json.dumps({"metadata": {"x": json.dumps({"y": PACKED})}}),
    "gzip": gzip.compress(REASON.encode()),
    "too large": base64.b64encode(gzip.compress(b" " * 20_000_000 + REASON.encode())).decode(),
}


@pytest.mark.parametrize("where", HIDDEN)
def test_a_packed_leak_is_found(paper, tmp_path, where):
    """Is what documents hold packed looked into, wherever it stands,
    and what cannot be looked through told?
    """
    paper.questions[0]["options"][0]["feedback"] = REASON
    raw = HIDDEN[where]
    (tmp_path / "a").write_bytes(raw if isinstance(raw, bytes) else raw.encode())
    wanted = "too large" if where == "too large" else "an explanation of one-choice"
    assert any(wanted in said for said in leaks.in_files(paper, tmp_path))


def test_a_sheet_holds_its_own_documents_alone(paper, tmp_path):
    """An item as its key has it, a number's answer, a damaged document:
    is each found in a sheet that is else clean?
    """
    book = without_tests(sheet.notebook(paper))
    outputs = next(cell["outputs"] for cell in book["cells"] if cell.get("outputs"))
    (number,) = (one for one in sheet_items(paper)["items"] if one["kind"] == "number")
    damaged = asked(number)._repr_mimebundle_() | {
        MIME: {"module": "asked", "id": "x", "data": "H4sI"}
    }
    planted = {
        "not made of what a student may see": asked(paper.questions[0])._repr_mimebundle_(),
        "made of what a student may see (one-number)": asked(
            number | {"answer": 5.5}
        )._repr_mimebundle_(),
        "cannot be read": damaged,
    }
    path = tmp_path / "one.ipynb"
    path.write_text(json.dumps(book), encoding="utf-8")
    assert leaks.in_files(paper, tmp_path) == []
    for words, bundle in planted.items():
        outputs[0]["data"] = bundle
        path.write_text(json.dumps(book), encoding="utf-8")
        assert any(words in said for said in leaks.in_files(paper, tmp_path)), words


@pytest.mark.parametrize("leak", ["why b is not", PACKED])
def test_git_remembers_a_leak(paper, tmp_path, leak):
    """Is a key that was committed and taken back still found, and a clean history clean?"""

    def git(*arguments):
        subprocess.run(
            [
                "git",
                "-C",
                tmp_path,
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@example.org",
                *arguments,
            ],
            check=True,
            capture_output=True,
        )

    git("init", "-q")
    (tmp_path / "one.ipynb").write_text(
        json.dumps(without_tests(sheet.notebook(paper))), encoding="utf-8"
    )
    git("add", "-A")
    git("commit", "-qm", "clean")
    assert leaks.in_history(paper, tmp_path) == []
    (tmp_path / "key.txt").write_text(leak, encoding="utf-8")
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

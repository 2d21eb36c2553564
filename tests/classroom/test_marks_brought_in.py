"""A file of marks and its comments: read, refused in a sentence, and shown as words."""

import html
import json
import re

import papers
import pytest
from classes import made

from course.classroom import steps
from course.classroom.cycle import blind, comments
from course.classroom.exports.spreadsheet import cell
from course.errors import CourseError


@pytest.fixture
def paper():
    """An assignment with a question of each kind and one essay."""
    return papers.paper()


@pytest.mark.parametrize("file", ["{name}-codes.json", "{name}.json"])
def test_damaged_marks_are_told(tmp_path, file):
    """Whose marks are lost if they were written over?"""
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    path = folder.path / "marks" / file.format(name=name)
    path.parent.mkdir()
    path.write_text("[1, 2", encoding="utf-8")
    with pytest.raises(CourseError, match="put it back"):
        (blind.pages if "codes" in file else blind.saved)(folder, name)
    assert path.read_text(encoding="utf-8") == "[1, 2"


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
        lambda m: json.dumps(m | {"task": ["one-essay"]}),
        lambda m: json.dumps(m | {"task": {}, "assignment": None}),
        lambda m: json.dumps(m | {"marks": [1]}),
        lambda m: json.dumps(m | {"marks": {"c": {"levels": {"a": 1}}}}),
        lambda m: json.dumps(m | {"marks": {"c": {"levels": dict.fromkeys("abcd", 4)}}}),
        lambda m: json.dumps(m | {"marks": {"c": {"levels": dict.fromkeys("abcd", True)}}}),
        lambda m: json.dumps(
            m | {"marks": {"c": {"levels": dict.fromkeys("abcd", 1), "comment": 3}}}
        ),
    ],
)
def test_marks_that_no_page_saved_are_refused(paper, harm):
    """In one sentence?"""
    task, marks = blind.read_marks(json.dumps(good_marks()), paper)
    assert (task, list(marks)) == ("one-essay", ["c0de"])
    with pytest.raises(CourseError):
        blind.read_marks(harm(good_marks()), paper)


def test_a_comment_is_words_on_the_page_of_feedback(paper):
    """A marks file of a stranger's, with a tag in its comment: is it shown as it is,
    and would no browser run it?
    """
    mark = {
        "levels": dict.fromkeys("abcd", 1),
        "comment": "a < b <img src=x onerror=alert(1)> \ud800",
    }
    said = comments.said(paper.tasks[0]["rubric"], mark)
    assert "<" not in said
    assert "a &lt; b &lt;img" in said
    assert said.encode("utf-8")


@pytest.mark.parametrize(
    "comment",
    ["[x](javascript:alert(1))", "![x](http://a.b/c.png)", "http://a.b/c", "www.a.b", "a@b.c",
        "<http://a.b>", "[x]: http://a.b\n\n[x]",
     "&lt;img src=x&gt;", "&#91;x](http://a.b)", "`a` *b* # c", "$\\href{javascript:x}{y}$",
     "\\[x](http://a.b)", "<javascript:x>"],
)  # fmt: skip
def test_a_comment_holds_nothing_live(paper, comment):
    """Read as Markdown, as nbgrader's page of feedback does: are there no link and no image,
    and are the words all there?
    """
    markdown = pytest.importorskip(
        "nbconvert.filters.markdown_mistune", reason="JupyterLab is not installed"
    )
    mark = {"levels": dict.fromkeys("abcd", 1), "comment": comment}
    page = markdown.markdown2html_mistune(comments.said(paper.tasks[0]["rubric"], mark))
    assert not re.findall(r"<(?:a|img|code|em|h\d)\b|href=|src=[\"']", page), page
    shown = " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())
    assert " ".join(comment.split()) in shown


def test_a_marks_file_with_a_mark_before_it_is_read(tmp_path):
    """As an editor on Windows saves it?"""
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    task = folder.assignment(name).tasks[0]["id"]
    path = tmp_path / "marks.json"
    path.write_text(
        json.dumps({"assignment": name, "task": task, "marks": {}}), encoding="utf-8-sig"
    )
    asked = steps.Asked("grade", name, marks=str(path), dry_run=True)
    assert steps.do(folder, asked) == [f"Would bring in 0 marks for {task}."]


@pytest.mark.parametrize(
    ("value", "shown"),
    [("=1+1", "'=1+1"), ("@x", "'@x"), (-2, "-2"), (2.5, "2.5"), (None, ""), ("ali", "ali")],
)
def test_no_cell_is_a_formula(value, shown):
    """Does a spreadsheet show what a student chose as a name, and numbers as numbers?"""
    assert cell(value) == shown

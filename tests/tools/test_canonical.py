"""The stored form of a notebook: does a cell keep its name, whatever stands before it?"""

import json
import subprocess
import sys

import nbformat
import pytest
from hypothesis import given
from hypothesis import strategies as st

from course import _places
from course.classroom.cycle import assignment, sheet
from course.cli import main
from course.errors import CourseError
from course.hosts import chapters
from tools.checking import notebooks
from tools.checking.notebooks import canonical


def cell(source, name=None):
    made = {"cell_type": "markdown", "metadata": {}, "source": source}
    return made if name is None else made | {"id": name}


def book(*cells):
    return {"cells": list(cells), "metadata": {}, "nbformat": 4, "nbformat_minor": 5}


def ids(made):
    return [one["id"] for one in made["cells"]]


def test_a_cell_put_in_renames_no_other():
    """Do the cells after a new one keep their ids, so that a change shows that one cell alone?"""
    made = ids(canonical(book(cell("a", "one"), cell("new"), cell("b", "two"))))
    assert made[0] == "one"
    assert made[2] == "two"


@pytest.mark.parametrize("bad", [None, "", "a b", "é", "x" * 65, 7, ["a"]])
def test_only_what_is_missing_invalid_or_there_twice_gets_a_new_id(bad):
    """And is the new id the same on every machine, whatever the order of the others?"""
    made = ids(canonical(book(cell("a", "one"), cell("b", "one"), cell("c", bad))))
    again = ids(canonical(book(cell("c", bad), cell("a", "one"), cell("b", "one"))))
    assert made[0] == "one"
    assert len(set(made)) == 3
    assert made[2] == again[0]
    assert sorted(made) == sorted(again)


texts = st.sampled_from(["", "a", "b"])
names = st.sampled_from([None, "one", "two", "a b", "cell-ca978112"])


@given(st.lists(st.tuples(texts, names), max_size=8))
def test_ids_are_valid_and_differ_and_stay(given_cells):
    """Whatever was there: does the notebook pass its schema,
    and does a second run change nothing?
    """
    made = canonical(book(*(cell(*one) for one in given_cells)))
    nbformat.validate(nbformat.from_dict(made))
    first = ids(made)
    assert len(set(first)) == len(first)
    assert ids(canonical(made)) == first
    kept = [name for _, name in given_cells if name in ("one", "two", "cell-ca978112")]
    assert set(kept) <= set(first)


@pytest.mark.thorough
def test_check_refuses_two_cells_of_one_name(tmp_path, capsys):
    """Is a merge that left a double told, with its cure, before anything is run?"""
    path = tmp_path / "merged.ipynb"
    path.write_text(json.dumps(book(cell("# a", "one"), cell("b", "one"))), encoding="utf-8")
    assert main(["check", str(path)]) == 2
    said = capsys.readouterr().err
    assert "'one'" in said
    assert "course check --write" in said
    assert main(["check", "--write", str(path)]) == 0
    assert main(["check", str(path)]) == 0


@pytest.mark.parametrize("content", ["", "{", "[]", '{"cells": 3}', '{"cells": [3]}', "\x00"])
def test_what_is_no_notebook_is_a_sentence(tmp_path, capsys, content):
    """Is a damaged file told in one sentence?"""
    path = tmp_path / "damaged.ipynb"
    path.write_text(content, encoding="utf-8")
    for command in (["check"], ["check", "--write"]):
        assert main([*command, str(path)]) == 2
        assert "is no notebook" in capsys.readouterr().err


def test_the_shipped_chapters_have_no_double():
    """Does no stored notebook hold an id twice?"""
    for path in [*chapters.chosen(), *(_places.root() / "notebooks/assignments").rglob("*.ipynb")]:
        found = ids(json.loads(path.read_text(encoding="utf-8")))
        assert len(set(found)) == len(found), (
            f"{path.name}: two cells have one id; run `course check --write`"
        )


def test_every_notebook_says_in_what_it_is_written():
    """Do chapters and sheets name the suffix of their code,
    so that nbconvert writes .py and not .txt?
    """
    for path in [*chapters.chosen(), *(_places.root() / "notebooks/assignments").rglob("*.ipynb")]:
        told = json.loads(path.read_text(encoding="utf-8"))["metadata"]["language_info"]
        assert told.get("file_extension") == ".py", (
            f"{path.name}: run `course check --write`, `course class sheets`"
        )


@pytest.mark.process
def test_nbconvert_makes_a_script_that_ends_in_py(tmp_path):
    """Does a chapter's code, taken out by nbconvert, get the name of a Python file?"""
    chapter = chapters.chosen(["01"])[0]
    command = [
        sys.executable,
        "-m",
        "nbconvert",
        "--to",
        "script",
        "--output-dir",
        str(tmp_path),
        str(chapter),
    ]
    subprocess.run(command, check=True, capture_output=True, timeout=60)
    assert [path.name for path in tmp_path.iterdir()] == [f"{chapter.stem}.py"]


def test_chapters_are_named_by_path_name_or_number(tmp_path, monkeypatch):
    """Does each way to name a chapter lead to its file, and a wrong one to the nearest?"""
    shipped = chapters.chosen()
    assert chapters.chosen([]) == shipped
    wanted = shipped[1]
    monkeypatch.chdir(tmp_path)
    for name in (str(wanted), wanted.stem, wanted.name, "01", f"notebooks/{wanted.name}"):
        assert chapters.chosen([name]) == [wanted]
    (tmp_path / wanted.name).write_text("{}", encoding="utf-8")
    assert chapters.chosen([wanted.name]) == [chapters.Path(wanted.name)]
    with pytest.raises(CourseError, match="01-classic-government"):
        chapters.chosen(["classic-government"])
    with pytest.raises(CourseError, match="is a folder"):
        chapters.chosen([str(tmp_path)])
    with pytest.raises(CourseError):
        chapters.chosen(["01\x00"])


def test_sheets_and_chapters_say_the_same_of_their_language():
    """One canonical form?"""
    key = min((_places.root() / "notebooks/assignments/keys").glob("*.yaml"))
    assert sheet.notebook(assignment.read(key))["metadata"] == notebooks.METADATA

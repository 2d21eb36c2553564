"""Does `course doctor` stay well in any home, and say what it finds there?"""

import json
import os
import subprocess
import sys

import pytest
from doctoring import expect, note

from course import _places
from course.hosts.jupyter import opening
from course.hosts.jupyter.chapters import lay


def test_a_torn_line_is_a_note(said, tmp_path, monkeypatch):
    """SF08: said, kept, and no fault?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path))
    path = tmp_path / "answers.jsonl"
    path.write_text('{"v":1,"at":"2026-01-01T00:00:00Z","dev', encoding="utf-8")
    status, out = said()
    assert status == 0
    assert "SF08    1 line of answers.jsonl cannot be read" in out
    assert "Cure: nothing need be done" in out
    assert path.read_text(encoding="utf-8").endswith('"dev')


def test_jupyters_own_folder(said, monkeypatch, tmp_path):
    """SF09?"""
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "file" / "below"))
    expect(said, "SF09", "Jupyter cannot write", "JUPYTER_RUNTIME_DIR")


@pytest.mark.process
def test_in_an_empty_home(tmp_path):
    """As a command, in a home that holds nothing, all well and no traceback?"""
    env = {k: v for k, v in os.environ.items() if not k.startswith(("JUPYTER", "STEEL"))} | {
        "HOME": str(tmp_path),
        "STEEL_FRAME_HOME": str(tmp_path / "course"),
    }
    run = subprocess.run(
        [sys.executable, "-m", "course", "doctor"],
        capture_output=True,
        text=True,
        env=env,
        check=False,
    )
    assert run.returncode == 0, run.stdout + run.stderr
    assert run.stderr == ""


def test_chapters_older_than_the_course(said, monkeypatch, tmp_path):
    """SF12 for one that nobody touched, SF13 for one that the reader changed,
    and neither once all is laid?
    """
    shipped, home = tmp_path / "shipped", tmp_path / "home"
    shipped.mkdir()
    home.mkdir()
    monkeypatch.setattr(_places, "shipped_notebooks", lambda: shipped)
    monkeypatch.setenv("STEEL_FRAME_HOME", str(home))

    def chapter(text):
        return json.dumps({"cells": [{"cell_type": "markdown", "source": [text]}]})

    for name in ("01-one.ipynb", "02-two.ipynb"):
        (shipped / name).write_text(chapter("first"), encoding="utf-8")
    lay(home)
    assert "SF1" not in said()[1]
    (home / "02-two.ipynb").write_text(chapter("mine"), encoding="utf-8")
    assert "SF1" not in said()[1]
    for name in ("01-one.ipynb", "02-two.ipynb"):
        (shipped / name).write_text(chapter("second"), encoding="utf-8")
    note(said, "SF12", "than 01-one.ipynb in", "it renews them")
    note(said, "SF13", "than 02-two.ipynb in", "rename yours")
    lay(home)
    assert "SF12" not in said()[1]


@pytest.mark.parametrize("argv", ['["/nowhere/python", "-m"]', "[]", "[3]", '["a\\u0000b"]', "{"])
def test_a_kernel_of_the_home_called_python3(said, monkeypatch, tmp_path, argv):
    """SF14, also for one that is damaged; and none for one that starts this very Python?"""
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path))
    place = tmp_path / "kernels" / "python3"
    place.mkdir(parents=True)
    (place / "kernel.json").write_text(f'{{"argv": {argv}}}', encoding="utf-8")
    note(said, "SF14", str(place), "rename the folder")
    (place / "kernel.json").write_text(
        json.dumps({"argv": [sys.executable, "-m"]}), encoding="utf-8"
    )
    assert "SF14" not in said()[1]


@pytest.mark.parametrize("what", ["deep", "pipe", "large"])
def test_settings_that_may_be_anything(said, monkeypatch, tmp_path, what):
    """Does the doctor pass over settings that are too deep, too large or a pipe,
    without waiting and without falling ill?
    """
    if what == "pipe" and not hasattr(os, "mkfifo"):
        pytest.skip("Windows has no pipes in folders")
    for name in (
        "labconfig/page_config.json",
        "labextensions/anywidget/package.json",
        "kernels/python3/kernel.json",
    ):
        path = tmp_path / name
        path.parent.mkdir(parents=True)
        if what == "pipe":
            os.mkfifo(path)
        else:
            path.write_text("[" * 100_000 if what == "deep" else " " * 1_000_001, encoding="utf-8")
    monkeypatch.setenv("JUPYTER_CONFIG_PATH", str(tmp_path))
    monkeypatch.setenv("JUPYTER_DATA_DIR", str(tmp_path))
    code, told = said()
    assert code == 0, told
    assert "SF14" in told


def test_a_home_that_is_not_there(said, monkeypatch):
    """SF07, and no check that falls ill?"""
    monkeypatch.setenv("STEEL_FRAME_HOME", "~nosuchuser/x")
    assert "SF99" not in said()[1]
    expect(said, "SF07", "~nosuchuser/x")


def test_a_chapter_that_is_torn(said):
    """SF16, where the reader's copy of a chapter was cut off?"""
    place, _ = opening.prepare_folder()
    (place / opening.START).write_bytes(b"")
    expect(said, "SF16", opening.START, "-unread")

"""A running server of the course."""

import json
from types import SimpleNamespace

import pytest
from asking import SHEET

from course.interactives.sheets import ANSWERS
from tools.checking.serving import served


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """`course read`, its reader's folder, a folder outside of it, and what it prints."""
    home = tmp_path_factory.mktemp("home")
    folder = home / "mine"
    (outside := home / "outside").mkdir()
    with served(home, folder, command=("course", "read")) as url:
        yield SimpleNamespace(url=url, folder=folder, outside=outside, log=home / "server.log")


@pytest.fixture
def empty(course):
    """The same, with no answer kept."""
    yield course
    path = course.folder / ANSWERS
    if path.is_dir():
        path.rmdir()
    path.unlink(missing_ok=True)


@pytest.fixture
def sheet(course):
    """The path of a sheet's notebook below the folder."""
    folder = course.folder / "week-1"
    folder.mkdir(exist_ok=True)
    (folder / "items.json").write_text(json.dumps({"items": [SHEET]}), encoding="utf-8")
    (folder / ANSWERS).unlink(missing_ok=True)
    return "week-1/week-1.ipynb"


@pytest.fixture
def said(capsys, monkeypatch):
    """Run the command; returns (exit code, what it printed)."""
    from course import cli
    from course.hosts.doctor import kernel

    # so that what the command sets is undone afterwards
    monkeypatch.setenv("JUPYTER_PLATFORM_DIRS", "")
    monkeypatch.delenv("JUPYTER_PLATFORM_DIRS")
    monkeypatch.setattr(kernel, "_answers", lambda: None)  # started where a test is about it

    def run():
        code = cli.main(["doctor"])
        return code, capsys.readouterr().out

    return run

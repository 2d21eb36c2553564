"""Does only what git knows leave a clone: in a wheel, a bundle, an edition?"""

import shutil
import subprocess

import bundles
import pytest

from course import _places
from course.errors import CourseError
from course.hosts import tracked
from course.hosts.bundle import contents, wheels

STRAYS = (
    "notebooks/16-draft.ipynb", "notebooks/memo.html", "notebooks/01-one.ipynb~",
    "notebooks/notes.txt",
    "datasets/keys.csv", "datasets/a.csv.orig", "course/secret.py", "course/notes.md",
    "course/.a.py.swp", "key.pem",
    "LICENSE~", "LICENSE.orig",
)  # fmt: skip
OURS = (
    "notebooks/01-one.ipynb",
    "datasets/a.csv",
    "course/__init__.py",
    "pyproject.toml",
    ".gitignore",
    "LICENSE",
)


@pytest.fixture
def clone(tmp_path, monkeypatch):
    """A small clone in which more lies than git knows."""
    root = tmp_path / "clone"
    for name in (*OURS, *STRAYS):
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("{}", encoding="utf-8")
    for arguments in (
        ["init", "--quiet"],
        ["add", "--", *OURS],
        ["commit", "--quiet", "-m", "First"],
    ):
        author = [
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.org",
            "-c",
            "commit.gpgsign=false",
        ]
        subprocess.run(["git", *author, *arguments], cwd=root, check=True, capture_output=True)
    monkeypatch.setattr(_places, "_CLONE", root)
    return root


def test_a_bundle_and_an_edition_hold_what_git_knows(clone, monkeypatch, tmp_path):
    """No draft, memo, key, note or editor's copy?"""
    assert [path.name for path in tracked.chapters()] == ["01-one.ipynb"]
    (tmp_path / "pages").mkdir()
    names = {file.path for file in contents.gathered({}, "3.12", "0.1.0", tmp_path / "pages")}
    assert {"notebooks/01-one.ipynb", "datasets/a.csv"} <= names
    assert not names & set(STRAYS)
    assert [name for name in names if name.startswith("licences/")] == ["licences/LICENSE"]


def test_a_wheel_is_built_from_what_git_knows(clone, monkeypatch, tmp_path):
    """Is the folder that uv builds in free of what only lies in the clone?"""
    seen = set()

    def build(arguments, _failed, cwd):
        seen.update(path.relative_to(cwd).as_posix() for path in _files(cwd))
        bundles.wheel(
            arguments[arguments.index("--out-dir") + 1], "steel_frame-0.1.0-py3-none-any.whl", {}
        )

    monkeypatch.setattr(wheels, "_run", build)
    wheels.own(tmp_path)
    assert seen == set(OURS)


def _files(folder):
    return [path for path in _places.Path(folder).rglob("*") if path.is_file()]


def test_no_git_no_gift(clone, monkeypatch):
    """Where git cannot be asked about a repository, is nothing given away, and the cure named?"""
    monkeypatch.setattr(tracked, "_git", lambda *_: None)
    with pytest.raises(CourseError, match="git status"):
        tracked.chapters()
    shutil.rmtree(clone / ".git")  # sources unpacked from an archive
    assert len(tracked.chapters()) == 2


def test_what_was_changed_here(clone):
    """Is a tracked chapter told that was changed, staged or not, and none else?"""
    assert tracked.changed(clone / "notebooks") == set()
    (clone / "notebooks" / "01-one.ipynb").write_text("changed", encoding="utf-8")
    assert tracked.changed(clone / "notebooks") == {clone / "notebooks" / "01-one.ipynb"}
    subprocess.run(["git", "add", "-u"], cwd=clone, check=True)
    assert tracked.changed(clone / "notebooks") == {clone / "notebooks" / "01-one.ipynb"}


def test_a_setting_of_the_repository_starts_nothing(clone, tmp_path):
    """A clone from a stick may bring a setting of git's that names a program?"""
    ran = tmp_path / "ran"
    program = tmp_path / "program"
    program.write_text(f"#!/bin/sh\ntouch {ran}\n", encoding="utf-8")
    program.chmod(0o755)
    for setting in ("core.fsmonitor", "diff.external"):
        subprocess.run(["git", "config", setting, str(program)], cwd=clone, check=True)
    (clone / "notebooks" / "01-one.ipynb").write_text("changed", encoding="utf-8")
    tracked.chapters()
    tracked.changed(clone / "notebooks")
    assert not ran.exists()

"""Is what is no plain file of a size one can read told in a sentence, quickly,
and never taken for an empty file?
"""

import os
import time
from pathlib import Path

import pytest
from hosting import hear, hosted

import course
from course import _places, capstone
from course.doors import plain_files
from course.errors import CourseError
from course.hosts.doctor import files
from course.hosts.jupyter import opening
from course.interactives import sheets
from course.items import answers
from course.items.lines import as_file

posix = pytest.mark.skipif(
    os.name != "posix", reason="Windows has neither pipes in folders nor rights of this kind"
)
LINE = {
    "v": 1, "at": "2026-01-01T00:00:00Z", "device": "k3f9", "n": 1, "item": "classic-cipher",
    "kind": "choice", "answer": 0,
    "score": 1, "mode": "practice", "seconds": 3,
}  # fmt: skip


def sparse(path):
    with path.open("wb") as file:
        file.truncate(20_000_000_000)


def closed(path):
    path.write_bytes(as_file([LINE]))
    path.chmod(0)


def refused(*_):
    raise PermissionError


STRANGE = {
    "folder": lambda path: path.mkdir(),
    "sparse": sparse,
    "pipe": os.mkfifo if hasattr(os, "mkfifo") else None,
    "device": lambda path: path.symlink_to("/dev/zero"),
    "terminal": lambda path: path.symlink_to("/dev/tty"),
    "to a folder": lambda path: path.symlink_to(path.parent),
    "to nothing": lambda path: path.symlink_to(path.parent / "gone"),
    "to itself": lambda path: path.symlink_to(path),
    "closed": closed,
}


@pytest.fixture(params=STRANGE)
def strange(request, monkeypatch):
    """An answers.jsonl that is none."""
    if os.name != "posix" and request.param not in {"folder", "sparse"}:
        pytest.skip("Windows makes no such file")
    path = _places.answers_file()
    STRANGE[request.param](path)
    # root reads every file, so it is refused in root's place
    if request.param == "closed" and os.geteuid() == 0:
        monkeypatch.setattr(plain_files.os, "open", refused)
    return path


def told(call):
    """What a call refuses with."""
    began = time.monotonic()
    with pytest.raises(CourseError) as caught:
        call()
    assert time.monotonic() - began < 2
    return str(caught.value)


def test_what_cannot_be_read_is_told(strange):
    """Reading, writing, bringing in, taking along, deleting what is no file: one sentence with a
    cure, and it is left alone?
    """
    before = strange.lstat()
    copy = as_file([LINE])
    for call in (
        answers.read,
        answers.take_along,
        answers.passed_over,
        lambda: answers.bring_in(copy),
    ):
        assert "could not be read" in told(call)
    said = told(lambda: answers.append(item="classic-link", kind="choice", answer=2, score=0))
    assert said.startswith("Your answer could not be kept: ")
    assert (
        "give it another name, which loses nothing" in said
        or "cannot be written; free some space" in said
    )
    assert (strange.lstat().st_size, strange.lstat().st_mtime_ns) == (
        before.st_size,
        before.st_mtime_ns,
    )


def test_a_page_says_that_earlier_answers_could_not_be_read(strange, monkeypatch):
    """Is what is asked still there, and does it say why nothing is filled in?
    Is nothing given to take along?
    """
    monkeypatch.delenv("STEEL_FRAME_STRICT")
    quiz, progress = hosted(course.check("classic")), hosted(course.progress())
    for widget in (quiz, progress):
        assert "Earlier answers could not be read" in widget.unread
    assert (quiz.past, progress.lines) == ({}, [])
    assert course.check("classic").content["items"]
    said = hear(progress, kind="export")
    assert "could not be read" in said["problem"]
    assert "text" not in said


def test_a_sheet_whose_items_are_no_file(tmp_path):
    """A pipe, a folder, 20 GB: the sentence of a damaged sheet?"""
    for name in ("folder", "sparse", *(["pipe", "device"] if os.name == "posix" else [])):
        place = tmp_path / name
        place.mkdir()
        STRANGE[name](place / "items.json")
        assert "items.json is missing or damaged" in told(
            lambda place=place: sheets.item("x", place)
        )
    place = tmp_path / "deep"
    place.mkdir()
    (place / "items.json").write_text("[" * 100_000, encoding="utf-8")
    assert "items.json is missing or damaged" in told(lambda: sheets.item("x", place))


@posix
def test_a_link_to_a_file_of_ones_own_is_followed(tmp_path):
    """Answers kept in a folder that is backed up: read, appended to, and deleted where they are?"""
    real = tmp_path / "backed-up" / "answers.jsonl"
    real.parent.mkdir()
    real.write_bytes(as_file([LINE]))
    _places.answers_file().symlink_to(real)
    answers.append(item="classic-link", kind="choice", answer=2, score=0)
    assert [line["item"] for line in answers.read()] == ["classic-cipher", "classic-link"]
    answers.forget()
    assert not real.exists()
    assert not _places.answers_file().is_symlink()


@posix
def test_a_link_to_another_file_is_neither_followed_nor_deleted(tmp_path):
    """A thesis, to which somebody laid a link called answers.jsonl: is it left as it is,
    and the link deleted?
    """
    thesis = tmp_path / "thesis.txt"
    thesis.write_text("My thesis.\n", encoding="utf-8")
    link = _places.answers_file()
    link.symlink_to(thesis)
    said = told(lambda: answers.append(item="classic-link", kind="choice", answer=2, score=0))
    assert "leads to a file that holds other things than answers; give it another name" in said
    assert "other things than answers" in told(answers.read)
    answers.forget()
    assert thesis.read_text(encoding="utf-8") == "My thesis.\n"
    assert not link.is_symlink()


@posix
def test_a_link_to_an_empty_or_torn_file_of_answers_is_followed(tmp_path):
    """As after a power cut?"""
    for raw in (b"", as_file([LINE]) + b'{"v": 1, "at'):
        real = tmp_path / "real.jsonl"
        real.write_bytes(raw)
        _places.answers_file().symlink_to(real)
        answers.append(item="classic-link", kind="choice", answer=2, score=0)
        answers.forget()
        assert not real.exists()


@posix
def test_what_another_user_laid_is_not_used(monkeypatch, tmp_path):
    """Is an answers file, the folder, and Jupyter's own folder refused if it is another's,
    each with its cure?
    """
    _places.answers_file().write_bytes(as_file([LINE]))
    monkeypatch.setattr(plain_files.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(Path, "stat", _of_user(4242, Path.stat))
    for ask in (
        answers.read,
        lambda: answers.append(item="classic-link", kind="choice", answer=2, score=0),
    ):
        assert "belongs to another user; give it another name" in told(ask)
    assert "belongs to another user; set STEEL_FRAME_HOME to a folder of your own" in told(
        opening.prepare_folder
    )
    monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path / "runtime"))
    assert "belongs to another user; set JUPYTER_RUNTIME_DIR" in told(opening.check_runtime_folder)
    assert [one.code for one in files.folder()] == ["SF07"]
    assert [one.code for one in files.answers()] == ["SF11"]
    assert [one.code for one in files.runtime()] == ["SF09"]


def _of_user(user, real):
    def stat(path, **named):
        found = list(real(path, **named))
        found[4] = user
        return os.stat_result(found)

    return stat


@posix
def test_an_open_folder_of_ones_own_is_closed(tmp_path):
    """And one of root's that everybody may write to refused, but for root?"""
    place = tmp_path / "open"
    place.mkdir()
    place.chmod(0o777)
    assert plain_files.held_by_others(place) == ""
    assert place.stat().st_mode & 0o777 == 0o755


@posix
def test_a_folder_of_roots_that_everybody_may_write_to_is_refused(monkeypatch, tmp_path):
    """As the temporary folder is?"""
    tmp_path.chmod(0o1777)
    monkeypatch.setattr(plain_files.os, "geteuid", lambda: 1000)
    monkeypatch.setattr(Path, "stat", _of_user(0, Path.stat))
    assert plain_files.held_by_others(tmp_path) == "can be written by every user"


def test_a_file_may_not_outgrow_what_can_be_read(tmp_path):
    """Is the line that would make the file unreadable refused, and the file left as it was?"""
    path = tmp_path / "file"
    plain_files.append(path, b"x" * 90 + b"\n", 100)
    with pytest.raises(plain_files.UnreadableError, match="more than can be read"):
        plain_files.append(path, b"y" * 10 + b"\n", 100)
    assert len(plain_files.read(path, 100)) == 91


def rights(path):
    return oct(path.stat().st_mode & 0o777)


@pytest.fixture
def open_mask():
    """Files are made as most systems make them: to be read by everybody."""
    before = os.umask(0o022)
    yield
    os.umask(before)


@posix
def test_answers_are_for_their_owner_alone(tmp_path, monkeypatch, open_mask):
    """A new folder and a new file; an old file that everybody could read,
    once something is added; a memo: rights?
    """
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path / "steel-frame"))
    answers.append(item="classic-link", kind="choice", answer=2, score=0)
    assert rights(_places.course_folder()) == "0o700"
    assert rights(_places.answers_file()) == "0o600"
    _places.answers_file().chmod(0o644)
    answers.bring_in(as_file([LINE]))
    assert rights(_places.answers_file()) == "0o600"
    memo = capstone.blank()
    assert [rights(path) for path in capstone.write(memo, "2026-01-01")] == ["0o600"] * 3
    monkeypatch.setenv("STEEL_FRAME_HOME", str(tmp_path / "another"))
    capstone.write(memo, "2026-01-01")
    assert rights(Path(tmp_path / "another")) == "0o700"


def test_a_home_that_is_not_there_is_a_sentence(monkeypatch):
    """Where STEEL_FRAME_HOME names a user's home who does not exist,
    for each who asks where the folder is?
    """
    monkeypatch.setenv("STEEL_FRAME_HOME", "~nosuchuser/x")
    for ask in (_places.course_folder, opening.prepare_folder, answers.read):
        assert "~nosuchuser/x; write the folder's whole path" in told(ask)

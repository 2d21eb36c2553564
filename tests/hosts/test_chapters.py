"""Does an upgrade reach a reader's chapters, and lose none of the reader's words?"""

import json
import os
import stat
import threading

import pytest

from course import _places
from course.errors import CourseError
from course.hosts.doctor import files
from course.hosts.jupyter import chapters, opening
from course.items.lines import is_line

ONE, TWO = "01-one.ipynb", "02-two.ipynb"
MINE = "my own words"


def notebook(*texts, output=""):
    """A chapter of these cells as bytes."""
    cells = [
        {
            "cell_type": "code",
            "id": f"c{n}",
            "metadata": {},
            "source": [text],
            "execution_count": None,
        }
        | {
            "outputs": [{"output_type": "stream", "name": "stdout", "text": output}]
            if output
            else []
        }
        for n, text in enumerate(texts)
    ]
    return json.dumps({"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}).encode()


@pytest.fixture
def shipped(tmp_path, monkeypatch):
    """The course's own chapters, two of them, to be upgraded at will."""
    folder = tmp_path / "shipped"
    folder.mkdir()
    for name in (ONE, TWO):
        (folder / name).write_bytes(notebook(f"{name} first"))
    monkeypatch.setattr(_places, "shipped_notebooks", lambda: folder)
    return folder


@pytest.fixture
def folder(tmp_path, shipped):
    """A reader's folder in which the chapters were laid."""
    place = tmp_path / "reader"
    place.mkdir()
    chapters.lay(place)
    return place


def names(folder):
    return sorted(path.name for path in folder.iterdir() if not path.name.startswith("."))


def test_an_untouched_chapter_is_renewed(folder, shipped):
    """Also if it was run and saved, in another layout,
    since its outputs are not the reader's work?
    """
    raw = json.loads(notebook(f"{ONE} first", output="ran"))
    raw["metadata"] = {"language_info": {"name": "python"}}
    (folder / ONE).write_text(json.dumps(raw, indent=4), encoding="utf-8")
    (shipped / ONE).write_bytes(notebook("second"))
    done = chapters.lay(folder)
    assert (folder / ONE).read_bytes() == notebook("second")
    assert (done.renewed, done.beside) == ([ONE], {})
    assert names(folder) == [ONE, TWO]
    assert chapters.lay(folder).renewed == []


def test_new_figures_reach_an_untouched_chapter(folder, shipped):
    """Is a chapter renewed whose cells are the same and whose stored figures are newer?"""
    (shipped / ONE).write_bytes(notebook(f"{ONE} first", output="a newer figure"))
    assert chapters.lay(folder).renewed == [ONE]


def test_a_chapter_that_was_emptied_is_filled_again(folder, shipped):
    """Saved without its outputs, as a failed run leaves it: is it laid again, and one with a
    reader's words left alone?
    """
    for name in (ONE, TWO):
        (shipped / name).write_bytes(notebook("first", output="the figure"))
    chapters.lay(folder)
    (folder / ONE).write_bytes(notebook("first"))
    (folder / TWO).write_bytes(notebook("first, and mine"))
    done = chapters.lay(folder)
    assert done.refilled == [ONE]
    assert (folder / ONE).read_bytes() == (shipped / ONE).read_bytes()
    assert "mine" in (folder / TWO).read_text(encoding="utf-8")
    assert any(ONE in told for told in done.told())
    assert chapters.lay(folder).refilled == []


def test_a_changed_chapter_is_kept_and_the_new_one_laid_beside_it_once(folder, shipped):
    """And is the reader told, once, on the page that opens?"""
    (folder / ONE).write_bytes(notebook(MINE))
    assert chapters.lay(folder).beside == {}, "there is nothing newer"
    (shipped / ONE).write_bytes(notebook("second"))
    done = chapters.lay(folder)
    beside = "01-one-new.ipynb"
    assert done.beside == {ONE: beside}
    assert (folder / ONE).read_bytes() == notebook(MINE)
    assert (folder / beside).read_bytes() == notebook("second")
    assert beside in (folder / chapters.NEWS).read_text(encoding="utf-8")
    assert opening.first_page(done) == chapters.NEWS
    assert any(beside in sentence for sentence in done.told())
    (folder / beside).unlink()
    again = chapters.lay(folder)
    assert (again.beside, list(again.told())) == ({}, []), (
        "it was deleted; it must not come back at each start"
    )
    assert opening.first_page(again) == opening.START


def test_the_next_upgrade_finds_the_copy_laid_before(folder, shipped):
    """Is an untouched copy replaced, and one that the reader worked in kept too?"""
    (folder / ONE).write_bytes(notebook(MINE))
    for text, beside in (("second", "01-one-new.ipynb"), ("third", "01-one-new.ipynb")):
        (shipped / ONE).write_bytes(notebook(text))
        assert chapters.lay(folder).beside == {ONE: beside}
    (folder / "01-one-new.ipynb").write_bytes(notebook("work in the new one"))
    (shipped / ONE).write_bytes(notebook("fourth"))
    assert chapters.lay(folder).beside == {ONE: "01-one-new-2.ipynb"}
    assert (folder / "01-one-new.ipynb").read_bytes() == notebook("work in the new one")
    assert (folder / ONE).read_bytes() == notebook(MINE)


def test_a_folder_without_a_record_loses_nothing(folder, shipped):
    """Does a chapter that differs count as changed, where an earlier version kept no record?"""
    (folder / chapters.RECORD).unlink()
    (shipped / ONE).write_bytes(notebook("second"))
    done = chapters.lay(folder)
    assert (done.renewed, done.beside) == ([], {ONE: "01-one-new.ipynb"})
    assert (folder / ONE).read_bytes() == notebook(f"{ONE} first")
    (shipped / TWO).write_bytes(notebook("second"))
    assert chapters.lay(folder).renewed == [TWO], "it was the newest, and is known from then on"


def test_what_is_no_chapter_of_today_is_left_alone(folder, shipped):
    """A chapter that a later version dropped, and a notebook of the reader's own?"""
    (folder / "my-own.ipynb").write_bytes(notebook(MINE))
    (shipped / TWO).unlink()
    assert chapters.lay(folder).beside == {}
    assert names(folder) == [ONE, TWO, "my-own.ipynb"]


def test_a_torn_chapter_is_kept_under_another_name(folder, shipped):
    """Is a file that is no notebook any more not written over, the chapter laid anew, and the
    reader told where both are?
    """
    for number, raw in enumerate(
        (b"", b"{", b"[" * 100_000, b'{"cells": 3}', b'{"cells": [{}]}'), 1
    ):
        (folder / ONE).write_bytes(raw)
        assert [one.how for one in chapters.standing(folder)] == ["torn", "newest"]
        done = chapters.lay(folder)
        aside = f"01-one-unread{'' if number == 1 else f'-{number}'}.ipynb"
        assert (done.torn, done.beside) == ({ONE: aside}, {})
        assert (folder / aside).read_bytes() == raw
        assert (folder / ONE).read_bytes() == (shipped / ONE).read_bytes()
        assert opening.first_page(done) == chapters.NEWS
        assert aside in (folder / chapters.NEWS).read_text(encoding="utf-8")
        assert aside in " ".join(done.told())
    assert chapters.lay(folder).torn == {}


def test_a_folder_where_a_file_must_go_is_named(folder, shipped, monkeypatch):
    """Is a folder called like the record told as that,
    and not as a folder that cannot be written?
    """
    (folder / chapters.RECORD).unlink()
    (folder / chapters.RECORD).mkdir()
    monkeypatch.setenv("STEEL_FRAME_HOME", str(folder))
    with pytest.raises(
        CourseError, match=f"A folder lies where .*{chapters.RECORD}; give that folder another name"
    ):
        opening.prepare_folder()


def test_a_folder_called_like_a_part_is_in_nobodys_way(folder, shipped):
    """Nor the part of another start that is just at work, or was cut off?"""
    (folder / f".{ONE}.part").mkdir()
    (shipped / ONE).write_bytes(notebook("second"))
    assert chapters.lay(folder).renewed == [ONE]


def test_two_starts_at_once_do_not_collide(tmp_path, shipped):
    """Do threads that lay the same folder all come to their end, and leave nothing half written?"""
    place, faults = tmp_path / "both", []
    place.mkdir()

    def start():
        try:
            chapters.lay(place)
        except OSError as error:
            faults.append(error)

    threads = [threading.Thread(target=start) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert faults == []
    assert names(place) == [ONE, TWO]
    assert not list(place.glob(".*.part"))


DAMAGED = [
    b"",
    b"{",
    b"[]",
    b"null",
    b"[" * 90_000,
    b" " * 200_000,
    b"\xff\xfe",
    b'{"chapters": []}',
    b'{"chapters": {"01-one.ipynb": 3}}',
    b'{"chapters": {"01-one.ipynb": {"words": ["x"], "file": 1}}}',
    json.dumps({"chapters": {"../../evil.ipynb": {"words": "0" * 64, "file": "1" * 64}}}).encode(),
]


@pytest.mark.parametrize("record", DAMAGED)
def test_a_damaged_or_hostile_record_does_no_harm(folder, shipped, record, tmp_path):
    """Is it read as far as it is sound, is nothing written outside, and is it whole afterwards?"""
    before = sorted(p.name for p in tmp_path.iterdir())
    (folder / chapters.RECORD).write_bytes(record)
    (shipped / ONE).write_bytes(notebook("second"))
    chapters.lay(folder)
    assert sorted(p.name for p in tmp_path.iterdir()) == before
    assert (folder / ONE).read_bytes() == notebook(f"{ONE} first")
    assert set(json.loads((folder / chapters.RECORD).read_bytes())["chapters"]) == {ONE, TWO}


def test_no_link_is_followed(folder, shipped, tmp_path):
    """Where a chapter, its newer copy, the record, the news or a half-written file would lie?"""
    victim = tmp_path / "victim"
    victim.write_bytes(notebook(f"{ONE} first"))
    secret = victim.read_bytes()
    (folder / TWO).write_bytes(notebook(MINE))
    for name in (
        ONE,
        "02-two-new.ipynb",
        chapters.RECORD,
        chapters.NEWS,
        f".{ONE}.part",
        f".{TWO}.part",
    ):
        (folder / name).unlink(missing_ok=True)
        (folder / name).symlink_to(victim)
    for name in (ONE, TWO):
        (shipped / name).write_bytes(notebook("second"))
    chapters.lay(folder)
    chapters.lay(folder)
    assert victim.read_bytes() == secret
    assert (folder / "01-one-unread.ipynb").is_symlink(), "what the reader put there stays"
    assert not (folder / ONE).is_symlink()
    assert not (folder / chapters.RECORD).is_symlink()


def test_a_crash_leaves_every_file_whole(folder, shipped, monkeypatch):
    """If the machine stops while a chapter is written, is the old one there,
    and does the next start mend the rest?
    """
    (shipped / ONE).write_bytes(notebook("second"))
    monkeypatch.setattr(
        os, "fsync", lambda _: (_ for _ in ()).throw(OSError(28, "No space left on device"))
    )
    with pytest.raises(OSError, match="No space"):
        chapters.lay(folder)
    assert (folder / ONE).read_bytes() == notebook(f"{ONE} first")
    monkeypatch.undo()
    monkeypatch.setattr(_places, "shipped_notebooks", lambda: shipped)
    assert chapters.lay(folder).renewed == [ONE]
    assert not list(folder.glob(".*.part"))


@pytest.mark.skipif(os.name == "nt", reason="modes are Unix'")
def test_the_folder_is_the_readers_alone(monkeypatch, tmp_path, shipped):
    """Can nobody else of the machine look into a folder that the course makes;
    and is one that is there left as it is?
    """
    for name, there, mode in (("new", False, 0o700), ("old", True, 0o755)):
        place = tmp_path / name
        if there:
            place.mkdir(mode=0o755)
            place.chmod(0o755)
        monkeypatch.setenv("STEEL_FRAME_HOME", str(place))
        list(files.folder())  # `course doctor` may be first
        opening.prepare_folder()
        assert stat.S_IMODE(place.stat().st_mode) == mode


# A clone
# --------------------------------------------------------------------------------------------------
@pytest.fixture
def clone(tmp_path, monkeypatch, shipped):
    """A clone in which somebody read in notebooks/ itself."""
    is_line({})  # reads the contract while the data are still where they are
    monkeypatch.delenv("STEEL_FRAME_HOME")
    monkeypatch.setattr(_places, "_CLONE", tmp_path)
    monkeypatch.setattr(_places, "in_clone", lambda: True)
    line = {
        "v": 1,
        "at": "2026-01-01T00:00:00Z",
        "device": "a",
        "n": 1,
        "item": "x",
        "answer": 1,
        "kind": "choice",
        "score": 1,
        "mode": "practice",
    }
    (shipped / "answers.jsonl").write_text(json.dumps(line) + "\n", encoding="utf-8")
    (shipped / "memo.html").write_text("memo", encoding="utf-8")
    (shipped / "cases" / "kenya").mkdir(parents=True)
    (shipped / "cases" / "kenya" / "case.csv").write_text("field,value\n", encoding="utf-8")
    return tmp_path


def test_what_a_reader_left_in_notebooks_comes_along(clone, shipped):
    """Answers, memo and case; once, so that answers which were deleted stay so;
    and is the old file left where it is?
    """
    folder, _ = opening.prepare_folder()
    assert folder == clone / "reading"
    assert (folder / "answers.jsonl").read_bytes().count(b"\n") == 1
    assert (folder / "memo.html").read_text(encoding="utf-8") == "memo"
    assert (folder / "cases" / "kenya" / "case.csv").is_file()
    assert (shipped / "answers.jsonl").is_file()
    (folder / "answers.jsonl").unlink()
    opening.prepare_folder()
    assert not (folder / "answers.jsonl").exists()


def test_notes_in_a_tracked_chapter_are_never_taken_for_untouched(clone, shipped, monkeypatch):
    """When the clone gets the chapter back as it was, does the reader's copy keep the notes?"""
    (shipped / ONE).write_bytes(notebook("first", MINE))
    monkeypatch.setattr("course.hosts.tracked.changed", lambda _: {shipped / ONE})
    folder, _ = opening.prepare_folder()
    opening.prepare_folder()
    (shipped / ONE).write_bytes(notebook("second"))
    monkeypatch.setattr("course.hosts.tracked.changed", lambda _: set())
    _, done = opening.prepare_folder()
    assert (folder / ONE).read_bytes() == notebook("first", MINE)
    assert list(done.beside) == [ONE]


def test_git_ignores_what_is_read():
    """Does the copy that a clone is read from never appear in git,
    so that `git pull` is never refused for it?
    """
    assert "/reading/" in (_places.root() / ".gitignore").read_text(encoding="utf-8").split()

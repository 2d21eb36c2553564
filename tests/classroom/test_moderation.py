"""Two markers of one text, and marks that are changed later: what is kept, and who reads it?"""

import json
import shutil
from argparse import Namespace

import pytest
from classes import made
from given_back import KEYS, standing_of, wrong_first
from marked_by_hand import Class, to_mark

from course.classroom import commands
from course.classroom.cycle import assignment as assignments
from course.classroom.cycle import blind, history
from course.classroom.cycle.history import Change
from course.classroom.feedback import page
from course.classroom.moderation import changing, second
from course.classroom.moderation.changing import Decision
from course.classroom.moderation.differences import agreements, differences
from course.errors import CourseError

ONE = Change("ali", "first-handover", 0, 1, "The stem <b>can</b> be read so.", told=True)


@pytest.fixture(scope="module")
def new_class(tmp_path_factory):
    """A class whose essays are to be marked; made once."""
    return to_mark(tmp_path_factory.mktemp("new") / "class")


@pytest.fixture
def room(new_class, tmp_path):
    return Class(shutil.copytree(new_class, tmp_path / "class"))


def test_differences_by_criterion():
    """From a threshold on, the widest first; and how far the markers agree?"""
    found = assignments.read(KEYS[0])
    task = found.tasks[0]
    named = [row["criterion"] for row in task["rubric"]]

    def of(*levels):
        return {task["id"]: dict(zip(named, levels, strict=True))}

    first = {"ali": of(3, 2, 1, 0), "bina": of(1, 1, 1, 1), "cyrus": of(0, 0, 0, 0)}
    second = {"ali": of(3, 1, 3, 3), "bina": of(1, 1, 1, 1)}
    apart = differences(found, first, second)
    assert [(one.criterion, one.first, one.second) for one in apart] == [
        (named[3], 0, 3),
        (named[2], 1, 3),
        (named[1], 2, 1),
    ]
    assert [one.criterion for one in differences(found, first, second, 2)] == [named[3], named[2]]
    told = {one.criterion: (one.texts, one.same, one.near, one.lean) for one in
        agreements(found, first, second)}  # fmt: skip
    assert told[named[1]] == (2, 1, 2, -0.5)
    assert told[named[3]] == (2, 1, 1, 1.5)


def test_a_history_only_grows_and_says_what_is_wrong_with_it(tmp_path):
    """Is each line read as it was written, and is a file that was harmed named, and left alone?"""
    folder = made(tmp_path / "class")
    name = folder.names()[0]
    assert history.read(folder, name) == []
    history.add(folder, name, [ONE])
    history.add(folder, name, [Change("bina", "x", None, 2.5, "\u0627\u067e\u06cc\u0644 \ud800")])
    path = history.path_of(folder, name)
    lines = path.read_bytes().splitlines(keepends=True)
    assert history.read(folder, name)[0] == ONE
    assert len(lines) == 2
    harms = [b"{", b"[" * 100_000, b"[]", b"\xff"]
    harms += [
        lines[0].replace(right, wrong)
        for right, wrong in (
            (b'"told": true', b'"told": 1'),
            (b'"now": 1', b'"now": NaN'),
            (b'"now": 1', b'"now": 1e999'),
        )
    ]
    for harm in harms:
        path.write_bytes(lines[0] + harm.strip() + b"\n")
        with pytest.raises(CourseError, match=r"Line 2 of .* copies/"):
            history.add(folder, name, [ONE])
        assert path.read_bytes() == lines[0] + harm.strip() + b"\n"
    path.unlink()
    path.mkdir()
    with pytest.raises(CourseError, match="no plain file"):
        history.read(folder, name)


def test_a_student_reads_why_if_the_lecturer_wishes():
    """Old mark, new mark, reason, as words; and nothing of it otherwise?"""
    key = assignments.read(KEYS[0])
    lines = wrong_first(key)
    given = page.page(key, "ali", lines, standing_of(key, lines), {}, changes={ONE.item: ONE})
    assert "changed this mark from 0 to" in given
    assert "The stem &lt;b&gt;can&lt;/b&gt; be read so." in given
    assert "The reason" not in page.page(key, "ali", lines, standing_of(key, lines), {})
    assert history.standing([ONE], "ali", ONE.item, 1.0) == ONE
    assert history.standing([ONE], "ali", ONE.item, 0.5) is None, "changed elsewhere since"


@pytest.mark.classroom
def test_a_second_marker_stays_beside_the_first(room):
    """Are both kept, is the gradebook the first's, and is the list under codes?"""
    room.writes("ali", "an essay")
    code = room.code()
    room.marks(code, levels=3)
    with pytest.raises(CourseError, match="--second"):
        room.marks(code, levels=1, second=True)
    told = second.bring_in(room.folder, room.name, room.saved(code, levels=1, second=True))
    assert not told.failed
    assert room.score()[0] == 12
    found = second.compare(room.folder, room.name, 2)
    assert len(found.differences) == len(room.task["rubric"])
    assert "ali" not in " ".join(found.told)
    table = second.write(room.folder, room.name, found).read_text(encoding="utf-8-sig")
    assert "ali" not in table
    assert code.partition("-")[0] in table
    room.writes("ali", "another essay")
    assert second.saved(room.folder, room.name) == {}, "a mark of a text that is not there"
    with pytest.raises(CourseError, match="marked by two persons"):
        second.compare(room.folder, room.name)


@pytest.mark.classroom
def test_a_changed_mark_keeps_what_it_was(room):
    """Points, levels, the marker's own words, the reason; and does an old file not undo it?"""
    room.writes("ali", "an essay")
    code, task = room.code(), room.task["id"]
    room.marks(code, levels=3)
    decision = Decision("Appeal of 3 May.", levels=[2, 2, 1, 3])
    told = changing.change(room.folder, room.name, code, task, decision)
    assert "ali" not in " ".join(told), "whoever names a code is told no name"
    points, waits, comment = room.score()
    assert (points, waits) == (8, False)
    assert comment.endswith("well said")
    assert comment.count("3 of 3") == 1
    assert sum(blind.saved(room.folder, room.name)["ali"][task].values()) == 8
    again = room.marks(code, levels=3)
    assert again.failed
    assert "Appeal of 3 May." in again[0]
    assert "ali" not in again[0]
    assert room.score()[0] == 8
    changing.change(room.folder, room.name, "ali", task, Decision("Once more.", levels=[3] * 4))
    question = room.folder.assignment(room.name).questions[0]["id"]
    changing.change(room.folder, room.name, "ali", question, Decision("Read so.", points=0.5))
    kept = history.read(room.folder, room.name)
    assert [(one.was, one.now) for one in kept] == [(12, 8), (8, 12), (None, 0.5)]
    assert [one.told for one in kept] == [False] * 3
    assert len(changing.told_of(room.folder, room.name)) == 3


@pytest.mark.classroom
def test_another_file_of_marks_leaves_a_trace(room):
    """Marked again with --marks: is the mark before it in the history?"""
    room.writes("ali", "an essay")
    code = room.code()
    room.marks(code, levels=3)
    room.marks(code, levels=3)
    assert history.read(room.folder, room.name) == []
    assert not room.marks(code, levels=2).failed
    (one,) = history.read(room.folder, room.name)
    assert (one.was, one.now, one.told) == (12, 8, False)
    assert not room.marks(code, levels=1).failed, "that was no decision"


@pytest.mark.classroom
def test_a_change_that_cannot_be_is_one_sentence(room):
    """Whom, what, how much, why: each wrong one refused with the cure, and nothing changed?"""
    room.writes("ali", "an essay")
    room.marks(room.code(), levels=3)
    question = room.folder.assignment(room.name).questions[0]["id"]
    task = room.task["id"]
    for who, item, cure, asked in (
        ("alo", task, "nearest are: ali", {"levels": "3,3,3,3"}),
        ("ali", "no-such", "nearest", {"points": "1"}),
        ("ali", task, "a level from 0 to 3", {"levels": "3,3"}),
        ("ali", task, "a level from 0 to 3", {"levels": "3,3,3,4"}),
        ("ali", task, "as 2,3,1,2", {"levels": "three"}),
        ("ali", task, "after --levels", {"points": "12"}),
        ("ali", task, "after --levels", {"second": True}),
        ("ali", question, "from 0 to 1", {"points": "nan"}),
        ("ali", question, "from 0 to 1", {"points": "2"}),
        ("ali", question, "as 1.5", {"points": "one"}),
        ("ali", question, "after --points", {"levels": "1"}),
        ("ali", task, "for a reason", {"levels": "3,3,3,3", "reason": " \n "}),
        ("ali", task, "write it shorter", {"levels": "3,3,3,3", "reason": "x" * 1001}),
    ):
        options = {"reason": "Why.", "levels": None, "points": None, "second": False} | asked
        with pytest.raises(CourseError, match=cure) as refused:
            commands._told(Namespace(step="change", name=room.name, place=str(room.folder.path),
                who=who, item=item, tell=False, dry_run=False, **options))  # fmt: skip
        assert "\n" not in str(refused.value)
    assert history.read(room.folder, room.name) == []
    assert room.score()[0] == 12


@pytest.mark.classroom
def test_a_mark_that_cannot_be_written_has_no_history(room, monkeypatch):
    """The gradebook refuses: is the reason taken back with it?"""
    room.writes("ali", "an essay")
    room.marks(room.code(), levels=3)
    before = history.add(room.folder, room.name, [ONE])
    kept = history.path_of(room.folder, room.name).read_bytes()

    class Broken:
        @staticmethod
        def commit():
            raise OSError("full")

        @staticmethod
        def rollback():
            pass

    monkeypatch.setattr(changing, "opened", _with(changing.opened, Broken))
    with pytest.raises(OSError, match="full"):
        changing.change(
            room.folder, room.name, "ali", room.task["id"], Decision("No.", levels=[0] * 4)
        )
    assert before == b""
    assert history.path_of(room.folder, room.name).read_bytes() == kept
    assert json.loads(kept)["student"] == "ali"


def _with(opened, database):
    """The gradebook, with another database under it when it is to be written."""
    from contextlib import contextmanager

    @contextmanager
    def other(folder):
        with opened(folder) as book:
            real, book.db = book.db, _Reading(book.db, database)
            try:
                yield book
            finally:
                book.db = real
                real.rollback()

    return other


class _Reading:
    """Reads as the real one does; commits as the other."""

    def __init__(self, real, other):
        self._real, self.commit, self.rollback = real, other.commit, other.rollback

    def __getattr__(self, name):
        return getattr(self._real, name)

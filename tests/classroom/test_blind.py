"""A mark by a person belongs to the text that was read: not to its successor,
and not to a text that is not there.
"""

import json
import shutil

import pytest
from marked_by_hand import Class, to_mark

from course.classroom.cycle import blind
from course.classroom.cycle.told import Told
from course.classroom.page import marking, views
from course.classroom.page.running import Runner

pytestmark = pytest.mark.classroom  # nbgrader is in no newcomer's environment


@pytest.fixture(scope="module")
def new_class(tmp_path_factory):
    """A class whose essays are to be marked; made once."""
    return to_mark(tmp_path_factory.mktemp("new") / "class")


@pytest.fixture
def room(new_class, tmp_path):
    return Class(shutil.copytree(new_class, tmp_path / "class"))


def test_a_mark_goes_with_the_text_it_was_given_for(room):
    """After another essay: is the old mark out of the book and kept, is it told by name,
    and is the code a new one?
    """
    room.writes("ali", "the first essay")
    first = room.code()
    room.marks(first)
    assert room.score()[0] == 12
    told = Told(room.folder, "grade", room.name)
    blind.set_aside(room.folder, room.name, told)
    assert list(told) == [], "the same text was marked"
    room.writes("ali", "the second essay")
    blind.set_aside(room.folder, room.name, told)
    (said,) = told
    assert said.startswith("ali handed in another text")
    assert room.task["id"] in said
    assert room.score() == (None, True, None)
    assert blind.saved(room.folder, room.name) == {"ali": {}}
    copies = [
        json.loads(path.read_text())
        for path in room.folder.path.glob(f"copies/*/marks/{room.name}.json")
    ]
    assert any(room.task["id"] in copy.get("ali", {}) for copy in copies)
    assert room.code() != first
    blind.set_aside(room.folder, room.name, told)
    assert len(told) == 1, "told again"


def test_an_old_page_marks_no_new_text(room):
    """Marked before the second essay came, brought in after: is it refused with the cure?"""
    room.writes("ali", "the first essay")
    first = room.code()
    room.writes("ali", "the second essay")
    told = room.marks(first)
    assert told.failed
    assert "is of another text" in told[0]
    assert "course class grade" in told[0]
    assert room.score()[0] is None
    assert not room.marks(room.code()).failed
    assert room.score()[0] == 12


@pytest.mark.parametrize("text", [None, ""])
def test_an_essay_that_does_not_exist_earns_nothing(room, text):
    """Under a student's own code, as a file made by hand could hold it?"""
    room.writes("ali", "an essay")
    code = room.code()
    room.writes("ali", text)
    for one in (code, code.partition("-")[0], f"{code.partition('-')[0]}-"):
        assert room.marks(one).failed
    assert room.score()[0] is None
    assert blind.saved(room.folder, room.name) == {}


def test_a_mark_of_an_earlier_version_stays(room):
    """Brought in before texts had prints: is it left as it is?"""
    room.writes("ali", "the first essay")
    room.marks(room.code())
    (room.folder.path / "marks" / f"{room.name}-texts.json").unlink()
    room.writes("ali", "the second essay")
    told = Told(room.folder, "grade", room.name)
    blind.set_aside(room.folder, room.name, told)
    assert list(told) == []
    assert room.score()[0] == 12


def test_a_mark_of_the_lecturers_page_is_the_same(room):
    """Marked there answer by answer: is it what a marking page's file does, are her words shown
    again as she typed them, and is the gradebook copied once a sitting?
    """
    words = "A *good* start: <b>who</b> answers?\nhttps://example.org"
    room.writes("ali", "the first essay")
    runner = Runner(room.folder.path)
    shown = marking.essay(room.folder, room.name, room.task["id"], 0)
    assert (shown.place, shown.of, shown.marked, shown.words) == (1, 1, 0, "")
    sent = {f"level{n}": "3" for n in range(4)} | {"comment": words, "code": shown.code}
    for _ in range(3):
        told = views.give(runner, room.folder, room.name, room.task["id"], sent)
        assert list(told) == [f"1 marks for {room.task['id']} are in the gradebook."]
    assert len(list(room.folder.path.glob("copies/*/gradebook.db"))) == 1
    assert room.score()[0] == 12
    again = marking.essay(room.folder, room.name, room.task["id"], 0)
    assert (again.marked, again.words, set(again.levels.values())) == (1, words, {3})
    room.writes("ali", "the second essay")
    told = views.give(runner, room.folder, room.name, room.task["id"], sent)
    assert told.failed
    assert "of another text" in told[0]

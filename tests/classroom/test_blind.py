"""A mark by a person belongs to the text that was read: not to its successor,
and not to a text that is not there.
"""

import json
import shutil

import pytest
from marked_by_hand import Class, to_mark

from course.classroom.cycle import blind, made, markbook, roll
from course.classroom.cycle.codes import unwritten
from course.classroom.cycle.gradebook import opened
from course.classroom.cycle.told import Told
from course.classroom.page import far, marking, standing, views
from course.classroom.page.running import Runner
from course.errors import CourseError
from course.interface.words import say

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


def test_nothing_written_counts_nought(room):
    """An empty sheet beside an essay: does nothing of it wait, is it said in the same sentence on
    the page, to the student and to the office, and may the lecturer still give points?
    """
    room.writes("ali", "an essay")
    room.writes("bina", None)
    (essays,) = standing.stands(room.folder, room.name).essays
    assert (essays.answers, essays.waiting, essays.nothing) == (1, 1, 1)
    said = say("feedback.wrote_nothing", most=12)
    assert said == "wrote nothing: 0 of 12"
    task = room.task["id"]
    last = marking.essay(room.folder, room.name, task, 2)
    assert (last.of, last.marked, last.html) == (2, 1, said)
    given = {f"level{n}": "1" for n in range(len(room.task["rubric"]))}
    marking.give(room.folder, room.name, task, last.code, given)
    assert room.score("bina")[0] == len(room.task["rubric"])
    assert marking.essay(room.folder, room.name, task, 2).levels


def test_the_office_gets_a_total_of_who_wrote_nothing(room):
    """And none of one whose essay waits?"""
    room.writes("ali", "an essay")
    room.writes("bina", None)
    assignment = room.folder.assignment(room.name)
    with opened(room.folder) as book:
        for one in book.assignment_submissions(room.name):
            nothing = {t["id"] for t in unwritten(room.folder, assignment, one.student.id)}
            items = [room.task["id"]]
            waits = markbook._row(Only(assignment), items, one, nothing)[-1]
            assert bool(waits) == (one.student.id == "ali")


class Only:
    """An assignment that asks for its essay alone."""

    def __init__(self, assignment):
        self.name, self.tasks, self.most, self.questions = "x", assignment.tasks, 12, ()


def test_what_is_older_than_the_marks_is_known(room):
    """A report and a table were written, then a mark came: is whose it is named, for both; are the
    steps not done; and is a page older, too, once the due time makes the work late?
    """
    room.writes("ali", "an essay")

    def prints():
        return {who: one.print for who, one in roll.marks_of(room.folder, room.name)[0].items()}

    for what in (made.PAGES, "report", "x-marks.csv"):
        made.keep(room.folder, room.name, what, prints())
    assert made.older(room.folder, room.name, prints()) == {}
    room.marks(room.code())
    older = made.older(room.folder, room.name, prints())
    assert older == {what: ["ali"] for what in (made.PAGES, "report", "x-marks.csv")}
    (room.folder.path / "reports").mkdir(exist_ok=True)
    (room.folder.path / "reports" / f"{room.name}-report.html").write_text("")
    told = far.told(standing.stands(room.folder, room.name))
    assert told["report"][0].endswith(say("class.older", n=1, names="ali"))
    assert not told["report"][1]
    made.keep(room.folder, room.name, "report", prints())
    assert far.told(standing.stands(room.folder, room.name))["report"][1]


def test_who_handed_in_nothing_is_in_the_list(room):
    """A name that the lecturer adds: is it in the list with a remark? A wrong one: refused?"""
    assert views.add_names(room.folder, "imran\r\nzara") == say("class.added", n=2)
    found = {line.student: line.remark for line in roll.roll(room.folder, room.name)}
    assert found["imran"] == say("class.was_absent")
    with pytest.raises(CourseError, match="Nobody was added"):
        views.add_names(room.folder, "good\n../bad")
    assert "good" not in {line.student for line in roll.roll(room.folder, room.name)}

"""The lecturer's page: what its buttons do, and what it says where it does nothing."""

import re
from argparse import Namespace
from datetime import datetime

import pytest
from page_cases import PageCase

from course.classroom import commands, steps
from course.classroom.cycle import made, roll
from course.classroom.page import views
from course.errors import CourseError
from course.interface.words import say


class Pressed(PageCase):
    """What a step does."""

    def test_the_same_as_in_the_terminal(self):
        """Does the page say what the command says, and write what it writes?"""
        ended = self.ended("report")
        told = steps.do(self.klass, steps.Asked("report", self.name))
        assert list(ended.sentences) == list(told)
        assert ended.fault == ""
        _, said = self.ask(self.here)
        assert all(sentence in said for sentence in ended.sentences)
        first = re.search(r'href="[^"]+/files/([^"]+)"', said)[1]
        assert first == "report.html", "what is read stands behind a table"
        status, report = self.ask(f"{self.here}files/report.html")
        assert (status, "report" in report) == (200, True)
        assert "script-src" not in self.reply.headers["Content-Security-Policy"]
        self.ended("export", what="moodle")
        assert self.ask(f"{self.here}files/moodle.xml")[0] == 200
        assert "attachment" in self.reply.headers["Content-Disposition"]
        for what in re.findall(r'name="what" value="([^"]+)"', self.ask(self.here)[1]):
            if not what.startswith("marks"):  # in nbgrader's gradebook
                assert self.ended("export", what=what).fault == "", what
        assert self.ask(f"{self.here}files/qti21.zip")[0] == 200

    def test_out_of_order(self):
        """Is it one sentence, with the cure as a link to the step that comes first?"""
        for path in sorted((self.klass.path / "submitted").rglob("*"), reverse=True):
            path.rmdir() if path.is_dir() else path.unlink()
        ended = self.ended("grade")
        button = say("class.press", step=say("class.collect"))
        assert ended.fault == f"Nobody has handed in {self.name}; {button}."
        assert ended.cure == "collect"
        _, said = self.ask(self.here)
        assert ended.fault in said
        assert 'href="#collect"' in said
        assert say("class.not_collected") in said
        self.ended("export", what="moodle")
        assert f"Nobody has handed in {self.name}" not in self.ask(self.here)[1], "outdated"

    def test_the_class_list(self):
        """Is each student in it, with who was refused and why; is that step not done, and is there
        no command and no file of the terminal in what the page says?
        """
        refused = roll.refused_file(self.klass, self.name)
        refused.parent.mkdir(exist_ok=True)
        refused.write_text('{"imran": "answers.jsonl is a link"}', encoding="utf-8")
        made.keep(self.klass, self.name, "report", {"omar": "of other marks"})
        _, said = self.ask(self.here)
        assert say("class.was_refused", why="answers.jsonl is a link") in said
        assert all(f"<bdi>{one}</bdi>" in said for one in ("bilal", "imran", "omar", "zara"))
        assert say("class.left_refused", n=1, names="imran") in said
        assert say("class.older", n=1, names="omar") in said
        head = said.partition('id="collect-head"')[2].partition("</h2>")[0]
        assert say("class.is_done") not in head

    def test_a_name_with_a_comma(self):
        """Is "Family, First" refused and not made into two students; does what was typed stay?"""
        sent = {"_xsrf": self.word(), "names": "amina\nKhan, Dania"}
        status, said = self.ask(f"{self.here}names", sent)
        assert (status, "'Khan, Dania' is no name of a student" in said) == (409, True)
        assert ">amina\nKhan, Dania</textarea>" in said

    def test_what_is_no_step(self):
        """Is it refused in a sentence?"""
        for sent in (
            {"step": "rm"}, {"step": "change"}, {"step": "export", "what": "../x"},
            {"step": "export", "what": "marks/../x"}, {"step": ""}, {},
        ):  # fmt: skip
            status, said = self.ask(self.here, {"_xsrf": self.word(), **sent})
            assert (status, say("class.no_step") in said) == (409, True)

    def test_one_step_at_a_time(self):
        """A second browser presses: is it told what is under way, is nothing begun, and does it see
        how far the first is; and does a terminal wait, too?
        """
        going, begun = self.held()
        assert self.press("release")[0] == 303
        assert begun.wait(600)
        word = re.search(r'name="_xsrf" value="(\w+)"', self.ask(self.here)[1])[1]
        status, said = self.ask(self.here, {"_xsrf": word, "step": "report"})
        assert status == 409
        assert views.busy(steps.Asked("release", self.name)) in said
        assert "student 0: done." in said
        assert "Holding" in self.ask("/class/state")[1]
        with pytest.raises(CourseError, match="Another step of this class is under way"):
            steps.do(self.klass, steps.Asked("report", self.name))
        going.set()
        self.runner.wait(600)
        assert self.runner.now is None
        assert len(self.runner.ended(self.name)["release"].sentences) == 50

    def test_stopped(self):
        """Does it end after the student at hand, and say how far it came?"""
        _, begun = self.held()
        self.press("release")
        assert begun.wait(600)
        word = re.search(r'name="_xsrf" value="(\w+)"', self.ask(self.here)[1])[1]
        assert self.ask("/class/stop", {"_xsrf": word})[0] == 303
        self.runner.wait(600)
        ended = self.runner.ended(self.name)["release"]
        assert re.match(r"Stopped after \d+ of 50\. What is done stays", ended.fault)
        assert ended.sentences[0] == "student 0: done."

    def test_a_fault_of_ours_is_a_sentence(self):
        """And the page goes on?"""
        self.patch.setitem(steps._DO, "release", lambda *_: 1 / 0)
        assert "ZeroDivisionError" in self.ended("release").fault
        assert self.ask(self.here)[0] == 200

    def test_what_is_no_time(self):
        """Is the due time left as it is, in a sentence?"""
        for typed in ("soon", "0001-01-01T00:00", "2027-02-30T10:00", "<b>", "2027-02-15"):
            status, said = self.ask(f"{self.here}due", {"_xsrf": self.word(), "due": typed})
            assert (status, say("class.no_time") in said) == (409, True)
        assert not (self.klass.path / "gradebook.db").exists()
        assert self.ask(f"{self.here}due", {"_xsrf": self.word(), "due": ""})[0] == 303
        assert say("class.due_empty") in self.ask(self.here)[1]
        assert say("class.due_empty") not in self.ask(self.here)[1], "said again"

    @pytest.mark.classroom  # the due time is in nbgrader's gradebook
    def test_a_due_time_is_kept(self):
        """By the clock of this machine, and taken away again?"""
        for typed, shown in (("2027-02-15T18:00", True), ("", False)):
            assert self.ask(f"{self.here}due", {"_xsrf": self.word(), "due": typed})[0] == 303
            zone = f"{datetime(2027, 2, 15, 18).astimezone():%Z}"
            told = say("class.due_at", at=f"2027-02-15 18:00 {zone}")
            assert (told in self.ask(self.here)[1]) == shown
        past = {"_xsrf": self.word(), "due": "2020-02-15", "hour": "18:00"}
        assert self.ask(f"{self.here}due", past)[0] == 303
        assert say("class.due_past") in self.ask(self.here)[1]


del PageCase


def test_the_command_and_the_page_share_one_lock(class_base, capsys):
    """A step in a terminal while the page runs one: one sentence, and is a dry run free?"""
    folder, name, _ = class_base
    with steps.alone(folder):
        options = Namespace(step="report", name=name, place=str(folder.path), dry_run=False)
        with pytest.raises(CourseError, match="Another step of this class is under way"):
            commands.run(options)
        options.dry_run = True
        assert commands.run(options) == 0
    assert "Would report on 3 students." in capsys.readouterr().out

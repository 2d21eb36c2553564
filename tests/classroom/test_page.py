"""The lecturer's page: who may open it, what it does, and what it says where it does nothing."""

import io
import json
import os
import re
import shutil
import threading
import zipfile
from argparse import Namespace
from datetime import datetime, timedelta
from html import escape, unescape
from pathlib import Path
from urllib.parse import quote, urlencode

import pytest
from class_pages import HOSTILE, KEY, class_with_essays
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application

from course.classroom import commands, steps
from course.classroom.cycle import init, made, roll, sheet
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.told import Told
from course.classroom.page import alone, standing, views
from course.classroom.page.far import minute
from course.classroom.page.running import Runner
from course.errors import CourseError
from course.interface.words import say


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    """A class with essays, made once and copied by each test."""
    return class_with_essays(tmp_path_factory.mktemp("base") / "class")


class PageCase(AsyncHTTPTestCase):
    """A class with essays, its page, and a browser that has the key."""

    @pytest.fixture(autouse=True)
    def _class(self, base, tmp_path, monkeypatch):
        self.patch = monkeypatch
        monkeypatch.setenv("ASYNC_TEST_TIMEOUT", "600")  # a busy machine is slow, not broken
        folder, self.name, self.task = base
        self.klass = Folder(shutil.copytree(folder.path, tmp_path / "class"))

    def get_app(self) -> Application:
        self.runner = Runner(self.klass.path)
        self.host = f"127.0.0.1:{self.get_http_port()}"
        return alone.application(self.runner, KEY, {self.host})

    @property
    def here(self):
        return f"/class/of/{self.name}/"

    def ask(self, path, sent=None, *, key=KEY, **headers):
        """(status, the page's words) of a request; sent: the fields of a form."""
        port = self.get_http_port()
        if key:
            headers["Cookie"] = f"steel-frame-class-{port}={key}"
        self.reply = self.fetch(
            path, method="GET" if sent is None else "POST", headers=headers, follow_redirects=False,
            request_timeout=600,
            body=None if sent is None else urlencode(sent),
        )  # fmt: skip
        return self.reply.code, unescape(self.reply.body.decode("utf-8", "replace"))  # or a package

    def word(self):
        """What a form of the page sends."""
        return re.search(r'name="_xsrf" value="(\w+)"', self.ask(self.here)[1])[1]

    def press(self, step, **more):
        return self.ask(self.here, {"_xsrf": self.word(), "step": step, **more})

    def ended(self, step, **more):
        """Press a step and wait; returns how it ended."""
        assert self.press(step, **more)[0] == 303
        self.runner.wait(600)
        return self.runner.ended(self.name)[step]

    def held(self):
        """Let `release` wait until the event is set, in as many parts as a class has students."""
        going, begun = threading.Event(), threading.Event()

        def slow(folder, asked):
            told = Told(folder, asked.step, asked.name)
            with told.underway("Holding", 50) as bar:
                for n in range(50):
                    told.append(f"student {n}: done.")
                    bar.step()
                    begun.set()
                    going.wait(0.1)
            return told

        self.patch.setitem(steps._DO, "release", slow)
        return going, begun


class Doors(PageCase):
    """Who gets in."""

    def test_only_the_key_opens_it(self):
        """Without a key, with another's, under another name: is nothing of the class shown, on no
        address, and nothing begun?
        """
        for path in ("/class/", self.here, f"{self.here}mark/{self.task}/", "/class/state", "/x"):
            for key in ("", "another's", "é"):
                status, said = self.ask(path, key=quote(key))
                assert (status, say("class.no_key") in said) == (403, True), path
                assert "Classic" not in said
        assert self.ask(self.here, {"step": "release"}, key="")[0] == 403
        assert self.ask("/class/", Host="evil.example")[0] == 421
        assert self.runner.now is None

    def test_the_key_leaves_the_address(self):
        """Is it kept in a cookie that no script reads, of this page alone?"""
        status, _ = self.ask(f"/class/?key={KEY}", key="")
        cookie = self.reply.headers["Set-Cookie"]
        assert (status, self.reply.headers["Location"]) == (302, "/class/")
        assert all(word in cookie for word in ("HttpOnly", "SameSite=Strict", "Path=/class"))

    def test_a_change_is_sent_by_a_form_of_ours(self):
        """No word, a wrong one, another page's: is nothing done, in one sentence; and is no change
        made by an address alone?
        """
        word = self.word()
        for sent, headers in (
            ({}, {}),
            ({"_xsrf": "wrong"}, {}),
            ({"_xsrf": "é"}, {}),
            ({"_xsrf": word}, {"Origin": "http://127.0.0.1:9"}),
        ):
            for path in (self.here, "/class/make", "/class/stop", f"{self.here}mark/{self.task}/1"):
                status, said = self.ask(path, {"step": "release", **sent}, **headers)
                assert (status, say("class.not_sent") in said) == (403, True)
        for path in ("/class/make", "/class/stop"):
            assert self.ask(path)[0] == 405
        assert self.runner.now is None
        assert self.runner.version == 0

    def test_a_page_runs_nothing_but_its_own_script(self):
        """Is the policy strict, each word new, and no style or script in the page itself?"""
        words = set()
        for path in ("/class/", self.here, f"{self.here}mark/{self.task}/", "/class/of/x/"):
            self.ask(path)
            raw = self.reply.body.decode()
            policy = self.reply.headers["Content-Security-Policy"]
            assert "default-src 'none'" in policy
            assert "unsafe" not in policy
            words.add(re.search(r"script-src 'nonce-([\w-]+)'", policy)[1])
            assert not re.findall(r"<script(?![^>]* src=)|<style| on\w+=\"| style=", raw)
        assert len(words) == 4

    def test_a_name_is_a_word(self):
        """A tag, a way out of the folder, a name without end: is it a sentence, and text?"""
        for name in ("<script>alert(1)</script>", "../x", "..", "%00", "x" * 3000):
            for path in (
                f"/class/of/{quote(name, safe='')}/",
                f"{self.here}mark/{quote(name, '')}/",
            ):
                status, said = self.ask(path)
                assert status == 404, path
                assert b"<script>alert" not in self.reply.body
                assert "nearest" in said or say("class.no_page") in said
        for word in ("..%2F..%2Fgradebook.db", "nbgrader_config.py", "%2Fetc%2Fpasswd", "x"):
            for part in ("files", "feedback"):
                assert self.ask(f"{self.here}{part}/{word}")[0] == 404


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


class ByHand(PageCase):
    """Where no exchange carries a sheet or a page."""

    def zipped(self, what):
        """{name: bytes} of the zip; None if the page has none."""
        if self.ask(f"{self.here}zip/{what}")[0] != 200:
            return None
        assert "attachment" in self.reply.headers["Content-Disposition"]
        with zipfile.ZipFile(io.BytesIO(self.reply.body)) as packed:
            return {name: packed.read(name) for name in packed.namelist()}

    def test_the_sheet_is_one_zip(self):
        """By a button, once it is released: what a student gets, and nothing that lies beside it
        or leads elsewhere?
        """
        link = f'href="{self.here}zip/sheet"'
        assert self.zipped("sheet") is None
        assert link not in self.ask(self.here)[1]
        place = self.klass.path / "release" / self.name
        sheet.write(self.klass.assignment(self.name), place)
        (place / "answers.jsonl").write_text("mine", encoding="utf-8")
        found = self.zipped("sheet")
        assert set(found) == {f"{self.name}/{self.name}.ipynb", f"{self.name}/items.json"}
        assert found[f"{self.name}/items.json"] == (place / "items.json").read_bytes()
        assert link in self.ask(self.here)[1]
        (place / "items.json").unlink()
        (place / "items.json").symlink_to(self.klass.path / "keys" / f"{self.name}.yaml")
        assert set(self.zipped("sheet")) == {f"{self.name}/{self.name}.ipynb"}
        for what in ("keys", "..", "sheet/x"):
            assert self.zipped(what) is None

    def test_the_pages_of_feedback_are_one_zip(self):
        """Of those who get theirs by hand, each under its student's name; of nobody else?"""
        for student in ("zara", "bilal", "omar"):
            page = self.klass.place("feedback", student, self.name) / f"{self.name}.html"
            page.parent.mkdir(parents=True)
            page.write_text(f"the page of {student}", encoding="utf-8")
        prints = {
            one: made.page_print(self.klass, self.name, one) for one in ("zara", "bilal", "omar")
        }
        made.keep(self.klass, self.name, made.GIVEN, prints)
        assert self.zipped("feedback") is None
        by_hand = {one: prints[one] for one in ("zara", "bilal")}
        made.keep(self.klass, self.name, made.BY_HAND, by_hand)
        found = self.zipped("feedback")
        assert found == {
            f"{self.name}, {one}.html": f"the page of {one}".encode() for one in by_hand
        }
        _, said = self.ask(self.here)
        assert f'href="{self.here}zip/feedback"' in said
        assert say("class.take_feedback", n=2) in said


class Released(PageCase):
    """A sheet that is given out twice."""

    def test_a_second_release_makes_nobody_late(self):
        """Due after the first release and before the second: is nobody said to be late by it, and
        are both times told?
        """
        place, times = self.klass.path / "release" / self.name, []
        due = datetime(2027, 2, 15, 18).astimezone()
        self.patch.setattr(standing, "due", lambda *_: due)
        for days in (-3, 1):
            self.klass.keep_copy(place)
            sheet.write(self.klass.assignment(self.name), place)
            at = due + timedelta(days=days)
            times.append(minute(at))
            os.utime(place / f"{self.name}.ipynb", (at.timestamp(), at.timestamp()))
        _, said = self.ask(self.here)
        assert say("class.due_early") not in said
        assert say("class.released_again", first=times[0], at=times[1]) in said

    @pytest.mark.classroom  # the due time is in nbgrader's gradebook
    def test_a_second_release_leaves_the_due_time(self):
        """Of the same sheet: who handed in before it is as late as before, not at all, and marked
        as before?
        """
        assert self.ended("release").fault == ""
        due = datetime.now().astimezone() + timedelta(days=1)
        sent = {"_xsrf": self.word(), "due": f"{due:%Y-%m-%dT%H:%M}"}
        assert self.ask(f"{self.here}due", sent)[0] == 303
        self.ended("grade")
        before = standing.stands(self.klass, self.name).due
        self.ended("release")
        after = standing.stands(self.klass, self.name)
        assert (after.due, after.marked, after.stale) == (before, 3, 0)
        self.ended("grade")
        assert self.klass.late(self.name) == {}


class Folders(PageCase):
    """Where the class folder is not what it was."""

    def test_it_is_gone_or_anothers(self):
        """Is it one sentence with the cure, on every page?"""
        self.runner.path = self.klass.path / "elsewhere" / "class"
        assert say("class.make") in self.ask("/class/")[1]
        assert "is no class folder" in self.ask(self.here)[1]
        self.runner.path = self.klass.path

        def shut(_self):
            raise PermissionError

        self.patch.setattr(Path, "iterdir", shut)
        for path in ("/class/", self.here):
            assert "belongs to another user of this machine" in self.ask(path)[1]

    def test_it_is_made_where_there_is_none(self):
        """By a form, with the fault of a wrong name in a sentence?"""
        self.runner.path = self.klass.path.parent / "new"
        word = re.search(r'name="_xsrf" value="(\w+)"', self.ask("/class/")[1])[1]
        status, said = self.ask("/class/make", {"_xsrf": word, "name": "<b>"})
        assert (status, "is no name for a class" in said) == (409, True)
        assert 'value="<b>"' in said, "what was typed is gone"
        assert self.ask("/class/make", {"_xsrf": word, "name": "policy-2027"})[0] == 303
        self.runner.wait(600)
        assert "Assignment 1" in self.ask("/class/")[1]

    def test_who_makes_a_class_sees_how_far_it_is(self):
        """Is it said what is being made, how much of it is done, and that a second press begins
        nothing; and does a fault leave the form, with its sentence?
        """
        self.runner.path = self.klass.path.parent / "new"
        going, begun = threading.Event(), threading.Event()
        write = init.sheet.write

        def slow(assignment, folder):
            begun.set()
            going.wait(600)
            return write(assignment, folder)

        self.patch.setattr(init.sheet, "write", slow)
        sent = {"name": "policy-2027"}
        sent["_xsrf"] = re.search(r'name="_xsrf" value="(\w+)"', self.ask("/class/")[1])[1]
        assert self.ask("/class/make", sent)[0] == 303
        assert begun.wait(600)
        _, said = self.ask("/class/")
        assert say("class.making", name="policy-2027") in said
        assert re.search(r'<progress id="bar" max="[1-9]\d*" value="0"', said)
        assert say("class.stop_told") not in said, "there is no student at hand"
        assert json.loads(self.ask("/class/state")[1])["doing"]
        assert self.ask("/class/make", sent)[0] == 409
        self.patch.setattr(init.sheet, "write", lambda *_: 1 / 0)
        going.set()
        self.runner.wait(600)
        _, said = self.ask("/class/")
        assert "ZeroDivisionError" in said
        assert say("class.make_do") in said
        assert not self.runner.path.exists(), "half a class is left"


class Essays(PageCase):
    """Marking without names."""

    def test_words_are_text_and_nobody_is_named(self):
        """Hostile words and 100 KB: are they shown as they are, under a code, in the same order
        each time?
        """
        first = [self.ask(f"{self.here}mark/{self.task}/{n}")[1] for n in (1, 2)]
        assert first[0] != first[1]
        raw = self.reply.body + self.fetch(self.reply.effective_url).body
        assert b"<img src=x" not in raw
        assert sum(HOSTILE in page for page in first) == 1
        assert sum(page.count("The rule holds.") for page in first) == 6500
        assert not any("zara" in page or "bilal" in page for page in first)
        codes = [re.search(r'name="code" value="([\w-]+)"', page)[1] for page in first]
        _, again = self.ask(f"{self.here}mark/{self.task}/1")
        assert f'value="{codes[0]}"' in again
        assert self.ask(f"{self.here}mark/{self.task}/999999")[0] == 200

    def test_half_a_mark_is_kept_from_the_book(self):
        """A level missing, one that is none, a comment without end: is it a sentence, and is what
        was typed still there?
        """
        page = self.ask(f"{self.here}mark/{self.task}/1")[1]
        code = re.search(r'name="code" value="([\w-]+)"', page)[1]
        sent = {"_xsrf": self.word(), "code": code, "comment": "my <b>words</b>"}
        for more in ({}, {"level0": "9"}, {"level0": "²"}, {"level0": "-1"}):
            status, said = self.ask(f"{self.here}mark/{self.task}/1", {**sent, **more})
            assert status == 409
            assert "choose a level for each criterion" in said
            assert escape("my <b>words</b>") in self.reply.body.decode()
        every = {f"level{n}": "1" for n in range(9)}
        long = {**sent, **every, "comment": "x" * 20_000}
        assert "10000 are the most" in self.ask(f"{self.here}mark/{self.task}/1", long)[1]


del PageCase, AsyncHTTPTestCase


def test_the_command_and_the_page_share_one_lock(base, capsys):
    """A step in a terminal while the page runs one: one sentence, and is a dry run free?"""
    folder, name, _ = base
    with steps.alone(folder):
        options = Namespace(step="report", name=name, place=str(folder.path), dry_run=False)
        with pytest.raises(CourseError, match="Another step of this class is under way"):
            commands.run(options)
        options.dry_run = True
        assert commands.run(options) == 0
    assert "Would report on 3 students." in capsys.readouterr().out

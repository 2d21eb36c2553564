"""The lecturer's page where there is no class folder, or another's."""

import json
import re
import threading
from pathlib import Path

from page_cases import PageCase

from course.classroom.cycle import init
from course.interface.words import say


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
        self.patch.setattr(self.runner, "path", self.klass.path.parent / "Autumn 2027")
        assert 'id="name" name="name" value=""' in self.ask("/class/")[1], "that is no name"
        self.runner.path = self.klass.path.parent / "new"
        assert 'id="name" name="name" value="new"' in self.ask("/class/")[1]
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


del PageCase

"""The lecturer's page of a class, served within a test, and a browser that asks it."""

import re
import shutil
import threading
from html import unescape
from urllib.parse import urlencode

import pytest
from class_pages import KEY
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application

from course.classroom import steps
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.told import Told
from course.classroom.page import alone
from course.classroom.page.running import Runner

__all__ = ["PageCase"]


class PageCase(AsyncHTTPTestCase):
    """A class with essays, its page, and a browser that has the key."""

    @pytest.fixture(autouse=True)
    def _class(self, class_base, tmp_path, monkeypatch):
        self.patch = monkeypatch
        monkeypatch.setenv("ASYNC_TEST_TIMEOUT", "600")  # a busy machine is slow, not broken
        folder, self.name, self.task = class_base
        self.klass = Folder(shutil.copytree(folder.path, tmp_path / "class"))

    def get_app(self) -> Application:
        self.runner = Runner(self.klass.path)
        self.host = f"127.0.0.1:{self.get_http_port()}"
        return alone.application(self.runner, KEY, {self.host})

    @property
    def here(self):
        return f"/class/of/{self.name}/"

    def ask(self, path, sent=None, *, key=KEY, **headers):
        """(status, the page's words) of a request; sent: the fields of a form, or its bytes."""
        port = self.get_http_port()
        if key:
            headers["Cookie"] = f"steel-frame-class-{port}={key}"
        self.reply = self.fetch(
            path, method="GET" if sent is None else "POST", headers=headers, follow_redirects=False,
            request_timeout=600,
            body=urlencode(sent) if isinstance(sent, dict) else sent,
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

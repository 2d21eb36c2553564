"""The lecturer's page on the server that a hub starts for her: who may open it there?"""

import json
import re
import signal
from urllib.parse import urlencode

import pytest
from class_pages import class_with_essays
from tornado.testing import AsyncHTTPTestCase

from course import _places
from course.classroom.page import extension

TOKEN = {"Authorization": "token test"}


def test_only_a_lecturers_settings_name_it():
    """So that no student's server loads it?"""
    named = [
        path
        for path in sorted((_places.PACKAGE / "hosts").rglob("*.json"))
        if extension.__name__ in path.read_text(encoding="utf-8")
    ]
    assert named == [_places.lecturer_config() / "jupyter_server_config.json"]


class Hosted(AsyncHTTPTestCase):
    """A Jupyter server that begins to listen in this process, with the page and nothing else."""

    @pytest.fixture(autouse=True)
    def _class(self, tmp_path, monkeypatch):
        self.klass, self.name, _ = class_with_essays(tmp_path / "class")
        monkeypatch.setenv("STEEL_FRAME_CLASS", str(self.klass.path))
        monkeypatch.setenv("JUPYTER_RUNTIME_DIR", str(tmp_path))
        monkeypatch.setattr(signal, "signal", lambda *_: None)  # this process keeps its own
        monkeypatch.setenv("ASYNC_TEST_TIMEOUT", "600")  # a busy machine is slow, not broken
        self.folder = tmp_path

    def get_app(self):
        from jupyter_server.serverapp import ServerApp

        self.server = ServerApp(token="test", root_dir=str(self.folder), base_url="/user/amina/")
        self.server.initialize(argv=[], find_extensions=False, new_httpserver=False)
        extension.load(self.server)
        return self.server.web_app

    def ask(self, path, sent=None, **headers):
        """(status, body) of a request; sent: the fields of a form."""
        self.reply = self.fetch(
            f"/user/amina/steel-frame/class/{path}", headers=headers, follow_redirects=False,
            method="POST" if sent else "GET", body=urlencode(sent) if sent else None,
        )  # fmt: skip
        return self.reply.code, self.reply.body.decode()

    def test_who_may(self):
        """Without a token, with another's, with a cookie and no form of ours: is nothing shown and
        nothing begun? With all of them: is it the same page, below the server's own address?
        """
        here = f"of/{self.name}/"
        for headers in ({}, {"Authorization": "token another's"}):
            for path in ("", here, "state", f"{here}mark/first-essay/"):
                status, page = self.ask(path, **headers)
                assert (status in {302, 403}, "Classic" in page) == (True, False)
            assert self.ask(here, {"step": "report"}, **headers)[0] == 403
        status, page = self.ask(f"{here}?token=test")
        assert (status, "Classic government" in page) == (200, True)
        assert "default-src 'none'" in self.reply.headers["Content-Security-Policy"]
        assert f'action="/user/amina/steel-frame/class/{here}"' in page
        some = self.reply.headers.get_list("Set-Cookie")
        cookies = "; ".join(one.partition(";")[0] for one in some)
        assert self.ask(here, {"step": "report"}, Cookie=cookies)[0] == 403
        assert json.loads(self.ask("state", **TOKEN)[1])["version"] == 0
        word = re.search(r'name="_xsrf" value="([^"]+)"', page)[1]
        sent = {"step": "export", "what": "moodle", "_xsrf": word}
        assert self.ask(here, sent, Cookie=cookies)[0] == 303
        self.server.web_app.settings["steel_frame_class"].wait(60)
        assert self.ask(f"{here}files/moodle.xml", **TOKEN)[0] == 200


del AsyncHTTPTestCase

"""A room in this process, and what is asked of it over HTTP."""

import json

import pytest
from tornado.testing import AsyncHTTPTestCase
from tornado.web import Application

from course.interface.words import say
from course.live import rooms, server
from course.live.crowd import Crowd, Places
from course.live.house import House, Where
from course.live.journal import Journal
from course.live.pages import JAVASCRIPT
from course.live.running import Running
from course.live.watchers import Watchers

__all__ = ["QUESTION", "RoomCase", "phone"]

HEAD = {"room": 1, "word": "BKTR", "key": "the-key", "address": "127.0.0.1"}
QUESTION = "classic-one-rule"


def phone(n):
    return f"{n:032x}"


class ShelfOfNothing:
    """Pages are another test's; here only their addresses count."""

    async def get(self, name):
        return (b"\x1f\x8b", JAVASCRIPT) if name.endswith(".js") else None


class RoomCase(AsyncHTTPTestCase):
    own = frozenset({"127.0.0.1"})
    most, connections = 200, 200

    @pytest.fixture(autouse=True)
    def _folder(self, tmp_path):
        self.folder = tmp_path

    def get_app(self) -> Application:
        self.port = self.get_http_port()
        made, _ = rooms.replayed([])
        journal = Journal(self.folder / "room.jsonl")
        head = {**HEAD, "port": self.port}
        journal.begin(head)
        loop = self.io_loop
        host = f"127.0.0.1:{self.port}"
        where = Where("http", host, "/")
        watchers = Watchers(loop.call_later)
        self.running = Running(
            made, head, journal, watchers, folder=self.folder, address=where.join("BKTR")
        )
        self.house = House(
            where, self.running, ShelfOfNothing(), Crowd(self.most), frozenset({host}), self.own
        )
        return server.application(self.house)

    def get_http_server(self):
        return server.Hall(self._app, Places(self.connections))

    def ask(self, path, body=None, key=None, **headers):
        """(status, reply) of a request; a body is sent as JSON."""
        if key:
            headers["Cookie"] = f"steel-frame-lecturer={key}"
        if body is not None:
            headers.setdefault("Content-Type", "application/json")
            body = body if isinstance(body, bytes | str) else json.dumps(body)
        told = self.fetch(
            path, method="GET" if body is None else "POST", body=body, headers=headers,
            follow_redirects=False,
        )  # fmt: skip
        self.reply = told
        text = told.body.decode("utf-8", errors="replace")
        return told.code, json.loads(text) if text.startswith("{") else text

    def do(self, what, **more):
        return self.ask("/lecturer/do", {"event": what, **more}, key="the-key")

    def vote(self, n, answer, number=1, **headers):
        sent = {"phone": phone(n), "round": number, "answer": answer}
        return self.ask("/join/BKTR/vote", sent, **headers)

    def said(self, key, told, **values):
        status, reply = told
        held = reply["said"] if isinstance(reply, dict) else reply
        assert say(key, **values).replace("'", "&#39;") in held or say(key, **values) == held, held
        return status

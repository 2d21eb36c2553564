"""A room on a lecturer's own Jupyter server, such as hers on a hub: GET steel-frame/live/ behind
Jupyter's login, where she opens it and is led to her page.

Phones join below the same address without a login: they only read, and answer the open question, as
on a laptop. The page for the projector is hers alone, since an address on a hub can be guessed.
"""

import os
from datetime import UTC, datetime
from urllib.parse import urlsplit

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web
from tornado.ioloop import PeriodicCallback

from course.errors import CourseError
from course.hosts.bundle.lock import Held, Lock
from course.interface.templates import template
from course.interface.words import say
from course.live import kept, opened, rooms
from course.live.house import ROOM, Where
from course.live.replies import COOKIE
from course.live.server import routes
from course.live.state import Stage

__all__ = ["load"]

_CLASS = "STEEL_FRAME_CLASS"
_POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; form-action 'self'; frame-ancestors 'none'"
)


def _counts():
    """Where the class folder keeps counts; None, which is beside the room's file, without one."""
    chosen = os.environ.get(_CLASS)
    try:
        return opened.class_counts(chosen) if chosen else None
    except CourseError:  # it is not made yet
        return None


class _Room:
    """The room of a server: opened, and let go of when the next one is."""

    def __init__(self, server):
        self._server = server
        self._lock, self._beats = None, []

    @property
    def house(self):
        return self._server.web_app.settings.get(ROOM)

    @property
    def is_open(self):
        return self.house is not None and self.house.running.room.stage is not Stage.ENDED

    def open(self, where):
        """Open one at a place (Where). Raises Held if another server of hers has one open."""
        if self._lock is None:
            rooms.folder().mkdir(mode=0o700, parents=True, exist_ok=True)
            self._lock = Lock(rooms.folder() / "lock").__enter__()
        for beat in self._beats:
            beat.stop()
        if self.house is not None:
            self.house.running.watchers.close()
        found = rooms.room(where.host, 0)
        hosts = frozenset({where.host.lower()})
        house = opened.house(found, where, hosts=hosts, own=None, counts=_counts(), open_wall=False)
        self._server.web_app.settings[ROOM] = house
        self._server.io_loop.run_in_executor(None, house.shelf.warm)
        self._beats = [*opened.pulse(house), PeriodicCallback(self._stay, 60_000)]
        for beat in self._beats:
            beat.start()

    def _stay(self):
        """A server that nobody uses is stopped; phones in a room are a use."""
        if self.is_open and self.house.running.watchers.phones():
            self._server.web_app.settings["last_activity_times"][ROOM] = datetime.now(UTC)


class OpeningHandler(JupyterHandler):
    """Where the lecturer opens a room. Login is Jupyter's own, or the hub's."""

    auth_resource = "contents"

    def initialize(self, room, base):
        self.room, self.base = room, base

    @property
    def content_security_policy(self):
        return _POLICY

    @web.authenticated
    @authorized
    def get(self, slash):
        if not slash:  # links on the page are beside it
            return self.redirect(self.base)
        if self.room.is_open:
            return self._lead_in()
        return self._page(say("live.room_on_hub"))

    @web.authenticated
    @authorized
    def post(self, _slash):
        # the address by which her browser knows the hub: what lies between may call it otherwise
        origin = urlsplit(self.request.headers.get("Origin", ""))
        where = Where(
            origin.scheme or self.request.protocol, origin.netloc or self.request.host, self.base
        )
        if not self.room.is_open:
            try:
                self.room.open(where)
            except Held:
                return self._page(say("live.room_open_elsewhere"))
            except CourseError as error:
                return self._page(str(error))
        return self._lead_in()

    def _lead_in(self):
        """The key is given to who is logged in, as a cookie of the room and of nothing else."""
        house = self.room.house
        self.set_cookie(
            COOKIE,
            house.running.head["key"],
            path=self.base,
            httponly=True,
            samesite="Strict",
            secure=house.where.scheme == "https",
        )
        return self.redirect(f"{self.base}lecturer")

    def _page(self, told):
        page, word = template("live_open.html"), self.xsrf_token.decode("utf-8")
        return self.finish(page.render(told=told, xsrf=word, style=kept.style()))


def load(server):
    """Let a Jupyter server have a room."""
    app = server.web_app
    if ROOM in app.settings:
        return
    app.settings[ROOM] = None
    base = url_path_join(app.settings["base_url"], "steel-frame", "live", "/")
    given = {"room": _Room(server), "base": base}
    # The handlers of a room know no login: of a phone nobody asks one, and the lecturer has a key.
    app.add_handlers(".*$", [(f"{base[:-1]}(/?)", OpeningHandler, given), *routes(base)[1:]])


def _jupyter_server_extension_points():
    return [{"module": "course.live.on_server"}]


_load_jupyter_server_extension = load

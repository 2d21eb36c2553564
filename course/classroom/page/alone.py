"""The lecturer's page on her own machine: `course class page`. Nobody else of the machine, and no
other page of her browser, can open it or press anything on it.
"""

import asyncio
import hashlib
import hmac
import secrets
import webbrowser
from contextlib import suppress
from typing import Any

from tornado.httpserver import HTTPServer
from tornado.web import Application, HTTPError

from course import _places
from course.classroom.cycle.brought import MOST_TOGETHER
from course.classroom.page import handlers, reply
from course.classroom.page.running import Runner
from course.errors import CourseError
from course.interface.words import say

__all__ = ["application", "serve"]

_PORT = 8891
_MOST_BYTES = MOST_TOGETHER + 200_000  # of what a form of ours sends: files, and what is round them
_KEY, _HOSTS = "key", "hosts"


class _Alone(reply.Page):
    """Who has the key, asks by the page's own name, and sends what a form of ours sends."""

    @property
    def _cookie(self) -> str:
        """A name of its own for each port: a browser tells cookies by their machine alone."""
        return f"steel-frame-class-{self.request.host.rpartition(':')[2]}"

    @property
    def _key(self) -> bytes:
        return self.settings[_KEY].encode()

    def form_token(self) -> str:
        return hmac.new(self._key, b"form", hashlib.sha256).hexdigest()

    def prepare(self) -> None:
        if self.request.host.lower() not in self.settings[_HOSTS]:
            raise HTTPError(421)
        given = self.get_query_argument("key", "")
        if given and self._opens(given):
            self.set_cookie(
                self._cookie, given, path=self.home[:-1], httponly=True, samesite="Strict"
            )
            return self.redirect(self.home)
        if not self._opens(self.get_cookie(self._cookie) or ""):
            self.set_status(403)
            self.guard()
            return self.show("class_shut.html", said=say("class.no_key"))
        if self.request.method == "POST":
            self.check_size()
            self._check_form()
        return None

    def _opens(self, given: str) -> bool:
        return hmac.compare_digest(given.encode(), self._key)

    def _check_form(self) -> None:
        origin = self.request.headers.get("Origin")
        ours = {f"http://{host}" for host in self.settings[_HOSTS]}
        sent = self.get_body_argument("_xsrf", "")
        is_ours = hmac.compare_digest(sent.encode(), self.form_token().encode())
        if not is_ours or (origin and origin.lower() not in ours):
            raise HTTPError(403)


def application(runner: Runner, key: str, hosts: set[str]) -> Application:
    """The application. key: what its address holds; hosts: the names it may be asked for by."""
    some: list[tuple[str, Any]] = [
        (pattern, type(page.__name__, (_Alone, page), {}))
        for pattern, page in handlers.pages(reply.HOME)
    ]
    some.append((r"(.*)", type("Nothing", (_Alone, handlers.Nothing), {})))
    settings = {reply.SETTING: runner, _KEY: key, _HOSTS: hosts}
    return Application(some, log_function=lambda _handler: None, **settings)


def serve(folder: str, *, port: int | None = None, browser: bool = True) -> int:
    """Serve the page of a class folder until stopped; returns the exit code."""
    path = _places.at_home(folder, "The class folder").resolve()
    if path.exists() and not path.is_dir():
        raise CourseError(f"{path} is a file, and no class folder; name a folder.")
    runner = Runner(path)
    try:
        asyncio.run(_serve(runner, port, browser=browser))
    except KeyboardInterrupt:
        print()  # noqa: T201 the lecturer's terminal
    runner.stop()
    runner.wait()  # the student at hand is done whole
    return 0


async def _serve(runner: Runner, port: int | None, *, browser: bool) -> None:
    from course.live.addresses import ALONE, listening

    sockets, taken = listening(ALONE, port or _PORT)
    key = secrets.token_urlsafe(24)
    made = application(runner, key, {f"{ALONE}:{taken}", f"localhost:{taken}"})
    server = HTTPServer(made, max_body_size=_MOST_BYTES, max_header_size=16_000, body_timeout=60)
    server.add_sockets(sockets)
    address = f"http://{ALONE}:{taken}{reply.HOME}?key={key}"
    print(f"The page of {runner.path}: {address}")  # noqa: T201
    print(  # noqa: T201
        "It opens on this machine alone; show the address to nobody. Stop with Ctrl and C; "
        "what is done stays.",
        flush=True,
    )
    if browser:
        webbrowser.open(address)
    with suppress(asyncio.CancelledError):
        await asyncio.Event().wait()

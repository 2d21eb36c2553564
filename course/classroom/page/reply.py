"""What every reply of the lecturer's page has in common: its policy, its templates, and a sentence
where the answer is no.
"""

import asyncio
import contextlib
import secrets
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tornado.web import HTTPError, RequestHandler

from course.classroom.page.running import Runner
from course.errors import CourseError
from course.interface.templates import template
from course.interface.words import say

if TYPE_CHECKING:
    from course.classroom.cycle.folder import Folder

__all__ = ["HOME", "SETTING", "Page"]

HOME = "/class/"
SETTING = "steel_frame_class"  # the Runner, in the application's settings
_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# A page of ours that stands alone and brings a stricter policy of its own.
_WRITTEN = (
    "default-src 'none'; style-src 'unsafe-inline'; img-src data:; base-uri 'none'; "
    "form-action 'none'; frame-ancestors 'none'"
)


class Page(RequestHandler):
    """What all of them share."""

    written = False  # is a file given, and no page made here?
    most_bytes = 200_000  # of what a form of ours sends

    @property
    def runner(self) -> Runner:
        return self.settings[SETTING]

    @property
    def home(self) -> str:
        """The address of the page, with a slash at its end."""
        return HOME

    @cached_property
    def nonce(self) -> str:
        """The word by which this page's script and style are known."""
        return secrets.token_urlsafe(16)

    @property
    def content_security_policy(self) -> str:
        return _WRITTEN if self.written else _POLICY.format(nonce=self.nonce)

    def guard(self) -> None:
        """Set the headers of a page that may hold names and marks."""
        self.set_header("Content-Security-Policy", self.content_security_policy)
        self.set_header("X-Content-Type-Options", "nosniff")
        self.set_header("Referrer-Policy", "same-origin")
        self.set_header("Cache-Control", "no-store")
        self.clear_header("Server")

    def folder(self) -> "Folder":
        """The class folder, as it is now. Raises CourseError if it is none."""
        from course.classroom.cycle.folder import Folder

        return Folder(self.runner.path)

    async def made(self, call: Any, *arguments: Any, **named: Any) -> Any:
        """What a call gives, made in a thread: it reads a class. Its sentences name buttons."""
        from course.classroom.cycle.ways import on_page

        with on_page():
            return await asyncio.to_thread(call, *arguments, **named)

    def show(self, name: str, **values: Any) -> None:
        """Send a page made of a template."""
        self.guard()
        self.set_header("Content-Type", "text/html; charset=utf-8")
        text = template(name).render(
            home=self.home,
            nonce=self.nonce,
            xsrf=self.form_token(),
            quoted=lambda part: quote(part, safe=""),
            **values,
        )
        self.finish(text)

    def check_size(self) -> None:
        """Let nobody send more than the form can: the server takes what the largest one does."""
        if len(self.request.body) > self.most_bytes:
            raise HTTPError(413)

    def form_token(self) -> str:
        """What a form of ours sends, and no other page can."""
        token = self.xsrf_token
        return token.decode("ascii") if isinstance(token, bytes) else token

    def refuse(self, said: str, status: int = 409) -> None:
        """One sentence, and the way back."""
        self.set_status(status)
        self.show("class_plain.html", said=said)

    def write_error(self, status_code: int, **kwargs: Any) -> None:
        error = kwargs.get("exc_info", (None, None))[1]
        if isinstance(error, CourseError):
            return self.refuse(str(error), 404 if self.request.method == "GET" else 409)
        known = {
            400: "class.not_read",  # more parts than a form of ours has
            403: "class.not_sent",
            404: "class.no_page",
            405: "class.no_page",
            413: "class.not_read",
        }
        with contextlib.suppress(RuntimeError):  # it began to answer before it failed
            self.refuse(say(known.get(status_code, "class.failed")), status_code)
        return None

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        if not isinstance(value, CourseError):
            super().log_exception(typ, value, tb)

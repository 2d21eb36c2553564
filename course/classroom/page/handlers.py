"""What the lecturer's page is asked for. Who may ask, alone.py and extension.py say; every change
is a POST that a page of ours sent.
"""

import asyncio
import contextlib
import json
import secrets
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

from tornado.web import HTTPError, RequestHandler

from course.classroom.page import assets, views
from course.classroom.page.running import BusyError, Runner
from course.classroom.steps import EXPORTS, STEPS, Asked
from course.errors import CourseError
from course.interface.templates import template
from course.interface.words import say

if TYPE_CHECKING:
    from course.classroom.cycle.folder import Folder

__all__ = ["HOME", "SETTING", "Page", "pages"]

HOME = "/class/"
SETTING = "steel_frame_class"  # the Runner, in the application's settings
_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}'; style-src 'nonce-{nonce}'; "
    "connect-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
# A page of ours that stands alone and brings a stricter policy of its own.
_WRITTEN = (
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)


class Page(RequestHandler):
    """What all of them share."""

    written = False  # is a file given, and no page made here?

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
        """What a call gives, made in a thread: it reads a class."""
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
        known = {403: "class.not_sent", 404: "class.no_page", 405: "class.no_page"}
        with contextlib.suppress(RuntimeError):  # it began to answer before it failed
            self.refuse(say(known.get(status_code, "class.failed")), status_code)
        return None

    def log_exception(self, typ: Any, value: Any, tb: Any) -> None:
        if not isinstance(value, CourseError):
            super().log_exception(typ, value, tb)


class Home(Page):
    """All assignments, and how far each is; or where to make a class."""

    async def get(self, slash: str) -> None:
        if not slash:
            return self.redirect(self.home)
        try:
            some = await self.made(lambda: views.overview(self.folder()))
        except CourseError as error:
            empty = await self.made(views.may_be_made, self.runner.path)
            return self.show("class_make.html", said=str(error), empty=empty, path=self.runner.path)
        return self.show("class_home.html", some=some, path=self.runner.path)


class Make(Page):
    """Makes the class folder where there is none."""

    async def post(self) -> None:
        from course.classroom.cycle.init import init

        name = self.get_body_argument("name", "")
        await self.made(init, self.runner.path, course=name)
        self.redirect(self.home, status=303)


class State(Page):
    """How far the present step is, for the script of a page."""

    async def get(self) -> None:
        now, told = self.runner.now, {"version": self.runner.version}
        if now is not None:
            told |= {"doing": now.doing, "done": now.done, "of": now.of, "told": now.sentences()}
            told |= {"step": now.asked.step, "name": now.asked.name}
        self.guard()
        self.set_header("Content-Type", "application/json")
        await self.finish(json.dumps(told))


class Stop(Page):
    """Ends the present step after the student at hand."""

    async def post(self) -> None:
        self.runner.stop()
        self.redirect(self.get_back(), status=303)

    def get_back(self) -> str:
        now = self.runner.now
        return self.home + (f"of/{quote(now.asked.name, safe='')}/" if now else "")


class Steps(Page):
    """The steps of one assignment; a POST begins one."""

    async def get(self, name: str) -> None:
        await self._shown(name)

    async def _shown(self, name: str, said: str = "") -> None:
        # first: a step that ends meanwhile is shown under way, and the script loads the page again
        now, version = self.runner.now, self.runner.version
        shown = await self.made(lambda: views.steps(self.folder(), name, self.runner.ended(name)))
        self.show("class_steps.html", said=said, now=now, version=version, **shown)

    async def post(self, name: str) -> None:
        self.folder().assignment(name)
        step, what = self.get_body_argument("step", ""), self.get_body_argument("what", "")
        if step not in STEPS or (step == "export" and what not in EXPORTS):
            raise CourseError(say("class.no_step"))
        ticked = {box: bool(self.get_body_argument(box, "")) for box in ("again", "names")}
        dry_run = self.get_body_argument("how", "") == "dry"
        try:
            self.runner.start(Asked(step, name, dry_run=dry_run, what=what, **ticked))
        except BusyError as busy:
            self.set_status(409)
            await self._shown(name, said=views.busy(busy.asked))
            return
        self.redirect(f"{self.home}of/{quote(name, safe='')}/#{step}", status=303)


class Mark(Page):
    """One answer to be marked without its name."""

    async def get(self, name: str, task: str, place: str) -> None:
        await self._shown(name, task, int(place or 0))

    async def _shown(self, name: str, task: str, place: int, **more: Any) -> None:
        shown = await self.made(lambda: views.mark(self.folder(), name, task, place))
        self.show("class_mark.html", **{"said": "", "typed": None} | shown | more)

    async def post(self, name: str, task: str, place: str) -> None:
        sent = {field: self.get_body_argument(field, "", strip=False) for field in self._fields()}
        try:
            told = await self.made(views.give, self.runner, self.folder(), name, task, sent)
        except CourseError as error:
            self.set_status(409)
            await self._shown(name, task, int(place or 1), said=str(error), typed=sent)
            return
        if getattr(told, "failed", False):
            self.set_status(409)
            await self._shown(name, task, int(place or 1), said=told[0], typed=sent)
            return
        there = f"{self.home}of/{quote(name, safe='')}/mark/{quote(task, safe='')}/"
        self.redirect(there, status=303)

    def _fields(self) -> list[str]:
        return [field for field in self.request.body_arguments if field != "_xsrf"][:20]


class Given(Page):
    """A file that was written for the lecturer, or a student's page of feedback."""

    async def get(self, name: str, part: str, word: str) -> None:
        found = await self.made(lambda: views.file(self.folder(), name, part, word))
        if found is None:
            raise HTTPError(404)
        self.written = True
        self.guard()
        self.set_header("Content-Type", found.kind)
        if not found.is_page:
            header = f"attachment; filename*=UTF-8''{quote(found.path.name)}"
            self.set_header("Content-Disposition", header)
        await self.finish(await self.made(found.path.read_bytes))


class Asset(Page):
    """Style and script of the page."""

    async def get(self, name: str) -> None:
        kind = "text/css" if name.endswith(".css") else "text/javascript"
        self.guard()
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        await self.finish(await self.made(assets.text, name))


class Nothing(Page):
    """Every other address below it."""

    async def get(self, _rest: str) -> None:
        raise HTTPError(404)


def pages(home: str) -> list[tuple[str, type[Page]]]:
    """(pattern, handler) of each address below `home`, which ends with a slash."""
    one = rf"{home}of/([^/]+)/"
    return [
        (rf"{home[:-1]}(/?)", Home),
        (rf"{home}make", Make),
        (rf"{home}state", State),
        (rf"{home}stop", Stop),
        (rf"{home}assets/(class\.(?:css|js))", Asset),
        (one, Steps),
        (rf"{one}mark/([^/]+)/([0-9]{{0,6}})", Mark),
        (rf"{one}(files|feedback)/([^/]+)", Given),
        (rf"{home}(.*)", Nothing),
    ]

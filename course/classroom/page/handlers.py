"""What the lecturer's page is asked for. Who may ask, alone.py and extension.py say; every change
is a POST that a page of ours sent.
"""

import json
from typing import Any
from urllib.parse import quote

from tornado.web import HTTPError

from course.classroom.cycle.brought import MOST_FILES, MOST_TOGETHER, Sent
from course.classroom.page import assets, views
from course.classroom.page.home import Home, Make
from course.classroom.page.reply import Page
from course.classroom.page.running import BusyError
from course.classroom.steps import EXPORTS, STEPS, Asked
from course.errors import CourseError
from course.interface.words import say

__all__ = ["State", "pages"]


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
        name = now.asked.name if now else ""
        return self.home + (f"of/{quote(name, safe='')}/" if name else "")


class Assignment(Page):
    """What answers with the page of one assignment."""

    async def _shown(self, name: str, said: str = "") -> None:
        # first: a step that ends meanwhile is shown under way, and the script loads the page again
        now, version = self.runner.now, self.runner.version
        shown = await self.made(lambda: views.steps(self.folder(), name, self.runner.ended(name)))
        due = self.runner.said.pop(f"due {name}", "")
        shown |= {"due_said": due, "names_said": self.runner.said.pop("names", "")}
        shown |= {"names_typed": self.runner.said.pop("names typed", "")}
        shown |= {"brought": self.runner.said.pop(f"brought {name}", "").splitlines()}
        shown |= {"most_files": MOST_FILES, "most_bytes": MOST_TOGETHER}
        self.show("class_steps.html", said=said, now=now, version=version, **shown)

    async def _refused(self, name: str, where: str, why: CourseError) -> None:
        """The same page, with why nothing was done at the form that was sent."""
        self.runner.said[where] = str(why)
        self.set_status(409)
        await self._shown(name)


class Steps(Assignment):
    """The steps of one assignment; a POST begins one."""

    async def get(self, name: str) -> None:
        await self._shown(name)

    async def post(self, name: str) -> None:
        self.folder().assignment(name)
        step = self.get_body_argument("step", "")
        what, slash, form = self.get_body_argument("what", "").partition("/")
        is_export = what in EXPORTS and (not slash or form in EXPORTS[what])
        if step not in STEPS or (step == "export" and not is_export):
            raise CourseError(say("class.no_step"))
        again, names = (bool(self.get_body_argument(box, "")) for box in ("again", "names"))
        how = self.get_body_argument("how", "")
        dry_run, part = how == "dry", how if how in {"write", "give"} else ""
        try:
            self.runner.start(
                Asked(
                    step, name, dry_run=dry_run, again=again, names=names, what=what,
                    format=form or None, part=part if step == "feedback" else "",
                )
            )  # fmt: skip
        except BusyError as busy:
            self.set_status(409)
            await self._shown(name, said=views.busy(busy.asked))
            return
        self.redirect(f"{self.home}of/{quote(name, safe='')}/#{step}", status=303)


class Due(Assignment):
    """Sets when an assignment is due."""

    async def post(self, name: str) -> None:
        typed = self.get_body_argument("due", "")
        if hour := self.get_body_argument("hour", ""):
            typed += f"T{hour}"
        try:
            said = await self.made(lambda: views.keep_due(self.folder(), name, typed))
        except CourseError as error:
            await self._refused(name, f"due {name}", error)
            return
        self.runner.said[f"due {name}"] = said
        self.redirect(f"{self.home}of/{quote(name, safe='')}/#release", status=303)


class Names(Assignment):
    """Adds students to the class list."""

    async def post(self, name: str) -> None:
        typed = self.get_body_argument("names", "")
        try:
            said = await self.made(lambda: views.add_names(self.folder(), typed))
        except CourseError as error:
            self.runner.said["names typed"] = typed  # who typed thirty does not type them again
            await self._refused(name, "names", error)
            return
        self.runner.said["names"] = said
        self.redirect(f"{self.home}of/{quote(name, safe='')}/#class", status=303)


class Bring(Assignment):
    """Takes hand-ins that came by mail or on a stick."""

    most_bytes = MOST_TOGETHER + Page.most_bytes

    async def post(self, name: str) -> None:
        files = self.request.files.get("files", [])
        sent = [Sent(one.filename, one.body) for one in files if one.filename]
        student, day, hour = (
            self.get_body_argument(field, "") for field in ("student", "day", "hour")
        )
        try:
            said = await self.made(views.bring, self.folder(), name, sent, student, (day, hour))
        except CourseError as error:
            await self._refused(name, f"brought {name}", error)
            return
        self.runner.said[f"brought {name}"] = "\n".join(said)
        self.redirect(f"{self.home}of/{quote(name, safe='')}/#bring", status=303)


class Mark(Page):
    """One answer to be marked without its name."""

    async def get(self, name: str, task: str, place: str) -> None:
        await self._shown(name, task, int(place or 0))

    async def _shown(self, name: str, task: str, place: int, **more: Any) -> None:
        shown = await self.made(lambda: views.mark(self.folder(), name, task, place))
        kept = self.runner.said.pop(f"mark {name} {task}", "")
        self.show("class_mark.html", **{"said": "", "typed": None, "kept": kept} | shown | more)

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
        self.runner.said[f"mark {name} {task}"] = views.kept(self.folder(), name, task, sent)
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


class Zipped(Page):
    """What the lecturer hands out herself, as one zip."""

    async def get(self, name: str, what: str) -> None:
        found = await self.made(lambda: views.zipped(self.folder(), name, what))
        if found is None:
            raise HTTPError(404)
        self.guard()
        self.set_header("Content-Type", "application/zip")
        header = f"attachment; filename*=UTF-8''{quote(f'{name}-{what}.zip')}"
        self.set_header("Content-Disposition", header)
        await self.finish(found)


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
        (rf"{one}due", Due),
        (rf"{one}names", Names),
        (rf"{one}bring", Bring),
        (rf"{one}mark/([^/]+)/([0-9]{{0,6}})", Mark),
        (rf"{one}(files|feedback)/([^/]+)", Given),
        (rf"{one}zip/(sheet|feedback)", Zipped),
        (rf"{home}(.*)", Nothing),
    ]

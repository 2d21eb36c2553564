"""The first page: all assignments of the class, or where a class is made."""

from pathlib import Path
from typing import Any

from course.classroom.page import views
from course.classroom.page.reply import Page
from course.classroom.page.running import MAKE, BusyError, Underway
from course.classroom.steps import Asked
from course.errors import CourseError

__all__ = ["Home", "Make"]


class Making(Page):
    """What answers with the page on which a class is made."""

    def making(self, now: Underway | None, version: int, **values: Any) -> None:
        shown = {"said": "", "typed": "", "empty": False, **values}
        self.show("class_make.html", now=now, version=version, path=self.runner.path, **shown)


def _fitting(path: Path) -> str:
    """The folder's own name, if a class may be called so; else ""."""
    from course.classroom.cycle.init import check

    try:
        return check(path, path.name).name
    except CourseError:
        return ""


class Home(Making):
    """All assignments, and how far each is; or where to make a class."""

    async def get(self, slash: str) -> None:
        if not slash:
            return self.redirect(self.home)
        # first: a class that is being made is none yet
        now, version = self.runner.now, self.runner.version
        if now is not None and now.asked.step == MAKE:
            return self.making(now, version)
        try:
            some = await self.made(lambda: views.overview(self.folder()))
        except CourseError as error:
            empty = await self.made(views.may_be_made, self.runner.path)
            ended = self.runner.ended("").get(MAKE)
            said = ended.fault if empty and ended else "" if empty else str(error)
            typed = await self.made(_fitting, self.runner.path) if empty else ""
            return self.making(None, version, said=said, typed=typed, empty=empty)
        return self.show("class_home.html", some=some, path=self.runner.path)


class Make(Making):
    """Begins to make the class folder where there is none."""

    async def post(self) -> None:
        from course.classroom.cycle.init import check

        name = self.get_body_argument("name", "")
        try:
            await self.made(check, self.runner.path, name)
            self.runner.start(Asked(MAKE, "", what=name))
        except (CourseError, BusyError) as error:
            said = views.busy(error.asked) if isinstance(error, BusyError) else str(error)
            empty = await self.made(views.may_be_made, self.runner.path)
            self.set_status(409)
            self.making(None, self.runner.version, said=said, typed=name, empty=empty)
            return
        self.redirect(self.home, status=303)

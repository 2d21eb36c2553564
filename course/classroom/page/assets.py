"""Style and script of the lecturer's page."""

from importlib.resources import files

from course.hosts.browser import text as scripts

__all__ = ["text"]


def text(name: str) -> str:
    """The text of class.css or class.js."""
    if name == "class.js":
        return scripts.script("../pages/classroom")
    faces = files("course.hosts.browser").joinpath("type.css").read_text(encoding="utf-8")
    here = files("course.classroom.page")
    own = (here.joinpath(f"{name}.css").read_text("utf-8") for name in ("page", "marking", "roll"))
    return "".join((faces, *own))

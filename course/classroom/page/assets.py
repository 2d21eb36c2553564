"""Style and script of the lecturer's page."""

from course.classroom.style import style
from course.hosts.browser import text as scripts

__all__ = ["text"]


def text(name: str) -> str:
    """The text of class.css or class.js."""
    if name == "class.js":
        return scripts.script("../pages/classroom")
    return style("page", "page", "marking", "roll")

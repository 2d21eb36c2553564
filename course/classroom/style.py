"""How a page of a class looks: the faces of the course, base.css, and the sheets of the page."""

from functools import cache
from importlib.resources import files

__all__ = ["style"]


@cache
def style(room: str, *names: str) -> str:
    """One text of them; names: the sheets of a room of the classroom, without their ending."""
    here = files("course.classroom")
    sheets = (
        files("course.hosts.browser") / "type.css",
        here / "base.css",
        *(here / room / f"{name}.css" for name in names),
    )
    return "".join(sheet.read_text("utf-8") for sheet in sheets)

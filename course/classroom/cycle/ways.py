"""How a sentence names a step: by its command for whoever works in a terminal, by its button for
whoever has the lecturer's page before her. A sentence is made in one of the two ways; nothing reads
it afterwards.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from course.errors import CourseError
from course.interface.words import said_of, say

__all__ = [
    "CureError",
    "again",
    "buttons",
    "exchange",
    "first",
    "here",
    "is_on_page",
    "on_exchange",
    "on_page",
    "to",
]

_BUTTONS = {
    "release": "class.release",
    "collect": "class.collect",
    "grade": "class.grade",
    "mark": "class.mark",
    "feedback": "class.feedback",
    "report": "class.report",
    "export": "class.export",
}
_is_on_page: ContextVar[bool] = ContextVar("is_on_page", default=False)


class CureError(CourseError):
    """A fault that another step cures: `step`. The page leads there."""

    def __init__(self, said: str, step: str) -> None:
        super().__init__(said)
        self.step = step


@contextmanager
def on_page() -> Iterator[None]:
    """Let the sentences that are made inside be those of the page."""
    token = _is_on_page.set(True)
    try:
        yield
    finally:
        _is_on_page.reset(token)


def is_on_page() -> bool:
    """Is a sentence made for the page?"""
    return _is_on_page.get()


def buttons() -> dict[str, str]:
    """{step: what its button is called}, in the order of the page."""
    return said_of(_BUTTONS)


def to(step: str, name: str) -> str:
    """What to do for a step of the assignment `name`, as a clause."""
    if is_on_page():
        return say("class.press", step=buttons()[step])
    return f"run course class {step} {name}"


def first(step: str, name: str) -> str:
    """The same of a step that must come first."""
    return to(step, name) if is_on_page() else f"run first: course class {step} {name}"


def again(name: str) -> str:
    """What to do so that also what has not changed is marked again, as a clause."""
    if is_on_page():
        return say("class.press_again", box=say("class.again"), step=buttons()["grade"])
    return f"run course class grade {name} --again"


def here() -> str:
    """Where what came in lies."""
    return say("class.here") if is_on_page() else "in submitted/"


def on_exchange() -> str:
    """That something lies where the class meets."""
    return say("class.on_exchange") if is_on_page() else "on the exchange"


def exchange() -> str:
    """Where the class meets."""
    return say("class.exchange") if is_on_page() else "the exchange"

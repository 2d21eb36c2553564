"""A chart that a student moves: every state is computed once, the browser plays them."""

from itertools import accumulate
from typing import TYPE_CHECKING, Any

from course.interactives.interactive import Interactive
from course.interactives.paper import Drawn, Paper, facts
from course.interface.words import say

if TYPE_CHECKING:  # a server that only reads documents loads nothing that computes them
    from course.lessons.states import Spec

__all__ = ["explorable", "paper"]


def explorable(spec: "Spec") -> Interactive:
    """A Spec (course.lessons.states) as a document. Raises CourseError if it has too many states; the message names the control to coarsen."""
    return Interactive("explorable", spec.id, spec.packed())


def _notes(content: dict[str, Any]) -> list[tuple[str, str]]:
    """The notes of the state that the controls stand at."""
    row = 0
    for control in content["controls"]:
        row = row * len(control["values"]) + control["at"]
    at = [list(accumulate(steps))[row] for steps in content["columns"]]
    slots = zip(content["slots"], at, strict=True)
    return [(slot[1], content["pool"][place]) for slot, place in slots if slot[0] == "notes"]


def paper(content: dict[str, Any]) -> Paper:
    """The chart at its outset."""
    return Paper(
        (Drawn(content["figure"], facts(content["before"]), facts(_notes(content))),),
        say("paper.explorable_live"),
    )

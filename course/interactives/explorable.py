"""A chart that a student moves: every state is computed once, the browser plays them."""

from itertools import accumulate
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from course.interactives.interactive import Interactive
from course.interactives.paper import Drawn, Paper, facts
from course.interface.words import say

if TYPE_CHECKING:  # a server that only reads documents loads nothing that computes them
    from course.lessons.states import Spec

__all__ = ["explorable", "paper"]


class Control(TypedDict):
    """What a student moves: its values, each with the words of its option, and the place at which it stands."""

    name: str
    kind: str
    label: str
    values: list[str | float]
    options: list[str]
    at: int
    plays: bool


class Scene(TypedDict):
    """Bands as plain JSON (course.charts.pictures.scene), the paths of their signs, whose colour, and the control above it."""

    bands: dict[str, dict[str, Any]]
    signs: dict[str, str]
    own: str
    lead: str


class Content(TypedDict):
    """As course.lessons.states packs it: of a slot, the places of its values in the pool, written as steps."""

    id: str
    figure: dict[str, Any]
    scene: NotRequired[Scene]
    controls: list[Control]
    before: list[tuple[str, str]]
    slots: list[list[str]]
    columns: list[list[int]]
    pool: list[Any]


def explorable(spec: "Spec") -> Interactive:
    """A Spec (course.lessons.states) as a document. Raises CourseError if it has too many states; the message names the control to coarsen."""
    return Interactive("explorable", spec.id, spec.packed())


def _notes(content: Content) -> list[tuple[str, str]]:
    """The notes of the state that the controls stand at."""
    row = 0
    for control in content["controls"]:
        row = row * len(control["values"]) + control["at"]
    at = [list(accumulate(steps))[row] for steps in content["columns"]]
    slots = zip(content["slots"], at, strict=True)
    return [(slot[1], content["pool"][place]) for slot, place in slots if slot[0] == "notes"]


def paper(content: Content) -> Paper:
    """The chart at its outset."""
    figure = content["figure"]
    if scene := content.get("scene"):
        figure = {**figure, "scene": {"label": f"sign-{content['id']}", **scene}}
    return Paper(
        (Drawn(figure, facts(content["before"]), facts(_notes(content))),),
        say("paper.explorable_live"),
    )

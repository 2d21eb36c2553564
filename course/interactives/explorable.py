"""A chart that a student moves: every state is computed once, the browser plays them."""

from collections.abc import Iterator, Mapping
from itertools import accumulate
from typing import TYPE_CHECKING, Any, NotRequired, TypedDict

from course.charts import bounds
from course.errors import CourseError, shown, unknown
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Drawn, Paper, Said, Weighed, facts
from course.interface.words import say

if TYPE_CHECKING:  # a server that only reads documents loads nothing that computes them
    from course.lessons.states import Spec

__all__ = ["explorable", "paper", "stood"]


class Control(TypedDict):
    """What a student moves: its values, each with the words of its option,
    and the place at which it stands.
    """

    name: str
    kind: str
    label: str
    values: list[str | float]
    options: list[str]
    at: int
    plays: bool


class Scene(TypedDict):
    """Bands as plain JSON (course.charts.pictures.scene), the paths of their signs, whose colour,
    and the control above it.
    """

    bands: dict[str, dict[str, Any]]
    signs: dict[str, str]
    own: str
    lead: str


class Card(TypedDict):
    """The form of an evidence card: see course.lessons.card."""

    claim: str
    question: str
    lead: str
    every: str
    choices: list[str]
    beware: list[str]


class Content(TypedDict):
    """As course.lessons.states packs it: of a slot, the places of its values in the pool,
    written as steps.
    """

    id: str
    figure: dict[str, Any]
    scene: NotRequired[Scene]
    card: NotRequired[Card]
    controls: list[Control]
    before: list[tuple[str, str]]
    slots: list[list[str]]
    columns: list[list[int]]
    pool: list[Any]


def explorable(spec: "Spec") -> Interactive:
    """A Spec (course.lessons.states) as a document. Raises CourseError if it has too many states;
    the message names the control to coarsen.
    """
    return Interactive("explorable", spec.id, spec.packed())


def _state(content: Content, **stands: int) -> dict[tuple[str, ...], Any]:
    """What the state holds at which the controls stand, or where `stands` puts some: {slot:
    value}.
    """
    row = 0
    for control in content["controls"]:
        row = row * len(control["values"]) + stands.get(control["name"], control["at"])
    at = [list(accumulate(steps))[row] for steps in content["columns"]]
    slots = zip(content["slots"], at, strict=True)
    return {tuple(slot): content["pool"][place] for slot, place in slots}


def _place(control: Control, value: object) -> int:
    """Which of a control's values this is. Raises CourseError that lists them."""
    if value not in control["values"]:
        values = ", ".join(map(shown, control["values"]))
        raise CourseError(
            f"The control {control['name']!r} has no value {shown(value)!r}; it has {values}."
        )
    return control["values"].index(value)  # pyright: ignore[reportArgumentType] it is one of them


def _assigned(target: Any, path: str, value: object) -> Any:  # noqa: ANN401 plain JSON
    """The same with a value at a path such as `xaxis.range`."""
    first, _, rest = path.partition(".")
    return {**target, first: _assigned(target.get(first, {}), rest, value) if rest else value}


def _moved(content: Content) -> Iterator[tuple[str, object]]:
    """(part, value) of figure and scene as they are where the controls stand; see state.js."""
    figure = content["figure"]
    traces = {trace["name"]: trace for trace in figure["data"]}
    layout, bands = figure["layout"], content.get("scene", {}).get("bands", {})
    for slot, value in _state(content).items():
        match slot:
            case ("traces", name, key):
                traces[name] = _assigned(traces[name], key, value)
            case ("layout", path):
                layout = _assigned(layout, path, value)
            case ("scene", name, key):
                bands = {**bands, name: {**bands[name], key: value}}
            case ("title" | "description" as part,):
                layout = _assigned(layout, f"meta.{part}", value)
            case _:
                pass
    yield "figure", {**figure, "data": list(traces.values()), "layout": layout}
    if "scene" in content:
        yield "scene", {**content["scene"], "bands": bands}


def stood(one: Interactive, stands: Mapping[str, object]) -> Interactive:
    """The same document with its controls elsewhere, each by its name and its value. Raises
    CourseError, which lists what there is, for another name or value.
    """
    content: Content = one.content  # pyright: ignore[reportAssignmentType] as it is packed
    known = {control["name"]: control for control in content["controls"]}
    for name in stands:
        if name not in known:
            raise unknown("control", name, known)
    controls = [
        {**control, "at": _place(control, stands[name])} if name in stands else control
        for name, control in known.items()
    ]
    there: Content = {**content, "controls": controls}  # pyright: ignore[reportAssignmentType] one field is new
    return made(one.module, one.id, {**there, **dict(_moved(there))})


def _notes(content: Content) -> list[tuple[str, str]]:
    """The notes of the state that the controls stand at."""
    return [(slot[1], value) for slot, value in _state(content).items() if slot[0] == "notes"]


def _clause(verdict: str, words: str, rate: str) -> str:
    """A clause of a verdict's sentence, as paper has it."""
    told = f"{words}: {verdict}" if verdict else words
    return f"{told} ({rate})" if rate else told


def _weighed(content: Content, card: Card) -> Weighed:
    """A card's verdict and what it folds: how it judges, the ways to ask, what to beware of."""
    here = {slot[1]: value for slot, value in _state(content).items() if slot[0] == "card"}
    clauses: list[tuple[str, str, str]] = here["beside"]
    asked, found = say("card.ways"), ()
    if card["every"]:
        every = _state(content, **{card["every"]: 1})
        asked = say("card.choices", n=len(every["traces", "choices", "x"]))
        found = (Said(f"{every[('title',)]}."),)
    controls = [control for control in content["controls"] if control["name"] != card["every"]]
    choices = tuple(
        Said("; ".join(control["options"]), lead=control["label"]) for control in controls
    )
    return Weighed(
        verdict=here["verdict"],
        word=here["word"],
        sign=here["sign"],
        beside=tuple(_clause(verdict, words, rate) for verdict, words, rate in clauses),
        brief=tuple(_clause(verdict, words, "") for verdict, words, _ in clauses),
        said=here["said"],
        reason=here["reason"],
        question=card["question"],
        judged=facts(content["before"]),
        asked=asked,
        choices=found + choices,
        beware=tuple(card["beware"]),
    )


def paper(content: Content) -> Paper:
    """The chart at its outset."""
    figure, notes = content["figure"], facts(_notes(content))
    bounds.of_figure(figure)
    if scene := content.get("scene"):
        figure = {**figure, "scene": {"label": f"sign-{content['id']}", **scene}}
    if card := content.get("card"):
        claim = (Said(card["claim"], lead=say("card.claim")),)
        drawn = Drawn(figure, claim, notes, _weighed(content, card))
    else:
        drawn = Drawn(figure, facts(content["before"]), notes)
    return Paper((drawn,), say("paper.explorable_live"))

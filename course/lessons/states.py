"""All states of an interactive, computed ahead and packed small: pure, no widget in sight.

A state is a dict: {"title": ..., "description": ..., "traces": {name: {key: array}}, "layout":
{"a.b": value}, "notes": {heading: text}}. Beside it, where a model has one, stands its scene. Only
what changes stands in it. Packing stores each distinct value once in a pool. A slot (one thing that
changes) is then a column of pool numbers, one a state, written as steps from the one before: runs
of the same step are what gzip shrinks best.
"""

import gzip
import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from itertools import pairwise, product
from typing import TYPE_CHECKING, Any, cast

import plotly.graph_objects as go

from course.charts.chart import plain
from course.charts.pictures.marks import Tone
from course.charts.pictures.scene import Scene, signs_in
from course.charts.pictures.scene import plain as plain_scene
from course.charts.signs import path_of
from course.charts.theme import dark_twins
from course.errors import CourseError
from course.interface.held import held
from course.lessons.card import Card
from course.lessons.controls import Control, Several, first_value

if TYPE_CHECKING:
    from plotly.basedatatypes import BaseLayoutType, BaseTraceType

__all__ = ["MOST_BYTES", "MOST_STATES", "Spec", "plain_figure"]

MOST_STATES = 1500
MOST_BYTES = 60_000

_in_json = json.JSONEncoder(ensure_ascii=False, separators=(",", ":")).encode


@dataclass(frozen=True)
class Spec:
    """An interactive: its id, its controls by name, and the two halves `figure` (all of it, once)
    and `state` (what changes).

    scene: the picture of a state, in signs; paradigm: whose colour it has; lead: the control that
    moves it, which stands above it, while the others and the chart open with a tap (the first, if
    it is empty).
    card: the form of an evidence card, whose states hold "card": {"verdict", "word", "sign",
        "said", "reason"} too.
    several: a Several, if the student may choose which series are shown. before: [(heading, text)]
        that stand above the chart and do not change. hint says how to use the controls.
    """

    id: str
    controls: Mapping[str, Control]
    figure: Callable[..., go.Figure]
    state: Callable[..., dict[str, Any]]
    before: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    several: Several | None = None
    claims: tuple[str, ...] = field(default=())
    scene: Callable[..., Scene] | None = None
    paradigm: Tone = "ink"
    lead: str = ""
    card: Card | None = None

    def first(self):
        """Where the controls stand at the outset: {name: value}."""
        return {name: first_value(control) for name, control in self.controls.items()}

    def combinations(self):
        """Every setting of the controls, the last one changing fastest."""
        for values in product(*(control.values for control in self.controls.values())):
            yield dict(zip(self.controls, values, strict=True))

    def packed(self):
        """What the browser needs to play every state, as gzipped JSON bytes (deterministic).

        Raises CourseError, naming the control to coarsen, beyond 1,500 states or 60 KB.
        """
        return _payload(self)

    @cached_property
    def first_figure(self):
        """The figure at the outset as plain JSON."""
        return plain_figure(self.figure(**self.first()))


def plain_figure(figure: go.Figure):
    """A Figure as plain JSON of lists and rounded numbers."""
    # plotly finds both by name, so that its types do not say what they are.
    traces = cast("tuple[BaseTraceType, ...]", figure.data)
    layout = cast("BaseLayoutType", figure.layout)
    return plain(
        {"data": [trace.to_plotly_json() for trace in traces], "layout": layout.to_plotly_json()}
    )


def _slots(state, scene):
    """A state's changing values, flat: {("traces", name, key): array, ("title",): text, ("scene",
    band, key): ..., ...}.
    """
    flat: dict[tuple[str, ...], object] = {
        ("title",): state["title"],
        ("description",): state["description"],
    }
    for part in ("traces", "layout", "notes", "card"):
        for name, value in state.get(part, {}).items():
            if part == "traces":
                flat |= {(part, name, key): array for key, array in value.items()}
            else:
                flat[part, name] = value
    for name, band in scene.items():
        flat |= {("scene", name, key): value for key, value in band.items()}
    return flat


def _scene(spec, setting):
    """The scene of a setting, plain; none, if the interactive has none."""
    return plain_scene(spec.scene(**setting)) if spec.scene else {}


def _largest(controls):
    return max(controls, key=lambda name: len(controls[name].values))


def _packed(spec):
    pool, number, rows, slots = [], {}, [], []
    # an array that many states share is the same object: look it up by identity before writing it
    # out
    seen = {}
    for setting in spec.combinations():
        flat = _slots(spec.state(**setting), _scene(spec, setting))
        slots = slots or list(flat)
        if list(flat) != slots:
            raise CourseError(
                f"{spec.id}: the state at {setting} changes other things than the first; "
                "return the same keys always."
            )
        row = []
        for value in flat.values():
            if id(value) not in seen:
                text = _in_json(plain(value))
                if text not in number:
                    number[text] = len(pool)
                    pool.append(text)
                # holding the value keeps its identity its own
                seen[id(value)] = (
                    value,
                    number[text],
                )
            row.append(seen[id(value)][1])
        rows.append(row)
    # The pool's entries are JSON already; joining them spares a second pass over every number.
    return slots, "[" + ",".join(pool) + "]", rows


def _payload(spec):
    """What the browser needs to play every state, as gzipped JSON bytes (deterministic)."""
    count = 1
    for control in spec.controls.values():
        count *= len(control.values)
    if count > MOST_STATES:
        raise CourseError(
            f"{spec.id}: {count} states are more than {MOST_STATES}; coarsen the control "
            f"{_largest(spec.controls)!r}."
        )
    slots, pool, rows = _packed(spec)
    columns = list(zip(*rows, strict=True))
    # A scene's first state stands beside them: of it, what never changes need not be told again.
    kept = [n for n, slot in enumerate(slots) if slot[0] != "scene" or len(set(columns[n])) > 1]
    rest = {
        "id": spec.id,
        "figure": spec.first_figure,
        "controls": [_described(name, control) for name, control in spec.controls.items()],
        "before": [list(pair) for pair in spec.before],
        "hint": spec.hint,
        "several": _series(spec),
        "slots": [list(slots[n]) for n in kept],
        "columns": [_steps(columns[n]) for n in kept],
        "dark": dark_twins(),
    }
    if spec.scene:
        signs = signs_in(json.loads(pool))
        rest["scene"] = {
            "bands": _scene(spec, spec.first()),
            "signs": {name: path_of(name) for name in sorted(signs)},
            "own": spec.paradigm,
            "lead": spec.lead or next(iter(spec.controls)),
        }
    if spec.card:
        rest["card"] = plain(vars(spec.card))
    text = held(f'{_in_json(rest)[:-1]},"pool":{pool}}}')
    packed = gzip.compress(text.encode(), 9, mtime=0)
    if len(packed) > MOST_BYTES:
        raise CourseError(
            f"{spec.id}: {len(packed)} bytes of states are more than {MOST_BYTES}; coarsen the "
            f"control {_largest(spec.controls)!r}."
        )
    return packed


def _series(spec):
    """Which series may be hidden; raises CourseError for a trace that the figure does not have."""
    if spec.several is None:
        return None
    drawn = {trace["name"] for trace in spec.first_figure["data"]}
    for traces in spec.several.series.values():
        for name in traces:
            if name not in drawn:
                raise CourseError(
                    f"{spec.id}: `several` names {name!r}, which the figure does not draw."
                )
    series = {name: list(traces) for name, traces in spec.several.series.items()}
    return {"label": spec.several.label, "series": series, "on": spec.several.on}


def _steps(column):
    return [column[0], *(b - a for a, b in pairwise(column))]


def _described(name, control):
    at = control.values.index(first_value(control))
    return {
        "name": name,
        "kind": control.kind,
        "label": control.label,
        "values": list(control.values),
        "options": list(control.options),
        "at": at,
        "plays": getattr(control, "plays", False),
    }

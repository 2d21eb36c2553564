"""A scene: its bands by name, as plain JSON; at a width, one below the other, as marks."""

from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass, replace
from functools import cache
from typing import Any, TypeAlias, get_args, get_origin, get_type_hints

from course.charts.bounds import of_scene
from course.charts.pictures import (
    deed,
    levels,
    line,
    panels,
    places,
    said,
    sides,
    tally,
    ties,
)
from course.charts.pictures.marks import Laid, Mark, Rule, Word, near
from course.charts.signs import names as sign_names

__all__ = ["Band", "Scene", "laid", "plain", "read", "signs_in"]

Band: TypeAlias = (
    tally.Tally
    | places.Places
    | levels.Levels
    | line.Line
    | ties.Ties
    | sides.Sides
    | said.Said
    | deed.Deed
    | panels.Panels
)
Scene: TypeAlias = Mapping[str, Band]

_KINDS = {
    "tally": tally.Tally,
    "places": places.Places,
    "said": said.Said,
    "levels": levels.Levels,
    "line": line.Line,
    "ties": ties.Ties,
    "sides": sides.Sides,
    "deed": deed.Deed,
    "panels": panels.Panels,
}
_LAID: Mapping[type, Callable[[Any, float], Laid]] = {
    tally.Tally: tally.laid,
    places.Places: places.laid,
    said.Said: said.laid,
    levels.Levels: levels.laid,
    line.Line: line.laid,
    ties.Ties: ties.laid,
    sides.Sides: sides.laid,
    deed.Deed: deed.laid,
    panels.Panels: panels.laid,
}

_BETWEEN = 14  # one band and the next
_BELOW = 6  # a sentence and what it belongs to, or the next line of a key


def laid(scene: Scene, width: float) -> Laid:
    """The marks of a scene at a width, its bands one below the other."""
    marks: list[Mark] = []
    top = foot = 0.0
    for band in scene.values():
        one = _LAID[type(band)](band, width)
        marks += [
            _down(mark, top) for mark in one.marks if not (isinstance(mark, Word) and not mark.word)
        ]
        if one.height:
            foot = top + one.height
            top = foot + (_BELOW if isinstance(band, said.Said) else _BETWEEN)
    return Laid(tuple(marks), near(foot))


def _down(mark: Mark, by: float) -> Mark:
    if isinstance(mark, Rule):
        return replace(mark, y=near(mark.y + by), to_y=near(mark.to_y + by))
    return replace(mark, y=near(mark.y + by))


def plain(scene: Scene) -> dict[str, dict[str, Any]]:
    """A scene as plain JSON: {name: its band}. Of a sign only what differs from the usual stands
    there, for there are many.
    """
    return {
        name: {"band": band.band}
        | {field.name: _lean(getattr(band, field.name)) for field in fields(band)}
        for name, band in scene.items()
    }


def _lean(value: Any) -> Any:
    if isinstance(value, tuple):
        return _listed(value)
    if not is_dataclass(value):
        return value
    own = ((field, getattr(value, field.name)) for field in fields(value))
    return {field.name: _lean(part) for field, part in own if part != field.default}


@cache  # what stands still is one list in many states, so that packing writes it once
def _listed(parts: tuple[Any, ...]) -> list[Any]:
    return [_lean(part) for part in parts]


def read(given: Mapping[str, Mapping[str, Any]]) -> Scene:
    """A plain scene, which may come from a stranger's notebook, as bands. Raises KeyError or
    TypeError for another shape, ValueError for more than is drawn.
    """
    of_scene(given)
    return {name: _read(_KINDS[band["band"]], band) for name, band in given.items()}


def _read(kind: Any, given: Any) -> Any:
    """A value of a kind: a dataclass of a mapping, a tuple of a list, anything else as it is."""
    if isinstance(kind, type) and is_dataclass(kind):
        hints = get_type_hints(kind)
        return kind(**{name: _read(hints[name], value) for name, value in given.items()})
    if get_origin(kind) is tuple:
        return tuple(_read(get_args(kind)[0], value) for value in given)
    return given


def signs_in(value: object) -> set[str]:
    """The signs that a plain scene, or a part of one, names; a part may be a name or a list of
    names alone.
    """
    if isinstance(value, str):
        return {value} & set(sign_names())
    if isinstance(value, Mapping):
        own = {"cross"} if value.get("cut") is True else set[str]()  # the end of a span
        return own.union(*(signs_in(part) for part in value.values()))
    if isinstance(value, list | tuple):
        return set().union(*(signs_in(part) for part in value))
    return set()

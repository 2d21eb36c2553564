"""How much a drawing holds at most. A document may come from a stranger: a few bytes of it must not
keep a reader's machine busy. The browser asks the same (hosts/browser/bounds.js).
"""

from collections.abc import Iterable, Mapping
from typing import Any, NoReturn

__all__ = ["LETTERS", "SIGNS", "of_figure", "of_map", "of_scene", "of_strip"]

SIGNS = 2_000  # of a scene, and whatever else stands in it
LETTERS = 1_000  # of one text
_FAR = 10_000  # no measure is larger
_SIZES = {"size", "small", "across"}
_LARGEST = 200  # of those
_SHOWN = 80  # of a level: more have no room at any width
_TRACES, _POINTS, _WORDS = 40, 2_000, 6_000  # of a figure; the largest of ours has 15, 356, 1,652
_ACTORS, _STATES, _LINES = 40, 12, 60  # of a map, and of one of its states
_ROWS, _FOLDS = 1_000, 40  # of a timeline, and the lines of its strip


def _refuse(what: str) -> NoReturn:
    raise ValueError(f"This drawing holds more than the course draws: {what}.")


def of_scene(given: Mapping[str, Mapping[str, Any]]) -> None:
    """Raise ValueError, one sentence, for a plain scene with too many signs or too large ones."""
    if sum(1 + _signs(band, band["band"] == "levels") for band in given.values()) > SIGNS:
        _refuse(f"over {SIGNS:,} signs")


def _signs(value: Any, is_level: bool, name: str = "") -> int:
    """How many marks a part of a scene asks for: one for each of a list, and its signs."""
    if isinstance(value, Mapping):
        return sum(_signs(part, is_level, key) for key, part in value.items())
    if isinstance(value, list | tuple):
        return sum(1 + _signs(part, is_level, "n" if name == "counts" else "") for part in value)
    if name == "n":
        if not isinstance(value, int) or value < 0:
            _refuse("a number of signs that is no whole number")
        return min(value, _SHOWN) if is_level else value
    if isinstance(value, str):
        if len(value) > LETTERS:
            _refuse(f"a text of over {LETTERS:,} letters")
    elif name in _SIZES and not 1 <= value <= _LARGEST:
        _refuse(f"a {name} that is not from 1 to {_LARGEST}")
    elif not abs(value) <= _FAR:  # nor what is no number
        _refuse(f"a measure beyond {_FAR:,}")
    return 0


def of_figure(figure: Mapping[str, Any]) -> None:
    """Raise ValueError, one sentence, for a plain figure with too many points or words."""
    traces = figure["data"]
    points = sum(_long(trace, "x") + _long(trace, "y") for trace in traces)
    words = sum(_letters(trace) for trace in traces)
    titles = [figure["layout"][axis]["title"]["text"] for axis in ("xaxis", "yaxis")]
    if len(traces) > _TRACES or points > 2 * _POINTS:
        _refuse(f"over {_TRACES} series or {_POINTS:,} points")
    if words > _WORDS or any(len(title) > LETTERS for title in titles):
        _refuse(f"over {_WORDS:,} letters")


def _long(trace: Mapping[str, Any], part: str) -> int:
    return len(trace.get(part) or ())


def _letters(trace: Mapping[str, Any]) -> int:
    words: Iterable[Any] = [trace.get("name") or "", *(trace.get("text") or ())]
    return sum(len(str(one)) for one in words)


def of_map(content: Mapping[str, Any]) -> None:
    """Raise ValueError, one sentence, for a map with too many actors, states, or lines in one."""
    actors, states = content["actors"], content["states"]
    words = [place["words"] for layout in content["layouts"].values() for place in layout.values()]
    many = [len(actors), *map(len, words)]
    if (
        max(many) > _ACTORS
        or len(states) > _STATES
        or any(len(state["lines"]) > _LINES or len(state["absent"]) > _ACTORS for state in states)
    ):
        _refuse(f"over {_ACTORS} actors, {_STATES} states or {_LINES} lines")


def of_strip(rows: int, folds: int) -> None:
    """Raise ValueError, one sentence, for a timeline of too many rows, or folded too often."""
    if rows > _ROWS or folds > _FOLDS:
        _refuse(f"over {_ROWS} rows or {_FOLDS} lines of years")

"""A class whose answers are drawn: right, half right, wrong, changed, left out, odd or torn."""

import json
import random
from collections.abc import Callable, Iterator
from typing import Any

from course.items import kinds
from course.items.kinds.parts import Placed

__all__ = ["answer", "lines", "raw"]

_ODD = (None, True, -1, 99, 1e400, "", "7", [], {}, [[0]], {"a": 1}, "\ud800")
_ESSAY = "A clerk who owes nobody can write no; the office that hears it may still wait. "


def _places(item: Any) -> tuple[str, ...]:
    kind = kinds.of(item)
    if not isinstance(kind, Placed):
        raise TypeError(item["kind"])
    return kind.places


def _correct(item: Any) -> list[int]:
    return [i for i, one in enumerate(item["options"]) if one.get("correct")]


def _near(item: Any, rng: random.Random) -> float:
    """A number beside the right one, on both sides of what is still taken, or a known mistake."""
    off = item["tolerance"] * rng.choice((0.5, 0.999, 1, 1.001, 2, 50, -1, -3))
    return rng.choice((item["answer"] + off, *(trap["value"] for trap in item.get("traps", ()))))


# Of each kind, the right answer in the numbers of its sheet, from the key.
_RIGHT: dict[str, Callable[[Any], Any]] = {
    "choice": lambda item: _correct(item)[0],
    "several": _correct,
    "classify": lambda item: [item["groups"].index(one["group"]) for one in item["statements"]],
    "match": lambda item: [_places(item).index(pair["right"]) for pair in item["pairs"]],
    "order": lambda item: [item["shown"].index(step) for step in range(len(item["steps"]))],
    "number": lambda item: item["answer"],
    "essay": lambda _item: _ESSAY,
}
# And some answer of its form.
_SOME: dict[str, Callable[[Any, random.Random], Any]] = {
    "choice": lambda item, rng: rng.randrange(len(item["options"])),
    "several": lambda item, rng: [i for i in range(len(item["options"])) if rng.random() < 0.5],
    "classify": lambda item, rng: [rng.randrange(len(item["groups"])) for _ in item["statements"]],
    "match": lambda item, rng: [rng.randrange(len(_places(item))) for _ in item["pairs"]],
    "order": lambda item, rng: rng.sample(range(len(item["steps"])), len(item["steps"])),
    "number": _near,
    "essay": lambda _item, rng: _ESSAY * rng.randrange(1, 20),
}


def answer(item: Any, rng: random.Random) -> Any:
    """An answer to an item: half of them right, some of no form at all."""
    drawn = rng.random()
    if drawn < 0.5:
        return _RIGHT[item["kind"]](item)
    return _SOME[item["kind"]](item, rng) if drawn < 0.95 else rng.choice(_ODD)


def lines(assignment: Any, rng: random.Random) -> Iterator[dict[str, Any]]:
    """The lines of one student's answers file; who changes an answer has two of it."""
    number = 0
    for item in assignment.items():
        if item["kind"] == "memo":  # a person marks it, and the key has nothing to compare
            continue
        for _ in range(rng.choice((0, 1, 1, 1, 1, 2))):
            number += 1
            yield {
                "v": 1,
                "at": f"2026-11-27T09:{number % 60:02}:00Z",
                "device": "d",
                "n": number,
                "item": item["id"],
                "kind": item["kind"],
                "answer": answer(item, rng),
                "score": None,
                "mode": "graded" if rng.random() < 0.97 else "practice",
                "seconds": 3,
            }


def raw(assignment: Any, rng: random.Random) -> bytes:
    """The bytes of one student's answers file; one in twenty has lost its end."""
    told = "".join(json.dumps(one) + "\n" for one in lines(assignment, rng)).encode()
    return told[: -rng.randrange(1, 40)] if told and rng.random() < 0.05 else told

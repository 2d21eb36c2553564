"""A class whose answers are drawn: right, half right, wrong, changed, left out, of no form, torn."""

import json
import random
from collections.abc import Iterator
from typing import Any

from course.items import kinds

__all__ = ["answer", "lines", "raw"]

_ODD = (None, True, -1, 99, 1e400, "", "7", [], {}, [[0]], {"a": 1}, "\ud800")
_ESSAY = "A clerk who owes nobody can write no; the office that hears it may still wait."


def _right(item: Any) -> Any:
    """The right answer to a question, in the numbers of its sheet."""
    match item["kind"]:
        case "choice":
            return next(i for i, one in enumerate(item["options"]) if one.get("correct"))
        case "several":
            return [i for i, one in enumerate(item["options"]) if one.get("correct")]
        case "classify":
            return [item["groups"].index(one["group"]) for one in item["statements"]]
        case "match":
            return [kinds.of(item).places.index(pair["right"]) for pair in item["pairs"]]
        case "order":
            return [item["shown"].index(step) for step in range(len(item["steps"]))]
        case "number":
            return item["answer"]
    return _ESSAY


def _other(item: Any, rng: random.Random) -> Any:
    """Some answer of the item's form."""
    match item["kind"]:
        case "choice":
            return rng.randrange(len(item["options"]))
        case "several":
            return [i for i in range(len(item["options"])) if rng.random() < 0.5]
        case "classify":
            return [rng.randrange(len(item["groups"])) for _ in item["statements"]]
        case "match":
            places = kinds.of(item).places
            return [rng.randrange(len(places)) for _ in item["pairs"]]
        case "order":
            return rng.sample(range(len(item["steps"])), len(item["steps"]))
        case "number":
            near = item["tolerance"] * rng.choice((0.5, 0.999, 1, 1.001, 2, 50, -1, -3))
            return rng.choice((item["answer"] + near, *(t["value"] for t in item.get("traps", ()))))
    return _ESSAY * rng.randrange(1, 20)


def answer(item: Any, rng: random.Random) -> Any:
    """An answer to an item: half of them right, some of no form at all."""
    drawn = rng.random()
    if drawn < 0.5:
        return _right(item)
    return _other(item, rng) if drawn < 0.95 else rng.choice(_ODD)


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

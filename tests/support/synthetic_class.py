"""A class that never sat: abilities and items whose difficulties are planted, and items that are
planted bad.

A student of ability t (standard normal) answers an item rightly with probability 1 / (1 + exp(-a (t
- b))), the two-parameter logistic model: b is the item's difficulty, a its discrimination. Who
fails takes a distractor at random.
"""

import random
from dataclasses import dataclass
from math import exp

from course.classroom.cycle.assignment import Assignment

__all__ = ["BAD", "SyntheticClass", "choice", "line", "synthetic_class", "with_task"]

GOOD = 24
BAD = {
    "a-key": "the key names a distractor, and the right option is held to be wrong",
    "a-blank": "no discrimination: ability does not matter",
    "a-lure": "a distractor draws the able",
    "a-skip": "two in five leave it out",
}


_RUBRIC = [
    {"criterion": c, "levels": ["nothing", "a little", "most", "all"]}
    for c in ("Claim", "Evidence")
]
_TASK = {
    "id": "t-essay",
    "kind": "essay",
    "objective": "write",
    "claims": ["CG-a"],
    "stem": "Argue.",
    "rubric": _RUBRIC,
}


@dataclass(frozen=True)
class SyntheticClass:
    """The assignment, {student: answer lines}, and {good item: planted b}."""

    assignment: Assignment
    answers: dict
    planted: dict


def choice(name, key=0, **more):
    """A question of four options; option `key` is right."""
    options = [
        {
            "text": f"{name} option {k}",
            "feedback": f"This is why option {k} of {name} stands as it does.",
        }
        | ({"correct": True} if k == key else {"misconception": f"{name} mistake {k}"})
        for k in range(4)
    ]
    stem = f"What would an official do about {name}?"
    return {
        "id": name,
        "kind": "choice",
        "objective": "word",
        "claims": ["CG-a"],
        "stem": stem,
        "options": options,
    } | more


def with_task(**more):
    """An assignment of one question and one task."""
    told = {"word": "do it", "write": "argue"}
    return Assignment("a", "A sheet", ("01",), 10, told, (choice("t-x"),), (_TASK,), **more)


def line(item, answer, n=1, kind="choice", mode="graded"):
    """A line of an answers file."""
    at = f"2026-11-23T20:{n // 60 % 60:02}:{n % 60:02}Z"
    return {
        "v": 1,
        "at": at,
        "device": "d",
        "n": n,
        "item": item,
        "kind": kind,
        "answer": answer,
        "score": None,
        "mode": mode,
    }


def _answer(rng, name, ability, a, b):
    """The option taken, or None. Option 0 is right in truth, whatever the key says."""

    def passes(slope, level):
        return rng.random() < 1 / (1 + exp(-slope * (ability - level)))

    wrong = rng.randrange(1, 4)
    match name:
        case "a-blank":
            return 0 if rng.random() < 0.5 else wrong
        case "a-lure":
            return 1 if passes(2, 0.3) else 0 if rng.random() < 0.6 else wrong
        case "a-skip" if rng.random() < 0.4:
            return None
    return 0 if passes(a, b) else wrong


def synthetic_class(seed, students=50):
    """A class of `students` on GOOD good items, b even between -2 and 2, and the BAD ones,
    in a random order.
    """
    rng = random.Random(seed)
    items = {f"g-{k:02}": (rng.uniform(1, 2), -2 + 4 * k / (GOOD - 1)) for k in range(GOOD)}
    planted = {name: b for name, (_, b) in items.items()}
    items |= dict.fromkeys(BAD, (1.5, 0.0))
    names = rng.sample(sorted(items), len(items))
    answers = {}
    for s in range(students):
        ability = rng.gauss()
        took = [(name, _answer(rng, name, ability, *items[name])) for name in names]
        answers[f"s{s:02}"] = [
            line(name, k, n) for n, (name, k) in enumerate(took) if k is not None
        ]
    questions = tuple(choice(name, key=int(name == "a-key")) for name in names)
    told = {"word": "judge what an official would do"}
    made = Assignment("synthetic", "A synthetic class", ("01",), 60, told, questions)
    return SyntheticClass(made, answers, planted)

"""What a model says to a number outside its domain: every sentence, to the letter, as kept in refusals.json.

A sentence that changed is a decision: read it aloud, then renew the file with `uv run python tests/models/test_refusals.py`.
"""

import importlib
import inspect
import itertools
import json
import math
import pkgutil
from pathlib import Path

import course.models

KEPT = Path(__file__).with_name("refusals.json")
GOOD = (0.5, 2, 3, 0.9, 10, 1, 0)
BAD = (-1, 0, 1, 1.5, 12345.5, math.nan, math.inf)


def functions():
    """Every public function of every model, by its name."""
    for module in pkgutil.iter_modules(course.models.__path__):
        model = importlib.import_module(f"course.models.{module.name}")
        for name in model.__all__:
            found = getattr(model, name)
            if inspect.isfunction(found):
                yield f"{module.name}.{name}", found


def tried(function, arguments):
    """What the function says: a ValueError's sentence, None if it gives a result, an exception's name else."""
    try:
        function(*arguments)
    except ValueError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 a list in place of a number, say: not a refusal
        return type(error).__name__
    return None


def good_call(function):
    """The first arguments, of a few plain numbers, that the function takes; None if it wants other things."""
    required = [
        p for p in inspect.signature(function).parameters.values() if p.kind is p.POSITIONAL_OR_KEYWORD
    ]
    if len(required) > 6:
        return None
    starts = [[p.default] if p.default is not p.empty else GOOD for p in required]
    return next((list(a) for a in itertools.product(*starts) if tried(function, a) is None), None)


def refusals():
    """{call: sentence} for each parameter of each function put to a number outside its domain."""
    told = {}
    for name, function in functions():
        good = good_call(function)
        for i, bad in itertools.product(range(len(good or [])), BAD):
            arguments = [*good[:i], bad, *good[i + 1 :]]
            said = tried(function, arguments)
            if said and " " in said:
                told[f"{name}({', '.join(map(str, arguments))})"] = said
    return told


def test_every_refusal_is_said_as_kept():
    """Is each sentence the one that was read and kept, and does it say what is allowed?"""
    kept, said = json.loads(KEPT.read_text(encoding="utf-8")), refusals()
    for call in sorted(kept.keys() | said.keys()):
        assert said.get(call) == kept.get(call), f"{call}: said {said.get(call)!r}, kept {kept.get(call)!r}"


def test_every_model_refuses_something():
    """Does no model take any number whatever?"""
    models = {name.split(".")[0] for name, _ in functions()}
    assert models == {call.split(".")[0] for call in refusals()}


if __name__ == "__main__":
    KEPT.write_text(json.dumps(refusals(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

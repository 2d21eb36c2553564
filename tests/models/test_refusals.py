"""What a model says to a number outside its domain: one sentence,
which names the parameter and what it may be.
"""

import importlib
import inspect
import itertools
import math
import pkgutil
import re

import pytest

import course.models

GOOD = (0.5, 2, 3, 0.9, 10, 1, 0)
ENDLESS = (math.nan, math.inf)
TRIED = (-1, 0, 0.5, 1, 1.5, 12345.5, *ENDLESS)
_N = r"(-?\d+(?:\.\d+)?)"
# The words of a sentence that draw a bound, and what they allow.
BOUNDS = {
    rf"(?:above |exceeds |exceed \D*){_N}": lambda value, at: value > at,
    rf"below {_N}": lambda value, at: value < at,
    rf"(?:at least|from|in|between) {_N}": lambda value, at: value >= at,
    rf"{_N} or more": lambda value, at: value >= at,
    rf"(?:from|in|between) \S+ (?:to|and) (?:the |the spread )?{_N}": lambda value, at: value <= at,
    rf"at most (?:\S+ = )?{_N}": lambda value, at: value <= at,
    r"cannot be negative()": lambda value, _: value >= 0,
    r"(?:whole number|counts partners)()": lambda value, _: value % 1 == 0,
}
# What takes any number, and what takes one without end; every other parameter refuses both.
TAKES_ANY = {
    "chain.people_at level", "chain.people_at span", "chain.people_at staff",
    "chain.share_passed span",
}  # fmt: skip
TAKES_ENDLESS = TAKES_ANY | {
    "chain.intent_kept levels", "chain.levels staff", "chain.levels span",
    "chain.retained_control mu",
    "chain.retained_control span", "chain.retained_control staff", "chain.share_passed mu",
}  # fmt: skip


def functions():
    """Every public function of every model, by its name."""
    for module in pkgutil.iter_modules(course.models.__path__):
        model = importlib.import_module(f"course.models.{module.name}")
        for name in model.__all__:
            found = getattr(model, name)
            if inspect.isfunction(found):
                yield f"{module.name}.{name}", found


def said(function, arguments):
    """The sentence of a ValueError, "" if the function gives a result, an exception's name else."""
    try:
        function(*arguments)
    except ValueError as error:
        return str(error)
    except Exception as error:  # noqa: BLE001 a list in place of a number, say: not a refusal
        return type(error).__name__
    return ""


def names(function):
    found = inspect.signature(function).parameters.values()
    return [p.name for p in found if p.kind is p.POSITIONAL_OR_KEYWORD]


def good_call(function):
    """The first arguments, of a few plain numbers, that the function takes;
    [] if it wants other things.
    """
    found = inspect.signature(function).parameters
    starts = [
        GOOD if found[n].default is inspect.Parameter.empty else [found[n].default]
        for n in names(function)
    ]
    calls = itertools.product(*starts) if len(starts) <= 6 else ()
    return next((list(call) for call in calls if not said(function, call)), [])


def asked():
    """(function and parameter, {number: what is said to it}) of
    each parameter of a plain number.
    """
    for name, function in functions():
        good = good_call(function)
        for i, parameter in enumerate(names(function)[: len(good)]):
            told = {bad: said(function, [*good[:i], bad, *good[i + 1 :]]) for bad in TRIED}
            yield f"{name} {parameter}", told


@pytest.fixture
def told():
    """{function and parameter: {number: what is said to it}} of
    each parameter of a plain number. Each test asks anew: a changed formula is tried on the tests
    that call it.
    """
    return dict(asked())


def refused(told):
    """(function and parameter, number, sentence) of every refusal."""
    for where, each in told.items():
        yield from (
            (where, bad, said) for bad, said in each.items() if said and where not in TAKES_ANY
        )


def bounds(sentence):
    """What the sentence allows: (test, number) of each bound that it
    names before it turns to what was given.
    """
    for words, allows in BOUNDS.items():
        for at in re.findall(words, sentence.partition(";")[0]):
            yield allows, float(at or 0)


def test_a_refusal_is_one_sentence_that_names_what_is_allowed(told):
    """Does each begin with a parameter, tell the number it was given,
    say what may stand there, and end in a full stop?
    """
    # or of the model that it asks
    known = {name: {*names(function), "a", "n"} for name, function in functions()}
    faults = []
    for where, bad, sentence in refused(told):
        function, parameter = where.split()
        first = re.match(r"[a-z_]*\d?", sentence)[0]
        sound = (
            re.fullmatch(r"[^\n]+\.", sentence)
            and not re.search(r"[A-Z]{2}|None", sentence)
            and first in known[function]
            and (str(bad) in sentence or parameter not in sentence.split())
            and (list(bounds(sentence)) or ":" in sentence)
        )
        if not sound:
            faults.append(f"{where} = {bad}: {sentence!r}")
    assert not faults, "one sentence each, of what may stand there:\n" + "\n".join(faults)


def test_what_a_sentence_forbids_is_refused_and_nothing_else(told):
    """Is each bound where the sentence draws it, and is what is no number, or has no end,
    refused too?
    """
    faults = []
    for where, each in told.items():
        refusals = set(filter(None, each.values()))
        own = {
            sentence for sentence in refusals if sentence.startswith(f"{where.split()[1]} ")
        } or refusals
        drawn = [bound for sentence in own for bound in bounds(sentence)]
        if not refusals and where not in TAKES_ANY:
            faults.append(f"{where}: refuses nothing")
        for number, sentence in each.items():
            if number not in ENDLESS:
                within = all(allows(number, at) for allows, at in drawn)
                wrong = sentence in own and list(bounds(sentence)) if within else not sentence
            else:
                wrong = not sentence and where not in TAKES_ENDLESS
            if wrong:
                faults.append(
                    f"{where} = {number}: {sentence or 'taken'}; its bounds: {sorted(own)}"
                )
    assert not faults, "\n".join(faults)


def test_every_model_refuses_something(told):
    """Does no model take any number whatever?"""
    models = {name.split(".")[0] for name, _ in functions()}
    assert models == {where.split(".")[0] for where, _, _ in refused(told)}

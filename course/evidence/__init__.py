"""Comparisons of figures with a claim: pure, each with its interval and a verdict by a stated rule.

A module comes when it is named: the server of every reader knows cases, and must not load what
reckons for that.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from course.evidence import (
        as_read,
        breaks,
        cases,
        contrast,
        dating,
        districts,
        errors,
        first_and_last,
        inquiry,
        levels_and_changes,
        peers,
        periods,
        persistence,
        picture,
        rates,
        residual,
        result,
        series,
        shuffled,
        spells,
        surveys,
        weighed,
    )
    from course.evidence.result import VERDICTS, Result, judge

__all__ = [
    "VERDICTS",
    "Result",
    "as_read",
    "breaks",
    "cases",
    "contrast",
    "dating",
    "districts",
    "errors",
    "first_and_last",
    "inquiry",
    "judge",
    "levels_and_changes",
    "peers",
    "periods",
    "persistence",
    "picture",
    "rates",
    "residual",
    "result",
    "series",
    "shuffled",
    "spells",
    "surveys",
    "weighed",
]

_OF_RESULT = {"VERDICTS", "Result", "judge"}


def __getattr__(name: str) -> object:
    if name in _OF_RESULT:
        return getattr(import_module("course.evidence.result"), name)
    if name in __all__:
        return import_module(f"course.evidence.{name}")
    raise AttributeError(name)

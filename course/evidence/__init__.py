"""Comparisons of figures with a claim: pure, each with its interval and a verdict by a stated rule.

A module comes when it is named: the server of every reader knows cases, and must not load what reckons for that.
"""

from importlib import import_module

_OF_RESULT = ["VERDICTS", "Result", "judge"]
_MODULES = [
    "breaks",
    "draws",
    "first_and_last",
    "inquiry",
    "levels_and_changes",
    "peers",
    "periods",
    "picture",
    "residual",
    "result",
    "series",
    "surveys",
]

__all__ = [*_OF_RESULT, *_MODULES]  # noqa: PLE0604 both are lists of names


def __getattr__(name):
    if name in _OF_RESULT:
        return getattr(import_module("course.evidence.result"), name)
    if name in _MODULES:
        return import_module(f"course.evidence.{name}")
    raise AttributeError(name)

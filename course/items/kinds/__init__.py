"""Kinds of items, one a file. `of(item)` is the only place that asks what kind an item is.

To add a kind, write a class here that reads an item's dict (kind.py says what it answers for), and
a file of its name in course/hosts/browser/kinds, which asks it in a page (kind.js says what that
answers for). Both are found by themselves.
"""

import pkgutil
from importlib import import_module
from typing import Any, TypeAlias, TypeGuard

from course.errors import unknown
from course.items.kinds.kind import Form, Item, Kind, Offer

__all__ = ["KINDS", "Form", "Item", "Kind", "Offer", "of"]


_AnyKind: TypeAlias = Kind[Any]  # what an answer is, only the kind itself knows


def _is_kind(thing: object) -> TypeGuard[type[_AnyKind]]:
    return isinstance(thing, type) and issubclass(thing, Kind)


def _found() -> dict[str, type[_AnyKind]]:
    """The Kind of each file here that is named as a kind is."""
    files = sorted(file.name for file in pkgutil.iter_modules(__path__))
    inside = {name: vars(import_module(f"{__name__}.{name}")).values() for name in files}
    return {
        name: thing
        for name, things in inside.items()
        for thing in things
        if _is_kind(thing) and vars(thing).get("name") == name
    }


KINDS = _found()


def of(item: Item) -> _AnyKind:
    """An item as its kind sees it. Raises CourseError, naming the nearest, for an unknown kind."""
    if item["kind"] not in KINDS:
        raise unknown("kind of item", item["kind"], KINDS)
    return KINDS[item["kind"]].read(item)

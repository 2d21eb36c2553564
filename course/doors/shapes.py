"""The shapes of JSON as types, and whether a value that a stranger sent has one of them."""

from collections.abc import Mapping, Sequence
from typing import TypeAlias, TypeGuard

__all__ = ["Json", "Schema", "is_list", "is_object"]

Json: TypeAlias = "bool | int | float | str | Sequence[Json] | Mapping[str, Json] | None"
Schema: TypeAlias = Mapping[str, Json]  # of JSON Schema: what a value must keep


def is_list(value: object) -> TypeGuard[list[object]]:
    """A list of JSON, of whatever?"""
    return isinstance(value, list)


def is_object(value: object) -> TypeGuard[dict[str, object]]:
    """An object of JSON, whose names are always texts?"""
    return isinstance(value, dict)

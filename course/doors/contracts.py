"""A value against a schema of datasets/schemas, for what is read while a student waits: the few
words that answer.json uses.

`questions.against` knows all of JSON Schema, but loads a library for it.
course/hosts/pages/lines.js does the same as this file; a test draws lines and compares the two. Two
words are our own: `x-deepest`, how many lists and objects may lie inside each other, and `x-most`,
how large a value may be (see `size`).
"""

import json
import math
import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, TypeGuard

from course import _places
from course.doors.shapes import Json, Schema, is_list, is_object

__all__ = ["KEYWORDS", "fits", "is_whole", "schema", "size", "whole"]

# Python joins the halves of a pair, so what is found has lost its other half
_HALF = re.compile("[\ud800-\udfff]")


@cache
def schema(name: str) -> Schema:
    """A schema of datasets/schemas as a dict. Read it; do not change it."""
    return json.loads((_places.datasets() / "schemas" / name).read_text(encoding="utf-8"))


def is_whole(text: str) -> bool:
    """Is there no half of a character in it, which no file can hold?"""
    return not _HALF.search(text)


def _mended(text: str) -> str:
    return _HALF.sub("\ufffd", text)


def whole(value: Json) -> Json:
    """The value with U+FFFD for each half of a character in its texts; a page may send one."""
    if isinstance(value, str):
        return _mended(value)
    if isinstance(value, list):
        return [whole(part) for part in value]
    if isinstance(value, dict):
        return {_mended(name): whole(part) for name, part in value.items()}
    return value


def _is_finite(number: float) -> bool:
    try:
        return math.isfinite(number)
    except OverflowError:  # an integer beyond every float
        return False


def size(value: object, deepest: int) -> float:
    """How large a value is: the characters of its texts and names, and one for every other value,
    list and object.

    Infinite if more than `deepest` lists and objects lie inside each other, or if it holds half a
    character or a number without end.
    """
    if isinstance(value, str):
        return len(value) if is_whole(value) else math.inf
    if is_list(value) or is_object(value):
        if deepest == 0:
            return math.inf
        inside = [*value, *value.values()] if is_object(value) else value
        return 1 + sum(size(part, deepest - 1) for part in inside)
    if isinstance(value, int | float):
        return 1 if _is_finite(value) else math.inf
    return 1


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, int | float) and not isinstance(value, bool)


def _same(one: object, other: object) -> bool:
    """Equal as JSON has it: true is not 1."""
    return isinstance(one, bool) == isinstance(other, bool) and one == other


_IS: Mapping[str, Callable[[object], bool]] = {
    "object": is_object,
    "string": lambda value: isinstance(value, str),
    "number": _is_number,
    "integer": lambda value: _is_number(value) and _is_finite(value) and value == int(value),
    "null": lambda value: value is None,
}


def _matches(pattern: str, text: str) -> bool:
    # $ would let a last line break pass
    return re.search(re.sub(r"\$$", r"\\Z", pattern), text) is not None


# keyword -> does the value keep it? What is said of texts, numbers or objects alone holds of
# nothing else. What a schema says after each is of a type of its own, which the schema of schemas
# fixes.
KEYWORDS: Mapping[str, Callable[[Any, object], bool]] = {
    "x-deepest": lambda most, value: size(value, most) < math.inf,
    "x-most": lambda most, value: size(value, most) <= most,
    "type": lambda names, value: any(
        _IS[one](value) for one in ([names] if isinstance(names, str) else names)
    ),
    "const": _same,
    "enum": lambda some, value: any(_same(one, value) for one in some),
    "pattern": lambda pattern, value: not isinstance(value, str) or _matches(pattern, value),
    "minimum": lambda least, value: not _is_number(value) or value >= least,
    "maximum": lambda most, value: not _is_number(value) or value <= most,
    "required": lambda names, value: not is_object(value) or all(name in value for name in names),
    "properties": lambda known, value: (
        not is_object(value)
        or all(fits(rules, value[name]) for name, rules in known.items() if name in value)
    ),
}


def fits(rules: Schema, value: object) -> bool:
    """Does the value keep the rules, a dict of the keywords above? Others,
    such as `description`, say nothing here.
    """
    return all(KEYWORDS[word](told, value) for word, told in rules.items() if word in KEYWORDS)

"""A number given as a mark on a line. An answer: a number on that line, in the unit of the item."""

import math
from dataclasses import dataclass
from typing import ClassVar, Self, TypeGuard

from course.doors.shapes import Schema
from course.interface.words import say
from course.items.kinds.kind import Form, Item
from course.items.kinds.number import FROM_MODEL, Number
from course.items.kinds.parts import SCHEMA_FEEDBACK

__all__ = ["Estimate"]

_ENDS: Schema = {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "number"}}
_TICKS = 10  # parts of the line on paper
_FROM_TABLE: Schema = {
    "description": "The row of a table that holds the answer, and the columns of its value and "
    "interval.",
    "type": "object",
    "required": ["table", "row", "value"],
    "properties": {
        "table": {"type": "string"},
        "row": {"type": "object"},
        "value": {"type": "string"},
        "interval": {"type": "array", "minItems": 2, "maxItems": 2, "items": {"type": "string"}},
    },
    "additionalProperties": False,
}


@dataclass(frozen=True)
class Estimate(Number):
    """A line from one number to another in steps, and where on it the known value lies,
    with its interval if it has one.
    """

    line: tuple[float, float] = (0, 100)
    step: float = 1
    interval: tuple[float, float] | None = None

    name = "estimate"
    counted = "numbers"
    on_a_slide = True
    schema: ClassVar[Schema] = {
        "properties": {
            "kind": {"const": "estimate"},
            "line": {"description": "the numbers at its ends", **_ENDS},
            "step": {"type": "number", "exclusiveMinimum": 0},
            "answer": {"type": "number"},
            "interval": {"description": "of the answer, as its source gives it", **_ENDS},
            "tolerance": {"type": "number", "exclusiveMinimum": 0},
            "unit": {"type": "string"},
            "feedback": SCHEMA_FEEDBACK,
            "low": SCHEMA_FEEDBACK,
            "high": SCHEMA_FEEDBACK,
            "from": {"oneOf": [FROM_MODEL, _FROM_TABLE]},
        },
        "required": [
            "line",
            "step",
            "answer",
            "tolerance",
            "unit",
            "feedback",
            "low",
            "high",
            "from",
        ],
    }

    @classmethod
    def read(cls, item: Item) -> Self:
        base = Number.read(item)
        found = (base.unit, base.right, base.tolerance, base.whole, base.low, base.high)
        interval = tuple(item["interval"]) if "interval" in item else None
        return cls(*found, line=tuple(item["line"]), step=item["step"], interval=interval)

    def fault(self) -> str | None:
        start, end = self.line
        if not start < end:
            return "the first end of `line` must be smaller than the second"
        named = (self.right, *(self.interval or ()))
        return (
            None
            if all(map(self._holds, named))
            else "`answer` and `interval` must lie on the `line`"
        )

    def _holds(self, value: float) -> bool:
        return self.line[0] <= value <= self.line[1]

    def is_answer(self, answer: object) -> TypeGuard[float]:
        return super().is_answer(answer) and self._holds(answer)

    def _told(self, value: float) -> str:
        """A number with its unit; the browser writes it the same."""
        return f"{_plain(value)} {self.unit}".strip()

    def _distance(self, answer: float) -> str:
        """How far the mark lies from the known value, rounded as the line is stepped."""
        scale = 10 ** len(_plain(self.step).partition(".")[2])
        away = math.floor(abs(answer - self.right) * scale + 0.5) / scale
        known = {"known": self._told(self.right), "away": self._told(away)}
        if not away:
            return say("estimate.met", **known)
        return say("estimate.below" if answer < self.right else "estimate.above", **known)

    def _doubt(self) -> list[str]:
        """A sentence on the interval, if the known value has one."""
        if self.interval is None:
            return []
        low, high = map(_plain, self.interval)
        return [say("estimate.interval", low=low, high=self._told(float(high)))]

    def feedback(self, answer: float) -> list[str]:
        return [self._distance(answer), *self._doubt(), *super().feedback(answer)]

    def said(self, answer: float) -> tuple[str, ...]:
        return (self._told(answer),)

    def explained(self) -> tuple[tuple[str, str], ...]:
        return ((self._told(self.right), " ".join([*self._doubt(), self.whole])),)

    def key(self) -> tuple[str, ...]:
        told = say("estimate.key", known=self._told(self.right), tolerance=_plain(self.tolerance))
        return (" ".join([told, *self._doubt(), self.whole]),)

    def form(self) -> Form:
        start, end = self.line
        ticks = tuple(_plain(start + (end - start) * i / _TICKS) for i in range(_TICKS + 1))
        return Form(unit=self.unit, ticks=ticks, how=say("estimate.mark"))

    def public(self) -> dict[str, object]:
        return {"unit": self.unit, "line": list(self.line), "step": self.step}


def _plain(value: float) -> str:
    """A number as JavaScript writes it: 40 for 40.0."""
    return str(int(value)) if value == int(value) else repr(value)

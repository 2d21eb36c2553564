"""A number within a tolerance. An answer: a number, in the unit of the item."""

from dataclasses import dataclass, field
from typing import ClassVar, Self, TypeGuard

from course.doors.shapes import Schema
from course.interface.words import say
from course.items.kinds.kind import Exported, Form, Item, Kind, Offer, is_number
from course.items.kinds.parts import SCHEMA_FEEDBACK, listed
from course.items.kinds.standard import Standard

__all__ = ["FROM_MODEL", "Number", "Trap"]

FROM_MODEL: Schema = {
    "description": "The model function that computes the answer.",
    "type": "object",
    "required": ["model", "function", "arguments"],
    "properties": {
        "model": {"type": "string"},
        "function": {"type": "string"},
        "arguments": {"type": "object"},
        "times": {"type": "number"},
    },
    "additionalProperties": False,
}
_TRAPS = listed(
    {
        "value": {"type": "number"},
        "tolerance": {"type": "number"},
        "feedback": SCHEMA_FEEDBACK,
        "misconception": {"$ref": "#/$defs/misconception"},
    },
    ("value", "feedback", "misconception"),
)


@dataclass(frozen=True)
class Trap:
    """A number that a known mistake leads to."""

    value: float
    tolerance: float
    feedback: str
    misconception: str

    def caught(self, answer: float) -> bool:
        return abs(answer - self.value) <= self.tolerance


@dataclass(frozen=True)
class Number(Kind[float]):
    """A number with what explains it: right, near a trap, too low, too high."""

    unit: str
    right: float = 0.0  # right, tolerance and what explains are only in a key
    tolerance: float = 0.0
    whole: str = ""
    low: str = ""
    high: str = ""
    traps: tuple[Trap, ...] = field(default=())

    name = "number"
    counted = "numbers"
    on_a_slide = True
    schema: ClassVar[Schema] = {
        "properties": {
            "kind": {"const": "number"},
            "answer": {"type": "number"},
            "tolerance": {"type": "number", "exclusiveMinimum": 0},
            "unit": {"type": "string"},
            "feedback": SCHEMA_FEEDBACK,
            "low": SCHEMA_FEEDBACK,
            "high": SCHEMA_FEEDBACK,
            "from": FROM_MODEL,
            "traps": _TRAPS,
        },
        "required": ["answer", "tolerance", "unit", "feedback", "low", "high", "from"],
    }
    moodle = "numerical"
    asked_in = ("asked", "quiz", "predict")
    verb = "gave"

    @classmethod
    def read(cls, item: Item) -> Self:
        tolerance = item.get("tolerance", 0.0)
        traps = tuple(
            Trap(
                trap["value"],
                trap.get("tolerance", tolerance),
                trap["feedback"],
                trap["misconception"],
            )
            for trap in item.get("traps", [])
        )
        whole, low, high = (item.get(name, "") for name in ("feedback", "low", "high"))
        return cls(
            item.get("unit", ""), item.get("answer", 0.0), tolerance, whole, low, high, traps
        )

    def is_answer(self, answer: object) -> TypeGuard[float]:
        return is_number(answer)

    def score(self, answer: float) -> float:
        return int(abs(answer - self.right) <= self.tolerance)

    def _trap(self, answer: float) -> int | None:
        caught = (place for place, trap in enumerate(self.traps) if trap.caught(answer))
        return next(caught, None)

    def feedback(self, answer: float) -> list[str]:
        if self.score(answer):
            return [self.whole]
        trap = self._trap(answer)
        if trap is not None:
            return [self.traps[trap].feedback]
        return [self.low if answer < self.right else self.high]

    def said(self, answer: float) -> tuple[str, ...]:
        return (f"{answer} {self.unit}".strip(),)

    def explained(self) -> tuple[tuple[str, str], ...]:
        return ((f"{self.right:g} {self.unit}", self.whole),)

    def key(self) -> tuple[str, ...]:
        return (
            say(
                "kinds.give_or_take",
                answer=f"{self.right:g} {self.unit}",
                tolerance=f"{self.tolerance:g}",
                why=self.whole,
            ),
        )

    def form(self) -> Form:
        return Form(unit=self.unit)

    def public(self) -> dict[str, object]:
        return {"unit": self.unit}

    def offers(self) -> tuple[Offer, ...]:
        return (
            Offer(f"{self.right:g} ({self.unit}), within {self.tolerance:g}", key=True),
            *(
                Offer(f"{t.value:g} ({self.unit})", False, t.misconception, t.feedback)
                for t in self.traps
            ),
            Offer("another number, too low", False, None, self.low),
            Offer("another number, too high", False, None, self.high),
        )

    def taken(self, answer: float) -> set[int]:
        if self.score(answer):
            return {0}
        trap = self._trap(answer)
        if trap is not None:
            return {trap + 1}
        return {len(self.traps) + (1 if answer < self.right else 2)}

    def export(self, question: Exported) -> None:
        question.answer(100, f"{self.right:g}", self.whole, self.tolerance)
        for trap in self.traps:
            question.answer(0, f"{trap.value:g}", trap.feedback, trap.tolerance)
        question.answer(0, "*", f"Too low? {self.low} Too high? {self.high}", 0)
        question.say("unitgradingtype", 0)
        question.say("unitpenalty", 0.1)
        question.say("showunits", 3)
        question.say("unitsleft", 0)

    def hand_over(self, to: Standard) -> bool:
        return to.number(self)

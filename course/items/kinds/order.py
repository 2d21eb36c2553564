"""Steps are put in order. An answer: the steps' numbers, from 0, as put;
a step's number is its right place.
"""

from dataclasses import dataclass
from typing import ClassVar, Self, TypeGuard

from course.doors.shapes import Schema, is_list
from course.interface.words import say
from course.items.kinds.kind import Exported, Form, Item, Offer, is_one_of
from course.items.kinds.parts import SCHEMA_FEEDBACK, InParts, Part, listed
from course.items.kinds.standard import Standard

__all__ = ["Order"]

_STEPS: Schema = {
    "description": "In the right order; each says why it stands where it does.",
    **listed(
        {
            "text": {"type": "string", "minLength": 3},
            "feedback": SCHEMA_FEEDBACK,
            "misconception": {"$ref": "#/$defs/misconception"},
        },
        ("text", "feedback", "misconception"),
        least=3,
    ),
}
_SHOWN: Schema = {
    "description": "numbers of the steps, from 0, as first shown",
    "type": "array",
    "items": {"type": "integer"},
}


@dataclass(frozen=True)
class Order(InParts[Part]):
    """Steps in their right order; shown is the order in which they first stand."""

    parts: tuple[Part, ...]
    shown: tuple[int, ...]
    whole: str = ""

    name = "order"
    counted = "orders"
    schema: ClassVar[Schema] = {
        "properties": {
            "kind": {"const": "order"},
            "steps": _STEPS,
            "shown": _SHOWN,
            "feedback": SCHEMA_FEEDBACK,
        },
        "required": ["steps", "shown", "feedback"],
    }
    moodle = "ordering"
    verb = "had"

    @classmethod
    def read(cls, item: Item) -> Self:
        return cls(
            tuple(map(Part.read, item["steps"])), tuple(item["shown"]), item.get("feedback", "")
        )

    def fault(self) -> str | None:
        once = sorted(self.shown) == list(range(len(self.parts)))
        return None if once else "`shown` must name each step once, from 0"

    def is_answer(self, answer: object) -> TypeGuard[list[int]]:
        return (
            is_list(answer)
            and all(is_one_of(step, self.parts) for step in answer)
            and len(set(answer)) == len(answer) == len(self.parts)
        )

    def wrong(self, answer: list[int]) -> list[int]:
        return [place for place, step in enumerate(answer) if step != place]

    def score(self, answer: list[int]) -> float:
        """1 if right, 0.5 if two neighbours are swapped, else 0."""
        match self.wrong(answer):
            case []:
                return 1
            case [one, other] if other == one + 1:
                return 0.5
            case _:
                return 0

    def feedback(self, answer: list[int]) -> list[str]:
        return super().feedback(answer)[:1]  # one step out of place moves all that follow

    def offered(self) -> tuple[str, ...]:
        return tuple(self.parts[step].text for step in self.shown)

    def said(self, answer: list[int]) -> tuple[str, ...]:
        return tuple(f"{place}. {self.parts[step].text}" for place, step in enumerate(answer, 1))

    def explained(self) -> tuple[tuple[str, str], ...]:
        return tuple(
            (f"{place}. {step.text}", step.feedback) for place, step in enumerate(self.parts, 1)
        )

    def key(self) -> tuple[str, ...]:
        return tuple(
            f"{place} {step.text}: {step.feedback}" for place, step in enumerate(self.parts, 1)
        )

    def gives_itself_away(self) -> bool:
        return list(self.shown) == sorted(self.shown)

    def form(self) -> Form:
        return Form(boxes=self.offered(), how=say("kinds.number_the_boxes"))

    def public(self) -> dict[str, object]:
        """Steps are numbered as shown, since their own numbers would be the key."""
        return {
            "steps": [{"text": text} for text in self.offered()],
            "shown": list(range(len(self.shown))),
        }

    def as_keyed(self, answer: list[int]) -> list[int]:
        return [self.shown[step] for step in answer]

    def offers(self) -> tuple[Offer, ...]:
        late = "first out of place, belongs at"
        return (
            Offer("in the right order", key=True),
            *(
                Offer(f"{step.text}: {late} {place}", False, step.misconception, step.feedback)
                for place, step in enumerate(self.parts, 1)
            ),
        )

    def taken(self, answer: list[int]) -> set[int]:
        wrong = self.wrong(answer)
        return {wrong[0] + 1} if wrong else {0}

    def export(self, question: Exported) -> None:
        question.say("layouttype", "VERTICAL")
        question.say("selecttype", "ALL")
        question.say("selectcount", len(self.parts))
        question.say("gradingtype", "ABSOLUTE_POSITION")
        question.say("showgrading", "SHOW")
        question.say("numberingstyle", "none")
        question.whole(self.whole)
        for place, step in enumerate(self.parts, 1):
            question.answer(place, step.text, step.feedback)

    def hand_over(self, to: Standard) -> bool:
        return to.arrange(self)

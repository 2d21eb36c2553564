"""All right options are to be ticked, and no other. An answer:
the numbers of the options ticked, from 0, in order.
"""

from dataclasses import dataclass
from typing import ClassVar, Self, TypeGuard

from course.doors.shapes import Schema, is_list
from course.items.kinds.choice import OPTIONS, Option, read_options, shown_of, told
from course.items.kinds.kind import Exported, Form, Item, Offer, is_one_of
from course.items.kinds.parts import SCHEMA_FEEDBACK, InParts
from course.items.kinds.standard import Standard

__all__ = ["Several"]


@dataclass(frozen=True)
class Several(InParts[Option]):
    """Options, some of them right; a slip in one is half right."""

    parts: tuple[Option, ...]
    shown: tuple[int, ...]
    whole: str = ""

    name = "several"
    counted = "options"
    on_a_slide = True
    schema: ClassVar[Schema] = {
        "properties": {
            "kind": {"const": "several"},
            "options": OPTIONS,
            "feedback": SCHEMA_FEEDBACK,
        },
        "required": ["options", "feedback"],
    }
    moodle = "multichoice"

    @classmethod
    def read(cls, item: Item) -> Self:
        return cls(read_options(item), shown_of(item), item.get("feedback", ""))

    def in_order(self) -> tuple[Option, ...]:
        """The options as they are shown."""
        return tuple(self.parts[place] for place in self.shown)

    def fault(self) -> str | None:
        some = any(option.correct for option in self.parts)
        return None if some else "at least one option must say `correct: true`"

    def is_answer(self, answer: object) -> TypeGuard[list[int]]:
        if not is_list(answer):
            return False
        ticked = {part for part in answer if is_one_of(part, self.parts)}
        return answer == sorted(ticked)

    def wrong(self, answer: list[int]) -> list[int]:
        ticked = set(answer)
        return [i for i, option in enumerate(self.parts) if (i in ticked) != option.correct]

    def offered(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.in_order())

    def said(self, answer: list[int]) -> tuple[str, ...]:
        return tuple(self.parts[i].text for i in answer)

    def explained(self) -> tuple[tuple[str, str], ...]:
        return told(self.in_order(), "✓ ", "")

    def solution(self) -> tuple[tuple[str, str], ...]:
        return tuple((o.text, o.feedback) for o in self.in_order() if o.correct)

    def key(self) -> tuple[str, ...]:
        return tuple(f"{text}: {why}" for text, why in told(self.in_order(), "✓ ", "✗ "))

    def form(self) -> Form:
        return Form(boxes=self.offered(), ticked=True)

    def public(self) -> dict[str, object]:
        return {"options": [{"text": option.text} for option in self.parts]}

    def offers(self) -> tuple[Offer, ...]:
        return tuple(option.offer() for option in self.parts)

    def taken(self, answer: list[int]) -> set[int]:
        return set(answer)

    def export(self, question: Exported) -> None:
        question.say("single", "false")
        question.say("shuffleanswers", "true")
        question.say("answernumbering", "abc")
        question.whole(self.whole)
        share = 100 / sum(option.correct for option in self.parts)
        for option in self.parts:
            question.answer(share if option.correct else -share, option.text, option.feedback)

    def hand_over(self, to: Standard) -> bool:
        return to.tick(self)

"""One of several options is right. An answer: the option's number, from 0."""

from dataclasses import dataclass
from typing import ClassVar, Self, TypeGuard

from course.doors.shapes import Schema
from course.items.kinds.kind import Exported, Form, Item, Kind, Offer, is_one_of
from course.items.kinds.parts import Part
from course.items.kinds.standard import Standard

__all__ = ["OPTIONS", "Choice", "Option", "read_options", "shown_of", "told"]

OPTIONS: Schema = {
    "type": "array",
    "minItems": 2,
    "items": {
        "type": "object",
        "required": ["text", "feedback"],
        "properties": {
            "text": {"type": "string", "minLength": 1},
            "feedback": {"$ref": "#/$defs/sentence"},
            "correct": {"const": True},
            "misconception": {"$ref": "#/$defs/misconception"},
        },
        "oneOf": [{"required": ["correct"]}, {"required": ["misconception"]}],
        "additionalProperties": False,
    },
}


@dataclass(frozen=True)
class Option(Part):
    """Something to choose."""

    correct: bool = False

    def offer(self) -> Offer:
        return Offer(self.text, self.correct, self.misconception or None, self.feedback, plain=True)


def read_options(item: Item) -> tuple[Option, ...]:
    """The options of an item's dict."""
    return tuple(
        Option(
            o.get("text", ""),
            o.get("feedback", ""),
            o.get("misconception", ""),
            bool(o.get("correct")),
        )
        for o in item["options"]
    )


def shown_of(item: Item) -> tuple[int, ...]:
    """The order in which the options are shown, by their numbers in the file:
    an answer keeps the file's number.
    """
    return tuple(item.get("shown") or range(len(item["options"])))


def told(options: tuple[Option, ...], right: str, wrong: str) -> tuple[tuple[str, str], ...]:
    """Each option behind a sign that says whether it is right, with its explanation."""
    return tuple(((right if o.correct else wrong) + o.text, o.feedback) for o in options)


@dataclass(frozen=True)
class Choice(Kind[int]):
    """Options, one of them right."""

    options: tuple[Option, ...]
    shown: tuple[int, ...]

    name = "choice"
    counted = "options"
    on_a_slide = True
    schema: ClassVar[Schema] = {
        "properties": {"kind": {"const": "choice"}, "options": OPTIONS},
        "required": ["options"],
    }
    moodle = "multichoice"
    asked_in = ("asked", "quiz", "predict")

    @classmethod
    def read(cls, item: Item) -> Self:
        return cls(read_options(item), shown_of(item))

    def in_order(self) -> tuple[Option, ...]:
        """The options as they are shown."""
        return tuple(self.options[place] for place in self.shown)

    def fault(self) -> str | None:
        one = sum(option.correct for option in self.options) == 1
        return None if one else "exactly one option must say `correct: true`"

    def is_answer(self, answer: object) -> TypeGuard[int]:
        return is_one_of(answer, self.options)

    def score(self, answer: int) -> float:
        return int(self.options[answer].correct)

    def feedback(self, answer: int) -> list[str]:
        return [self.options[answer].feedback]

    def offered(self) -> tuple[str, ...]:
        return tuple(option.text for option in self.in_order())

    def said(self, answer: int) -> tuple[str, ...]:
        return (self.options[answer].text,)

    def explained(self) -> tuple[tuple[str, str], ...]:
        return told(self.in_order(), "✓ ", "")

    def solution(self) -> tuple[tuple[str, str], ...]:
        return tuple((o.text, o.feedback) for o in self.in_order() if o.correct)

    def key(self) -> tuple[str, ...]:
        return tuple(f"{text}: {why}" for text, why in told(self.in_order(), "✓ ", "✗ "))

    def form(self) -> Form:
        return Form(boxes=self.offered(), ticked=True)

    def public(self) -> dict[str, object]:
        return {"options": [{"text": option.text} for option in self.options]}

    def offers(self) -> tuple[Offer, ...]:
        return tuple(option.offer() for option in self.options)

    def taken(self, answer: int) -> set[int]:
        return {answer}

    def export(self, question: Exported) -> None:
        question.say("single", "true")
        question.say("shuffleanswers", "true")
        question.say("answernumbering", "abc")
        question.whole("")
        for option in self.options:
            question.answer(100 if option.correct else 0, option.text, option.feedback)

    def hand_over(self, to: Standard) -> bool:
        return to.pick(self)

"""A situation of the desk: each option is an argument, none is right. An answer: {"option": its number, "why": reasons}."""

from dataclasses import dataclass
from typing import Any, Self

from course.items.kinds.kind import Form, Item, Kind, is_one_of

__all__ = ["Desk"]

_WORDS = 20


@dataclass(frozen=True)
class Desk(Kind):
    options: tuple[Item, ...]

    name = "desk"

    @classmethod
    def read(cls, item: Item) -> Self:
        return cls(tuple(item["options"]))

    def is_answer(self, answer: object) -> bool:
        return (
            isinstance(answer, dict)
            and set(answer) == {"option", "why"}
            and isinstance(answer["why"], str)
            and is_one_of(self.options, answer["option"])
        )

    def offered(self) -> tuple[str, ...]:
        return tuple(option["text"] for option in self.options)

    def said(self, answer: Any) -> tuple[str, ...]:
        return (self.options[answer["option"]]["text"], *super().said(answer["why"]))

    def form(self) -> Form:
        return Form(boxes=self.offered(), how="Why?", words=_WORDS)

"""A situation of the desk: each option is an argument, none is right. An answer: {"option": its number, "why": reasons}."""

from dataclasses import dataclass
from typing import Any, Self

from course.interface.words import say
from course.items.kinds.kind import Form, Item, Kind, is_one_of

__all__ = ["VOICES", "Desk"]

VOICES = {"classic": "classic government", "npm": "New Public Management", "governance": "governance"}

_WORDS = 20


@dataclass(frozen=True)
class Desk(Kind):
    """A situation with its options: text, lens, argument, cost, claims."""

    options: tuple[Item, ...]

    name = "desk"
    asked_in = ("desk",)
    folds = "kinds.folded_arguments"

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

    def explained(self) -> tuple[tuple[str, str], ...]:
        return tuple((option["text"], _argued(option)) for option in self.options)

    def form(self) -> Form:
        return Form(boxes=self.offered(), ticked=True, how=say("kinds.why"), words=_WORDS)


def _argued(option: Item) -> str:
    cited = f" ({', '.join(option['claims'])})" if option.get("claims") else ""
    voice = VOICES[option["lens"]]
    argument = option["argument"] + cited
    return say("kinds.in_the_voice_of", voice=voice, argument=argument, cost=option["cost"])

"""A situation of the desk: each option is an argument, none is right. An answer: {"option": its
number, "why": reasons}.
"""

from dataclasses import dataclass
from typing import NotRequired, Self, TypedDict, TypeGuard

from course.doors.shapes import is_object
from course.interface.words import say
from course.items.kinds.kind import Form, Item, Kind, is_one_of, paragraphs

__all__ = ["VOICES", "Argued", "Desk"]

VOICES = {
    "classic": "classic government",
    "npm": "New Public Management",
    "governance": "governance",
}

_WORDS = 20


class Argued(TypedDict):
    """An option: what to do, in whose voice, with which argument and at what cost."""

    text: str
    lens: str
    argument: str
    cost: str
    claims: NotRequired[list[str]]


class Decided(TypedDict):
    """The number of an option, and the reasons."""

    option: int
    why: str


@dataclass(frozen=True)
class Desk(Kind[Decided]):
    """A situation with its options."""

    options: tuple[Argued, ...]

    name = "desk"
    asked_in = ("desk",)
    on_a_slide = True
    folds = "kinds.folded_arguments"

    @classmethod
    def read(cls, item: Item) -> Self:
        return cls(tuple(item["options"]))

    def is_answer(self, answer: object) -> TypeGuard[Decided]:
        return (
            is_object(answer)
            and set(answer) == {"option", "why"}
            and isinstance(answer["why"], str)
            and is_one_of(answer["option"], self.options)
        )

    def offered(self) -> tuple[str, ...]:
        return tuple(option["text"] for option in self.options)

    def said(self, answer: Decided) -> tuple[str, ...]:
        return (self.options[answer["option"]]["text"], *paragraphs(answer["why"]))

    def explained(self) -> tuple[tuple[str, str], ...]:
        return tuple((option["text"], _argued(option)) for option in self.options)

    def form(self) -> Form:
        return Form(boxes=self.offered(), ticked=True, how=say("kinds.why"), words=_WORDS)


def _argued(option: Argued) -> str:
    cited = ", ".join(option.get("claims", ()))
    voice = VOICES[option["lens"]]
    argument = f"{option['argument']} ({cited})" if cited else option["argument"]
    return say("kinds.in_the_voice_of", voice=voice, argument=argument, cost=option["cost"])

"""A choice among ways that are all open, with reasons: nothing is scored, and the course's own
choice stands beside it once it is kept. An answer: {"option": its number, "why": reasons} and,
once the two were compared, "defence".
"""

from dataclasses import dataclass
from typing import NotRequired, Self, TypedDict, TypeGuard

from course.doors.shapes import is_object
from course.interface.words import say
from course.items.kinds.kind import Form, Item, Kind, is_one_of, paragraphs

__all__ = ["Ours", "Reasoned"]

_WORDS = 40  # room on paper where a length is not asked for
_KEYS = ({"option", "why"}, {"option", "why", "defence"})


class Ours(TypedDict):
    """What the course chose, the number of an option, and why; of: the reading that it is about,
    if a card has several.
    """

    of: str
    option: int
    because: str


class Chosen(TypedDict):
    """A student's choice with her reasons, and what she says to the course's."""

    option: int
    why: str
    defence: NotRequired[str]


@dataclass(frozen=True)
class Reasoned(Kind[Chosen]):
    """options: texts to choose among; says: what can be said of each, beside its text; ours: the
    course's own choices, told afterwards.
    """

    options: tuple[str, ...]
    says: tuple[str, ...]
    ours: tuple[Ours, ...]
    words: int

    name = "reasoned"
    asked_in = ("reasoned",)
    folds = "reasoned.folded"
    verb = "chose"

    @classmethod
    def read(cls, item: Item) -> Self:
        options = item["options"]
        return cls(
            tuple(option["text"] for option in options),
            tuple(option.get("says", "") for option in options),
            tuple(item.get("ours", ())),
            item.get("words", _WORDS),
        )

    def is_answer(self, answer: object) -> TypeGuard[Chosen]:
        return (
            is_object(answer)
            and set(answer) in _KEYS
            and isinstance(answer["why"], str)
            and isinstance(answer.get("defence", ""), str)
            and is_one_of(answer["option"], self.options)
        )

    def offered(self) -> tuple[str, ...]:
        return self.options

    def said(self, answer: Chosen) -> tuple[str, ...]:
        own = (self.options[answer["option"]], *paragraphs(answer["why"]))
        return (*own, *paragraphs(answer.get("defence", "")))

    def explained(self) -> tuple[tuple[str, str], ...]:
        """What the course says, reading by reading; then what can be said of each option."""
        told = [
            (
                say("reasoned.course_of", of=one["of"]) if one["of"] else say("reasoned.course"),
                f"{self.options[one['option']]}. {one['because']}",
            )
            for one in self.ours
        ]
        return (*told, *(pair for pair in zip(self.options, self.says, strict=True) if pair[1]))

    def form(self) -> Form:
        return Form(boxes=self.options, ticked=True, how=say("kinds.why"), words=self.words)

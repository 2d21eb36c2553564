"""A task of an assignment that a person marks by a rubric. An answer: a string.
On a sheet it is asked as a text.
"""

from dataclasses import dataclass
from typing import Self, TypeGuard, TypeVar

from course.items.kinds.kind import Criterion, Exported, Form, Item, Kind
from course.items.kinds.standard import Standard

__all__ = ["ByRubric", "Essay"]

Answer = TypeVar("Answer")


@dataclass(frozen=True)
class ByRubric(Kind[Answer]):
    """A task with its rubric; words: about how many are asked for."""

    rubric: tuple[Criterion, ...]
    words: int | None = None

    moodle = "essay"
    asked_in = ()  # a sheet asks it as a text

    @classmethod
    def read(cls, item: Item) -> Self:
        return cls(tuple(item["rubric"]), item.get("words"))

    def form(self) -> Form:
        return Form(words=self.words or 0)

    def public(self) -> dict[str, object]:
        words = {"words": self.words} if self.words else {}
        return {"kind": "text", "rubric": list(self.rubric), **words}

    def export(self, question: Exported) -> None:
        question.say("responseformat", "editor")
        question.say("responserequired", 1)
        question.say("responsefieldlines", 20)
        question.say("attachments", 0)
        question.say("attachmentsrequired", 0)
        question.rubric(self.rubric)

    def hand_over(self, to: Standard) -> bool:
        return to.write(self)


class Essay(ByRubric[str]):
    """A task whose answer is a text."""

    name = "essay"

    def is_answer(self, answer: object) -> TypeGuard[str]:
        return isinstance(answer, str)

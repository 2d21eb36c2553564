"""A text in the student's own words. An answer: a string or, where a question has a model answer,
{"text", "rating"}: the student says how it did beside the model, 0, 0.5 or 1. A reflection says how
long it is to be, and nobody rates it.
"""

from dataclasses import dataclass
from typing import ClassVar, Self, TypedDict, TypeGuard

from course.doors.shapes import Schema, is_object
from course.interface.words import say
from course.items.kinds.kind import Form, Item, Kind, is_number, paragraphs

__all__ = ["Text"]

_WORDS = 40  # room on paper where a length is not asked for


class Rated(TypedDict):
    """A text, and how its writer says that it did."""

    text: str
    rating: float


@dataclass(frozen=True)
class Text(Kind[str | Rated]):
    """model: a good answer, shown when the student has written one; checklist: what to look for;
    words: about how many, of a reflection.
    """

    model: str = ""
    checklist: tuple[str, ...] = ()
    words: int | None = None

    name = "text"
    on_a_slide = True
    folds = "kinds.folded_model"
    schema: ClassVar[Schema] = {
        "properties": {
            "kind": {"const": "text"},
            "model": {
                "description": "a good answer, shown when the student has written one",
                "type": "string",
                "minLength": 40,
            },
            "checklist": {
                "type": "array",
                "minItems": 2,
                "items": {"type": "string", "minLength": 10},
            },
        },
        "required": ["model", "checklist"],
    }

    @classmethod
    def read(cls, item: Item) -> Self:
        return cls(item.get("model", ""), tuple(item.get("checklist", ())), item.get("words"))

    def is_answer(self, answer: object) -> TypeGuard[str | Rated]:
        if not self._is_rated or not is_object(answer):
            return isinstance(answer, str)
        return (
            set(answer) == {"text", "rating"}
            and isinstance(answer["text"], str)
            and is_number(answer["rating"])
            and answer["rating"] in (0, 0.5, 1)
        )

    def score(self, answer: str | Rated) -> float | None:
        return answer["rating"] if isinstance(answer, dict) else None

    def said(self, answer: str | Rated) -> tuple[str, ...]:
        return paragraphs(answer["text"] if isinstance(answer, dict) else answer)

    @property
    def _is_rated(self) -> bool:
        """Does its writer say how it did? Not of a reflection, whose checklist stands beside her
        while she writes.
        """
        return bool(self.model) and self.words is None

    def explained(self) -> tuple[tuple[str, str], ...]:
        """A good answer, and what to look for in one's own; of a reflection at most the first."""
        if not self.model:
            return ()
        good = (
            say("kinds.a_good_answer" if self._is_rated else "kinds.one_of_several"),
            self.model,
        )
        lines = self.checklist if self._is_rated else ()
        return (good, *((say("kinds.look_for_line"), line) for line in lines))

    def look_for(self) -> tuple[str, ...]:
        return () if self._is_rated else self.checklist

    def form(self) -> Form:
        return Form(words=self.words or _WORDS)

    def public(self) -> dict[str, object]:
        return {"words": self.words} if self.words else {}

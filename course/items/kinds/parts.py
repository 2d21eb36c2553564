"""Kinds whose answer has several parts, each right or wrong by itself:
a slip in one of them is half right.
"""

from abc import abstractmethod
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, Self, TypeGuard, TypeVar

from course.doors.shapes import Json, Schema, is_list
from course.items.kinds.kind import Exported, Item, Kind, Offer, is_one_of
from course.items.kinds.standard import Standard

__all__ = ["SCHEMA_FEEDBACK", "InParts", "Part", "Placed", "lettered", "listed", "schema_placed"]

SCHEMA_FEEDBACK: Schema = {"$ref": "#/$defs/sentence"}


@dataclass(frozen=True)
class Part:
    """A step, a statement, a left-hand side: its words and, in a key,
    what explains it and which mistake it shows.
    """

    text: str
    feedback: str = ""
    misconception: str = ""

    @classmethod
    def read(cls, part: Item, text: str = "text") -> Self:
        return cls(part[text], part.get("feedback", ""), part.get("misconception", ""))


SomePart = TypeVar("SomePart", bound=Part)


class InParts(Kind[list[int]], Generic[SomePart]):
    """parts are what can go wrong; whole explains an answer in which nothing did."""

    parts: tuple[SomePart, ...]
    whole: str

    @abstractmethod
    def wrong(self, answer: list[int]) -> list[int]:
        """The numbers of the parts that are wrong, in order."""

    def score(self, answer: list[int]) -> float:
        """1 if right, 0.5 if one part is wrong, else 0."""
        return {0: 1, 1: 0.5}.get(len(self.wrong(answer)), 0)

    def feedback(self, answer: list[int]) -> list[str]:
        parts = [self.parts[i] for i in self.wrong(answer)]
        return [f"“{part.text}”: {part.feedback}" for part in parts] or [self.whole]


@dataclass(frozen=True)
class Placed(InParts[Part]):
    """Each part belongs to one of a few places. An answer: the number of a place for each part."""

    parts: tuple[Part, ...]
    places: tuple[str, ...]
    right: tuple[str, ...]  # the place of each part; empty on a sheet, which does not say
    whole: str = ""

    verb = "put"
    moodle = "matching"

    def is_answer(self, answer: object) -> TypeGuard[list[int]]:
        return (
            is_list(answer)
            and len(answer) == len(self.parts)
            and all(is_one_of(place, self.places) for place in answer)
        )

    def wrong(self, answer: list[int]) -> list[int]:
        placed = zip(answer, self.right, strict=True)
        return [i for i, (place, right) in enumerate(placed) if self.places[place] != right]

    def offered(self) -> tuple[str, ...]:
        return tuple(f"{part.text} ({' / '.join(self.places)}?)" for part in self.parts)

    def said(self, answer: list[int]) -> tuple[str, ...]:
        placed = zip(self.parts, answer, strict=True)
        return tuple(f"{part.text} — {self.places[place]}" for part, place in placed)

    def _keyed(self) -> Iterable[tuple[Part, str]]:
        return zip(self.parts, self.right, strict=True)

    def explained(self) -> tuple[tuple[str, str], ...]:
        return tuple((f"{part.text} — {right}", part.feedback) for part, right in self._keyed())

    def key(self) -> tuple[str, ...]:
        letters = dict(zip(self.places, lettered(self.places), strict=True))
        return tuple(
            f"{letters[right]} {part.text}: {part.feedback}" for part, right in self._keyed()
        )

    def offers(self) -> tuple[Offer, ...]:
        return tuple(
            _joined(part, place, place == right)
            for part, right in self._keyed()
            for place in self.places
        )

    def taken(self, answer: list[int]) -> set[int]:
        return {part * len(self.places) + place for part, place in enumerate(answer)}

    def export(self, question: Exported) -> None:
        question.say("shuffleanswers", "true")
        question.whole(self.whole)
        for part, right in self._keyed():
            question.pair(part.text, right)
        for other in self.places:
            if other not in self.right:
                question.pair("", other)

    def hand_over(self, to: Standard) -> bool:
        return to.place(self)


def _joined(part: Part, place: str, key: bool) -> Offer:
    text = f"{part.text} → {place}"
    return Offer(text, key) if key else Offer(text, key, part.misconception, part.feedback)


def lettered(texts: Sequence[str]) -> list[str]:
    """A, B, C: a letter for each text."""
    return [chr(ord("A") + i) for i, _ in enumerate(texts)]


def listed(properties: Schema, required: Iterable[str], *, least: int = 0) -> Schema:
    """The schema of a list of parts, each of exactly these properties."""
    return {
        "type": "array",
        **({"minItems": least} if least else {}),
        "items": {
            "type": "object",
            "required": list(required),
            "properties": properties,
            "additionalProperties": False,
        },
    }


def schema_placed(
    kind: str,
    parts: str,
    text: str,
    place: str,
    *,
    least: int,
    required: tuple[str, ...] = (),
    **more: Json,
) -> Schema:
    """The schema of a kind whose `parts` each have a `text` and the `place` where it belongs.

    more: its other fields; required: those of them that it must have.
    """
    one: Schema = {
        text: {"type": "string", "minLength": 3},
        place: {"type": "string", "minLength": 1},
        "feedback": SCHEMA_FEEDBACK,
        "misconception": {"$ref": "#/$defs/misconception"},
    }
    held: Schema = {parts: listed(one, one, least=least), "feedback": SCHEMA_FEEDBACK}
    return {"properties": {"kind": {"const": kind}, **more, **held}, "required": [*required, *held]}

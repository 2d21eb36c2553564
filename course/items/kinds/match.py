"""Each left-hand text has one right-hand side. An answer: for each pair, the number of a right-hand
side, from 0.

What is offered on the right is every right-hand side and every distractor, once, in the order of
the alphabet.
"""

from typing import ClassVar, Self

from course.doors.shapes import Schema
from course.interface.words import say
from course.items.kinds.kind import Form, Item
from course.items.kinds.parts import Part, Placed, schema_placed

__all__ = ["Match"]


class Match(Placed):
    """Left-hand texts and what each belongs to on the right."""

    name = "match"
    schema: ClassVar[Schema] = schema_placed(
        "match",
        "pairs",
        "left",
        "right",
        least=3,
        distractors={"type": "array", "items": {"type": "string"}},
    )

    @classmethod
    def read(cls, item: Item) -> Self:
        pairs = item["pairs"]
        right = tuple(pair["right"] for pair in pairs if "right" in pair)
        # A sheet names the right-hand sides by themselves, since it does not say which belongs
        # where.
        offered = item.get("rights") or sorted({*right, *item.get("distractors", [])})
        parts = tuple(Part.read(pair, "left") for pair in pairs)
        return cls(parts, tuple(offered), right, item.get("feedback", ""))

    def form(self) -> Form:
        boxes = tuple(part.text for part in self.parts)
        return Form(boxes=boxes, letters=self.places, how=say("kinds.letter_into_box"))

    def public(self) -> dict[str, object]:
        return {"pairs": [{"left": part.text} for part in self.parts], "rights": list(self.places)}

"""Statements are sorted into groups. An answer: the group's number, from 0, for each statement."""

from typing import ClassVar, Self

from course.doors.shapes import Schema
from course.items.kinds.kind import Form, Item
from course.items.kinds.parts import Part, Placed, schema_placed

__all__ = ["Classify"]


class Classify(Placed):
    """Statements and their groups."""

    name = "classify"
    schema: ClassVar[Schema] = schema_placed(
        "classify",
        "statements",
        "text",
        "group",
        least=2,
        groups={"type": "array", "minItems": 2, "items": {"type": "string"}},
        required=("groups",),
    )

    @classmethod
    def read(cls, item: Item) -> Self:
        statements = item["statements"]
        right = tuple(s["group"] for s in statements if "group" in s)
        return cls(
            tuple(map(Part.read, statements)),
            tuple(item["groups"]),
            right,
            item.get("feedback", ""),
        )

    def fault(self) -> str | None:
        strange = [group for group in self.right if group not in self.places]
        return f"{strange[0]!r} is none of its groups" if strange else None

    def form(self) -> Form:
        return Form(boxes=tuple(part.text for part in self.parts), columns=self.places)

    def public(self) -> dict[str, object]:
        return {
            "groups": list(self.places),
            "statements": [{"text": part.text} for part in self.parts],
        }

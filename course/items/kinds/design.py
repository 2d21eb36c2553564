"""A design of reform and the argument for it. An answer: {"sector", "levers", "argument"}."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Self, TypedDict, TypeGuard

from course.doors.shapes import is_list, is_object
from course.items.kinds.kind import Form, Item, Kind

__all__ = ["Design", "are_some"]


def are_some(
    names: object, known: Collection[str] | None = None, most: int | None = None
) -> TypeGuard[list[str]]:
    """A list of different texts, each one of `known` if told, at most `most` of them?"""
    return (
        is_list(names)
        and all(isinstance(name, str) and (known is None or name in known) for name in names)
        and len(set(names)) == len(names)
        and (most is None or len(names) <= most)
    )


class Designed(TypedDict):
    """A sector, the levers that are pulled in it, and why."""

    sector: str
    levers: list[str]
    argument: str


@dataclass(frozen=True)
class Design(Kind[Designed]):
    """A sector, and at most so many levers."""

    sectors: tuple[str, ...]
    levers: tuple[str, ...]
    most: int

    name = "design"
    asked_in = ()  # the designer asks it with inputs of its own

    @classmethod
    def read(cls, item: Item) -> Self:
        return cls(tuple(item["sectors"]), tuple(item["levers"]), item["most"])

    def is_answer(self, answer: object) -> TypeGuard[Designed]:
        return (
            is_object(answer)
            and set(answer) == {"sector", "levers", "argument"}
            and isinstance(answer["argument"], str)
            and isinstance(answer["sector"], str)
            and answer["sector"] in self.sectors
            and are_some(answer["levers"], self.levers, self.most)
        )

    def form(self) -> Form:
        return Form(words=150)

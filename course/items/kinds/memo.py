"""The policy memo of the capstone. An answer: what course/capstone says a memo holds."""

from dataclasses import dataclass
from typing import Any, Self

from course.items.kinds.design import are_some
from course.items.kinds.essay import Essay
from course.items.kinds.kind import Item, is_one_of

__all__ = ["Memo"]

_PARTS = {"country", "figures", "sector", "levers", "held", "answers", "sections", "rubric"}


@dataclass(frozen=True)
class Memo(Essay):
    """asked: the memo as its own page asks it. On a sheet the item says only that it is a memo, and its rubric."""

    asked: Item | None = None

    name = "memo"

    @classmethod
    def read(cls, item: Item) -> Self:
        from course import capstone  # the one kind that is asked by another room

        on_sheet = "sections" not in item
        rubric = tuple(item["rubric"]) if on_sheet else ()
        return cls(rubric, item.get("words"), capstone.item() if on_sheet else item)

    def is_answer(self, answer: object) -> bool:
        item = self.asked or {}
        if not isinstance(answer, dict) or set(answer) != _PARTS | set(item["lines"]):
            return False
        lines = ("country", "sector", *item["lines"])
        return (
            all(isinstance(answer[name], str) for name in lines)
            and answer["sector"] in ("", *item["sectors"])
            and are_some(answer["figures"], most=item["most_figures"])
            and are_some(answer["levers"], item["levers"], item["most"])
            and are_some(answer["held"])
            and _are_words(answer["answers"])
            and _are_words(answer["sections"], item["sections"])
            and _are_levels(answer["rubric"], item["rubric"])
        )

    def said(self, answer: dict[str, Any]) -> tuple[str, ...]:
        return tuple(part for text in answer["sections"].values() for part in super(Essay, self).said(text))

    def public(self) -> dict[str, Any]:
        return {**super().public(), "kind": "memo"}


def _are_words(answer: object, known: Any = None) -> bool:
    """A dict of texts by name, each name one of `known` if told."""
    return isinstance(answer, dict) and all(
        isinstance(text, str) and (known is None or name in known) for name, text in answer.items()
    )


def _are_levels(answer: object, known: dict[str, int]) -> bool:
    return isinstance(answer, dict) and all(
        name in known and is_one_of(range(known[name]), level) for name, level in answer.items()
    )

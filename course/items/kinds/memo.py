"""The policy memo of the capstone, which a person marks. An answer: what course/capstone says a
memo holds.

The memo's own page asks with all that may be chosen; on a sheet the item says only that it is a
memo, and its rubric. There an answer's shape is checked, and what it chose when it is drawn.
"""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Self, TypedDict, TypeGuard

from course.doors.shapes import is_object
from course.items.kinds.design import are_some
from course.items.kinds.essay import ByRubric
from course.items.kinds.kind import Item, is_one_of, paragraphs

__all__ = ["Memo"]

_LINES = {"country", "sector", "to", "from", "what", "towards", "help"}
_FIRST = _LINES | {"figures", "levers", "held", "answers", "sections", "rubric"}
_LATER = {"own", "bears", "options", "choice"}  # what memos of the first year did not hold
_LAST = {"office"}  # and those of the second
_NEWEST = {"rows"}  # and those of the third
_GENERATIONS = (
    _FIRST,
    _FIRST | _LATER,
    _FIRST | _LATER | _LAST,
    _FIRST | _LATER | _LAST | _NEWEST,
)
_LEVELS = 10  # more than any rubric of ours has


Drafted = TypedDict(
    "Drafted",
    {
        "country": str,
        "sector": str,
        "to": str,
        "from": str,
        "what": str,
        "towards": str,
        "help": str,
        "figures": list[str],
        "levers": list[str],
        "held": list[str],
        "answers": dict[str, str],
        "sections": dict[str, str],
        "rubric": dict[str, int],
        "own": dict[str, str],
        "bears": dict[str, str],
        "options": dict[str, str],
        "choice": str,
        "office": dict[str, str],
        "rows": dict[str, str],
    },
)


@dataclass(frozen=True)
class Memo(ByRubric[Drafted]):
    """sectors, levers, sections, criteria (how many levels each has), options, choices, own, office
    and rows are what may be chosen; None: not said here.
    """

    sectors: Collection[str] | None = None
    levers: Collection[str] | None = None
    sections: Collection[str] | None = None
    criteria: dict[str, int] | None = None
    most_figures: int | None = None
    most: int | None = None
    options: Collection[str] | None = None
    choices: Collection[str] | None = None
    own: Collection[str] | None = None
    office: Collection[str] | None = None
    rows: Collection[str] | None = None

    name = "memo"
    is_document = True

    @classmethod
    def read(cls, item: Item) -> Self:
        if "sections" not in item:
            return cls(tuple(item["rubric"]), item.get("words"))
        sectors, levers, sections = (item[name] for name in ("sectors", "levers", "sections"))
        options, choices = item["options"], item["choices"]
        return cls(
            (),
            None,
            sectors,
            levers,
            sections,
            item["rubric"],
            item["most_figures"],
            item["most"],
            options,
            choices,
            item["own"],
            item["office"],
            item["rows"],
        )

    def is_answer(self, answer: object) -> TypeGuard[Drafted]:
        return (
            is_object(answer)
            and set(answer) in _GENERATIONS
            and all(isinstance(answer[name], str) for name in _LINES)
            and (self.sectors is None or answer["sector"] in ("", *self.sectors))
            and are_some(answer["figures"], most=self.most_figures)
            and are_some(answer["levers"], self.levers, self.most)
            and are_some(answer["held"])
            and _are_words(answer["answers"])
            and _are_words(answer["sections"], self.sections)
            and self._are_levels(answer["rubric"])
            and self._is_later(answer)
        )

    def _is_later(self, answer: Mapping[str, object]) -> bool:
        """Has it what memos hold now, if it has any of it?"""
        if "choice" not in answer:
            return True
        choice = answer["choice"]
        return (
            isinstance(choice, str)
            and (self.choices is None or choice in self.choices)
            and _are_words(answer["own"], self.own)
            and _are_words(answer["bears"])
            and _are_words(answer["options"], self.options)
            and _are_words(answer.get("office", {}), self.office)
            and _are_words(answer.get("rows", {}), self.rows)
        )

    def _are_levels(self, answer: object) -> bool:
        known = self.criteria
        return is_object(answer) and all(
            (known is None or name in known)
            and is_one_of(level, range(known[name] if known else _LEVELS))
            for name, level in answer.items()
        )

    def said(self, answer: Drafted) -> tuple[str, ...]:
        texts = [*answer["sections"].values()]
        for later in ("options", "own", "bears", "office", "rows"):
            texts += answer.get(later, {}).values()
        return tuple(part for text in texts for part in paragraphs(text))

    def public(self) -> dict[str, object]:
        return {**super().public(), "kind": "memo"}


def _are_words(answer: object, known: Collection[str] | None = None) -> bool:
    """A dict of texts by name, each name one of `known` if told."""
    return is_object(answer) and all(
        isinstance(text, str) and (known is None or name in known) for name, text in answer.items()
    )

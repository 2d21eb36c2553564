"""What a room can be asked: predictions, choices, numbers and orders of each chapter,
and the situations of the Desk.

A phone gets an item as a student has it, without its key; a situation becomes a plain choice, for
reasons in words are never collected.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypedDict

from course import _places
from course.interface.words import say
from course.items import kinds, questions, situations
from course.items.kinds import Item

__all__ = [
    "KINDS",
    "Asked",
    "Plan",
    "Reason",
    "Step",
    "everything",
    "groups",
    "has_answer",
    "letter",
    "part_of",
    "plans",
    "reasons",
]

KINDS = tuple(name for name, kind in kinds.KINDS.items() if kind.counted)


@dataclass(frozen=True)
class Asked:
    """One question: its id, the heading it stands under, the item as a phone has it, the item
    with its key, and the interactive behind it, if a figure is.
    """

    id: str
    group: str
    part: str
    public: Item
    keyed: Item
    opens: str


class Reason(TypedDict):
    """What can be answered, right or wrong, and why. letter: as page and phone have it, or ""."""

    letter: str
    text: str
    why: str
    right: bool


class Step(TypedDict):
    """What to ask at a minute of a seminar, and why."""

    minute: int
    question: str


class Plan(TypedDict):
    """A seminar of the instructor's guide, with its questions by the minute."""

    title: str
    steps: list[Step]


def _public(item: Item) -> Item:
    kind = kinds.of(item)
    has_order = "shown" in item and kind.counted == "options"
    return {
        "id": item["id"],
        "kind": item["kind"],
        "stem": item["stem"],
        **({"shown": item["shown"]} if has_order else {}),
        **kind.public(),
    }


def _of_chapter(chapter: str) -> Iterator[Asked]:
    title = questions.title(chapter)
    for part in ("predictions", "questions"):
        for item in questions.of_chapter(chapter, part):
            if kinds.of(item).counted:
                opens = item.get("opens", "")
                yield Asked(item["id"], title, part, _public(item), item, opens)


def _situations() -> Iterator[Asked]:
    for name in situations.SITTINGS:
        sitting = situations.sitting(name)
        for one in sitting["situations"]:
            options = [{"text": option["text"]} for option in one["options"]]
            item = {"id": one["id"], "kind": "choice", "stem": one["stem"], "options": options}
            yield Asked(one["id"], sitting["title"], "situations", item, item, "")


@cache
def everything() -> dict[str, Asked]:
    """All that can be asked: {id: Asked}, by chapter, in teaching order."""
    ordered = sorted(questions.chapters(), key=questions.title)
    asked = [one for chapter in ordered for one in _of_chapter(chapter)]
    return {one.id: one for one in [*asked, *_situations()]}


def groups() -> dict[str, list[Asked]]:
    """The same by heading: a chapter, or a sitting at the Desk."""
    found: dict[str, list[Asked]] = {}
    for one in everything().values():
        found.setdefault(one.group, []).append(one)
    return found


@cache
def plans() -> list[Plan]:
    """The seminars of the instructor's guide, each with what to ask at which minute."""
    path = _places.PACKAGE / "live" / "seminars.json"
    return json.loads(path.read_text(encoding="utf-8"))


def letter(place: int) -> str:
    """A for the first of what is shown, B for the next."""
    return chr(ord("A") + place)


def has_answer(asked: Asked) -> bool:
    """Can a key or a figure tell? At the Desk none can: no answer is right."""
    return asked.part != "situations"


def reasons(asked: Asked) -> list[Reason]:
    """What the key says of each answer, in the order in which it is shown; nothing where no key can
    tell.
    """
    if not has_answer(asked):
        return []
    public, kind = asked.public, kinds.of(asked.keyed)
    solved = [text for text, _ in kind.solution()]
    if "options" in public:
        return [
            {
                "letter": letter(place),
                "text": text,
                "why": why,
                "right": text in solved,
            }
            for place, (text, (_, why)) in enumerate(
                zip(kind.offered(), kind.explained(), strict=True)
            )
        ]
    steps = [step["text"] for step in public.get("steps", [])]
    lettered = {text: letter(place) for place, text in enumerate(steps)}
    return [
        {
            "letter": lettered.get(text.partition(" ")[2], ""),
            "text": text,
            "why": why,
            "right": True,
        }
        for text, why in kind.explained()
    ]


def part_of(asked: Asked) -> str:
    """What sort of question it is, in a word for the lecturer."""
    if asked.part == "predictions":
        return say("live.prediction")
    return say("live.situation") if asked.part == "situations" else say("live.question")

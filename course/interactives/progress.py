"""What is done and what to revisit; and the answers themselves: to take along,
to bring back, to delete.
"""

import re
from typing import TypedDict

from course import _places
from course.evidence.cards import verdicts
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Column, Paper, Row, Said, Table
from course.interface.words import say
from course.items import questions, rooms
from course.items.questions import Part

__all__ = ["paper", "progress"]

_PARTS: dict[Part, str] = {
    "predictions": "progress.predictions",
    "questions": "progress.questions",
    "reflections": "progress.reflections",
}


class Entry(TypedDict):
    """An item of which the browser says how it went. part: predictions,
    questions or reflections.
    """

    id: str
    part: str
    stem: str


class Chapter(TypedDict):
    """What a chapter asks, under its title. stem: the name of the file
    that asks its questions, without an ending.
    """

    title: str
    stem: str
    items: list[Entry]


class Content(TypedDict):
    """The chapters in their order."""

    chapters: list[Chapter]


def _asked(chapter: str) -> list[Entry]:
    return [
        {"id": item["id"], "part": part, "stem": item["stem"]}
        for part in _PARTS
        for item in questions.of_chapter(chapter, part)
    ]


def _room(room: rooms.Room) -> Chapter:
    """A room of evidence: its predictions, and what is written there."""
    weighed = [verdicts.item(one["card"], one.get("country")) for one in room["weighed"]]
    parts = {
        "predictions": rooms.predictions(room),
        "reflections": [
            item for pair in zip(rooms.yardsticks(room), weighed, strict=True) for item in pair
        ],
    }
    items: list[Entry] = [
        {"id": item["id"], "part": part, "stem": item["stem"]}
        for part, several in parts.items()
        for item in several
    ]
    return {"title": room["title"], "stem": _stem(room["title"]), "items": items}


def _stem(title: str) -> str:
    """The file of the last chapter that the title numbers: "10 and 11 The model lab" is asked in
    11.
    """
    number = re.findall(r"\b\d\d\b", title)[-1]
    return next((file.stem for file in _places.shipped_notebooks().glob(f"{number}-*.ipynb")), "")


def progress() -> Interactive:
    """What each chapter and each room asks, in the order of the chapters."""
    in_order = sorted(questions.chapters(), key=questions.title)  # a title begins with its number
    chapters: list[Chapter] = [
        {"title": title, "stem": _stem(title), "items": _asked(chapter)}
        for chapter, title in ((c, questions.title(c)) for c in in_order)
    ]
    chapters += map(_room, rooms.rooms())
    content: Content = {"chapters": sorted(chapters, key=lambda one: one["title"])}
    return made("progress", "progress", content)


def paper(content: Content) -> Paper:
    """How much there is to do, chapters by kinds of work, with room to tick it off."""
    columns = tuple(map(Column, (say("progress.chapter"), *map(say, _PARTS.values()))))
    rows = tuple(
        Row(tuple(Said(_boxes(chapter, part)) for part in _PARTS), head=chapter["title"])
        for chapter in content["chapters"]
    )
    return Paper((Said(lead=say("progress.to_do")), Table(columns, rows)))


def _boxes(chapter: Chapter, part: str) -> str:
    """A box an item, in fives."""
    n = sum(item.get("part") == part for item in chapter["items"])
    return " ".join("\N{WHITE SQUARE}" * min(5, n - at) for at in range(0, n, 5))

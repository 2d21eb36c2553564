"""What is done and what to revisit; and the answers themselves: to take along, to bring back, to delete."""

from typing import TypedDict

from course.interactives.interactive import Interactive, made
from course.interactives.paper import Listed, Paper, Said
from course.interface.words import say
from course.items import questions

__all__ = ["paper", "progress"]


class Entry(TypedDict):
    """An item of which the browser says how it went."""

    id: str
    kind: str
    stem: str
    prediction: bool


class Chapter(TypedDict):
    """What a chapter asks, under its title."""

    title: str
    items: list[Entry]


class Content(TypedDict):
    """The chapters in their order."""

    chapters: list[Chapter]


def _asked(chapter: str) -> list[Entry]:
    parts = ("questions", "predictions", "reflections")
    return [
        {"id": item["id"], "kind": item["kind"], "stem": item["stem"], "prediction": part == "predictions"}
        for part in parts
        for item in questions.of_chapter(chapter, part)
    ]


def progress() -> Interactive:
    """What each chapter asks, in the order of the chapters."""
    in_order = sorted(questions.chapters(), key=questions.title)  # a title begins with its number
    content: Content = {"chapters": [{"title": questions.title(c), "items": _asked(c)} for c in in_order]}
    return made("progress", "progress", content)


def paper(content: Content) -> Paper:
    """How much there is to do."""
    counts = tuple(
        (Said(say("progress.things", title=c["title"], n=len(c["items"]))),) for c in content["chapters"]
    )
    return Paper((Said(lead=say("progress.to_do")), Listed(counts)))

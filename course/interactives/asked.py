"""One item of an assignment's sheet: asked and kept, never explained; the marking explains."""

from typing import Any

from course.interactives.interactive import Interactive, made
from course.interactives.paper import Asked, Paper
from course.items.kinds import Item

__all__ = ["asked", "paper"]


def asked(item: Item) -> Interactive:
    """An item of a sheet, as its items.json has it."""
    return made("asked", item["id"], {"items": [item], "sheet": True})


def paper(content: dict[str, Any]) -> Paper:
    """Stem and what is offered."""
    return Paper(tuple(Asked(item, explained=False) for item in content["items"]), "answer it")

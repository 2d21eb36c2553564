"""A notebook as the rules of style read it: its prose, its sentences, its cells of code."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from course import _places

__all__ = ["Cell", "Chapter", "chapters", "count"]

_GUESS = "course.predict("
# what shows a card, or asks for a verdict on one: a chapter's cell, the steps of a room, all cards
_OF_CARD = re.compile(
    r"course\.(?:(?:weigh|yardstick|verdict)\(\"(?P<card>[^\"]+)"
    r"|predict\(\"room-(?P<asked>[a-z0-9-]+?)(?:-[A-Z]{3})?\"|synthesis\()"
)


@dataclass(frozen=True)
class Cell:
    """A cell with its number in the notebook, counted from 1."""

    number: int
    source: str
    metadata: dict[str, object]
    outputs: str

    @property
    def lines(self) -> int:
        return self.source.strip().count("\n") + 1

    @property
    def is_folded(self) -> bool:
        """In JupyterLab (source_hidden) and elsewhere (the tag hide-input)?"""
        jupyter, tags = self.metadata.get("jupyter"), self.metadata.get("tags")
        hidden = isinstance(jupyter, dict) and bool(jupyter.get("source_hidden"))
        return hidden and isinstance(tags, list) and "hide-input" in tags


@dataclass(frozen=True)
class Chapter:
    """A notebook of the course."""

    path: Path

    @property
    def place(self) -> str:
        return f"notebooks/{self.path.name}"

    def at(self, cell: Cell) -> str:
        return f"{self.place}, cell {cell.number}"

    @cached_property
    def cells(self) -> list[tuple[str, Cell]]:
        """Each with its kind ("markdown" or "code"), in order."""
        book = json.loads(self.path.read_text(encoding="utf-8"))
        return [
            (
                one["cell_type"],
                Cell(n, "".join(one["source"]), one["metadata"], json.dumps(one.get("outputs"))),
            )
            for n, one in enumerate(book["cells"], 1)
        ]

    @cached_property
    def code(self) -> list[Cell]:
        return [cell for kind, cell in self.cells if kind == "code"]

    @cached_property
    def prose(self) -> str:
        """Its cells of text, without the marks of what is folded away."""
        text = "\n\n".join(cell.source for kind, cell in self.cells if kind == "markdown")
        return re.sub(r"</?(?:details|summary)>", "", text)

    def beside_cards(self) -> Iterator[Cell]:
        """The cells of prose that stand next to an evidence card."""
        return (cell for cell, _ in self.cards_beside())

    def cards_beside(self) -> Iterator[tuple[Cell, list[str]]]:
        """Those cells, each with the names of the cards before and behind it (none, where all cards
        stand on one page); what asks for a guess in between does not part them, unless a room asks
        it of a card.
        """
        row = [(k, c) for k, c in self.cells if _GUESS not in c.source or _OF_CARD.search(c.source)]
        for before, (kind, cell), after in zip([None, *row], row, [*row[1:], None], strict=False):
            beside = " ".join(one[1].source for one in (before, after) if one and one[0] == "code")
            found = list(_OF_CARD.finditer(beside))
            if kind == "markdown" and found:
                names = [name for one in found if (name := one["card"] or one["asked"])]
                yield cell, list(dict.fromkeys(names))

    @property
    def card(self) -> str:
        """The first cell of prose, which lists the objectives."""
        return next(cell.source for kind, cell in self.cells if kind == "markdown")

    @property
    def begins_with_code(self) -> bool:
        return self.cells[0][0] == "code"

    def sentences(self) -> Iterator[str]:
        """Sentences of running prose: no headings, tables, lists of sources."""
        for block in re.split(r"\n\s*\n|\n(?=\d\. |- )", self.prose.split("## Sources")[0]):
            if not block.startswith(("#", "|")):
                plain = re.sub(r"[*_`>]|\]\([^)]*\)|\[", "", block)
                yield from (s for s in re.split(r"(?<=[.?!:])\s+", plain) if count(s) > 1)


def chapters() -> list[Chapter]:
    """Every notebook of the course, in order."""
    return [Chapter(path) for path in sorted(_places.shipped_notebooks().glob("*.ipynb"))]


def count(text: str) -> int:
    """How many words a text has, the targets of its links left out."""
    return len(re.findall(r"[A-Za-z0-9'\u2019-]+", re.sub(r"\]\([^)]*\)", "]", text)))

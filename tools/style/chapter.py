"""A notebook as the rules of style read it: its prose, its sentences, its cells of code."""

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from course import _places

__all__ = ["Cell", "Chapter", "chapters", "count"]


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

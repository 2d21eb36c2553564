"""An interactive as it stands on paper: blocks in order, with no markup. Templates make a twin, a
handout, a slide of them.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from course.items.kinds import Item

__all__ = [
    "Asked",
    "Block",
    "Column",
    "Drawn",
    "Folded",
    "Listed",
    "Paper",
    "Pictured",
    "Row",
    "Said",
    "Section",
    "Table",
    "Tallied",
    "Weighed",
    "Years",
    "facts",
]


@dataclass(frozen=True)
class Said:
    """A paragraph. lead stands before it in bold, as a heading of its own or as the beginning of
    the sentence.

    quiet: small print that stands behind; aside: words of the course beside the quoted ones, in
        italics.
    """

    text: str = ""
    lead: str = ""
    aside: str = ""
    quiet: str = ""


@dataclass(frozen=True)
class Listed:
    """A list: each entry is a row of blocks."""

    entries: tuple[tuple["Block", ...], ...]
    ordered: bool = False

    @property
    def asks(self) -> bool:
        """Is it a list of questions?"""
        return all(isinstance(block, Asked) for entry in self.entries for block in entry)


@dataclass(frozen=True)
class Column:
    """A column of a Table. code: its cells are names of a program's kind."""

    title: str
    code: bool = False


@dataclass(frozen=True)
class Row:
    """A row of a Table: its cells, of one paragraph or of several. head: what it is about; alone,
    it heads the rows that follow.
    """

    cells: tuple[Said | tuple[Said, ...], ...]
    head: str = ""


@dataclass(frozen=True)
class Table:
    """Rows under columns. long: many rows of few columns, which paper may set in two."""

    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    long: bool = False


@dataclass(frozen=True)
class Folded:
    """Blocks behind a summary: a page opens them by a tap, paper shows them."""

    summary: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Section:
    """Blocks that belong together under a heading: a dimension of the comparison, say."""

    heading: str
    note: str
    blocks: tuple["Block", ...]


@dataclass(frozen=True)
class Asked:
    """An item to answer. label: what a sheet of paper says before it; explained:
    its answers may be folded behind it.
    """

    item: Item
    label: str = ""
    explained: bool = True


@dataclass(frozen=True)
class Weighed:
    """What an evidence card says beside its chart: the badge of its verdict, what the chart shows,
    what all choices say, and what a page folds. question: what the card asks; beside: the clauses
    that end the verdict's sentence; brief: the same without error rates.
    """

    verdict: str
    word: str
    sign: str
    beside: tuple[str, ...]
    brief: tuple[str, ...]
    said: str
    reason: str
    question: str
    judged: tuple[Said, ...]
    asked: str
    choices: tuple[Said, ...]
    beware: tuple[str, ...]

    def waiting(self) -> "Weighed":
        """The same without its verdict, for a reader who is to write hers first."""
        asked = tuple(one for one in self.choices if one.lead)  # what has no lead tells the finding
        return replace(
            self, verdict="", word="", sign="", beside=(), brief=(), reason="", choices=asked
        )


@dataclass(frozen=True)
class Drawn:
    """A chart at its outset: the figure as plain JSON (its words in layout.meta),
    what stands above it, what below.
    """

    figure: Mapping[str, Any]
    before: tuple[Said, ...] = ()
    notes: tuple[Said, ...] = ()
    weighed: Weighed | None = None

    def waiting(self) -> "Drawn":
        """The same; of a card, its question for its finding, and no verdict and no notes on it."""
        if self.weighed is None:
            return self
        layout = self.figure["layout"]
        meta = {**layout["meta"], "title": self.weighed.question}
        figure = {**self.figure, "layout": {**layout, "meta": meta}}
        return replace(self, figure=figure, notes=(), weighed=self.weighed.waiting())


@dataclass(frozen=True)
class Pictured:
    """A drawing of signs and lines, as plain JSON that course.charts.still can draw;
    its words stand beside it.
    """

    drawing: Mapping[str, Any]


@dataclass(frozen=True)
class Years:
    """A strip of years to scale with what stands on it (course/interactives/accounts.py), drawn
    where a chart is drawn.

    said: what it shows; key: how it is read.
    """

    strip: Mapping[str, Any]
    rows: Sequence[Mapping[str, Any]]
    said: str
    key: str


@dataclass(frozen=True)
class Tallied:
    """Claims and the verdicts that their readings have. kinds: mappings of a verdict's name, word
    and sign; rows: (id, words, how many readings have each kind of verdict, in their order).
    """

    kinds: tuple[Mapping[str, Any], ...]
    rows: tuple[tuple[str, str, tuple[int, ...]], ...]


Block = Said | Listed | Table | Folded | Section | Asked | Drawn | Pictured | Tallied | Years


@dataclass(frozen=True)
class Paper:
    """blocks in order; live: what may be done where it is live, such as "move it"; empty if nothing
    may.
    """

    blocks: tuple[Block, ...] = ()
    live: str = ""

    def waiting(self) -> "Paper":
        """The same, each card in it without its verdict."""
        kept = (one.waiting() if isinstance(one, Drawn) else one for one in self.blocks)
        return replace(self, blocks=tuple(kept))


def facts(pairs: Iterable[Sequence[str]]) -> tuple[Said, ...]:
    """(heading, text) as paragraphs, each with its heading."""
    return tuple(Said(text, lead=heading) for heading, text in pairs)

"""The card of a thinker, or of a work of the field around the paper."""

from dataclasses import dataclass

from course import paper
from course.errors import unknown
from course.interface.words import say

__all__ = ["FieldCard", "field_card"]


@dataclass(frozen=True)
class FieldCard:
    """What a card of the field says: a heading, its lines, and in small print what it rests on."""

    heading: str
    lines: tuple[str, ...]
    note: str


def field_card(kind: str, name: str) -> FieldCard:
    """The card of a "thinker" or a "work", by its id. Raises CourseError, naming the nearest, if
    there is none.
    """
    known = paper.thinkers() if kind == "thinker" else paper.works()
    if name not in known:
        raise unknown(kind, name, known)
    row = known[name]
    if kind == "work":
        return FieldCard(
            paper.short(row["cited_as"]), (row["cited_as"],), say("cards.seen", where=row["seen"])
        )
    lines = (
        row["idea"],
        say("cards.objection", text=row["objection"]),
        say("cards.in_pakistan", text=row["pakistan"]),
    )
    rests = "; ".join(
        paper.short(paper.works()[key]["cited_as"]) for key in row["works"].split(";")
    )
    return FieldCard(row["name"], lines, say("cards.after", works=rests))

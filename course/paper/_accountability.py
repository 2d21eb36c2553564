"""Who answers to whom: actors, and the lines between them in each state. Each line rests on claims,
or says that it is inferred.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from course.record import data

__all__ = ["RELATIONS", "Actor", "Line", "State", "actors", "states"]

RELATIONS = ("commands", "answers", "pays", "leaves")


@dataclass(frozen=True)
class Actor:
    """An actor with its sign and its place, in pixels, in a wide and in a narrow picture.
    many: is the word a plural?
    """

    id: str
    word: str
    sign: str
    wide: tuple[float, float]
    narrow: tuple[float, float]
    many: bool = False


@dataclass(frozen=True)
class Line:
    """one stands in a relation (of RELATIONS) to other.

    claims: those of the text that it rests on; inferred: what we added to them; source: whose
        account it is, if not the text's.
    """

    one: str
    relation: str
    other: str
    claims: tuple[str, ...] = ()
    inferred: str = ""
    source: str = ""

    @property
    def key(self) -> str:
        """The same for the same line in every state."""
        return f"{self.one} {self.relation} {self.other}"


@dataclass(frozen=True)
class State:
    """Lines that hold together, with the sentence that says what they show. gone:
    lines whose want the text speaks of.
    """

    id: str
    name: str
    says: str
    lines: tuple[Line, ...]
    colour: str = "ink"
    gone: tuple[Line, ...] = ()

    @classmethod
    def of(cls, told: Mapping[str, Any]) -> "State":
        """The State of an entry of accountability.yaml,
        or of a file of one's own that was checked.
        """
        parts = {name: told[name] for name in ("id", "name", "says", "colour") if name in told}
        return cls(lines=_lines(told["lines"]), gone=_lines(told.get("gone", ())), **parts)


def _lines(told: Sequence[Mapping[str, Any]]) -> tuple[Line, ...]:
    return tuple(
        Line(
            one["from"],
            one["relation"],
            one["to"],
            tuple(one.get("claims", ())),
            one.get("inferred", ""),
            one.get("source", ""),
        )
        for one in told
    )


@cache
def _told() -> Any:
    return data.parsed(data.text("accountability"), "datasets/accountability.yaml")


@cache
def actors() -> dict[str, Actor]:
    """{id: Actor}, in the order of the list. Read it; do not change it."""
    return {
        one["id"]: Actor(**{**one, "wide": tuple(one["wide"]), "narrow": tuple(one["narrow"])})
        for one in _told()["actors"]
    }


@cache
def states() -> dict[str, State]:
    """{id: State}: the three paradigms and Pakistan, as the text sees them. Read it;
    do not change it.
    """
    return {one["id"]: State.of(one) for one in _told()["states"]}

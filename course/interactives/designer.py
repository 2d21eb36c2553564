"""The reform designer: a sector, at most four levers, and what they meet there. No total."""

from collections.abc import Iterator
from typing import Any

from course import reform
from course.errors import unknown
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Column, Folded, Listed, Paper, Row, Said, Table

__all__ = ["designer", "paper"]

_SIGNS = {"bites": "●", "weak": "○", "silent": "·"}
_HOW = (
    "Levers of reform, and the tensions that each meets: ● bites, ○ mild, · no ground to say. "
    "How hard one bites in a sector is the course's judgement, but for what the text says of law-run and managed fields "
    "(TN-26)."
)


def designer(sector: str) -> Interactive:
    """The designer, opened in `sector`. Raises CourseError, naming the nearest, if there is none of that name."""
    if sector not in reform.SECTORS:
        raise unknown("sector", sector, reform.SECTORS)
    return made("designer", sector, {"items": [reform.item()], "sector": sector, "reform": reform.tables()})


def _rows(known: dict[str, Any]) -> Iterator[Row]:
    for lever, name in known["levers"].items():
        yield Row((), head=name)
        for key, tension in known["tensions"].items():
            if tension["lever"] != lever:
                continue
            judged = "" if tension["basis"] == "stated" else " (our judgement)"
            told = f"{key}{judged}: {tension['trigger']} → {tension['consequence']}"
            forces = (Said(_SIGNS[tension["sectors"][sector][0]]) for sector in known["sectors"])
            yield Row((Said(told), *forces))


def paper(content: dict[str, Any]) -> Paper:
    """Each lever's tensions, with how hard each bites in the six sectors."""
    known = content["reform"]
    columns = (Column("Tension"), *map(Column, known["sectors"].values()))
    needs = tuple(
        (Said(f"{row['name']} ({', '.join(row['claims'])})"),) for row in known["preconditions"].values()
    )
    return Paper(
        (
            Said(_HOW),
            Table(columns, tuple(_rows(known))),
            Folded("What must be there first", (Listed(needs),)),
        ),
        "design here",
    )

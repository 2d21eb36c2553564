"""The reform designer: a sector, at most four levers, what they meet there and where each was
tried. No total.
"""

from collections.abc import Iterator

from course import paper as text
from course.capstone import reform
from course.capstone.tables import Tables
from course.errors import unknown
from course.interactives.asking import Asking
from course.interactives.interactive import Interactive, made
from course.interactives.paper import Column, Folded, Listed, Paper, Row, Said, Table
from course.interface.words import say

__all__ = ["designer", "paper"]

_SIGNS = {"bites": "●", "weak": "○", "silent": "·"}


class Content(Asking):
    """items: the design and its argument; sector: where it opens; tried: {lever: where Pakistan
    tried it}.
    """

    sector: str
    reform: Tables
    tried: dict[str, text.Tried]


def designer(sector: str) -> Interactive:
    """The designer, opened in `sector`. Raises CourseError, naming the nearest,
    if there is none of that name.
    """
    if sector not in reform.SECTORS:
        raise unknown("sector", sector, reform.SECTORS)
    content: Content = {
        "items": [reform.item()],
        "sector": sector,
        "reform": reform.tables(),
        "tried": text.tried(),
    }
    return made("designer", sector, content)


def _rows(known: Tables) -> Iterator[Row]:
    for lever, name in known["levers"].items():
        yield Row((), head=name)
        for key, tension in known["tensions"].items():
            if tension["lever"] != lever:
                continue
            judged = "" if tension["basis"] == "stated" else f" {say('designer.our_judgement')}"
            told = f"{key}{judged}: {tension['trigger']} → {tension['consequence']}"
            forces = (Said(_SIGNS[tension["sectors"][sector][0]]) for sector in known["sectors"])
            yield Row((Said(told), *forces))


def paper(content: Content) -> Paper:
    """Each lever's tensions, with how hard each bites in the six sectors."""
    known = content["reform"]
    columns = (Column(say("designer.tension")), *map(Column, known["sectors"].values()))
    needs = tuple(
        (Said(f"{row['name']} ({', '.join(row['claims'])})"),)
        for row in known["preconditions"].values()
    )
    cases = tuple(
        (Said(row["found"], lead=known["levers"][lever], quiet=row["works"]),)
        for lever, row in content["tried"].items()
    )
    return Paper(
        (
            Said(say("designer.how")),
            Table(columns, tuple(_rows(known))),
            Folded(say("designer.tried"), (Listed(cases),)),
            Folded(say("designer.first"), (Listed(needs),)),
        ),
        say("paper.designer_live"),
    )

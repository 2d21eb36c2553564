"""What a memo quotes, as a short list at its end: title, year and where it is found."""

import re
from collections.abc import Iterator, Mapping

from course.capstone.check import bearing
from course.capstone.lines import line, sentence
from course.capstone.rows import rows
from course.capstone.words import words
from course.items.kinds.memo import Drafted

__all__ = ["sources"]

_Told = Mapping[str, str]


def _own(memo: Drafted, told: _Told) -> Iterator[list[str]]:
    """The writer's own count: of which year, and from which book."""
    counted, when, source = (line(memo["own"].get(p, "")) for p in ("counted", "when", "source"))
    if source:
        title = f"{told['own']}: {counted}" if counted else told["own"]
        years = re.findall(told["year_said"], when)
        yield [title, ", ".join(dict.fromkeys(years)) or told["none"], sentence(source)]


def _figures(memo: Drafted) -> Iterator[list[str]]:
    """The tables behind the figures that bear on the matter."""
    for figure in bearing(memo):
        yield from (entry.split("|") for entry in figure["listed"].split("\n"))


def _laws(memo: Drafted, told: _Told) -> Iterator[list[str]]:
    """The laws that stand with their year in a section or in the form."""
    forms = (("rule", told["law_signed"]), ("power", told["order"]))
    places = [(title, line(memo["office"].get(part, ""))) for part, title in forms]
    sections = [(s["title"], line(memo["sections"].get(s["id"], ""))) for s in words()["sections"]]
    for title, text in [*sections, *places]:
        for name, year in re.findall(told["law_said"], text):
            yield [name, year, told["law_where"].format(title=title)]


def sources(memo: Drafted, told: _Told) -> list[list[str]]:
    """Rows of title, year and where: the writer's own count, the tables of the figures, what the
    writer names, the laws. What stands twice is told once.
    """
    parts = words()["rows"]["work"]["parts"]
    named = [[row[part] or told["none"] for part in parts] for row in rows(memo, "work")]
    found = [*_own(memo, told), *_figures(memo), *named, *_laws(memo, told)]
    first: dict[tuple[str, str], list[str]] = {}
    for row in found:
        first.setdefault((row[0], row[1]), row)
    return list(first.values())

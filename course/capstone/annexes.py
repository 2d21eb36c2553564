"""What stands behind the first page: the draft order with its own number and signature, the
evidence whole, the risks with what answers them, and the sources.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from course.capstone import form
from course.capstone.check import bearing, bites
from course.capstone.lines import line, paragraphs, sentence
from course.capstone.sources import sources
from course.capstone.words import words
from course.items.kinds.memo import Drafted

__all__ = ["annexes"]

_Told = Mapping[str, str]
_CHECKED = ("when", "drawn", "source", "doubt")


def _written(memo: Drafted, place: str, told: _Told) -> Iterator[list[Any]]:
    """The sections of an annex, each under its title."""
    for section in words()["sections"]:
        if section["place"] == place:
            yield ["heading", section["title"]]
            said = paragraphs(memo["sections"].get(section["id"], ""))
            yield from (["words", text] for text in said)
            if not said:
                yield ["quiet", told["empty"]]


def _order(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    yield ["annex", told["annex_order"], True]
    yield from form.stamp(memo, told)
    yield from form.order(memo, told)


def _own(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    own = {part: line(text) for part, text in memo["own"].items()}
    own["drawn"] = words()["draws"].get(own.get("drawn", ""), "")
    if not any(own.values()):
        return
    said = {part: own.get(part) or told["none"] for part in ("counted", "found", "of")}
    yield ["heading", told["own"]]
    yield ["words", sentence(told["own_count"].format(**said))]
    rows = [[told[f"own_{part}"], sentence(own.get(part, "")) or told["none"]] for part in _CHECKED]
    yield ["list", rows]


def _figures(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    """The figures that are said to bear on the matter; no other belongs on a file."""
    had = bearing(memo)
    if not had:
        return
    yield ["heading", told["of_country"]]
    head = [told[key] for key in ("shown", "estimate", "interval", "bears")]
    rows = [
        [f["found"], told["measured"].format(**f), f["interval"], line(memo["bears"][f["key"]])]
        for f in had
    ]
    yield ["table", head, rows]


def _evidence(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    yield ["annex", told["annex_evidence"], True]
    yield from _own(memo, told)
    yield from _written(memo, "evidence", told)
    yield from _figures(memo, told)


def _risks(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    """The risk in the writer's own words, and how each other is met, after what it is: an answer
    alone says nothing. The course's numbers for them, and what is left open, are for the class.
    """
    yield ["annex", told["annex_tensions"], False]
    yield from _written(memo, "tensions", told)
    met = [[entry["consequence"], line(entry["answer"])] for entry in bites(memo)]
    if answered := [[risk, answer] for risk, answer in met if answer]:
        yield ["list", answered]


def _sources(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    found = sources(memo, told)
    head = [told[f"work_{part}"] for part in ("title", "year", "where")]
    yield ["annex", told["annex_sources"], False]
    yield ["table", head, found] if found else ["quiet", told["no_sources"]]


def annexes(memo: Drafted, told: _Told) -> list[list[Any]]:
    """The draft order, on a sheet of its own; the writer's own count and the figures of the
    country, with all that a reader may check; the risks; the sources.
    """
    return [
        *_order(memo, told),
        *_evidence(memo, told),
        *_risks(memo, told),
        *_sources(memo, told),
    ]

"""Places in a row, each with its sign, what is piled under it, and a word: desks,
clinics, offices, lanes.
"""

from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from math import floor

from course.charts.pictures.marks import (
    GAP,
    TEXT,
    Laid,
    Look,
    Mark,
    Rule,
    Sign,
    Tone,
    Word,
    near,
    wide,
)

__all__ = ["Pile", "Place", "Places", "laid"]


@dataclass(frozen=True)
class Pile:
    """n small signs of one kind."""

    n: int
    sign: str
    tone: Tone = "quiet"
    look: Look = "solid"


@dataclass(frozen=True)
class Place:
    """A sign (none, if empty), the piles under it, and a word below (none, if empty)."""

    sign: str
    word: str = ""
    piles: tuple[Pile, ...] = ()
    tone: Tone = "ink"
    look: Look = "solid"


@dataclass(frozen=True)
class Places:
    """Places from left to right, in as many rows as they need. size: of a sign; small: of one in a
    pile; across: so many of a pile in a row.

    to: where all this leads: arrows go from each place to the next, and from the last to this sign.
    counts: where places are alike but for the number in their one pile, those numbers; the last
        place then stands for all that are left.
    """

    places: tuple[Place, ...]
    counts: tuple[int, ...] = ()
    size: float = 30
    small: float = 10
    across: int = 3
    to: str = ""
    band: str = "places"


def _all(band: Places) -> tuple[Place, ...]:
    if not band.counts:
        return band.places
    last = len(band.places) - 1
    like = (band.places[min(i, last)] for i in range(len(band.counts)))
    return tuple(
        replace(one, piles=(replace(one.piles[0], n=n),))
        for one, n in zip(like, band.counts, strict=True)
    )


def _starts(place: Place) -> list[int]:
    """After how many signs each pile begins; and the end."""
    return list(accumulate((pile.n for pile in place.piles), initial=0))


def laid(band: Places, width: float) -> Laid:
    """The marks at a width: all places are as wide as the widest,
    and the words of a row stand on one line.
    """
    tiny, places = band.small + 2, _all(band)
    if band.to:
        places = (*places, Place(band.to, tone="own"))
    words = [wide(place.word) for place in places]
    cell = max(band.size, band.across * tiny - 2, *words) + GAP
    each = max(1, min(len(places), floor((width + GAP) / cell)))
    if band.to:  # rows are about as long, so that the end never stands alone
        each = -floor(len(places) / floor(-len(places) / each))
    marks: list[Mark] = []
    top = 0.0
    for start in range(0, len(places), each):
        row = places[start : start + each]
        begins = [_starts(place) for place in row]
        foot = max(
            (band.size + 4 if place.sign else 0) - floor(-ends[-1] / band.across) * tiny
            for place, ends in zip(row, begins, strict=True)
        )
        if band.to:
            marks += _arrows(len(row), cell, band.size, top)
        for i, place in enumerate(row):
            middle = i * cell + (cell - GAP) / 2
            if place.sign:
                x = near(middle - band.size / 2)
                marks.append(Sign(place.sign, x, near(top), band.size, place.tone, place.look))
            left, y = (
                middle - (band.across * tiny - 2) / 2,
                top + (band.size + 4 if place.sign else 0),
            )
            for pile, at in zip(place.piles, begins[i], strict=False):
                for one in range(at, at + pile.n):
                    x = near(left + one % band.across * tiny)
                    down = near(y + floor(one / band.across) * tiny)
                    marks.append(Sign(pile.sign, x, down, band.small, pile.tone, pile.look))
            if place.word:
                marks.append(
                    Word(place.word, near(middle), near(top + foot + TEXT), "middle", place.tone)
                )
        top += foot + (TEXT + 6 if any(place.word for place in row) else 0) + GAP
    return Laid(tuple(marks), near(top))


def _arrows(count: int, cell: float, size: float, top: float) -> list[Mark]:
    """From each place of a row to the next."""
    middles = [i * cell + (cell - GAP) / 2 for i in range(count)]
    y = near(top + size / 2)
    return [
        Rule(near(a + size / 2 + 1), y, near(b - size / 2 - 1), y, "ink", 1.5, end=True)
        for a, b in pairwise(middles)
    ]

"""Piles that stand side by side on one ground and grow upward: work on a desk,
what each of two offices leaves.
"""

from dataclasses import dataclass
from math import floor

from course.charts.pictures.marks import GAP, TEXT, Laid, Mark, Rule, Sign, Word, near, wide
from course.charts.pictures.places import Place
from course.charts.pictures.tally import Limit

__all__ = ["Piles", "laid"]


@dataclass(frozen=True)
class Piles:
    """Places whose piles stand over the ground, the first undermost, and whose sign and word stand
    under it.

    small: the size of a sign in a pile; across: so many of it in a row; size: of a place's own
        sign.
    limits: how high the pile of the place `of` might be; asked: as in a Tally.
    """

    places: tuple[Place, ...]
    size: float = 30
    small: float = 13
    across: int = 5
    limits: tuple[Limit, ...] = ()
    asked: float = 0
    of: int = 0
    band: str = "piles"


def laid(band: Piles, width: float) -> Laid:
    """The marks at a width: the places share it, and are never wider than they need be."""
    tiny = band.small + 2
    pile_wide = band.across * tiny - 2
    cell = max(pile_wide, band.size, *(wide(place.word) for place in band.places)) + 2 * GAP
    cell = max(cell, min(width / len(band.places), 1.5 * cell))
    tallest = max(
        *(-floor(-sum(pile.n for pile in place.piles) / band.across) for place in band.places),
        *(limit.at / band.across for limit in band.limits),
    )
    ground = tallest * tiny + 2
    marks: list[Mark] = [
        Rule(0, near(ground), near(len(band.places) * cell), near(ground), "ink", 2)
    ]
    foot = ground + 4
    for i, place in enumerate(band.places):
        middle, at = (i + 0.5) * cell, 0
        for pile in place.piles:
            for one in range(at, at + pile.n):
                x = near(middle - pile_wide / 2 + one % band.across * tiny)
                y = near(ground - 2 - (floor(one / band.across) + 1) * tiny)
                marks.append(Sign(pile.sign, x, y, band.small, pile.tone, pile.look))
            at += pile.n
        down = ground + 8
        if place.sign:
            x = near(middle - band.size / 2)
            marks.append(Sign(place.sign, x, near(down), band.size, place.tone, place.look))
            down += band.size + 4
        if place.word:
            marks.append(
                Word(place.word, near(middle), near(down + TEXT - 2), "middle", place.tone, True)
            )
            down += TEXT + 4
        foot = max(foot, down)
    middle, half = (band.of + 0.5) * cell, pile_wide / 2 + GAP
    for limit in band.limits:
        y = near(ground - 3 - limit.at / band.across * tiny)
        marks.append(Rule(near(middle - half), y, near(middle + half), y, "ink", 2, limit.dash))
        marks.append(Rule(0, near(foot + 9), TEXT + 2, near(foot + 9), "ink", 2, limit.dash))
        marks.append(Word(limit.word, TEXT + 2 + GAP, near(foot + TEXT)))
        foot += TEXT + 6
    return Laid(tuple(marks), near(foot))

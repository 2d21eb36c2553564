"""Lanes of a settlement, each with its drain or without; what each expects of the others;
and 100 such towns.
"""

from course.charts.pictures.line import Line, Span, Standing
from course.charts.pictures.places import Pile, Place, Places
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["partners"]


def partners(lanes: int, join: int, turn: float | None, holds: float, works: int) -> Scene:
    """join: of the lanes, those that join on average where it lasts best; works: of 100 towns,
    those that are served there.

    turn: the expectation, in per cent, below which joining stops (None, if none is); holds: the one
        that lasts.
    """
    with_drain = Place("house", piles=(Pile(1, "pipe", "own"),))
    without = Place("house", piles=(Pile(1, "pipe", "ink", "struck"),))
    return {
        "lanes": Places(
            (with_drain,) * join + (without,) * (lanes - join), size=24, small=16, across=1
        ),
        "expected": _expected(lanes, join, turn, holds),
        "towns": Tally(
            (
                Group(works, "village", f"{works} of 100 such towns are served"),
                Group(100 - works, "village", f"{100 - works} are not", "quiet", "struck"),
            )
        ),
    }


def _expected(lanes: int, join: int, turn: float | None, holds: float) -> Line:
    """Where each expectation of the others leads."""
    ends = ("each expects none", "each expects all")
    nobody = Standing(0, "citizens", "none joins", "quiet", "outline")
    here = Standing(holds, "citizens", f"{join} of {lanes} join", "own") if holds else nobody
    if turn is None:
        led = "from any start they come to this" if holds else "from any start joining stops"
        return Line(0, 100, (here,), (Span(0, 100, led, "own" if holds else "quiet"),), ends)
    spans = (
        Span(turn, 0, "from here joining stops", "quiet", end=True),
        Span(turn, holds, f"from here {join} of {lanes} join", end=True),
    )
    return Line(0, 100, (nobody, Standing(turn, "turn", "the turn"), here), spans, ends)

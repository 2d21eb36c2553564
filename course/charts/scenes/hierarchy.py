"""A tower of officials: on each level those under one superior, how many stand there,
and what is left of the intent.
"""

from collections.abc import Sequence

from course.charts.pictures.levels import Level, Levels
from course.charts.pictures.places import Pile
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally
from course.charts.scenes.whole import whole

__all__ = ["hierarchy"]


def hierarchy(span: int, people: Sequence[int], left: Sequence[float]) -> Scene:
    """people: how many stand on each level, from the minister to the desk; left:
    per cent of the intent there.
    """
    desk = len(people) - 1
    heads = Level(0, "official", "people", "intent")
    rows = [
        Level(n, _sign(level, desk), f"{n:,}", f"{share:.0f} %", most=span, piles=_left(share))
        for level, (n, share) in enumerate(zip(people, left, strict=True))
    ]
    arrives, lost = whole([left[-1], 100 - left[-1]])
    return {
        "levels": Levels((heads, *rows)),
        "intent": Tally(
            (
                Group(
                    arrives, "passed", f"{arrives} of 100 parts of the intent arrive", by=("clerk",)
                ),
                Group(lost, "file", f"{lost} are lost on the way", "quiet", "struck"),
            ),
            asked=1,
        ),
    }


def _left(share: float) -> tuple[Pile, ...]:
    """Of ten parts, those that are left on a level, and those that are lost above it."""
    left, lost = whole([share / 10, 10 - share / 10])
    return Pile(left, "file", "own"), Pile(lost, "file", "quiet", "struck")


def _sign(level: int, desk: int) -> str:
    if level == 0:
        return "minister"
    return "clerk" if level == desk else "official"

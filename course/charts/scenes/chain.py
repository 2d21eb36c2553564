"""A hundred orders of a minister walk from desk to desk: how many stop at each, and how many
arrive.
"""

from collections.abc import Sequence
from itertools import pairwise

from course.charts.pictures.places import Pile, Place, Places
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["chain"]

_MINISTER = Place("minister", piles=(Pile(0, "file"),))
_DESK = Place("clerk", piles=(Pile(0, "file", "ink", "struck"),))


def chain(kept: Sequence[int]) -> Scene:
    """kept: of 100 orders, how many still go on after 0, 1, 2, ... desks."""
    stopped = [before - after for before, after in pairwise(kept)]
    offices, arrive, lost = len(stopped), kept[-1], sum(stopped)
    return {
        "asked": Said(
            "The minister gives 100 orders. Each needs a yes from "
            f"{offices} office{'s' * (offices > 1)}.",
            "minister",
            strong=True,
        ),
        "desks": Places((_MINISTER, _DESK), (0, *stopped), size=20, small=9, to="citizens"),
        "orders": Tally(
            (
                Group(arrive, "passed", f"{arrive} of 100 reach citizens"),
                Group(lost, "file", f"{lost} stop at an office that says no", "quiet", "struck"),
            )
        ),
    }

"""A hundred orders walk from desk to desk: how many stop at each, and how many arrive."""

from collections.abc import Sequence
from itertools import pairwise

from course.charts.pictures.places import Pile, Place, Places
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["chain"]


def chain(kept: Sequence[int]) -> Scene:
    """kept: of 100 orders, how many still go on after 0, 1, 2, ... desks."""
    stopped = [before - after for before, after in pairwise(kept)]
    desk = Place("clerk", piles=(Pile(0, "file", "ink", "struck"),))
    arrive, lost = kept[-1], sum(stopped)
    return {
        "desks": Places((desk,), tuple(stopped), size=24, small=9, to="citizens"),
        "orders": Tally(
            (
                Group(arrive, "passed", f"{arrive} of 100 orders arrive"),
                Group(lost, "file", f"{lost} stop at a desk", "quiet", "struck"),
            )
        ),
    }

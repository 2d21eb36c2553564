"""A canal of equal lengths, and a purse: how far the bureau builds,
and what of its budget the work does not need.
"""

from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally
from course.charts.scenes.whole import whole

__all__ = ["bureau"]


def bureau(made: float, best: float, cost: float, slack: float) -> Scene:
    """made and best: km of canal; cost and slack: what the work needs,
    and what the bureau keeps beyond it, in millions.
    """
    use, more = whole([best, max(0.0, made - best)])
    needed, kept = whole([cost, slack])
    return {
        "the canal": Said("The canal. A sign is 1 km.", strong=True),
        "canal": Tally(
            (
                Group(use, "canal", f"{best:.1f} km, the best length"),
                Group(more, "canal", f"{made - best:.1f} km beyond it", "quiet", "outline"),
            ),
            size=24,
            asked=1,
        ),
        "the purse": Said("The budget. A coin is 1 million rupees.", strong=True),
        "purse": Tally(
            (
                Group(needed, "coin", f"{cost:.1f} is what the work costs"),
                Group(kept, "coin", f"{slack:.1f} is slack", "quiet", "outline"),
            )
        ),
    }

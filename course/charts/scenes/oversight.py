"""Of 100 bribes, who finds how many: the patrol that passes, the citizens' bells; and of 100
officials, how many take one.
"""

from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["oversight"]


def oversight(audited: int, found: int, taking: int) -> Scene:
    """audited: of 100 bribes, those that the audit finds; found: those that either finds;
    taking: of 100 officials.
    """
    more = found - audited
    return {
        "bribes": Tally(
            (
                Group(
                    audited,
                    "coin",
                    f"{audited} of 100 bribes: found by the audit",
                    "ink",
                    "struck",
                    by=("auditor",),
                ),
                Group(
                    more,
                    "coin",
                    f"{more} more: a citizen complained",
                    "ink",
                    "struck",
                    by=("citizens", "bell"),
                ),
                Group(100 - found, "coin", f"{100 - found} are not found", "ink", by=("taker",)),
            ),
            size=15,
        ),
        "so": Said(
            "An official takes a bribe only if it is worth more than the risk.", "down", large=True
        ),
        "officials": Tally(
            (
                Group(taking, "taker", f"{taking} of 100 officials take a bribe", "ink"),
                Group(100 - taking, "official", f"{100 - taking} take none"),
            )
        ),
    }

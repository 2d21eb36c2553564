"""Of 100 bribes, who finds how many: the patrol that passes, the citizens' bells; and of 100
officials, how many take one.
"""

from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["oversight"]


def oversight(audited: int, found: int, taking: int) -> Scene:
    """audited: of 100 bribes, those that the audit finds; found: those that either finds;
    taking: of 100 officials.
    """
    return {
        "bribes": Tally(
            (
                Group(audited, "auditor", f"{audited} of 100 bribes: found by the audit", "ink"),
                Group(
                    found - audited, "bell", f"{found - audited} more: a citizen complained", "ink"
                ),
                Group(100 - found, "coin", f"{100 - found} are not found", "quiet", "outline"),
            )
        ),
        "officials": Tally(
            (
                Group(taking, "official", f"{taking} of 100 officials take a bribe"),
                Group(100 - taking, "official", f"{100 - taking} do not", "quiet", "outline"),
            )
        ),
    }

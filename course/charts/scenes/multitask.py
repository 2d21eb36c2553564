"""Two piles on one desk: files, which are counted, and visits, which are not;
what is gone of either is an outline.
"""

from math import floor

from course.charts.pictures.piles import Piles
from course.charts.pictures.places import Pile, Place
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene

__all__ = ["multitask"]

_EACH = 5  # per cent a sign


def multitask(counted: float, uncounted: float, value: float) -> Scene:
    """Counted work, uncounted work and the value of both, in per cent of what flat pay brings."""
    return {
        "desk": Piles(
            (
                Place("coin", f"counted: {counted:.0f} %", _piles(counted, "file")),
                Place(
                    "coin",
                    f"not counted: {uncounted:.0f} %",
                    _piles(uncounted, "house"),
                    look="struck",
                ),
            ),
            small=14,
            asked=_EACH,
            of=1,
        ),
        "a sign": Said("5 % of the files under flat pay", "file", sign_tone="own"),
        "another": Said("5 % of the visits under flat pay", "house", sign_tone="own"),
        "gone": Said("visits that are no longer made", "house", sign_tone="quiet", look="struck"),
        "value": Said(
            f"The whole is worth {value:.0f} % of what it is worth under flat pay.", strong=True
        ),
    }


def _piles(share: float, sign: str) -> tuple[Pile, ...]:
    there = floor(share / _EACH + 0.5)
    return Pile(there, sign, "own"), Pile(max(0, 100 // _EACH - there), sign, "quiet", "struck")

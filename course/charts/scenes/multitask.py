"""An official paid a bonus for one of two duties: plain files, which are counted, and contested
cases, which are not; what is gone of either is struck.
"""

from math import floor

from course.charts.pictures.deed import Deed
from course.charts.pictures.places import Pile
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group

__all__ = ["multitask"]

_EACH = 5  # per cent a sign
_COIN = 0.05  # of a bonus
_FLAT = 100 // _EACH
_SAME = 0.05  # per cent within which a value is the same

_VALUE = "The value of all the work, less its effort and risk,"

_OFFICIAL = (Pile(1, "official", "ink"),)
_OFFICE = (Pile(1, "office", "ink"),)


def multitask(bonus: float, counted: float, uncounted: float, value: float) -> Scene:
    """bonus: for each counted unit; counted work, uncounted work and the value of both, in per cent
    of what flat pay brings.
    """
    done, heard = (floor(share / _EACH + 0.5) for share in (counted, uncounted))
    coins = floor(bonus / _COIN + 0.5)
    return {
        "pay": Deed(_OFFICE, "office", "pays", (_paid(coins, bonus),), size=14, cut=not coins),
        "counted": Deed(
            _OFFICIAL,
            "official",
            "settles",
            (
                Group(
                    min(done, _FLAT),
                    "file",
                    f"plain files {_share(counted)}",
                    "ink",
                ),
                Group(max(0, done - _FLAT), "file", _more(done - _FLAT)),
                Group(max(0, _FLAT - done), "file", "", "quiet", "struck"),
            ),
            size=16,
        ),
        "uncounted": Deed(
            _OFFICIAL,
            "official",
            "hears",
            (
                Group(heard, "citizens", f"hard cases {_share(uncounted)}", "ink"),
                Group(_FLAT - heard, "citizens", _lost(_FLAT - heard), "quiet", "struck"),
            ),
            asked=_EACH,
        ),
        "value": _worth(value),
        "a sign": Said(
            f"A file or a group is {_EACH} % of what is done without a bonus.", tone="quiet"
        ),
    }


def _share(share: float) -> str:
    return f"{share:.0f}\N{NO-BREAK SPACE}%"


def _paid(coins: int, bonus: float) -> Group:
    if not coins:
        return Group(1, "coin", "no bonus", "quiet", "struck")
    return Group(
        coins,
        "coin",
        f"bonus of {bonus:.2f} for each plain file, {_COIN:.2f} a coin; none for a hard case",
    )


def _more(more: int) -> str:
    return "more than without a bonus" if more > 0 else ""


def _lost(lost: int) -> str:
    return "no longer heard" if lost else ""


def _worth(value: float) -> Said:
    more = value - 100
    if abs(more) <= _SAME:
        return Said(f"{_VALUE} is the same as without a bonus.", strong=True)
    better = "higher" if more > 0 else "lower"
    return Said(
        f"{_VALUE} is {abs(more):.0f} % {better} than without a bonus.",
        "tick" if more > 0 else "cross",
        strong=True,
        large=True,
    )

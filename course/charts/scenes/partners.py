"""Village groups and the pump that they share: what joining costs each, who joins where each
expects few of the others to join and where each expects more; and 100 such places.
"""

from course.charts.pictures.deed import Deed
from course.charts.pictures.places import Pile
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Limit, Tally

__all__ = ["partners"]

_COINS = 10  # the cost of joining
_NOBODY = Deed((), "", "", ())


def partners(
    groups: int, needed: int, borne: int, join: int | None, *, turn: str, works: int
) -> Scene:
    """needed: of the groups, so that the pump runs; borne: per cent of the cost of joining that the
    state pays; join: of the groups, those that join on average where it lasts best, None if
    joining never lasts.

    turn: the expectation, in words, below which joining stops (none, if empty); works: of 100
        places, those where the pump runs.
    """
    paid = borne * _COINS // 100
    low, high = _expected(turn, holds=join is not None)
    return {
        "pump": Said(_runs(groups, needed), "well", strong=True, large=True),
        "cost": Deed(
            (Pile(1, "citizens", "ink"),),
            "each group",
            "pays",
            (
                Group(_COINS - paid, "coin", "cost of joining", "ink"),
                Group(paid, "coin", _state(borne), "own", "outline"),
            ),
            size=14,
        ),
        "low": Said(low, strong=True),
        "few": _NOBODY if not low else _nobody(groups),
        "high": Said(high, strong=True),
        "many": _NOBODY if join is None else _some(groups, needed, join),
        "towns": Tally(
            (
                Group(works, "well", f"{works} of 100 such pumps run"),
                Group(100 - works, "well", f"{100 - works} stay dry", "quiet", "struck"),
            )
        ),
    }


def _runs(groups: int, needed: int) -> str:
    return f"The pump runs if {needed} of {groups} groups {'join' if needed > 1 else 'joins'}."


def _state(borne: int) -> str:
    return f"state pays {borne} %" if borne else "state pays none"


def _expected(turn: str, *, holds: bool) -> tuple[str, str]:
    """In which expectation none joins, and in which some do."""
    if not turn:
        always = "Whatever each expects of the others:"
        return ("", always) if holds else (always, "")
    low = f"If each expects under {turn} of the others to join:"
    return low, f"If each expects over {turn}:"


def _nobody(groups: int) -> Deed:
    return Deed(
        (Pile(1, "citizens", "quiet", "outline"),),
        "groups",
        "join",
        (Group(groups, "citizens", "none joins", "quiet", "outline"),),
        tone="quiet",
        cut=True,
    )


def _some(groups: int, needed: int, join: int) -> Deed:
    return Deed(
        (Pile(1, "citizens", "own"),),
        "groups",
        "join",
        (
            Group(join, "citizens", f"{join} of {groups} join on average"),
            Group(groups - join, "citizens", "", "quiet", "outline"),
        ),
        tone="own",
        limits=(Limit(needed, f"{needed} needed"),),
    )

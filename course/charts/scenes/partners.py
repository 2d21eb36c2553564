"""Village groups and the pump that they share: what joining costs each, what a group does that
expects few of the others to join and one that expects more; and 100 such pumps.
"""

from math import ceil, floor

from course.charts.pictures.deed import Deed
from course.charts.pictures.places import Pile
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["partners"]

_COINS = 10  # the cost of joining
_NOBODY = Deed((), "", "", ())
_SAME = 1e-9


def partners(
    groups: int, needed: int, borne: int, join: int | None, *, turn: float | None, works: int
) -> Scene:
    """needed: of the groups, so that the pump runs; borne: per cent of the cost of joining that the
    state pays; join: of the groups, those that join on average where it lasts best, None if
    joining never lasts.

    turn: of the others, the share below which a group that expects so many stays out, None if
    what it expects changes nothing; works: of 100 places, those where the pump runs.
    """
    paid = borne * _COINS // 100
    others = groups - 1
    return {
        "pump": Said(
            _asked(needed, groups),
            "well",
            strong=True,
            large=True,
        ),
        "cost": Deed(
            (Pile(1, "citizens", "ink"),),
            "who joins",
            "pays",
            (
                Group(_COINS - paid, "coin", "" if paid else "the whole cost", "ink"),
                Group(
                    paid,
                    "coin",
                    f"the state pays {borne} %" if paid else "",
                    "quiet",
                    "outline",
                ),
            ),
            size=14,
        ),
        "why": Said(_why(turn, join), strong=True),
        "few": _NOBODY if turn is None else _expects(_below(turn, others), others, "or fewer"),
        "out": _NOBODY if turn is None and join is not None else _out(turn),
        "many": _NOBODY if turn is None else _expects(_over(turn, others), others, "or more"),
        "in": _NOBODY if join is None else _in(turn, join, groups),
        "towns": Tally(
            (
                Group(works, "well", f"{works} of 100 pumps then run"),
                Group(100 - works, "well", f"{100 - works} stay dry", "quiet", "struck"),
            )
        ),
    }


def _asked(needed: int, groups: int) -> str:
    """What a group that joins needs of the others, as all that follows counts them."""
    others, more = groups - 1, needed - 1
    if not more:
        return f"The pump runs if any one of {groups} groups joins."
    if more == others:
        return f"The pump runs if all {groups} groups join."
    do = "do" if more > 1 else "does"
    return f"The pump runs if a group joins and {more} of {others} others {do} too."


def _below(turn: float, others: int) -> int:
    return max(0, ceil(turn * others - _SAME) - 1)


def _over(turn: float, others: int) -> int:
    return min(others, floor(turn * others + _SAME) + 1)


def _expects(n: int, others: int, bound: str) -> Deed:
    """What a group thinks that the others will do."""
    said = f"{n} {bound} of {others}" if 0 < n < others else _all_or_none(n, others)
    return Deed(
        (Pile(1, "citizens", "ink"),),
        "a group",
        "expects",
        (
            Group(n, "citizens", said),
            Group(others - n, "citizens", "", "quiet", "outline"),
        ),
        size=16,
    )


def _all_or_none(n: int, others: int) -> str:
    if others == 1:
        return "the other" if n else "the other not"
    return f"all {others} others" if n else f"none of {others} others"


def _why(turn: float | None, join: int | None) -> str:
    """When a group joins; where it does not matter what it expects: why not."""
    if turn is not None:
        return "How many others will join, on average?"
    return (
        "Joining costs a group more than it brings."
        if join is None
        else "Any one is enough, so many wait for another."
    )


def _out(turn: float | None) -> Deed:
    dry = Group(1, "well", "the pump stays dry", "ink", "struck")
    return Deed((Pile(1, "citizens", "quiet", "outline"),), _who(turn), "stays out", (dry,), 28)


def _in(turn: float | None, join: int, groups: int) -> Deed:
    if join == groups:
        said, verb = f"all {groups} join", "joins"
    else:
        said, verb = f"{join} of {groups} join", "may join"
    return Deed(
        (Pile(1, "citizens", "own"),),
        _who(turn),
        verb,
        (Group(1, "well", said),),
        28,
        "own",
    )


def _who(turn: float | None) -> str:
    return "a group" if turn is None else "then it"

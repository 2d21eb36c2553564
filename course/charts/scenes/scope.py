"""Two owners of one service, each in a row: of what the service could be worth beyond its cost, how
much each leaves the public, and how much is lost, and by what.
"""

from collections.abc import Sequence
from math import floor, fsum

from course.charts.pictures.marks import Tone
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally
from course.charts.scenes.whole import whole

__all__ = ["scope"]

_SIGNS = 20  # a unit of surplus
_SAME = 1e-9
# Why worth is lost: the sign of the cause stands before the coins that it takes.
_COST = {
    "contractor": ("down", "lost: it cuts the service"),
    "manager": ("burnt", "lost: it spends too much"),
}
_IDEAS = "lost: few new ideas tried"


def scope(contractor: Sequence[float], manager: Sequence[float]) -> Scene:
    """Of each: the surplus it leaves, what its way with cost leaves out,
    and what its way with ideas leaves out. Of both the three add up to the most possible.
    """
    gap = contractor[0] - manager[0]
    return {
        "most": Said(
            f"At best a service is worth {fsum(contractor):.2f} more than it costs. Who leaves the "
            "public more of that?",
            strong=True,
        ),
        "contractor": _owner("firm", "contractor", contractor, "own" if gap > _SAME else "ink"),
        "manager": _owner("office", "manager", manager, "own" if gap < -_SAME else "ink"),
        "better": _better(gap),
        "unit": Said(f"A coin is {1 / _SIGNS:.2f}.", tone="quiet"),
    }


def _owner(sign: str, who: str, parts: Sequence[float], tone: Tone) -> Tally:
    """Of all that the service could be worth, a row for what the public gets, and a row a cause
    for what is lost.
    """
    left, cost, ideas = _counts(parts)
    cause, why = _COST[who]
    lost = [(cost, cause, why), (ideas, "idea", _IDEAS)]
    return Tally(
        (
            Group(left, "coin", f"{who}: {_said(parts[0])} for the public", tone, by=(sign,)),
            *(Group(n, "coin", why, "ink", "struck", by=(by,)) for n, by, why in lost if n),
        ),
        size=14,
    )


def _better(gap: float) -> Said:
    if abs(gap) <= _SAME:
        return Said("Both leave the same.", strong=True)
    who = "contractor" if gap > 0 else "manager"
    return Said(
        f"The {who} leaves the public more.", "tick", strong=True, sign_tone="own", large=True
    )


def _said(surplus: float) -> str:
    return f"{surplus:.2f}".replace("-", "\N{MINUS SIGN}")


def _counts(parts: Sequence[float]) -> list[int]:
    """Each part in whole signs; of a surplus below 0 none is left."""
    scaled = [_SIGNS * part for part in parts]
    return whole(scaled) if parts[0] >= 0 else [0, *(floor(part + 0.5) for part in scaled[1:])]

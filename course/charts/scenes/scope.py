"""Two offices under one sign: of what could be had from a service,
what each leaves the public and what each leaves out.
"""

from collections.abc import Sequence
from math import floor

from course.charts.pictures.places import Pile, Place, Places
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.scenes.whole import whole

__all__ = ["scope"]

_SIGNS = 20  # a unit of surplus
_SAME = 1e-9


def scope(contractor: Sequence[float], manager: Sequence[float]) -> Scene:
    """Of each: the surplus it leaves, what its way with cost leaves out,
    and what its way with ideas leaves out. Of both the three add up to the most possible.
    """
    gap = contractor[0] - manager[0]
    owners = (("firm", "contractor", contractor, gap), ("office", "manager", manager, -gap))
    return {
        "most": Said(
            f"A service could leave the public a surplus of {sum(contractor):.2f} at most."
        ),
        "offices": Places(
            tuple(
                Place(
                    sign,
                    f"{name}: {_said(parts[0])}",
                    _piles(parts),
                    "own" if ahead > _SAME else "ink",
                )
                for sign, name, parts, ahead in owners
            ),
            small=13,
            across=10,
        ),
        "better": _better(gap),
        "left": Said(f"The public gets this: {1 / _SIGNS:.2f} a coin.", "coin", sign_tone="own"),
        "cut": Said(
            "Lost: the contractor cuts the service, the manager saves too little.",
            "coin",
            look="outline",
        ),
        "ideas": Said("Lost: nobody tries the new idea.", "idea", look="outline"),
    }


def _better(gap: float) -> Said:
    if abs(gap) <= _SAME:
        return Said("Both leave the same.", strong=True)
    who = "contractor" if gap > 0 else "manager"
    return Said(
        f"The {who} leaves the public more.", "tick", strong=True, sign_tone="own", large=True
    )


def _said(surplus: float) -> str:
    return f"{surplus:.2f}".replace("-", "\N{MINUS SIGN}")


def _piles(parts: Sequence[float]) -> tuple[Pile, ...]:
    scaled = [_SIGNS * part for part in parts]
    left, cost, ideas = (
        whole(scaled) if parts[0] >= 0 else [0, *(floor(part + 0.5) for part in scaled[1:])]
    )
    return (
        Pile(left, "coin", "own"),
        Pile(cost, "coin", "ink", "outline"),
        Pile(ideas, "idea", "ink", "outline"),
    )

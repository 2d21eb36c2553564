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


def scope(contractor: Sequence[float], manager: Sequence[float]) -> Scene:
    """Of each: the surplus it leaves, what its way with cost leaves out,
    and what its way with ideas leaves out.
    """
    return {
        "offices": Places(
            (
                Place("firm", f"contractor: {_said(contractor[0])}", _piles(contractor, "person")),
                Place("office", f"manager: {_said(manager[0])}", _piles(manager, "coin")),
            ),
            small=13,
            across=10,
            apart=True,
        ),
        "sign": Said("A sign is 0.05 of surplus."),
        "left": Said("The public gets this.", "person", sign_tone="own"),
        "cut": Said("Lost: the contractor cuts the service.", "person", look="struck"),
        "saved": Said("Lost: the manager saves too little.", "coin", look="struck"),
        "ideas": Said("Lost: nobody tries the new idea.", "idea", look="struck"),
    }


def _said(surplus: float) -> str:
    return f"{surplus:.2f}".replace("-", "\N{MINUS SIGN}")


def _piles(parts: Sequence[float], cost: str) -> tuple[Pile, ...]:
    scaled = [_SIGNS * part for part in parts]
    left, cut, ideas = (
        whole(scaled) if parts[0] >= 0 else [0, *(floor(part + 0.5) for part in scaled[1:])]
    )
    return (
        Pile(left, "person", "own"),
        Pile(cut if cost == "person" else 0, "person", "ink", "struck"),
        Pile(cut if cost == "coin" else 0, "coin", "ink", "struck"),
        Pile(ideas, "idea", "ink", "struck"),
    )

"""A canal, piece by piece: over each what it costs, under it what it is worth, and beside the
canal what the bureau keeps of its budget.
"""

from collections.abc import Callable
from math import floor

from course.charts.pictures.places import Pile
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.sides import Between, Sides
from course.charts.pictures.tally import Group, Tally
from course.charts.scenes.whole import whole

__all__ = ["bureau"]


def bureau(
    made: float,
    best: float,
    slack: float,
    cost: Callable[[float], float],
    worth: Callable[[float], float],
) -> Scene:
    """made and best: km of canal; slack: what the bureau keeps beyond what the work needs, in
    millions; cost and worth: of a canal of so many km, in millions.
    """
    use, more = whole([best, max(0.0, made - best)])
    # the last piece is what is left, so that all pieces are the canal
    ends = [*(float(km) for km in range(1, use + more)), made]
    coins, grain = (_each(ends, of) for of in (cost, worth))
    kept = floor(slack + 0.5 + 1e-9)
    return {
        "the canal": Said(
            "A piece is 1 km; each sign is 1 million.",
            "office",
            strong=True,
            by=("down",),
            large=True,
        ),
        "canal": Sides(
            tuple(
                _piece(n, gain, is_used=i < use)
                for i, (n, gain) in enumerate(zip(coins, grain, strict=True))
            ),
            size=24,
            upright=True,
            asked=1,
        ),
        "kept": Tally(
            (
                Group(
                    kept,
                    "coin",
                    f"the bureau keeps {slack:.1f} as slack",
                    "ink",
                    by=("office",) if kept else (),
                ),
            ),
            size=12,
        ),
        "best": Said(f"{best:.1f} km, the best length", "canal", sign_tone="own"),
        "beyond": Said(
            f"{max(0.0, made - best):.1f} km beyond: costs more than its worth",
            "canal",
            look="struck",
        ),
        "cost": Said(f"{sum(coins)} million is what the work costs", "coin"),
        "worth": Said(f"{sum(grain)} million is what it is worth", "grain", sign_tone="own"),
        "harm": Said("Another km does harm." if min(grain) < 0 else "", "grain", look="outline"),
    }


def _each(ends: list[float], of: Callable[[float], float]) -> list[int]:
    """What each piece costs, or is worth, in whole signs; below 0 where it does harm."""
    starts = [0.0, *ends[:-1]]
    parts = [of(b) - of(a) for a, b in zip(starts, ends, strict=True)]
    gained, lost = whole([max(0.0, n) for n in parts]), whole([max(0.0, -n) for n in parts])
    return [more - less for more, less in zip(gained, lost, strict=True)]


def _piece(coins: int, grain: int, *, is_used: bool) -> Between:
    """Whole where it is worth its cost; beyond that it is struck through."""
    cost = Pile(coins, "coin", "ink")
    worth = Pile(grain, "grain", "own") if grain >= 0 else Pile(-grain, "grain", "ink", "outline")
    if is_used:
        return Between("canal", (cost,), (worth,), "own")
    return Between("canal", (cost,), (worth,), "ink", "struck")

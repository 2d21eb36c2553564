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

_LEAST = 0.05  # km, and millions: less is 0.0 in words


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
    # the loss is what is left of the gain, so that what is rounded still adds up
    gain = round(worth(best) - cost(best), 1)
    return {
        "the canal": Said(
            "The bureau builds a canal. A piece is 1 km; a sign, 1 million.",
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
                    f"slack: the bureau keeps {slack:.1f} million" if kept else "",
                    "ink",
                    by=("office",) if kept else (),
                ),
            ),
            size=12,
        ),
        "best": Said(f"first {best:.1f} km: gain {gain:.1f} million", "canal", sign_tone="own"),
        "beyond": Said(_beyond(made - best, gain - round(slack, 1)), "canal"),
        "cost": Said(f"{sum(coins)} million is what the work costs", "coin"),
        "worth": Said(f"{sum(grain)} million is what it is worth", "grain", sign_tone="own"),
        "sum": Said("The public keeps nothing.", strong=True),
        "harm": Said("Another km does harm." if min(grain) < 0 else "", "grain", look="outline"),
    }


def _beyond(more: float, loss: float) -> str:
    return f"last {more:.1f} km: built too, loss {loss:.1f}" if more >= _LEAST else ""


def _each(ends: list[float], of: Callable[[float], float]) -> list[int]:
    """What each piece costs, or is worth, in whole signs; below 0 where it does harm."""
    starts = [0.0, *ends[:-1]]
    parts = [of(b) - of(a) for a, b in zip(starts, ends, strict=True)]
    gained, lost = whole([max(0.0, n) for n in parts]), whole([max(0.0, -n) for n in parts])
    return [more - less for more, less in zip(gained, lost, strict=True)]


def _piece(coins: int, grain: int, *, is_used: bool) -> Between:
    """In colour where it is worth its cost; beyond that it is built too, in ink."""
    cost = Pile(coins, "coin", "ink")
    worth = Pile(grain, "grain", "own") if grain >= 0 else Pile(-grain, "grain", "ink", "outline")
    return Between("canal", (cost,), (worth,), "own" if is_used else "ink")

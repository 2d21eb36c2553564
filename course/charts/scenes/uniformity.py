"""Five clinics under one rule, under local choice, and under local choice above a floor: the people
who need care, and the nurses who are there. Where least is lost, the clinics have the colour.
"""

from collections.abc import Mapping, Sequence
from math import floor

from course.charts.pictures.marks import Tone
from course.charts.pictures.places import Pile
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.sides import Between, Sides

__all__ = ["uniformity"]

# who says how many nurses each has: the capital, or the place
_DECIDES: Mapping[str, tuple[str, ...]] = {
    "one rule for all": ("legislature",),
    "local choice": ("village",),
    "local, above a floor": ("village", "legislature"),
}
_SIGNS = 2  # a nurse: a sign is half of one, or the people whom half of one can care for


def uniformity(
    needs: Sequence[float], over: Mapping[str, Sequence[float]], losses: Sequence[float]
) -> Scene:
    """needs: of each clinic, in nurses; over: {arrangement: how many nurses each has beyond its
    need; below 0, how many are missing}; losses: of each arrangement.
    """
    scene: Scene = {}
    least = min(losses)
    for (name, nurses), loss in zip(over.items(), losses, strict=True):
        tone = "own" if loss == least else "ink"
        decides = (*_DECIDES[name], *(("tick",) if loss == least else ()))
        scene[f"{name}, in words"] = Said(
            f"{name.capitalize()}: loss {loss:.3g}",
            strong=True,
            sign_tone=tone,
            by=decides,
            large=True,
        )
        scene[name] = Sides(
            tuple(
                _clinic(_signs(need), _signs(beyond), tone)
                for need, beyond in zip(needs, nurses, strict=True)
            ),
            size=16,
        )
    scene["missing"] = Said("too few nurses: people without care", "person", look="struck")
    scene["too many"] = Said("too many nurses: idle", "nurse", look="outline")
    scene["least"] = Said("the least loss", "tick", sign_tone="own")
    scene["unit"] = Said("A sign is half a nurse, or her patients.", tone="quiet")
    scene["loss"] = Said("The loss counts one large gap more than two small ones.", tone="quiet")
    return scene


def _signs(nurses: float) -> int:
    return floor(_SIGNS * abs(nurses) + 0.5 + 1e-9) * (-1 if nurses < 0 else 1)


def _clinic(need: int, beyond: int, tone: Tone) -> Between:
    unmet, idle = max(0, -beyond), max(0, beyond)
    met = need - unmet
    return Between(
        "clinic",
        (Pile(met, "person", tone), Pile(unmet, "person", "ink", "struck")),
        (Pile(met, "nurse", tone), Pile(idle, "nurse", "ink", "outline")),
        tone,
    )

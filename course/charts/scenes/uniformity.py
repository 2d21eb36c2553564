"""Five clinics under one rule, under local choice, and under local choice above a floor: nurses too
many, and too few. Where least is lost, the clinics have the colour.
"""

from collections.abc import Mapping, Sequence
from math import floor

from course.charts.pictures.marks import Tone
from course.charts.pictures.places import Pile, Place, Places
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene

__all__ = ["uniformity"]

_DAYS = 5  # of a nurse's week: a sign is one of them


def uniformity(over: Mapping[str, Sequence[float]], losses: Sequence[float]) -> Scene:
    """over: {arrangement: how many nurses each clinic has beyond its need; below 0, how many are
    missing}; losses: of each.
    """
    scene: Scene = {}
    least = min(losses)
    for (name, nurses), loss in zip(over.items(), losses, strict=True):
        days = [
            floor(_DAYS * abs(beyond) + 0.5 + 1e-9) * (-1 if beyond < 0 else 1) for beyond in nurses
        ]
        scene[f"{name}, in words"] = Said(f"{name.capitalize()}: loss {loss:.3g}", strong=True)
        tone = "own" if loss == least else "ink"
        scene[name] = Places(tuple(_clinic(n, tone) for n in days), small=12, across=4)
    scene["too many"] = Said("one day of a nurse more than needed", "nurse", sign_tone="quiet")
    scene["missing"] = Said("one day of a nurse less than needed", "nurse", look="outline")
    scene["least"] = Said("the least loss", "clinic", sign_tone="own")
    scene["loss"] = Said("The loss counts one large gap more than two small ones.", tone="quiet")
    return scene


def _clinic(days: int, tone: Tone) -> Place:
    if not days:
        return Place("clinic", "right", tone=tone)
    if days > 0:
        return Place("clinic", f"{days} more", (Pile(days, "nurse"),), tone)
    return Place("clinic", f"{-days} less", (Pile(-days, "nurse", "ink", "outline"),), tone)

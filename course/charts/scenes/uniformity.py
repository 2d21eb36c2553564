"""Five clinics whose needs differ, under one rule, under local choice, and under local choice above
a floor: the nurses whom each has, and over or under its need the people who get no care, or the
nurses who stand idle. Where least is lost, the clinics have the colour.
"""

from collections.abc import Sequence
from math import floor

from course.charts.pictures.marks import Tone
from course.charts.pictures.panels import Panel, Panels
from course.charts.pictures.places import Pile, Place
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene

__all__ = ["uniformity"]

_SIGNS = 2  # a nurse: a sign is half of one, or the people whom half of one can care for
_CAPITAL, _PLACE = "legislature", "village"  # who says how many nurses a clinic has
_PANELS = (
    Panel("one rule for all", (_CAPITAL,)),
    Panel("local choice", (_PLACE,)),
    Panel("local, above a floor", (_PLACE, _CAPITAL), least=True),
)
# nurses at work, nurses who are idle, people without one
_CLINIC = Place(
    "clinic",
    piles=(
        Pile(0, "nurse", "own"),
        Pile(0, "nurse", "ink", "outline"),
        Pile(0, "person", "ink", "struck"),
    ),
    tone="own",
)


def uniformity(
    needs: Sequence[float], rule: float, least: float, short: float, losses: Sequence[float]
) -> Scene:
    """needs: of each clinic, in nurses; rule: the nurses of each under one rule; least: the floor;
    short: how many fewer than needed a place chooses; losses: of the three arrangements.
    """
    needed = [_signs(need) for need in needs]
    chosen = [max(0, need - _signs(short)) for need in needed]
    same, bottom = _signs(rule), _signs(least)
    given = ([same] * len(needs), chosen, [max(bottom, n) for n in chosen])
    best = [loss == min(losses) for loss in losses]
    return {
        "asked": Said(
            "Five clinics need different numbers of nurses. Who says how many each gets?",
            strong=True,
        ),
        "clinics": Panels(
            _PANELS,
            _CLINIC,
            tuple(
                n
                for nurses in given
                for need, has in zip(needed, nurses, strict=True)
                for n in (min(need, has), max(0, has - need), max(0, need - has))
            ),
            tuple(_tone(is_best) for is_best in best),
            tuple(
                f"{'least ' if is_best else ''}loss {loss:.3g}"
                for is_best, loss in zip(best, losses, strict=True)
            ),
            (same, 0, bottom),
            across=len(needs),
            keys=(
                "the capital's rule: exactly so many",
                "the capital's floor: so many or more",
            ),
        ),
        "at work": Said("nurses at work: a sign is half of one", "nurse"),
        "too many": Said("too many nurses: idle", "nurse", look="outline"),
        "missing": Said("too few nurses: people without care", "person", look="struck"),
        "loss": Said("The loss counts one large gap more than two small ones.", tone="quiet"),
    }


def _tone(is_best: bool) -> Tone:
    return "own" if is_best else "ink"


def _signs(nurses: float) -> int:
    return floor(_SIGNS * nurses + 0.5 + 1e-9)

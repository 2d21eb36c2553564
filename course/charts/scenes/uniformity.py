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


def uniformity(
    needs: Sequence[float], rule: float, least: float, short: float, losses: Sequence[float]
) -> Scene:
    """needs: of each clinic, in nurses; rule: the nurses of each under one rule; least: the floor;
    short: how many fewer than needed a place chooses; losses: of the three arrangements.
    """
    needed = [_signs(need) for need in needs]
    chosen = [max(0, need - _signs(short)) for need in needed]
    same, bottom = _signs(rule), _signs(least)
    best = min(losses)

    def panel(
        name: str, by: tuple[str, ...], nurses: Sequence[int], loss: float, line: int = 0
    ) -> Panel:
        tone = "own" if loss == best else "ink"
        columns = tuple(_clinic(need, has, tone) for need, has in zip(needed, nurses, strict=True))
        said = f"{'least ' if loss == best else ''}loss {loss:.3g}"
        return Panel(name, columns, by, said, line, tone)

    one, local, above = losses
    return {
        "asked": Said(
            "Five clinics need different numbers of nurses. Who says how many each gets?",
            strong=True,
        ),
        "clinics": Panels(
            (
                panel("one rule for all", (_CAPITAL,), [same] * len(needs), one, same),
                panel("local choice", (_PLACE,), chosen, local),
                panel(
                    "local, above a floor",
                    (_PLACE, _CAPITAL),
                    [max(bottom, n) for n in chosen],
                    above,
                    bottom,
                ),
            ),
            key="the rule or floor of the capital",
        ),
        "at work": Said("nurses at work: a sign is half of one", "nurse"),
        "too many": Said("too many nurses: idle", "nurse", look="outline"),
        "missing": Said("too few nurses: people without care", "person", look="struck"),
        "loss": Said("The loss counts one large gap more than two small ones.", tone="quiet"),
    }


def _signs(nurses: float) -> int:
    return floor(_SIGNS * nurses + 0.5 + 1e-9)


def _clinic(need: int, has: int, tone: Tone) -> Place:
    """The nurses who work there, and over them those who are idle, or the people without one."""
    return Place(
        "clinic",
        piles=(
            Pile(min(need, has), "nurse", tone),
            Pile(max(0, has - need), "nurse", "ink", "outline"),
            Pile(max(0, need - has), "person", "ink", "struck"),
        ),
        tone=tone,
    )

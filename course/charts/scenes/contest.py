"""Rivals at one door: one of them passes, and of 100 rupees so many are burnt on the way to it."""

from course.charts.pictures.places import Place, Places
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["contest"]


def contest(rivals: int, prize: int, burnt: int | None, keeps: str = "", loses: str = "") -> Scene:
    """prize: of 100 rupees, those that no rule settles; burnt: those of them spent to win, None if
    the model has no answer.

    keeps: the prize less what the winner spent; loses: what each of the others spent, both as
        words.
    """
    others = rivals - 1
    if burnt is None:
        crowd = [Group(rivals, "person", f"{rivals} rivals: some stay out", "quiet", "outline")]
        contested = [Group(prize, "coin", f"{prize} rupees: no answer", "quiet", "outline")]
    else:
        lose = "each of the others loses" if others > 1 else "the other loses"
        crowd = [
            Group(1, "person", f"the winner keeps {keeps}"),
            Group(others, "person", f"{lose} {loses}", "quiet", "outline"),
        ]
        contested = [
            Group(prize - burnt, "coin", f"{prize - burnt} are left to the rivals together"),
            Group(burnt, "coin", f"{burnt} of 100 rupees are burnt", "quiet", "outline"),
        ]
    ruled = (
        [Group(100 - prize, "stamp", f"{100 - prize} are settled by rule", "ink")]
        if prize < 100
        else []
    )
    return {
        "door": Places((Place("gate"),), size=48),
        "rivals": Tally(tuple(crowd), size=24),
        "rupees": Tally((*ruled, *contested)),
    }

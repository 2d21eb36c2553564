"""Rivals at one door: one of them passes, and of 100 rupees so many are burnt on the way to it."""

from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally
from course.charts.pictures.ties import Node, Tie, Ties

__all__ = ["contest"]

_FEET = 0.9  # where all stand, of the height


def contest(rivals: int, prize: int, burnt: int | None, keeps: str = "", loses: str = "") -> Scene:
    """prize: of 100 rupees, those that no rule settles; burnt: those of them spent to win, None if
    the model has no answer.

    keeps: the prize less what the winner spent; loses: what each of the others spent, both as
        words.
    """
    others = rivals - 1
    if burnt is None:
        said = Said(f"{rivals} rivals: some stay out")
        contested = [Group(prize, "coin", f"{prize} rupees: no answer", "quiet", "outline")]
    else:
        lose = "each of the others loses" if others > 1 else "the other loses"
        said = Said(f"The winner keeps {keeps}; {lose} {loses}.", strong=True)
        contested = [
            Group(prize - burnt, "coin", f"{prize - burnt} are left to the rivals together"),
            Group(burnt, "burnt", f"{burnt} of 100 rupees are burnt", "ink"),
        ]
    ruled = (
        [Group(100 - prize, "stamp", f"{100 - prize} are settled by rule", "ink")]
        if prize < 100
        else []
    )
    return {
        "rivals": _door(rivals, wins=burnt is not None),
        "who": said,
        "rupees": Tally((*ruled, *contested)),
    }


def _door(rivals: int, *, wins: bool) -> Ties:
    """The winner beyond an open door with a purse, the others before it, each with a flame."""
    door, beyond, purse = Node(0.66, _FEET, "door"), Node(0.86, _FEET, ""), Node(1, _FEET, "")
    if wins:
        beyond = Node(0.86, _FEET, "person", tone="own")
        purse = Node(1, _FEET, "coin", tone="own")
    others = rivals - 1 if wins else rivals
    places = [0.5 * (i + 0.5) / others for i in range(others)]
    crowd = [Node(x, _FEET, "person", look="outline") for x in places]
    spent = [Node(x, 0, "burnt") for x in places]
    return Ties(
        (door, beyond, purse, *crowd, *spent),
        (Tie(0, 1, "ink", end=True),) if wins else (),
        high=96,
        size=26,
    )

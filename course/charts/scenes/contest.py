"""Rivals for one post: each burns rupees to win it, one sits down, and of the 100 rupees that the
post is worth so many are burnt.
"""

from course.charts.pictures.deed import Deed
from course.charts.pictures.places import Pile, Place, Places
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["contest"]


def contest(rivals: int, prize: int, each: float | None, burnt: int) -> Scene:
    """prize: of 100 rupees, those that no rule settles; each: of them, what each rival spends to
    win, None if the model has no answer; burnt: what all spend, in whole rupees.
    """
    fires = [burnt // rivals + (i < burnt % rivals) for i in range(rivals)]
    return {
        "post": Deed(
            (Pile(min(rivals, 3), "person", "ink"),),
            f"{rivals} rivals",
            "want",
            (Group(1, "chair", _worth(prize)),),
            size=28,
        ),
        "each": Said(_each(each), strong=True),
        "rivals": _rivals(fires, wins=each is not None),
        "winner": _winner(prize, each),
        "others": _others(rivals - 1, each),
        "rupees": Tally(_rupees(rivals, prize, None if each is None else burnt)),
    }


def _worth(prize: int) -> str:
    if prize == 100:
        return "one post, worth 100 rupees"
    return f"one post, worth 100 rupees; {prize} are left to win"


def _each(each: float | None) -> str:
    if each is None:
        return "Spending decides so much here that some rivals stay out."
    return f"Each spends {each:.3g} rupees to win it, and gets none of them back:"


def _rivals(fires: list[int], *, wins: bool) -> Places:
    """The winner on the chair, the others on their feet, each over the rupees that it burns."""
    fire = (Pile(0, "burnt", "ink"),)
    first = Place("member" if wins else "person", piles=fire, tone="own" if wins else "ink")
    other = Place("person", piles=fire, look="outline" if wins else "solid")
    return Places((first, other), tuple(fires), 26, small=10, across=4)


def _winner(prize: int, each: float | None) -> Said:
    if each is None:
        return Said("")
    return Said(
        f"1 wins {prize} and spent {each:.3g}: +{prize - each:.3g}", "member", sign_tone="own"
    )


def _others(others: int, each: float | None) -> Said:
    if each is None:
        return Said("")
    lose = f"{others} win nothing: each" if others > 1 else "1 wins nothing:"
    return Said(f"{lose} \N{MINUS SIGN}{each:.3g}", "person", look="outline")


def _rupees(rivals: int, prize: int, burnt: int | None) -> tuple[Group, ...]:
    ruled = Group(100 - prize, "stamp", f"{100 - prize} settled by rule", "ink")
    if burnt is None:
        contested = [Group(prize, "coin", f"{prize} rupees: no answer", "quiet", "outline")]
    else:
        contested = [
            Group(prize - burnt, "coin", f"{prize - burnt} rupees: gain of all {rivals} together"),
            Group(burnt, "burnt", f"{burnt} rupees: spent to win, so burnt", "ink"),
        ]
    return ((ruled,) if prize < 100 else ()) + tuple(contested)

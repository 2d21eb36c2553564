"""Officials who keep their posts or lose them, of whom some find it worth learning the job; and the
minister, who lets them decide, up to a limit, only if enough know it.
"""

from course.charts.pictures.deed import Deed
from course.charts.pictures.line import Line, Span, Standing
from course.charts.pictures.places import Pile
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Limit
from course.charts.scenes.whole import whole

__all__ = ["delegation"]

_PER_SIGN = 5  # a chair is so many of a hundred posts
_FAR = 1.5  # the end of the line, in units of policy
_MINISTER = (Pile(1, "minister", "own"),)
_OFFICIALS = (Pile(3, "official", "ink"),)


def delegation(
    risk: float, share: float, needed: float | None, distance: float, fence: float | None
) -> Scene:
    """risk: per cent of posts lost in a year; share: per cent of experts; needed: above which per
    cent the minister delegates, None if none would do.

    distance: of the officials from the minister; fence: where she sets it if she delegates, None if
        she decides alone.
    """
    keep, lose = whole([(100 - risk) / _PER_SIGN, risk / _PER_SIGN])
    learn, do_not = whole([share, 100 - share])
    return {
        "posts": Deed(
            _OFFICIALS,
            "officials",
            "keep post",
            (
                Group(keep, "chair", f"{100 - risk:.0f} of 100 keep it", "ink"),
                Group(lose, "chair", f"{risk:.0f} lose it yearly", "ink", "struck"),
            ),
            cut=not keep,
        ),
        "so": Said(f"A chair is {_PER_SIGN} posts. Who may lose the post gains less by learning."),
        "officials": Deed(
            _OFFICIALS,
            "officials",
            "learn job",
            (
                Group(learn, "expert", f"{learn} of 100 learn"),
                Group(do_not, "official", f"{do_not} do not", "quiet", "outline"),
            ),
            size=14,
            cut=not learn,
            limits=() if needed is None else (Limit(needed, _enough(needed)),),
            asked=1,
        ),
        "trust": Deed(
            _MINISTER, "minister", "trusts", _trusted(fence, needed), size=28, cut=fence is None
        ),
        "fence": Line(0, _FAR, _standing(distance, fence), _left(fence), _ENDS, size=24),
    }


_ENDS = ("", "far from her wish")


def _enough(needed: float) -> str:
    return f"over {needed:.0f}: the minister trusts them"


def _trusted(fence: float | None, needed: float | None) -> tuple[Group, ...]:
    if fence is not None:
        return (Group(1, "expert", "enough know it: they decide"),)
    why = "too far apart" if needed is None else "too few know it"
    return (Group(1, "official", f"{why}: she decides", "quiet", "outline"),)


def _standing(distance: float, fence: float | None) -> tuple[Standing, ...]:
    """What each wants, and the limit, if there is one."""
    minister = Standing(0, "minister", "her wish", "own")
    if fence is None:
        return minister, Standing(distance, "official", "their wish", "quiet", "outline")
    officials = Standing(distance, "expert", "their wish", "own")
    return minister, officials, Standing(fence, "gate", "her limit")


def _left(fence: float | None) -> tuple[Span, ...]:
    return () if fence is None else (Span(0, fence, "here the officials decide"),)

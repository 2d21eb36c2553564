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
    learn, do_not = whole([share, 100 - share])
    return {
        "posts": Said(
            f"Each year {risk:.0f} of 100 officials lose their post. Who may lose it gains less "
            "by learning the job.",
            "chair",
            strong=True,
            large=True,
        ),
        "officials": Deed(
            _OFFICIALS,
            "officials",
            "learn",
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
        "wants": Said(_wants(fence)),
        "fence": Line(0, _FAR, _standing(distance, fence), _left(fence), _ENDS, size=24),
    }


_ENDS = ("", "far from the minister's wish")


def _enough(needed: float) -> str:
    return f"over {needed:.0f}: the minister trusts officials"


def _trusted(fence: float | None, needed: float | None) -> tuple[Group, ...]:
    if fence is not None:
        return (Group(1, "expert", "enough know the job: the officials decide"),)
    why = "too far apart" if needed is None else "too few know the job"
    return (Group(1, "official", f"{why}: the minister decides", "quiet", "outline"),)


def _standing(distance: float, fence: float | None) -> tuple[Standing, ...]:
    """What each wants, and the limit, if there is one."""
    minister = Standing(0, "minister", "minister", "own")
    if fence is None:
        return minister, Standing(distance, "official", "officials", "quiet", "outline")
    officials = Standing(distance, "expert", "officials", "own")
    return minister, officials, Standing(fence, "gate", "limit")


def _wants(fence: float | None) -> str:
    return "What each wants:" if fence is None else "What each wants, and the minister's limit:"


def _left(fence: float | None) -> tuple[Span, ...]:
    return () if fence is None else (Span(0, fence, "up to the limit, the officials decide"),)

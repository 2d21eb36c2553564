"""A hundred officials, of whom some learn the job,
and the fence that the minister sets for them.
"""

from course.charts.pictures.line import Line, Span, Standing
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally
from course.charts.scenes.whole import whole

__all__ = ["delegation"]

_PER_CHAIR = 5  # a chair is so many of a hundred posts
_FAR = 1.5  # the end of the line, in units of policy
_BEFORE = -0.5  # the minister stands before the line begins, so that a fence has room at her feet


def delegation(
    risk: float, share: float, needed: float | None, distance: float, fence: float | None
) -> Scene:
    """risk: per cent of posts lost in a year; share: per cent of experts; needed: above which per
    cent the minister delegates, None if none would do.

    distance: of the officials from the minister; fence: where she sets it if she delegates, None if
        she decides alone.
    """
    keep, lose = whole([(100 - risk) / _PER_CHAIR, risk / _PER_CHAIR])
    learn, do_not = whole([share, 100 - share])
    more = "" if needed is None else f" The minister needs more than {needed:.0f}."
    return {
        "posts": Tally(
            (
                Group(keep, "chair", f"{100 - risk:.0f} of 100 keep the post", "ink"),
                Group(lose, "chair", f"{risk:.0f} lose it in a year", "ink", "struck"),
            ),
        ),
        "so": Said(
            "Only who keeps a post long enough gains by learning the job.", "down", large=True
        ),
        "officials": Tally(
            (
                Group(learn, "expert", f"{learn} of 100 learn the job"),
                Group(do_not, "official", f"{do_not} do not", "quiet", "outline"),
            ),
            asked=1,
        ),
        "then": Said(
            ("Too few know the job." if fence is None else "Enough know the job.") + more,
            "down",
            large=True,
        ),
        "fence": Line(
            _BEFORE,
            _FAR,
            (
                Standing(_BEFORE, "minister", "minister", "own"),
                *_fenced(distance, fence),
            ),
            _handed(distance, fence),
            ("what the minister wants", "far from it"),
            size=24,
            under=(_decision(fence),),
        ),
    }


def _fenced(distance: float, fence: float | None) -> tuple[Standing, ...]:
    """The officials inside the fence and able to decide, or behind it and an outline."""
    if fence is None:
        shut_out = Standing(distance, "official", "officials", "quiet", "outline")
        return shut_out, Standing(0, "gate", "fence")
    return (
        Standing(distance, "expert", "officials", "own"),
        Standing(0, "gate"),
        Standing(fence, "gate", "fence"),
    )


def _handed(distance: float, fence: float | None) -> tuple[Span, ...]:
    """The way of the decision from the minister to the officials, who reach it or do not."""
    if fence is None:
        said = "The minister keeps the decision."
        return (Span(_BEFORE, distance, said, "ink", push=True, cut=True),)
    return (
        Span(_BEFORE, min(distance, fence), push=True),
        Span(0, fence, f"left to the officials, up to {fence:.2f}"),
    )


def _decision(fence: float | None) -> Standing:
    """It lies at the minister's feet, who may hand it on."""
    return Standing(_BEFORE, "contract", "", "own" if fence is not None else "ink")

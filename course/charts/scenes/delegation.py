"""A hundred officials, of whom some learn the job,
and the fence that the minister sets for them.
"""

from course.charts.pictures.line import Line, Span, Standing
from course.charts.pictures.said import Said
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Limit, Tally
from course.charts.scenes.whole import whole

__all__ = ["delegation"]

_FAR = 1.5  # the end of the line, in units of policy
_BEFORE = -0.3  # the minister stands before the line begins, so that a fence has room at her feet


def delegation(share: float, needed: float | None, distance: float, fence: float | None) -> Scene:
    """share: per cent of experts; needed: above which per cent the minister delegates, None if none
    would do.

    distance: of the officials from the minister; fence: where she sets it if she delegates, None if
        she decides alone.
    """
    learn, do_not = whole([share, 100 - share])
    limits = () if not needed else (Limit(needed, f"The minister needs more than {needed:.0f}."),)
    free = () if fence is None else (Span(0, fence, "left to the officials"),)
    return {
        "officials": Tally(
            (
                Group(learn, "official", f"{learn} of 100 learn the job"),
                Group(do_not, "official", f"{do_not} do not", "quiet", "outline"),
            ),
            limits=limits,
            asked=1,
        ),
        "fence": Line(
            _BEFORE,
            _FAR,
            (
                Standing(_BEFORE, "minister", "minister", "own"),
                _officials(distance, is_free=bool(free)),
                Standing(0 if fence is None else fence, "gate", "fence"),
            ),
            free,
            ("what the minister wants", "far from it"),
        ),
        "said": Said(
            "The fence stands at the minister: she decides alone."
            if fence is None
            else f"The fence stands at {fence:.2f}: up to there the officials decide."
        ),
    }


def _officials(at: float, is_free: bool) -> Standing:
    """Whole where they decide, an outline where they do not."""
    if is_free:
        return Standing(at, "official", "officials", "own")
    return Standing(at, "official", "officials", "quiet", "outline")

"""The policy in force and the stretch that all who may block would agree to; below,
their chairs along the same line.
"""

from collections.abc import Collection, Mapping

from course.charts.pictures.line import Line, Span, Standing
from course.charts.pictures.places import Place, Places
from course.charts.pictures.scene import Scene
from course.charts.pictures.tally import Group, Tally

__all__ = ["veto"]


def veto(
    ideals: Mapping[str, float],
    blocking: Collection[str],
    frozen: tuple[float, float],
    *,
    policy: float,
    opened: tuple[float, float] | None,
    stuck: int,
) -> Scene:
    """ideals: {who sits there: what they want}, in per cent like the rest; frozen: from the lowest
    to the highest of those who may block; opened: where the policy may go, if anywhere; stuck: of
    100 tables drawn by lot, those that are.
    """
    agreed = (
        Span(policy, policy, "nothing that all would agree to", "quiet")
        if opened is None
        else Span(*opened, f"all would agree to {opened[0]:g} to {opened[1]:g}")
    )
    may = len(blocking)
    return {
        "policy": Line(0, 100, (Standing(policy, "contract", f"policy: {policy:g} %"),), (agreed,)),
        "table": _table(ideals, blocking, frozen),
        "seats": Places(
            (
                Place("chair", f"{may} may block", (), "own"),
                Place("chair", f"{len(ideals) - may} may only speak", (), "quiet", "outline"),
            ),
            size=24,
        ),
        "tables": Tally(
            (
                Group(stuck, "association", f"{stuck} of 100 tables drawn by lot: stuck", "ink"),
                Group(100 - stuck, "association", f"{100 - stuck} can move", "own", "outline"),
            ),
            asked=1,
        ),
    }


def _table(
    ideals: Mapping[str, float], blocking: Collection[str], frozen: tuple[float, float]
) -> Line:
    chairs = [
        Standing(at, "chair", who, "own")
        if who in blocking
        else Standing(at, "chair", who, "quiet", "outline")
        for who, at in ideals.items()
    ]
    low, high = frozen
    word = f"frozen: {low:g} to {high:g}" if high > low else f"frozen: {low:g} alone"
    ends = ("users pay nothing", "users pay all")
    return Line(0, 100, tuple(chairs), (Span(low, high, word, "ink"),), ends)

"""Chairs along a line and the policy in force among them: within what those who may block freeze it
is stuck; outside, it can move. What blocks is ink; what can move has the colour.
"""

from collections.abc import Collection, Mapping

from course.charts.pictures.line import Line, Span, Standing
from course.charts.pictures.places import Pile
from course.charts.pictures.said import Said
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
    100 committees drawn by lot, those that are.
    """
    ways = _stuck(policy, *frozen) if opened is None else _open(policy, *opened)
    law = Standing(policy, "contract", "", "ink" if opened is None else "own")
    chairs = (_chair(who, at, who in blocking) for who, at in ideals.items())
    may = len(blocking)
    return {
        "table": Line(
            0,
            100,
            tuple(chairs),
            (_frozen(*frozen), *ways),
            ("users pay nothing", "pay all"),
            size=22,
            under=(law,),
            poles=(Pile(1, "coin", "quiet", "struck"), Pile(4, "coin", "quiet")),
            level=True,
        ),
        "may": Said(f"{may} may block", "blocker", sign_tone="ink"),
        "speak": Said(
            f"{len(ideals) - may} may only speak", "member", sign_tone="quiet", look="outline"
        ),
        "tables": Tally(
            (
                Group(
                    stuck,
                    "lock",
                    f"{stuck} of 100 committees by lot: stuck",
                    "ink",
                    by=("contract",),
                ),
                Group(100 - stuck, "unlocked", f"{100 - stuck} can move"),
            ),
            asked=1,
        ),
    }


def _chair(who: str, at: float, may_block: bool) -> Standing:
    return (
        Standing(at, "blocker", who)
        if may_block
        else Standing(at, "member", who, "quiet", "outline")
    )


def _open(policy: float, low: float, high: float) -> tuple[Span, ...]:
    """An arrow from the policy to the farthest place that all would agree to."""
    far = high if policy - low < high - policy else low
    said = f"at {policy:g} %: all would agree to {low:g} to {high:g} %"
    return Span(policy, far, said, push=True), Span(policy, policy, push=True)


def _stuck(policy: float, low: float, high: float) -> tuple[Span, ...]:
    """An arrow to either side, which gets no further than those who block."""
    said = f"at {policy:g} %: nothing that all agree to"
    return (
        Span(policy, high, said, "ink", push=True, cut=True),
        Span(policy, low, "", "ink", push=True, cut=True),
    )


def _frozen(low: float, high: float) -> Span:
    word = f"frozen: {low:g} to {high:g} %" if high > low else f"frozen: {low:g} % alone"
    return Span(low, high, word, "ink", wall=True)

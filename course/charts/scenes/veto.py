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
    wants = {who: at for who, at in ideals.items() if who in blocking}
    law = Standing(policy, "contract", "", "ink" if opened is None else "own")
    chairs = (_chair(who, at, who in blocking) for who, at in ideals.items())
    may = len(blocking)
    return {
        "asked": Said(
            f"Today users pay {policy:g} % of the cost of their water. Can the six at the table "
            "change that?",
            "contract",
            strong=True,
            sign_tone=law.tone,
            large=True,
        ),
        "may": Said(f"{may} can block: each must say yes", "blocker"),
        "speak": Said(
            f"{len(ideals) - may} can advise, not block",
            "member",
            sign_tone="quiet",
            look="outline",
        ),
        "table": Line(
            0,
            100,
            tuple(chairs),
            (_frozen(*frozen), *ways),
            ("users pay nothing", "pay all"),
            size=22,
            under=(law,),
            poles=(Pile(1, "coin", "quiet", "struck"), Pile(4, "coin", "quiet")),
        ),
        "so": _no(policy, wants) if opened is None else _yes(policy, *opened),
        "lot": Said("Now 100 other tables of six. A lottery gave each of the six a wish:"),
        "tables": Tally(
            (
                Group(stuck, "lock", f"{stuck} of 100 tables can change nothing", "ink"),
                Group(100 - stuck, "unlocked", f"{100 - stuck} can change it"),
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
    return Span(policy, high if policy - low < high - policy else low, push=True), Span(
        policy, policy, push=True
    )


def _stuck(policy: float, low: float, high: float) -> tuple[Span, ...]:
    """A step to either side, which somebody forbids."""
    return (
        Span(policy, high, "", "ink", push=True, cut=True),
        Span(policy, low, "", "ink", push=True, cut=True),
    )


def _no(policy: float, wants: Mapping[str, float]) -> Said:
    """wants: of those who may block."""
    more = ", ".join(who for who, at in wants.items() if at <= policy)
    less = ", ".join(who for who, at in wants.items() if at >= policy)
    return Said(f"No. Against a rise: {more}. Against a fall: {less}.", "lock", strong=True)


def _yes(policy: float, low: float, high: float) -> Said:
    way = f"a rise, to {high:g} % at most" if low == policy else f"a fall, to {low:g} % at least"
    return Said(f"Yes. All who may block agree to {way}.", "unlocked", strong=True, sign_tone="own")


def _frozen(low: float, high: float) -> Span:
    sides = (f"{low:g} %", f"{high:g} %" if high > low else "")
    return Span(low, high, "stuck: one who can block says no", "ink", wall=True, sides=sides)

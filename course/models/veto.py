"""M10, veto players: when everyone at the table must agree, which policies can still be changed?

A policy is a point s on a line from 0 to 1, and so is what each of n >= 1 players would like best,
the ideal x_i. A player prefers whatever lies nearer to the ideal. Change needs the consent of every
veto player; a player who is only heard (a voice) is not counted. Then (Tsebelis, *BJPS* 25, 1995;
*Veto Players*, 2002, on unanimity):

- the core runs from the lowest to the highest ideal of those with a veto, and a policy s inside it
    cannot be changed;
- absorption: a veto player inside the core of the others changes nothing;
- with every ideal above s, all agree to anything in the winset (s, 2 min x_i - s), cut off where
    the line ends; with
  every ideal below s, to anything in (2 max x_i - s, s).

The course's own reduction: ideals are drawn independently and evenly from an interval of width w
(the spread, above 0 and at most 1) round the middle of the line. With F(s) the share of that
interval below s,

    P(gridlock at s) = 1 - F(s)^n - (1 - F(s))^n        and        E(width of the core) = w (n -
    1)/(n + 1).

At w = 1 F(s) = s, and the average of the first over all s is the second.

Not in it: more than one dimension, side payments, who makes the proposal, and talk that changes
what a player wants. Nothing here is estimated on data.
"""

from collections.abc import Collection, Iterable
from math import inf

__all__ = ["core", "core_width", "gridlock", "stuck", "winset"]


def _on_the_line(name: str, value: float, why: str) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} is {why}, a place on the line from 0 to 1; {value} is not.")


def _counted(vetoes: int) -> None:
    if not 1 <= vetoes < inf or vetoes != int(vetoes):
        raise ValueError(
            "vetoes counts the players who must agree, a whole number from 1, since someone "
            f"decides; {vetoes} is not."
        )


def _spread_wide(spread: float) -> None:
    if not 0 < spread <= 1:
        raise ValueError(
            "spread is the width of the interval that ideals are drawn from, above 0 and at "
            f"most 1; {spread} is not."
        )


def core(ideals: Iterable[float]) -> tuple[float, float]:
    """(lowest, highest) ideal of the veto players: the stretch that is frozen. Source:
    Tsebelis (1995).
    """
    ideals = list(ideals)
    if not ideals:
        raise ValueError(
            "ideals lists what each veto player wants; name at least one, since someone decides."
        )
    for ideal in ideals:
        _on_the_line("an entry of ideals", ideal, "what a veto player would like best")
    return min(ideals), max(ideals)


def stuck(status_quo: float, ideals: Iterable[float]) -> bool:
    """Whether no policy exists that every veto player prefers to this one:
    it lies in the core, ends included.
    """
    _on_the_line("status_quo", status_quo, "the policy in force")
    low, high = core(ideals)
    return low <= status_quo <= high


def winset(status_quo: float, ideals: Collection[float]) -> tuple[float, float] | None:
    """(low, high): every veto player prefers the policies between them to the one in force. None if
    it is stuck.

    A player is as far from s as from 2 x_i - s, so the nearest ideal sets the limit. At s and at
    that limit someone is indifferent; an end of the line, where the line cuts the winset off, still
    belongs to it.
    """
    if stuck(status_quo, ideals):
        return None
    low, high = core(ideals)
    if status_quo < low:
        return status_quo, min(2 * low - status_quo, 1.0)
    return max(2 * high - status_quo, 0.0), status_quo


def gridlock(status_quo: float, vetoes: int, spread: float = 1.0) -> float:
    """Chance that the policy in force cannot be changed: 1 - F^n - (1 - F)^n, with F the share of
    ideals below it.

    Assumes ideals drawn independently and evenly, within spread/2 of the middle of the line. Own
    reduction.
    """
    _on_the_line("status_quo", status_quo, "the policy in force")
    _counted(vetoes)
    _spread_wide(spread)
    below = min(max((status_quo - 0.5) / spread + 0.5, 0.0), 1.0)
    return max(1 - below**vetoes - (1 - below) ** vetoes, 0.0)


def core_width(vetoes: int, spread: float = 1.0) -> float:
    """Expected width of the frozen stretch: w (n - 1)/(n + 1),
    under the assumption that `gridlock` makes.
    """
    _counted(vetoes)
    _spread_wide(spread)
    return spread * (vetoes - 1) / (vetoes + 1)

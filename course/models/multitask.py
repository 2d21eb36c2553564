"""M3, multitask incentives: what a bonus on the counted half of a job does to the half that nobody
counts.

An official splits effort between a measured task e1 (cases closed) and an unmeasured one e2
(fairness). Effort costs C = (e1^2 + e2^2)/2 + kappa e1 e2 with 0 <= kappa < 1: the more of one, the
harder the other. A unit of either is worth m to the official as public service; a measured unit
earns a bonus b besides. The measure is noisy (variance s2) and the official dislikes risk (r), so a
bonus costs r s2 b^2 / 2. All are in one unit, that of the cost of effort.

    e1 = (b + m(1-kappa)) / (1-kappa^2),  e2 = (m(1-kappa) - kappa b) / (1-kappa^2)   while b <= b0
    = m(1-kappa)/kappa e1 = b + m,  e2 = 0
    beyond b0 value W = p1 e1 + p2 e2 + m(e1 + e2) - C - r s2 b^2 / 2
    best bonus inside: b* = (p1 - kappa p2) / (1 + r s2 (1-kappa^2))

Source: Holmstrom and Milgrom, *JLEO* 7 (1991); on public service, Besley and Ghatak, *AER*
95 (2005). The quadratic cost and the constant m are this course's
reduction. W counts the official's own satisfaction m(e1 + e2), as b* requires; left out, b* would
fall by m(1-kappa) in its numerator. Beyond b0 the value has a second hump, at p1 / (1 + r s2), so
the best bonus is the better of two, whichever side of b0 b* lies on.

Extension: a bonus crowds out motivation, m(b) = m - chi b, never below 0 (Frey and Oberholzer-Gee,
*AER* 87, 1997; the straight line is ours). Then b0 = m(1-kappa) / (kappa + chi(1-kappa)).

Ranges: kappa 0 to below 1, chi 0 to 1, all else from 0. Not in it: teams, careers, cases
reclassified to fit the count, bonuses that are not a straight line. Nothing here is estimated on
data.
"""

from collections.abc import Callable
from itertools import pairwise
from math import inf

__all__ = [
    "best_bonus",
    "collapse",
    "efforts",
    "interior_bonus",
    "measured",
    "motive",
    "unmeasured",
    "value",
]


def _from_zero(**named: tuple[float, str]) -> None:
    for name, (amount, why) in named.items():
        if not 0 <= amount < inf:
            raise ValueError(f"{name} is {why} and must be 0 or more; {amount} is not.")


def _checked(kappa: float, motivation: float, chi: float) -> None:
    if not 0 <= kappa < 1:
        raise ValueError(
            f"kappa is how far one task makes the other harder, from 0 to below 1; {kappa} is not."
        )
    if not 0 <= chi <= 1:
        raise ValueError(
            f"chi is the motivation that a unit of bonus crowds out, from 0 to 1; {chi} is not."
        )
    _from_zero(motivation=(motivation, "what a unit of service is worth to the official"))


def motive(bonus: float, motivation: float = 1.0, chi: float = 0.0) -> float:
    """The motivation left under a bonus, m - chi b, and never less than none."""
    _checked(0, motivation, chi)
    _from_zero(bonus=(bonus, "the pay for a measured unit"))
    return max(motivation - chi * bonus, 0.0)


def collapse(kappa: float, motivation: float = 1.0, chi: float = 0.0) -> float:
    """The bonus b0 at which the unmeasured task gets no effort;
    infinite if neither cost nor motive ties the two.
    """
    _checked(kappa, motivation, chi)
    drain = kappa + chi * (1 - kappa)
    return motivation * (1 - kappa) / drain if drain else inf


def efforts(
    bonus: float, kappa: float, motivation: float = 1.0, chi: float = 0.0
) -> tuple[float, float]:
    """(e1, e2): what the official puts into the measured and the unmeasured task.
    Holmstrom and Milgrom (1991).
    """
    m = motive(bonus, motivation, chi)
    if bonus >= collapse(kappa, motivation, chi):
        return bonus + m, 0.0
    spread = 1 - kappa**2
    return (bonus + m * (1 - kappa)) / spread, (m * (1 - kappa) - kappa * bonus) / spread


def measured(bonus: float, kappa: float, motivation: float = 1.0, chi: float = 0.0) -> float:
    """The effort e1 that goes into what is counted."""
    return efforts(bonus, kappa, motivation, chi)[0]


def unmeasured(bonus: float, kappa: float, motivation: float = 1.0, chi: float = 0.0) -> float:
    """The effort e2 that goes into what is not."""
    return efforts(bonus, kappa, motivation, chi)[1]


def value(
    bonus: float,
    kappa: float,
    motivation: float = 1.0,
    *,
    p1: float = 1.0,
    p2: float = 1.0,
    risk: float = 1.0,
    chi: float = 0.0,
) -> float:
    """Total value W of both tasks, the official's satisfaction included,
    less effort and risk (`risk` is r s2).
    """
    _priced(p1, p2, risk)
    e1, e2 = efforts(bonus, kappa, motivation, chi)
    worth = p1 * e1 + p2 * e2 + motive(bonus, motivation, chi) * (e1 + e2)
    return worth - (e1**2 + e2**2) / 2 - kappa * e1 * e2 - risk * bonus**2 / 2


def interior_bonus(kappa: float, p1: float = 1.0, p2: float = 1.0, risk: float = 1.0) -> float:
    """The b* of Holmstrom and Milgrom, while both tasks get effort and chi is 0.
    Negative if kappa p2 exceeds p1.
    """
    _checked(kappa, 0, 0)
    _priced(p1, p2, risk)
    return (p1 - kappa * p2) / (1 + risk * (1 - kappa**2))


def best_bonus(
    kappa: float,
    motivation: float = 1.0,
    *,
    p1: float = 1.0,
    p2: float = 1.0,
    risk: float = 1.0,
    chi: float = 0.0,
) -> float:
    """The bonus, 0 or more, at which the value is greatest, even if that gives the unmeasured task
    up.

    The value falls from a bonus of p1 on, where a measured unit costs all that it is worth. Below,
    it is a parabola between the bonuses at which the second task or the motive runs out, so three
    points of each piece give its top.
    """
    _priced(p1, p2, risk)
    ends = (collapse(kappa, motivation, chi), motivation / chi if chi else inf)
    breaks = sorted({0.0, p1} | {b for b in ends if b < p1})

    def worth(bonus: float) -> float:
        return value(bonus, kappa, motivation, p1=p1, p2=p2, risk=risk, chi=chi)

    found = set(breaks)
    for low, high in pairwise(breaks):
        found.add(_top(worth, low, high))
    return max(sorted(found), key=worth)


def _top(worth: Callable[[float], float], low: float, high: float) -> float:
    """Where the parabola through the ends and the middle of a piece is highest,
    within the piece.
    """
    middle, half = (low + high) / 2, (high - low) / 2
    left, centre, right = worth(low), worth(middle), worth(high)
    bend = left - 2 * centre + right
    if bend >= 0:
        return low
    return min(max(middle - half * (right - left) / (2 * bend), low), high)


def _priced(p1: float, p2: float, risk: float) -> None:
    _from_zero(
        p1=(p1, "what a measured unit is worth to the public"),
        p2=(p2, "what an unmeasured unit is worth to the public"),
        risk=(risk, "risk aversion times noise"),
    )

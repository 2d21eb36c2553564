"""M2, delegation: how much a minister leaves to an official, and whether the official finds it
worth learning the job.

A, discretion (Melumad and Shibano, *RAND* 22, 1991; Epstein and O'Halloran, *Delegating Powers*,
1999). A policy p has the outcome p + w.
The shock w is spread evenly over [-R, R], R > 0, in units of policy. The politician wants the
outcome 0, the official delta >= 0; each loses the square of the distance. Only an expert sees w.
Known to both: R and delta. Expected loss of the politician: no delegation R^2/3; full delegation to
an official who is an expert with chance q: delta^2 + (1-q) R^2/3, so she delegates if delta^2 < q
R^2/3. The best limit on a known expert forbids policies above the cap y* = R - delta and loses
delta^2 - 2 delta^3/(3R), for delta <= R; at a greater distance she does not delegate.

B, tenure: this course's own reduction of Gailmard and Patty ("Slackers and Zealots", *AJPS* 51,
2007). Learning costs k > 0 once. It is worth gamma R^2/3 in each
year in post with discretion, to an official with policy motivation gamma. He keeps the post each
year with chance rho, 0 to 1; a year ahead counts beta, 0 <= beta < 1, of a year now. So he learns
if gamma >= gamma* = k (1 - beta rho) / (R^2/3). With gamma spread evenly over [0, G] the share of
experts is s = 1 - gamma*/G, not below 0, and it stands for q in A.

Assumed: one politician, a known distance, no end to a career but dismissal. Officials count on
discretion when they decide to learn. Not in it: lawmaking that foresees all this, side payments,
slackers whom tenure shelters too. Nothing here is estimated on data.
"""

from bisect import bisect_left
from collections.abc import Iterable
from math import inf, sqrt
from random import Random

__all__ = [
    "best_cap",
    "break_even",
    "drawn_experts",
    "expert_share",
    "experts_needed",
    "least_motivation",
    "loss_capped",
    "loss_delegated",
    "loss_undelegated",
]


def _positive(name: str, value: float, why: str) -> None:
    if not 0 < value < inf:
        raise ValueError(f"{name} is {why} and must be above 0; {value} is not.")


def _from_zero(name: str, value: float, why: str) -> None:
    if not 0 <= value < inf:
        raise ValueError(f"{name} is {why} and cannot be negative; {value} is.")


def _chance(name: str, value: float) -> None:
    if not 0 <= value <= 1:
        raise ValueError(f"{name} is a chance and lies between 0 and 1; {value} does not.")


def _placed(distance: float, uncertainty: float) -> None:
    _from_zero("distance", distance, "how far the official's aim lies from the politician's")
    _positive("uncertainty", uncertainty, "how far an outcome may stray from a policy")


def loss_undelegated(uncertainty: float) -> float:
    """Expected loss of a politician who decides without knowing w: R^2/3. Source:
    Epstein and O'Halloran (1999).
    """
    _placed(0, uncertainty)
    return uncertainty**2 / 3


def loss_delegated(distance: float, uncertainty: float, informed: float = 1.0) -> float:
    """Expected loss with full discretion, if the official is an expert
    with chance `informed`: delta^2 + (1-q) R^2/3.
    """
    _placed(distance, uncertainty)
    _chance("informed", informed)
    return distance**2 + (1 - informed) * uncertainty**2 / 3


def best_cap(distance: float, uncertainty: float) -> float:
    """The highest policy that an expert should be allowed, R - delta; 0, the politician's own
    choice, from delta = R on.
    """
    _placed(distance, uncertainty)
    return max(uncertainty - distance, 0.0)


def loss_capped(distance: float, uncertainty: float) -> float:
    """Expected loss with a known expert under the best cap, delta^2 - 2 delta^3/(3R); R^2/3 (no
    delegation) from R on.

    Source: Melumad and Shibano (1991).
    """
    _placed(distance, uncertainty)
    if distance >= uncertainty:
        return loss_undelegated(uncertainty)
    return distance**2 - 2 * distance**3 / (3 * uncertainty)


def experts_needed(distance: float, uncertainty: float) -> float:
    """The chance of meeting an expert above which full delegation loses less than none: 3
    delta^2/R^2.

    Above 1 where no expert is near enough.
    """
    _placed(distance, uncertainty)
    return 3 * distance**2 / uncertainty**2


def break_even(uncertainty: float, informed: float = 1.0) -> float:
    """The distance at which full delegation loses as much as none: sqrt(q R^2/3),
    which is R/sqrt 3 for a known expert.
    """
    _placed(0, uncertainty)
    _chance("informed", informed)
    return sqrt(informed * uncertainty**2 / 3)


def least_motivation(
    kept: float, uncertainty: float = 1.0, cost: float = 1.0, patience: float = 0.95
) -> float:
    """The motivation from which learning pays, gamma* = k (1 - beta rho) / (R^2/3) (this course's
    reduction).

    kept: the chance rho of keeping the post a year; cost: k; patience: beta, what a year ahead
        counts, below 1.
    """
    _chance("kept", kept)
    _positive("uncertainty", uncertainty, "how far an outcome may stray from a policy")
    _positive("cost", cost, "what learning costs")
    if not 0 <= patience < 1:
        raise ValueError(
            "patience is what a year ahead counts beside this one, from 0 to below 1; "
            f"{patience} is not."
        )
    return cost * (1 - patience * kept) / (uncertainty**2 / 3)


def expert_share(
    kept: float,
    uncertainty: float = 1.0,
    cost: float = 1.0,
    patience: float = 0.95,
    most_motivated: float = 2.0,
) -> float:
    """The share who learn, 1 - gamma*/G and not below 0,
    with motivation spread evenly up to G = `most_motivated`.
    """
    _positive("most_motivated", most_motivated, "the highest motivation there is")
    return max(0.0, 1 - least_motivation(kept, uncertainty, cost, patience) / most_motivated)


def drawn_experts(
    kept: Iterable[float],
    uncertainty: float = 1.0,
    *,
    officials: int = 200,
    seed: int = 1,
    cost: float = 1.0,
    patience: float = 0.95,
    most_motivated: float = 2.0,
) -> list[float]:
    """The share who learn among `officials` drawn at random, at each chance of keeping the post in
    the list `kept`.

    Each has one motivation, the same at every chance. One seed always gives one draw: this is what
    `expert_share` looks like in a service of that size.
    """
    if not 1 <= officials < inf or officials != int(officials):
        raise ValueError(
            f"officials counts those who are drawn and is a whole number from 1; {officials} "
            "is not."
        )
    _positive("most_motivated", most_motivated, "the highest motivation there is")
    rng = Random(seed)  # noqa: S311 a draw to learn from, not a secret
    motives = sorted(most_motivated * rng.random() for _ in range(officials))
    least = [least_motivation(chance, uncertainty, cost, patience) for chance in kept]
    return [(officials - bisect_left(motives, threshold)) / officials for threshold in least]

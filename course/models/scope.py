"""M4, the proper scope of government: who should run a service if some of its quality cannot be
written down?

Whoever runs a service can spend effort e on cutting its cost and effort i on improving it, each at
one a unit. Cost falls by c(e) = 2 c0 sqrt e, and quality by theta c(e): a share theta of each rupee
saved comes out of the service. New ideas add beta(i) = 2 b0 sqrt i. None of it stands in the
contract; the parties bargain afterwards and halve the gain.

A private owner keeps all savings and half the worth of ideas, so c'(e) = 1 and beta'(i)/2 = 1:
theta plays no part. A public manager can be replaced and keeps lambda/2 of what either is worth on
balance. Net surplus, less both efforts:

    first best  c0^2 (1-theta)^2 + b0^2
    private     c0^2 (1 - 2 theta) + (3/4) b0^2
    public      (lambda - lambda^2/4) [c0^2 (1-theta)^2 + b0^2]

Source: Hart, Shleifer and Vishny, *QJE* 112 (1997); the conditions are theirs, the square roots and
the single theta are this course's.

Ranges: theta 0 to 1, lambda (`lam`) 0 to 1, c0 above 0, b0 from 0. Not in it: bribery, several
bidders, users who can complain, what writing and watching a contract costs. Nothing here is
estimated on data.
"""

from math import inf, sqrt
from typing import Literal, TypeAlias

__all__ = ["Owner", "break_even", "efforts", "first_best", "net", "private", "public"]

Owner: TypeAlias = Literal["private", "public", "first best"]


def _checked(theta: float, lam: float, c0: float, b0: float) -> None:
    if not 0 <= theta <= 1:
        raise ValueError(
            f"theta is the share of a rupee saved that quality loses, from 0 to 1; {theta} is not."
        )
    if not 0 <= lam <= 1:
        raise ValueError(
            "lam is how far a public manager cannot be replaced, and so gains, from 0 to 1; "
            f"{lam} is not."
        )
    if not 0 < c0 < inf:
        raise ValueError(f"c0 is the room for cutting cost and must lie above 0; {c0} does not.")
    if not 0 <= b0 < inf:
        raise ValueError(f"b0 is the room for new ideas and must be 0 or more; {b0} is not.")


def net(e: float, i: float, theta: float, c0: float = 1.0, b0: float = 1.0) -> float:
    """The surplus of two efforts: what they save and add,
    less the quality lost and the efforts themselves.
    """
    _checked(theta, 0, c0, b0)
    if not (0 <= e < inf and 0 <= i < inf):
        raise ValueError(f"e and i are efforts, each 0 or more; {e} and {i} are not both.")
    return (1 - theta) * 2 * c0 * sqrt(e) + 2 * b0 * sqrt(i) - e - i


def efforts(
    owner: Owner, theta: float, lam: float = 1.0, c0: float = 1.0, b0: float = 1.0
) -> tuple[float, float]:
    """(e, i): the efforts on cost and on ideas under `owner`, which is "private", "public" or
    "first best".
    """
    _checked(theta, lam, c0, b0)
    cost, ideas = (1 - theta) * c0, b0
    match owner:
        case "private":
            return c0**2, (b0 / 2) ** 2
        case "public":
            return (lam / 2 * cost) ** 2, (lam / 2 * ideas) ** 2
        case "first best":
            return cost**2, ideas**2
    raise ValueError(f"owner is private, public or first best; {owner!r} is none of them.")


def first_best(theta: float, c0: float = 1.0, b0: float = 1.0) -> float:
    """Net surplus if every effort went as far as it is worth: no owner in this model reaches it."""
    _checked(theta, 0, c0, b0)
    return c0**2 * (1 - theta) ** 2 + b0**2


def private(theta: float, c0: float = 1.0, b0: float = 1.0) -> float:
    """Net surplus under a private owner, who cuts cost without regard to quality.
    May fall below 0.
    """
    _checked(theta, 0, c0, b0)
    return c0**2 * (1 - 2 * theta) + 0.75 * b0**2


def public(theta: float, lam: float, c0: float = 1.0, b0: float = 1.0) -> float:
    """Net surplus under a public manager, who regards quality and tries less hard at everything."""
    _checked(theta, lam, c0, b0)
    return (lam - lam**2 / 4) * first_best(theta, c0, b0)


def break_even(lam: float, c0: float = 1.0, b0: float = 1.0) -> float | None:
    """The theta at which both leave the same: private is better below, public above. None if
    private is better up to 1.
    """
    _checked(0, lam, c0, b0)
    s = lam - lam**2 / 4
    # public less private, over c0^2, is s theta^2 + 2 (1-s) theta - k; k > 0, so one root is
    # positive
    k = 1 - s + (0.75 - s) * (b0 / c0) ** 2
    theta = k / (1 - s + sqrt((1 - s) ** 2 + s * k))
    return theta if theta <= 1 else None

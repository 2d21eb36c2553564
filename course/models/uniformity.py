"""M12, one rule or local choice: what uniform service loses, and what local shirking loses.

Local need t is spread evenly over [-S, S] around the national mean, in units of the service (here:
nurses a clinic). A mismatch costs (b/2)(service - need)^2, with weight b > 0. One service for all
(0) loses b S^2 / 6 on average. Local officials know the need and fall short of it by d >= 0: they
lose b d^2 / 2. So local choice wins while d < S / sqrt 3 (Oates, *Fiscal Federalism*, 1972; on
falling short: Lipsky, *Street-Level Bureaucracy*, 1980).

A national floor f with local choice above it: service = max(f, t - d). The best floor is f* = d -
S, and then the loss is (b/2)(d^2 - 2 d^3 / (3 S)) for d <= S; beyond, the floor is the uniform
service itself. That is Melumad and Shibano's optimal delegation (*RAND* 22, 1991) turned upside
down; putting the two together is this course's own step.

Not in it: spillovers between localities, capture by local elites, rights that may not be averaged.
Nothing here is estimated on data.
"""

from math import inf, sqrt

__all__ = [
    "best_floor",
    "break_even",
    "loss_in_band",
    "loss_local",
    "loss_uniform",
    "loss_with_floor",
]


def _positive(name: str, value: float, why: str) -> None:
    if not 0 < value < inf:
        raise ValueError(f"{name} is {why} and must be above 0; {value} is not.")


def _from_zero(name: str, value: float, why: str) -> None:
    if not 0 <= value < inf:
        raise ValueError(f"{name} is {why} and cannot be negative; {value} is.")


def _checked(spread: float, weight: float) -> None:
    _positive("spread", spread, "how far need lies from the mean at most")
    _positive("weight", weight, "the cost of a mismatch")


def loss_uniform(spread: float, weight: float = 2.0) -> float:
    """Expected loss of one service for all: b S^2 / 6. Source: Oates (1972),
    with need spread evenly.
    """
    _checked(spread, weight)
    return weight * spread**2 / 6


def loss_local(drift: float, weight: float = 2.0) -> float:
    """Loss of local choice that falls `drift` short of every need: b d^2 / 2."""
    _from_zero("drift", drift, "how far local officials fall short")
    _positive("weight", weight, "the cost of a mismatch")
    return weight * drift**2 / 2


def best_floor(drift: float, spread: float) -> float:
    """The national minimum that loses least, d - S, from the mean need;
    0 once officials fall short by S or more.
    """
    _from_zero("drift", drift, "how far local officials fall short")
    _positive("spread", spread, "how far need lies from the mean at most")
    return min(drift - spread, 0.0)


def loss_with_floor(drift: float, spread: float, weight: float = 2.0) -> float:
    """Expected loss of local choice above the best floor;
    that of one service for all once drift reaches the spread.
    """
    _from_zero("drift", drift, "how far local officials fall short")
    _checked(spread, weight)
    if drift >= spread:
        return loss_uniform(spread, weight)
    return weight / 2 * (drift**2 - 2 * drift**3 / (3 * spread))


def loss_in_band(half_width: float, spread: float, weight: float = 2.0) -> float:
    """Expected loss if officials without drift may move up to `half_width`
    (0 to S) from the mean: b (S - h)^3 / (6 S).
    """
    _checked(spread, weight)
    if not 0 <= half_width <= spread:
        raise ValueError(
            f"half_width is the permitted variation, from 0 to the spread {spread}; "
            f"{half_width} is not."
        )
    return weight * (spread - half_width) ** 3 / (6 * spread)


def break_even(spread: float, weight: float = 2.0, fixed_cost: float = 0.0) -> float:
    """The drift at which free local choice loses as much as one rule: sqrt(S^2/3 - 2F/b), S/sqrt 3
    without a fixed cost.

    0 if running local systems costs more than they could ever save.
    """
    _checked(spread, weight)
    _from_zero("fixed_cost", fixed_cost, "the cost of running local systems")
    return sqrt(max(spread**2 / 3 - 2 * fixed_cost / weight, 0.0))

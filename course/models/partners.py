"""M9, willing partners: a service that works only if enough of those who gain from it also help.

Each of n partners decides, once and without knowing what the others do, whether to help. If at
least k help, the service works and every partner gains b, helper or not. Help costs c, is paid by
the helper and is not given back (Palfrey and Rosenthal, *J. Public Economics* 24, 1984; with k = 1
it is the volunteer's dilemma of Diekmann, *J. Conflict Resolution* 29, 1985). Only c/b matters, so
costs here are shares of the gain: 0 < c/b < 1.

If each other partner helps with chance p, one more helper decides the matter with chance C(n-1,
k-1) p^(k-1) (1-p)^(n-k). Help pays while that exceeds c/b, so where the two are equal all may go on
as they do.

- k = 1: one such p, 1 - (c/b)^(1/(n-1)); the service works with chance 1 - (c/b)^(n/(n-1)), which
    falls as n grows.
- 1 < k < n: none helps (p = 0), and two more if c/b is below the highest chance to decide it, at p
    = (k-1)/(n-1).
- k = n: none helps, all help, and p = (c/b)^(1/(n-1)) between them.

Assumed: partners alike, one decision, no talk, no repetition. Only equilibria in which all partners
do alike are listed. "Stable" means that p moves towards where help pays and returns after a small
doubt; that rule of motion, and facilitation as a share f of c that the state bears, are this
course's own additions. Reading the text's "willing partners" as a threshold is ours too. Nothing
here is estimated on data.
"""

from bisect import bisect_left
from collections.abc import Sequence
from functools import cache
from math import comb, fsum, inf
from random import Random
from typing import NamedTuple

__all__ = [
    "Equilibrium",
    "draw",
    "equilibria",
    "facilitated",
    "most_pivotal",
    "pivotal",
    "provision",
    "volunteers",
]


class Equilibrium(NamedTuple):
    """A chance of helping that all partners may keep to: p,
    and whether it comes back after a small doubt.
    """

    p: float
    stable: bool


def _partners(n: int, k: int = 1) -> None:
    if not 2 <= n < inf or n != int(n):
        raise ValueError(
            f"n counts partners, from 2, since one alone has nobody to wait for; {n} does not."
        )
    if not 1 <= k <= n or k != int(k):
        raise ValueError(
            f"k is how many must help, a whole number from 1 to the {n} partners; {k} is not."
        )


def _chance(p: float) -> None:
    if not 0 <= p <= 1:
        raise ValueError(
            f"p is the chance that a partner helps and lies between 0 and 1; {p} does not."
        )


def _ratio(ratio: float) -> None:
    if not 0 < ratio < 1:
        raise ValueError(
            "ratio is the cost of help as a share of the gain, above 0 and below 1, or "
            f"nothing is at stake; {ratio} is not."
        )


def pivotal(p: float, n: int, k: int) -> float:
    """Chance that exactly k-1 of the n-1 others help, so that one more decides it. Source:
    Palfrey and Rosenthal (1984).
    """
    _partners(n, k)
    _chance(p)
    return comb(n - 1, k - 1) * p ** (k - 1) * (1 - p) ** (n - k)


def most_pivotal(n: int, k: int) -> float:
    """The highest chance to decide it, at p = (k-1)/(n-1):
    help that costs more never pays if 1 < k < n.
    """
    _partners(n, k)
    return pivotal((k - 1) / (n - 1), n, k)


def provision(p: float, n: int, k: int) -> float:
    """Chance that at least k of n partners help, each with chance p: that the service works."""
    _partners(n, k)
    _chance(p)
    return min(1.0, fsum(comb(n, j) * p**j * (1 - p) ** (n - j) for j in range(k, n + 1)))


def volunteers(n: int, ratio: float) -> float:
    """Chance that at least one of n helps when one is enough: 1 - (c/b)^(n/(n-1)). Source:
    Diekmann (1985).
    """
    _partners(n)
    _ratio(ratio)
    return 1 - ratio ** (n / (n - 1))


def facilitated(ratio: float, f: float) -> float:
    """The cost left to a partner if the state bears the share f of it, 0 <= f < 1:
    (1-f) c/b (this course's addition).
    """
    _ratio(ratio)
    if not 0 <= f < 1:
        raise ValueError(
            f"f is the share of the cost that the state bears, from 0 to below 1; {f} is not."
        )
    return ratio * (1 - f)


def _crossing(n: int, k: int, ratio: float, low: float, high: float) -> float:
    """Where the chance to decide it equals ratio between low and high, by halving."""
    rises = pivotal(low, n, k) < ratio
    for _ in range(44):
        middle = (low + high) / 2
        if (pivotal(middle, n, k) < ratio) == rises:
            low = middle
        else:
            high = middle
    return (low + high) / 2


def equilibria(n: int, k: int, ratio: float) -> tuple[Equilibrium, ...]:
    """Every Equilibrium in which all partners do alike, from the least p to the largest, for a cost
    c/b = ratio.

    Where the cost only just touches the highest chance to decide it, the two inner ones are one,
    and it is not stable: a doubt downwards grows.
    """
    _partners(n, k)
    _ratio(ratio)
    if k == 1:
        return (Equilibrium(1 - ratio ** (1 / (n - 1)), stable=True),)
    none = Equilibrium(0.0, stable=True)
    if k == n:
        return (
            none,
            Equilibrium(ratio ** (1 / (n - 1)), stable=False),
            Equilibrium(1.0, stable=True),
        )
    peak, top = (k - 1) / (n - 1), most_pivotal(n, k)
    if ratio > top:
        return (none,)
    if ratio == top:
        return none, Equilibrium(peak, stable=False)
    return (
        none,
        Equilibrium(_crossing(n, k, ratio, 0.0, peak), stable=False),
        Equilibrium(_crossing(n, k, ratio, peak, 1.0), stable=True),
    )


@cache
def _games(n: int, games: int, seed: int) -> list[list[float]]:
    """For each game the n partners' numbers in order:
    the k-th is the least p at which k of them help.
    """
    rng = Random(seed)  # noqa: S311  (a teaching draw, not a secret)
    return [sorted(rng.random() for _ in range(n)) for _ in range(games)]


def draw(n: int, k: int, chances: Sequence[float], games: int, seed: int) -> list[float]:
    """Play the game: for each chance p in `chances`, the share of `games` random plays in which at
    least k of n helped.

    A partner helps if a number drawn evenly from [0, 1) lies below p. The same games are used for
    every p, so the shares rise with p as the theory does, and a lucky set of games is lucky at
    neighbouring p too. seed fixes the draw.
    """
    _partners(n, k)
    for p in chances:
        _chance(p)
    if games != int(games) or games < 1:
        raise ValueError(f"games counts plays and is a whole number from 1; {games} is not.")
    enough = sorted(game[k - 1] for game in _games(n, games, seed))
    return [bisect_left(enough, p) / games for p in chances]

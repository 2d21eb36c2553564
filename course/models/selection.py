"""M8, merit and loyalty: whom a service gets if an exam and a second score share the weight.

Ability T of the applicants is standard normal: mean 0, in standard deviations (SD). The exam X
correlates rho >= 0 with T; a second score L (loyalty, or a panel's view) correlates lambda with T,
of either sign, and not at all with X. The top share alpha on S = w X + (1-w) L is taken, 0 <= w <=
1. Then S correlates with T by

    r_S = (w rho + (1-w) lambda) / sqrt(w^2 + (1-w)^2),

and those taken stand on average r_S i(alpha) above the applicants in T, with i(alpha) = phi(z) /
alpha and z the cut-off, Pr(Z > z) = alpha. Of the ablest share alpha, those of ability t > z, the
score takes Phi((r_S t - z) / sqrt(1 - r_S^2)), which is averaged over them here. In L itself they
stand (1-w) / sqrt(w^2 + (1-w)^2) times i(alpha) higher. How much a test is worth for the share
taken: Taylor and Russell, *J. Applied Psychology* 23, 1939; the mean of those taken: Brogden,
1946. Why a ruler may prefer the less able: Egorov and Sonin, "Dictators
    and Their Viziers",
*JEEA* 9, 2011. One weighted score for both is this course's own reduction, not theirs.

Exit: if the ablest share x of a service leaves, and its ability is standard normal, the mean of
    those who stay is
-phi(z_x) / (1-x), in SD of that service.

Assumed: one ability, everything normal, X and L uncorrelated, rho^2 + lambda^2 <= 1 (or no such
scores exist), many applicants. Not in it: learning on the job, who applies, what class the exam
rewards. Nothing here is estimated on data.
"""

from functools import cache
from math import fsum, hypot, sqrt
from random import Random
from statistics import NormalDist
from typing import NamedTuple, TypeAlias

__all__ = [
    "Entrants",
    "ability",
    "ability_lost",
    "ablest_taken",
    "best_weight",
    "draw",
    "intensity",
    "left_after_exit",
    "second_score",
    "share_kept",
    "validity",
]

_NORMAL = NormalDist()
_SLICES = 100  # of the ablest: a share is then right to two digits
_Applicant: TypeAlias = tuple[float, float, float]  # exam, second score, what neither tells


class Entrants(NamedTuple):
    """Means of those taken, in SD above the mean applicant: ability, and the second score."""

    ability: float
    second: float


def _weight(w: float) -> None:
    if not 0 <= w <= 1:
        raise ValueError(f"w is the weight of the exam, from 0 to 1; {w} is not.")


def _correlations(rho: float, lam: float) -> None:
    if not 0 <= rho <= 1:
        raise ValueError(
            f"rho is how far the exam tells ability, a correlation from 0 to 1; {rho} is not."
        )
    if not -1 <= lam <= 1:
        raise ValueError(
            f"lam is the second score's correlation with ability, from -1 to 1; {lam} is not."
        )
    if rho**2 + lam**2 > 1 + 1e-12:
        raise ValueError(
            "rho^2 + lam^2 may not exceed 1: two unrelated scores cannot tell more than all "
            f"there is; {rho} and {lam} do."
        )


def intensity(alpha: float) -> float:
    """i(alpha): mean of the top share alpha of a standard normal, phi(z)/alpha. Source:
    Brogden (1946).
    """
    if not 0 < alpha < 1:
        raise ValueError(
            f"alpha is the share of applicants taken, above 0 and below 1; {alpha} is not."
        )
    return _NORMAL.pdf(_NORMAL.inv_cdf(1 - alpha)) / alpha


def validity(w: float, rho: float, lam: float) -> float:
    """r_S: how far the weighted score correlates with ability."""
    _weight(w)
    _correlations(rho, lam)
    return (w * rho + (1 - w) * lam) / hypot(w, 1 - w)


def ability(w: float, rho: float, lam: float, alpha: float) -> float:
    """Mean ability of those taken, r_S i(alpha), in SD above the mean applicant."""
    return validity(w, rho, lam) * intensity(alpha)


@cache
def _ablest(alpha: float) -> list[float]:
    """The abilities of the ablest share alpha, from the middles of equal slices of them."""
    return [_NORMAL.inv_cdf(1 - alpha * (i + 0.5) / _SLICES) for i in range(_SLICES)]


def ablest_taken(w: float, rho: float, lam: float, alpha: float) -> float:
    """The share of the ablest alpha that is among those taken, by the bivariate normal:
    alpha if the score tells nothing.
    """
    intensity(alpha)  # refuses a share outside its domain
    tells, cut = validity(w, rho, lam), _NORMAL.inv_cdf(1 - alpha)
    unseen = sqrt(max(0.0, 1 - tells**2))
    if not unseen:
        return sum(tells * able > cut for able in _ablest(alpha)) / _SLICES
    return fsum(_NORMAL.cdf((tells * able - cut) / unseen) for able in _ablest(alpha)) / _SLICES


def second_score(w: float, alpha: float) -> float:
    """Mean second score of those taken, (1-w)/sqrt(w^2 + (1-w)^2) times i(alpha):
    what the ruler buys.
    """
    _weight(w)
    return (1 - w) / hypot(w, 1 - w) * intensity(alpha)


def ability_lost(w: float, rho: float, lam: float, alpha: float) -> float:
    """Mean ability that selection by the exam alone would bring beyond that at weight w, in SD;
    negative if w does better.
    """
    return ability(1, rho, lam, alpha) - ability(w, rho, lam, alpha)


def share_kept(w: float, rho: float, lam: float) -> float:
    """That mean as a share of what the exam alone would bring, r_S / rho:
    the same however many are taken.
    """
    if rho == 0:
        raise ValueError(
            "rho is 0: an exam that tells nothing brings no ability of which a share could be kept."
        )
    return validity(w, rho, lam) / rho


def best_weight(rho: float, lam: float) -> float:
    """The weight from 0 to 1 that takes the ablest: rho/(rho+lambda),
    where w/(1-w) = rho/lambda; 1 if lambda <= 0 < rho.
    """
    _correlations(rho, lam)
    if rho == 0 and lam <= 0:
        raise ValueError(
            "With an exam that tells nothing and a second score that tells no more, no weight "
            "is best."
        )
    return rho / (rho + max(lam, 0))


def left_after_exit(x: float) -> float:
    """Mean ability of those who stay when the ablest share x of a service leaves:
    -phi(z_x)/(1-x), in SD of that service.
    """
    if not 0 <= x < 1:
        raise ValueError(f"x is the share that leaves, from 0 to below 1; {x} is not.")
    return -x * intensity(x) / (1 - x) if x else 0.0


@cache
def _applicants(count: int, seed: int) -> list[_Applicant]:
    """Exam, second score and what neither tells, for each applicant:
    independent standard normal numbers.
    """
    rng = Random(seed)  # noqa: S311  (a teaching draw, not a secret)
    return [(rng.gauss(0, 1), rng.gauss(0, 1), rng.gauss(0, 1)) for _ in range(count)]


@cache
def _taken(w: float, alpha: float, count: int, seed: int) -> _Applicant:
    """Mean exam, second score and remainder of those taken:
    whom the score takes does not depend on what it tells.
    """
    ranked = sorted(_applicants(count, seed), key=lambda a: w * a[0] + (1 - w) * a[1], reverse=True)
    places = max(1, round(alpha * count))
    exam, second, rest = (fsum(column) / places for column in zip(*ranked[:places], strict=True))
    return exam, second, rest


def draw(w: float, rho: float, lam: float, alpha: float, *, applicants: int, seed: int) -> Entrants:
    """Draw `applicants` at random, take the top share alpha, and give the means of those taken as
    Entrants.

    Exam, second score and a remainder are drawn; ability is rho X + lambda L + sqrt(1 - rho^2 -
    lambda^2) times the remainder, which has the assumed correlations. The same applicants serve
    every w, rho and lambda. seed fixes the draw.
    """
    _weight(w)
    _correlations(rho, lam)
    intensity(alpha)  # refuses a share outside its domain
    if applicants != int(applicants) or applicants < 2:
        raise ValueError(
            f"applicants counts people and is a whole number from 2; {applicants} is not."
        )
    exam, second, rest = _taken(w, alpha, applicants, seed)
    unseen = sqrt(max(0.0, 1 - rho**2 - lam**2))
    return Entrants(rho * exam + lam * second + unseen * rest, second)

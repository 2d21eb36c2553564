"""Two groups of figures taken as draws: the difference of their means, with Welch's interval."""

from collections.abc import Iterable
from math import exp, lgamma, pi, sqrt

import numpy as np
from numpy.typing import ArrayLike

from course.evidence.result import Result, found

__all__ = ["difference_of_means", "student"]

_NODES, _WEIGHTS = np.polynomial.legendre.leggauss(60)


def student(df: float) -> float:
    """The 97.5 % quantile of Student's t with `df` degrees of freedom (1 or more, fractions included).

    With t = sqrt(df) tan(a), the share of t between 0 and its quantile is an integral of cos(a)^(df - 1) from 0 to a.
    """
    whole = sqrt(pi) * exp(lgamma(df / 2) - lgamma((df + 1) / 2))  # from -pi/2 to pi/2
    low, high = 0.0, pi / 2
    for _ in range(60):
        a = (low + high) / 2
        share = a / 2 * float(_WEIGHTS @ np.cos(a / 2 * (_NODES + 1)) ** (df - 1)) / whole
        low, high = (a, high) if share < 0.475 else (low, a)
    return sqrt(df) * float(np.tan((low + high) / 2))


def difference_of_means(
    ours: ArrayLike, theirs: ArrayLike, *, years: Iterable[int], source: str, provisional: bool = False
) -> Result:
    """Result, not judged yet: the mean of `ours` less the mean of `theirs`, sequences of figures in one unit.

    The interval is Welch's, 95 %: the figures are taken as independent draws, which yearly ones are not, and the two
    groups may vary unequally. Raises ValueError below three figures in either.
    """
    a, b = np.asarray(ours, float), np.asarray(theirs, float)
    if min(len(a), len(b)) < 3:
        raise ValueError("Two means with an interval need at least three figures each.")
    of_a, of_b = a.var(ddof=1) / len(a), b.var(ddof=1) / len(b)
    df = (of_a + of_b) ** 2 / (of_a**2 / (len(a) - 1) + of_b**2 / (len(b) - 1))
    return found(
        float(a.mean() - b.mean()), student(df) * sqrt(of_a + of_b), n=len(a) + len(b), years=years,
        source=source, provisional=provisional, ours=float(a.mean()), theirs=float(b.mean()),
        n_ours=len(a), n_theirs=len(b),
    )  # fmt: skip

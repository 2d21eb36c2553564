"""The statistics of item analysis, in plain Python: shares and correlations,
each with its 95 % interval.
"""

from math import atanh, sqrt, tanh
from statistics import StatisticsError, correlation, pvariance

__all__ = ["alpha", "correlated", "fisher", "wilson"]

Z = 1.959964  # the normal quantile of a 95 % interval


def wilson(share, n):
    """The 95 % interval of a share (0 to 1) among n: (low, high), or (0, 1) if n is 0.

    Scores between 0 and 1 vary at most as much as right and wrong do, so for partial credit it errs
    on the wide side.
    Source: Wilson (1927).
    """
    if not n:
        return 0.0, 1.0
    middle = (share + Z**2 / (2 * n)) / (1 + Z**2 / n)
    half = Z / (1 + Z**2 / n) * sqrt(share * (1 - share) / n + Z**2 / (4 * n**2))
    return max(0.0, middle - half), min(1.0, middle + half)


def correlated(xs, ys):
    """Pearson's correlation of two lists of equal length,
    or None where one of them does not vary.
    """
    try:
        return max(-1.0, min(1.0, correlation(xs, ys)))
    except StatisticsError:
        return None


def fisher(r, n):
    """The 95 % interval of a correlation r among n, by Fisher's z: (low, high).
    Under four it may be anything.
    """
    if n < 4:
        return -1.0, 1.0
    z, half = atanh(max(-0.9999, min(0.9999, r))), Z / sqrt(n - 3)
    return tanh(z - half), tanh(z + half)


def alpha(columns):
    """Cronbach's alpha of a sheet: columns are lists of points, one an item.
    None under two items or with no spread.
    """
    totals = [sum(row) for row in zip(*columns, strict=True)]
    spread = pvariance(totals) if totals else 0
    if len(columns) < 2 or not spread:
        return None
    k = len(columns)
    return k / (k - 1) * (1 - sum(map(pvariance, columns)) / spread)

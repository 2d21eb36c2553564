"""How often a link between countries would be called so by chance: the countries of one measure are
dealt out anew.

Years are not exchangeable, so they are never shuffled. Countries are, if the two measures have no
link; that neighbours resemble one another is not in it, so the share is a least one.
"""

from math import sqrt, tanh

import numpy as np

from course.evidence.contrast import Figures
from course.evidence.result import FIRM, Z95

__all__ = ["by_chance"]

_RUNS = 1000
_SEED = 2023


def _standard(figures: Figures) -> Figures:
    away = figures - figures.mean(axis=0)
    return away / np.sqrt((away**2).sum(axis=0))


def by_chance(x: Figures, y: Figures, runs: int = _RUNS) -> tuple[float, float]:
    """(share of dealings whose correlations would be a verdict above zero, share below), by the
    rule of `judge`.

    x and y have countries down and the admissible choices across; a country that lacks any figure
    is left out.
    """
    whole = ~(np.isnan(x) | np.isnan(y)).any(axis=1)
    x, y = _standard(x[whole]), _standard(y[whole])
    least = tanh(Z95 / sqrt(len(x) - 3))  # Fisher's interval leaves zero out from here on
    rng = np.random.default_rng(_SEED)
    found = np.array([(x[rng.permutation(len(x))] * y).sum(axis=0) for _ in range(runs)])

    def share(side: int) -> float:
        toward = side * found
        given = (toward > 0).all(axis=1) & ((toward > least).mean(axis=1) >= FIRM)
        return float(given.mean())

    return share(1), share(-1)

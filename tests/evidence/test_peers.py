"""A country beside others: is its distance from their median, and who counts as like it,
right by another hand?
"""

import numpy as np
import pytest

from course.evidence import peers
from course.evidence.series import Point, Series


def test_a_planted_distance_is_found_again():
    """Is a country set two deviations above its peers' median measured so,
    and turned round by the sign?
    """
    rng = np.random.default_rng(5)
    world = {
        2000 + t: {str(i): float(v) for i, v in enumerate(rng.normal(size=101))} for t in range(3)
    }
    for year in world.values():
        year["X"] = 0.0
        spread, middle = (
            np.std(list(year.values()), ddof=1),
            np.median([v for c, v in year.items() if c != "X"]),
        )
        year["X"] = middle + 2 * spread
    own = Series(tuple(Point(y, of["X"], 0.3) for y, of in world.items()), "planted")
    others = [str(i) for i in range(101)]
    up, down = (peers.standing(own, world, others, sign).points for sign in (1, -1))
    for year, p, q in zip(world, up, down, strict=True):
        spread = np.std(list(world[year].values()), ddof=1)
        assert p.value == pytest.approx(
            (world[year]["X"] - np.median([world[year][c] for c in others])) / spread
        )
        assert q.value == -p.value
        assert p.se == pytest.approx(0.3 / spread)


def test_similar_means_a_factor_either_way():
    """Are exactly the countries from half to double kept, the country itself left out?"""
    assert peers.similar({"A": 10, "B": 5, "C": 20, "D": 4.9, "E": 20.1}, "A") == ["B", "C"]

"""Are the comparisons right, by an independent hand,
and the verdicts honest on series of known truth?
"""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from course.evidence import Result, judge
from course.evidence import levels_and_changes as between
from course.evidence.result import found
from course.lessons import classic

RNG = np.random.default_rng(7)


def test_correlation_agrees_with_scipy():
    """Are r and Fisher's interval those of scipy, to 1e-9?"""
    x = RNG.normal(size=60)
    y = 0.4 * x + RNG.normal(size=60)
    r, interval = between.correlation(x, y)
    oracle = stats.pearsonr(x, y)
    assert r == pytest.approx(oracle.statistic, abs=1e-9)
    assert interval == pytest.approx(tuple(oracle.confidence_interval(0.95)), abs=1e-9)


def test_the_line_agrees_with_scipy():
    """Is the line least squares, and its band the standard error of the mean times 1.96?"""
    x = RNG.normal(size=200)
    y = 1 + 2 * x + RNG.normal(size=200)
    line, low, high = between.fit(x, y, [0.0, 1.0])
    oracle = stats.linregress(x, y)
    assert line == pytest.approx([oracle.intercept, oracle.intercept + oracle.slope], abs=1e-9)
    assert high[0] - line[0] == pytest.approx(between.Z95 * oracle.intercept_stderr, abs=1e-9)
    assert (low < line).all()


@pytest.mark.parametrize(("x", "y"), [([1, 2, 3], [1, 2, 3]), ([1, 1, 1, 1], [1, 2, 3, 4])])
def test_too_little_to_compare_is_refused(x, y):
    """Is a correlation without variation an error rather than a number?"""
    with pytest.raises(ValueError, match="at least four points"):
        between.correlation(x, y)


def _results(*pairs):
    return [found(estimate, half, n=2, years=(2000,), source="made up") for estimate, half in pairs]


@pytest.mark.parametrize(
    ("pairs", "floor", "verdict"),
    [
        ([(0.2, 0.1), (0.3, 0.1)], None, "supports"),
        ([(-0.2, 0.1)], None, "contradicts"),
        ([(0.2, 0.1), (0.3, 0.1), (0.1, 0.2)], None, "supports"),
        ([(0.2, 0.1), (0.1, 0.2)], None, "leaves open"),
        ([(0.2, 0.1), (0.3, 0.1), (-0.1, 0.2)], None, "leaves open"),
        ([(0.2, None)], None, "leaves open"),
        ([(0.5, None), (0.7, None)], 0.5, "supports"),
        ([(-0.5, None), (-0.7, None), (-0.4, None)], 0.5, "contradicts"),
        ([(0.4, None)], 0.5, "leaves open"),
        ([], None, "cannot be tested here"),
    ],
)
def test_the_rule_of_the_verdict(pairs, floor, verdict):
    """Must every estimate lie on one side, and two in three be read: by interval,
    or by the floor where none is?
    """
    assert judge(_results(*pairs), floor=floor) == verdict


@pytest.mark.parametrize(
    ("pairs", "about", "verdict"),
    [
        ([(0.1, 0.3), (-0.1, 0.3)], {"band": 0.5}, "no such change"),  # 90 % reaches 0.35
        ([(0.1, 0.3), (0.3, 0.3)], {"band": 0.5}, "leaves open"),  # 90 % reaches 0.55
        ([(0.3, 0.22)], {"band": 0.5}, "no such change"),  # told from zero, and too small to matter
        ([(0.1, 0.3)], {}, "leaves open"),
        ([(0.25, None), (-0.25, None)], {"floor": 0.5, "missed": 0.05}, "no such change"),
        ([(0.25, None), (-0.26, None)], {"floor": 0.5, "missed": 0.05}, "leaves open"),
        ([(0.25, None), (-0.25, None)], {"floor": 0.5, "missed": 0.051}, "leaves open"),
        ([(0.0, None)], {"floor": 0.5}, "leaves open"),
        ([(0.0, None)], {"missed": 0.0}, "leaves open"),
    ],
)
def test_when_and_only_when_nothing_happened(pairs, about, verdict):
    """Is *no such change* said if each 90 % interval lies in the band, or each estimate is at most
    half the floor and few true changes look so; and never else?
    """
    assert judge(_results(*pairs), **about) == verdict


def test_a_claim_of_a_fall_is_judged_the_other_way():
    """Does a claim that expects a fall turn the verdict round?"""
    assert judge(_results((-0.2, 0.1)), expects=-1) == "supports"
    assert judge(_results((0.2, 0.1)), expects=-1) == "contradicts"


def test_a_result_refuses_nonsense():
    """Is a verdict outside the words of a verdict, or an interval without its estimate, refused?"""
    good = {
        "estimate": 0.2,
        "interval": (0.1, 0.3),
        "n": 5,
        "years": (2000,),
        "source": "s",
        "provisional": False,
        "rule": "r",
        "verdict": "supports",
        "reason": "w",
    }
    assert Result(**good).badge == "interval"
    assert Result(**good | {"provisional": True}).badge == "provisional"
    assert Result(**good | {"interval": None}).badge == "no interval"
    with pytest.raises(ValueError, match="verdict"):
        Result(**good | {"verdict": "proves"})
    with pytest.raises(ValueError, match="does not hold"):
        Result(**good | {"estimate": 0.9})


def _world(slope, countries=150, seed=0):
    """Panels of a measure and an outcome whose *changes* follow `slope`;
    levels go together in any case.
    """
    rng = np.random.default_rng(seed)
    years = list(range(1996, 2024))
    level = rng.normal(size=(countries, 1))
    steps = rng.normal(scale=0.2, size=(countries, len(years))).cumsum(axis=1)
    x = level + steps
    y = level + slope * steps + rng.normal(scale=0.15, size=x.shape)
    names = [f"C{i:03d}" for i in range(countries)]
    return pd.DataFrame(x, names, years), pd.DataFrame(y, names, years)


def test_a_planted_link_is_found_and_noise_is_not():
    """On 40 worlds each: is a true link of changes found,
    and none claimed (beyond chance) where there is none?
    """
    windows = between.Windows((1996, 2000, 2004, 2008), (2019, 2023), 11)

    def verdicts(slope):
        return [
            between.within(
                *_world(slope, seed=s), 1996, 2023, windows, source="made up"
            ).result.verdict
            for s in range(40)
        ]

    assert verdicts(0.5).count("supports") >= 32
    noise = verdicts(0)
    assert noise.count("supports") + noise.count("contradicts") <= 4
    assert noise.count("no such change") >= 20


def test_levels_go_together_even_where_changes_do_not():
    """Is the trap that the chapter teaches really there?"""
    x, y = _world(0)
    levels = between.across(x, y, 2010, [2000, 2010, 2020], source="made up")
    assert levels.result.verdict == "supports"
    assert levels.result.n == 150


def test_the_figures_of_the_chapter():
    """By the rule of every other card: do levels support, and changes too,
    though at less than a third of the strength?
    """
    levels = classic.merit_and_effectiveness_comparison("levels", 1996).result
    changes = classic.merit_and_effectiveness_comparison("changes", 1996).result
    assert levels.verdict == "supports"
    assert changes.verdict == "supports"
    assert changes.estimate < levels.estimate / 3
    assert levels.estimate == pytest.approx(0.6923, abs=1e-4)
    assert changes.estimate == pytest.approx(0.191, abs=1e-3)
    assert changes.interval == pytest.approx((0.0359, 0.3370), abs=1e-3)
    assert not levels.provisional


def test_a_link_by_chance_is_seldom_a_verdict():
    """Are shares of false verdicts those of dealing countries out one by one,
    and at most 5 % each way on the real tables?
    """
    from course.evidence.shuffled import by_chance

    x, y = (panel.to_numpy()[:40, :6] for panel in _world(0, seed=3))
    ours = by_chance(x, y, runs=200)
    rng, counts = np.random.default_rng(2023), {"supports": 0, "contradicts": 0, "leaves open": 0}
    for _ in range(200):
        dealt = x[rng.permutation(len(x))]
        halves = [between.correlation(dealt[:, i], y[:, i]) for i in range(6)]
        counts[
            judge([Result(r, i, 40, (0,), "s", False, "", "leaves open", "") for r, i in halves])
        ] += 1
    assert ours == (counts["supports"] / 200, counts["contradicts"] / 200)
    assert classic.merit.by_chance_of("changes") <= 0.05
    assert classic.merit.by_chance_of("levels") <= 0.05


def test_told_apart_counts_changes_beyond_error():
    """Does a change of one standard error count for nothing, and of three for something?"""
    se = pd.DataFrame(0.1, ["A", "B"], [2000, 2020])
    y = pd.DataFrame({2000: [0.0, 0.0], 2020: [0.1, 0.5]}, ["A", "B"])
    assert between.told_apart(y, se, 2000, 2020) == (1, 2)

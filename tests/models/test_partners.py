"""M9: are all equilibria of the threshold game found, and do they behave as the equations say?"""

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import brentq, minimize_scalar
from scipy.stats import binom

from course.models import partners as m9

ratios = st.floats(0.01, 0.95)
chances = st.floats(0, 1).map(lambda p: round(p, 9))  # scipy overflows on chances near 1e-308
games = st.integers(2, 30).flatmap(lambda n: st.tuples(st.just(n), st.integers(1, n)))


def net(n, k, ratio):
    """What helping brings beyond its cost, by scipy's binomial distribution."""
    return lambda p: binom.pmf(k - 1, n - 1, p) - ratio


def test_reference_values():
    """Does it give the values worked out by hand at a cost of one fifth?"""
    assert m9.volunteers(2, 0.2) == pytest.approx(0.96)
    assert m9.volunteers(10, 0.2) == pytest.approx(0.83275, abs=5e-6)
    assert m9.volunteers(2, 0.2) - m9.volunteers(10, 0.2) == pytest.approx(0.127, abs=5e-4)
    assert m9.most_pivotal(10, 5) == pytest.approx(0.2602, abs=5e-5)
    none, tips, holds = m9.equilibria(10, 5, 0.2)
    assert none == (0, True)
    assert tips.p == pytest.approx(0.3282, abs=5e-5)
    assert holds.p == pytest.approx(0.5650, abs=5e-5)
    assert (tips.stable, holds.stable) == (False, True)


def test_limits():
    """One enough: towards 1 - c/b as partners grow many. All needed: none, all,
    and a tipping point. Too dear: none.
    """
    assert m9.volunteers(100_000, 0.2) == pytest.approx(0.8, abs=1e-4)
    assert m9.equilibria(10, 10, 0.2) == (
        (0, True),
        (pytest.approx(0.2 ** (1 / 9)), False),
        (1, True),
    )
    assert m9.equilibria(10, 5, 0.2603) == ((0, True),)
    assert m9.equilibria(10, 5, m9.most_pivotal(10, 5)) == ((0, True), (4 / 9, False))
    assert m9.equilibria(2, 1, 0.3) == ((pytest.approx(0.7), True),)
    assert m9.provision(0, 7, 3) == 0
    assert m9.provision(1, 7, 3) == 1
    assert m9.pivotal(0, 7, 1) == m9.pivotal(1, 7, 7) == 1


def test_nine_tenths_of_the_cost_do_not_buy_trust():
    """Ten partners, five needed, help costs 0.4 and the state bears 90 %:
    is an expectation of one in ten still too low?
    """
    ratio = m9.facilitated(0.4, 0.9)
    tips = m9.equilibria(10, 5, ratio)[1]
    assert tips.p == pytest.approx(0.168, abs=1e-3)
    assert m9.pivotal(0.1, 10, 5) < ratio


@settings(deadline=None)
@given(games, ratios)
def test_scipy_finds_the_same_crossings(game, ratio):
    """Does a search for sign changes on a fine grid give the inner equilibria,
    no fewer and no more?
    """
    n, k = game
    gain = net(n, k, ratio)
    grid = np.unique(np.concatenate([np.linspace(0, 1, 401), [(k - 1) / (n - 1)]]))
    if 1 < k < n and abs(m9.most_pivotal(n, k) - ratio) < 1e-6:
        return
    pays = gain(grid) > 0
    found = [brentq(gain, grid[i], grid[i + 1]) for i in np.flatnonzero(pays[1:] != pays[:-1])]
    inner = [e.p for e in m9.equilibria(n, k, ratio) if 0 < e.p < 1]
    assert inner == pytest.approx(found, abs=1e-9)


@settings(deadline=None)
@given(games, ratios)
def test_stable_ones_draw_expectations_in(game, ratio):
    """Just below and just above each equilibrium, does the gain from help
    push towards a stable one and off the others?
    """
    n, k = game
    gain, all_of_them = net(n, k, ratio), m9.equilibria(n, k, ratio)
    points = [e.p for e in all_of_them]
    near = min([1e-3, *(abs(a - b) / 3 for a in points for b in points if a != b)])
    for p, stable in all_of_them:
        below, above = gain(p - near) if p > near else 1, gain(p + near) if p < 1 - near else -1
        assert stable == (below > 0 > above)


@settings(deadline=None)
@given(games, ratios, chances)
def test_expectations_settle_where_the_model_says(game, ratio, start):
    """If p moves by small steps to where help pays, does it come to
    rest at a stable equilibrium on its own side?
    """
    n, k = game
    step = 0.02
    all_of_them = m9.equilibria(n, k, ratio)
    points = [e.p for e in all_of_them]
    on_the_edge = any(not e.stable and abs(e.p - start) < 0.01 for e in all_of_them)
    leapt_over = any(abs(a - b) < 2 * step for a, b in pairwise(points))
    if ratio == m9.most_pivotal(n, k) or on_the_edge or leapt_over:
        return  # it may go either way
    walls = [0, *(e.p for e in all_of_them if not e.stable), 1]
    low, high = next((a, b) for a, b in pairwise(walls) if a <= start <= b)
    (rest,) = [e.p for e in all_of_them if e.stable and low <= e.p <= high]
    p = start
    for _ in range(500):
        ahead = m9.pivotal(p, n, k) - ratio
        p = min(max(p + (step if ahead > 0 else -step), low), high)
        step *= 0.985
    assert p == pytest.approx(rest, abs=0.01)


@given(st.integers(2, 60), ratios)
def test_more_helpers_less_help(n, ratio):
    """If one is enough, does each added partner make the service less sure,
    though never below 1 - c/b?
    """
    assert 1 - ratio <= m9.volunteers(n + 1, ratio) <= m9.volunteers(n, ratio)
    (only,) = m9.equilibria(n, 1, ratio)
    assert m9.provision(only.p, n, 1) == pytest.approx(m9.volunteers(n, ratio))


@given(games, ratios, st.floats(0, 0.95), st.floats(0, 0.95))
def test_facilitation_lowers_the_tipping_point_and_raises_what_holds(game, ratio, a, b):
    """Does a cheaper start ask for less trust, and end with more help?"""
    little, much = sorted((a, b))
    before = m9.equilibria(*game, m9.facilitated(ratio, little))
    after = m9.equilibria(*game, m9.facilitated(ratio, much))
    assert after[-1].p >= before[-1].p - 1e-9
    tip_before, tip_after = ([e.p for e in them if not e.stable] for them in (before, after))
    assert not tip_before or tip_after[0] <= tip_before[0] + 1e-9


@settings(deadline=None)
@given(games, chances, chances)
def test_provision_is_the_binomial_tail_and_rises(game, a, b):
    """Is it scipy's survival function, a chance, and higher if each helps more?"""
    n, k = game
    low, high = sorted((a, b))
    assert m9.provision(low, n, k) == pytest.approx(binom.sf(k - 1, n, low), abs=1e-12)
    assert m9.pivotal(low, n, k) == pytest.approx(binom.pmf(k - 1, n - 1, low), abs=1e-12)
    assert 0 <= m9.provision(low, n, k) <= m9.provision(high, n, k) + 1e-12


@pytest.mark.parametrize(("n", "k"), [(10, 5), (7, 2), (20, 19)])
def test_the_highest_chance_to_decide_it(n, k):
    """Does an optimiser find it at (k-1)/(n-1)?"""
    best = minimize_scalar(lambda p: -m9.pivotal(p, n, k), bounds=(0, 1), method="bounded")
    assert best.x == pytest.approx((k - 1) / (n - 1), abs=1e-4)
    assert -best.fun == pytest.approx(m9.most_pivotal(n, k))


def test_a_simulation_makes_a_partner_indifferent():
    """Played 400,000 times at p = 0.565, does help bring what it costs, by numpy's own dice?"""
    others = np.random.default_rng(20261124).binomial(9, m9.equilibria(10, 5, 0.2)[2].p, 400_000)
    helps, waits = (others + 1 >= 5).mean() - 0.2, (others >= 5).mean()
    assert helps == pytest.approx(waits, abs=0.003)


def test_the_draw_follows_the_theory_and_its_seed():
    """Is the draw near the theory, rising, the same for the same seed and another for another?"""
    at = [i / 40 for i in range(41)]
    played = m9.draw(10, 5, at, 20_000, seed=9)
    assert played == pytest.approx([m9.provision(p, 10, 5) for p in at], abs=0.012)
    assert played == sorted(played)
    assert (played[0], played[-1]) == (0, 1)
    assert (
        m9.draw(10, 5, at, 200, seed=9)
        == m9.draw(10, 5, at, 200, seed=9)
        != m9.draw(10, 5, at, 200, seed=8)
    )


def test_the_draw_is_the_one_of_its_seed():
    """To the last of 200 plays: how often five of ten help at seed 1? And is one play enough,
    and one helper?
    """
    played = m9.draw(10, 5, [0.3, 0.5, 0.7], 200, seed=1)
    assert played == pytest.approx([0.155, 0.6, 0.955], abs=1e-12)
    assert m9.draw(5, 1, [0.5], 1, seed=1) == [1]


def test_provision_is_never_more_than_sure():
    """Where rounding carries the sum of the binomial above 1, is it cut?"""
    assert m9.provision(0.9, 20, 1) == 1


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that says what it means?"""
    for call, words in [
        (lambda: m9.pivotal(0.5, 1, 1), "nobody to wait for"),
        (lambda: m9.pivotal(0.5, 2.5, 1), "counts partners"),
        (lambda: m9.provision(0.5, 5, 6), "from 1 to the 5"),
        (lambda: m9.provision(0.5, 5, 0), "how many must help"),
        (lambda: m9.pivotal(1.1, 5, 2), "between 0 and 1"),
        (lambda: m9.provision(float("nan"), 5, 2), "between 0 and 1"),
        (lambda: m9.equilibria(5, 2, 0), "share of the gain"),
        (lambda: m9.volunteers(5, 1), "share of the gain"),
        (lambda: m9.facilitated(0.2, 1), "state bears"),
        (lambda: m9.draw(5, 2, [0.5], 0, 1), "counts plays"),
        (lambda: m9.draw(5, 6, [0.5], 10, 1), "from 1 to the 5"),
        (lambda: m9.draw(5, 2, [2], 10, 1), "between 0 and 1"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()

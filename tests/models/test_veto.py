"""M10: do vetoes freeze what Tsebelis says they freeze, and as often as the formula says?"""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.stats import beta, binom, uniform

from course.models import veto as m10

places = st.floats(0, 1)
counts = st.integers(1, 12)
spreads = st.floats(0.05, 1)
tables = st.lists(places, min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("n", "value"), [(1, 0), (2, 0.5), (3, 0.75), (4, 0.875), (12, 1 - 2**-11)]
)
def test_reference_values(n, value):
    """Is gridlock in the middle 1 - 2^(1 - n)?"""
    assert m10.gridlock(0.5, n) == pytest.approx(value)


def test_limits():
    """One veto: nothing is stuck. Policy at an end of the line: nothing either. Many vetoes:
    nearly everything is.
    """
    assert m10.gridlock(0.3, 1) == m10.core_width(1) == 0
    assert m10.gridlock(0, 7) == m10.gridlock(1, 7) == 0
    assert m10.gridlock(0.3, 60) == pytest.approx(1)
    assert m10.core_width(199) == pytest.approx(0.99)
    # nobody's ideal lies that far out
    assert m10.gridlock(0.2, 5, 0.4) == m10.gridlock(0.8, 5, 0.4) == 0
    assert m10.gridlock(0.5, 3, 0.1) == pytest.approx(0.75)


@given(places, counts, spreads)
def test_more_vetoes_freeze_more(s, n, spread):
    """Is it a chance, alike at both ends, that rises with each veto?"""
    here = m10.gridlock(s, n, spread)
    assert 0 <= here <= 1
    assert m10.gridlock(s, n + 1, spread) >= here - 1e-12
    assert m10.core_width(n + 1, spread) > m10.core_width(n, spread)
    assert m10.gridlock(1 - s, n, spread) == pytest.approx(here, abs=1e-12)
    assert here <= m10.gridlock(0.5, n, spread) + 1e-12


@given(places, counts, spreads)
def test_gridlock_is_a_binomial_that_is_neither_none_nor_all(s, n, spread):
    """Are ideals on both sides of the policy as often as scipy's binomial says?"""
    below = uniform(0.5 - spread / 2, spread).cdf(s)
    oracle = 1 - binom.pmf(0, n, below) - binom.pmf(n, n, below)
    assert m10.gridlock(s, n, spread) == pytest.approx(oracle, abs=1e-9)


@pytest.mark.parametrize("n", [1, 2, 3, 5, 12])
@pytest.mark.parametrize("spread", [0.3, 1.0])
def test_the_core_is_as_wide_as_its_ends_lie_apart(n, spread):
    """Do the beta distributions of the extremes, and quadrature over every policy,
    give its expected width?
    """
    ends = beta(n, 1).mean() - beta(1, n).mean()
    assert m10.core_width(n, spread) == pytest.approx(spread * ends)
    kinks = [0.5 - spread / 2, 0.5 + spread / 2]
    average, _ = quad(lambda s: m10.gridlock(s, n, spread), 0, 1, points=kinks)
    assert average == pytest.approx(m10.core_width(n, spread), abs=1e-9)


def test_the_formula_agrees_with_tables_drawn_at_random():
    """Are as many of 20,000 tables stuck as it says?"""
    dice = random.Random(20261123)
    for s, n in [(0.5, 4), (0.2, 3)]:
        tables = [[dice.random() for _ in range(n)] for _ in range(20_000)]
        share = sum(m10.stuck(s, ideals) for ideals in tables) / len(tables)
        assert share == pytest.approx(m10.gridlock(s, n), abs=0.01)


@given(tables, places, st.floats(0.001, 0.999))
def test_the_winset_holds_what_everyone_prefers_and_nothing_else(ideals, s, policy):
    """Does asking each player about one policy agree with the interval?"""
    gains = [abs(s - ideal) - abs(policy - ideal) for ideal in ideals]
    if any(abs(gain) < 1e-9 for gain in gains):
        return  # indifferent, to the precision of the machine
    found = m10.winset(s, ideals)
    inside = found is not None and found[0] < policy < found[1]
    assert inside == all(gain > 0 for gain in gains)


@given(tables, places, st.floats(0, 1))
def test_absorption(ideals, s, where):
    """Does a veto player inside the core change nothing?"""
    low, high = m10.core(ideals)
    inner = min(max(low + where * (high - low), low), high)
    assert m10.core([*ideals, inner]) == (low, high)
    assert m10.winset(s, [*ideals, inner]) == m10.winset(s, ideals)


@given(tables, places, places)
def test_another_veto_never_opens_anything(ideals, s, newcomer):
    """Is what all of them accept part of what fewer accepted, and a frozen policy still frozen?"""
    before, after = m10.winset(s, ideals), m10.winset(s, [*ideals, newcomer])
    if before is None:
        assert after is None
    elif after is not None:
        assert before[0] <= after[0] <= after[1] <= before[1]


def test_the_winset_ends_with_the_line():
    """Is (s, 2 min - s) cut off where no policy is left?"""
    assert m10.winset(0.3, [0.4, 0.9]) == pytest.approx((0.3, 0.5))
    assert m10.winset(0.1, [0.8, 0.9]) == (0.1, 1)
    assert m10.winset(0.9, [0.1]) == (0, 0.9)
    assert m10.winset(0.4, [0.4]) is None


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m10.gridlock(1.1, 3), "status_quo"),
        (lambda: m10.gridlock(float("nan"), 3), "status_quo"),
        (lambda: m10.gridlock(0.5, 0), "vetoes counts"),
        (lambda: m10.gridlock(0.5, 2.5), "whole number"),
        (lambda: m10.gridlock(0.5, float("nan")), "vetoes counts"),
        (lambda: m10.core_width(float("inf")), "vetoes counts"),
        (lambda: m10.gridlock(0.5, 2, 0), "spread"),
        (lambda: m10.core_width(0), "vetoes counts"),
        (lambda: m10.core_width(2, 1.5), "spread"),
        (lambda: m10.core([]), "^ideals lists .* name at least one, since someone decides.$"),
        (
            lambda: m10.core([0.2, -0.1]),
            "^an entry of ideals is what a veto player would like best, a place",
        ),
        (lambda: m10.stuck(-0.1, [0.5]), "^status_quo is the policy in force, a place"),
        (lambda: m10.winset(0.5, [2]), "ideals"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()

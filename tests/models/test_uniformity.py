"""M12: do the losses of one rule, local choice and a floor behave as the equations say?"""

from math import sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import minimize_scalar

from course.models import uniformity as m12

spreads = st.floats(0.05, 5)
drifts = st.floats(0, 5)
weights = st.floats(0.1, 5)


def expected_loss(service, spread, weight, kinks=()):
    """The loss over needs spread evenly on [-S, S], by numerical integration."""
    points = [k for k in kinks if -spread < k < spread]
    total, _ = quad(
        lambda t: weight / 2 * (service(t) - t) ** 2 / (2 * spread),
        -spread,
        spread,
        points=points or None,
    )
    return total


def test_reference_values():
    """Does it give the values worked out by hand at spread 1, drift 0.4, weight 2?"""
    assert m12.loss_uniform(1.0) == pytest.approx(0.3333, abs=5e-5)
    assert m12.loss_local(0.4) == pytest.approx(0.16)
    assert m12.loss_with_floor(0.4, 1.0) == pytest.approx(0.1173, abs=5e-5)
    assert m12.break_even(1.0) == pytest.approx(0.5774, abs=5e-5)


def test_the_floor_never_lies_above_the_one_rule():
    """Where officials fall short by more than need ever varies, is the best floor the mean need?"""
    assert m12.best_floor(0.4, 1) == pytest.approx(-0.6)
    assert m12.best_floor(3, 1) == 0


def test_a_mismatch_costs_two_unless_said_otherwise():
    """Left out, is the weight 2, also where a fixed cost makes it count?"""
    assert m12.break_even(3, fixed_cost=2) == m12.break_even(3, 2, 2) == 1


def test_limits():
    """No drift: nothing lost. Drift as large as the spread: the floor is one rule.
    Band shut or open: one rule, nothing.
    """
    assert m12.loss_local(0) == m12.loss_with_floor(0, 1.0) == 0
    assert m12.loss_with_floor(1.0, 1.0) == pytest.approx(m12.loss_uniform(1.0))
    assert m12.loss_with_floor(0.999999, 1.0) == pytest.approx(m12.loss_uniform(1.0), abs=1e-5)
    assert m12.loss_in_band(0, 1.3) == pytest.approx(m12.loss_uniform(1.3))
    assert m12.loss_in_band(1.3, 1.3) == 0


@given(spreads, weights, st.floats(0, 1))
def test_a_fixed_cost_shifts_the_break_even(spread, weight, share):
    """Is d^2 = S^2/3 - 2F/b, and never below zero?"""
    cost = share * weight * spread**2 / 3
    d = m12.break_even(spread, weight, cost)
    assert d**2 == pytest.approx(max(spread**2 / 3 - 2 * cost / weight, 0), abs=1e-9)
    if cost < 0.99 * m12.loss_uniform(spread, weight):
        assert m12.loss_local(d, weight) + cost == pytest.approx(m12.loss_uniform(spread, weight))


@given(drifts, spreads, weights)
def test_the_floor_is_never_worse_than_either(drift, spread, weight):
    """Does local choice above a floor lose at most what one rule or free choice loses,
    and never less than nothing?
    """
    floor = m12.loss_with_floor(drift, spread, weight)
    assert 0 <= floor <= min(m12.loss_uniform(spread, weight), m12.loss_local(drift, weight)) + 1e-9


@given(drifts, drifts, spreads)
def test_more_drift_loses_more(a, b, spread):
    """Do both local arrangements lose more as officials fall further short?"""
    low, high = sorted((a, b))
    assert m12.loss_local(low) <= m12.loss_local(high)
    assert m12.loss_with_floor(low, spread) <= m12.loss_with_floor(high, spread) + 1e-9


@given(drifts, spreads)
def test_local_choice_wins_below_the_break_even_and_only_there(drift, spread):
    """Is S/sqrt 3 where the order turns?"""
    gap = m12.loss_uniform(spread) - m12.loss_local(drift)
    if abs(drift - m12.break_even(spread)) > 1e-6:
        assert (gap > 0) == (drift < spread / sqrt(3))


@pytest.mark.parametrize("spread", [0.2, 1.0, 2.0])
@pytest.mark.parametrize("share", [0.0, 0.2, 0.6, 0.95])
def test_integration_and_optimisation_agree(spread, share):
    """Do quadrature and a numerical search for the best floor give the closed forms?"""
    drift = share * spread
    assert expected_loss(lambda _: 0, spread, 2) == pytest.approx(
        m12.loss_uniform(spread), rel=1e-9
    )
    assert expected_loss(lambda t: t - drift, spread, 2) == pytest.approx(
        m12.loss_local(drift), abs=1e-12
    )

    def with_floor(f):
        return expected_loss(lambda t: max(f, t - drift), spread, 2, kinks=[f + drift])

    best = minimize_scalar(
        with_floor, bounds=(-spread - drift, spread), method="bounded", options={"xatol": 1e-9}
    )
    assert best.fun == pytest.approx(m12.loss_with_floor(drift, spread), abs=1e-8)
    assert with_floor(m12.best_floor(drift, spread)) == pytest.approx(best.fun, abs=1e-8)
    h = share * spread
    band = expected_loss(lambda t: min(max(t, -h), h), spread, 2, kinks=[-h, h])
    assert band == pytest.approx(m12.loss_in_band(h, spread), abs=1e-9)


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m12.loss_uniform(0), "spread"),
        (lambda: m12.loss_uniform(1, -1), "weight"),
        (lambda: m12.loss_local(-0.1), "drift"),
        (lambda: m12.loss_local(float("nan")), "drift"),
        (lambda: m12.best_floor(-1, 1), "drift"),
        (lambda: m12.loss_with_floor(0.1, float("inf")), "spread"),
        (lambda: m12.loss_in_band(1.1, 1), "half_width"),
        (lambda: m12.break_even(1, 2, -1), "fixed_cost"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()

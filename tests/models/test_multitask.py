"""M3: does a bonus on the counted task move both tasks, and the value of the whole,
as the equations say?
"""

import numpy as np
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st
from scipy.optimize import minimize

from course.models import multitask as m3

kappas = st.floats(0, 0.95)
motives = st.floats(0.05, 2)
bonuses = st.floats(0, 3)
chis = st.floats(0, 1)
prices = st.floats(0, 2)
risks = st.floats(0, 3)


def test_reference_values():
    """Does it give the values worked out by hand at kappa 0.5, m 1, p 1 and 1, r s2 1?"""
    assert m3.interior_bonus(0.5) == pytest.approx(0.2857, abs=5e-5)
    assert m3.best_bonus(0.5) == pytest.approx(0.2857, abs=5e-5)
    assert m3.collapse(0.5) == pytest.approx(1)
    assert m3.efforts(0.5, 0.5) == pytest.approx((4 / 3, 1 / 3))


def test_what_is_left_out_is_the_worked_example():
    """Left out, are motivation, both prices and risk 1, and does the bonus crowd nothing out?"""
    named = {"p1": 1, "p2": 1, "risk": 1, "chi": 0}
    assert m3.motive(0.5) == m3.motive(0.5, 1, 0) == 1
    assert m3.measured(0.5, 0.5) == m3.measured(0.5, 0.5, 1, 0) == pytest.approx(4 / 3)
    assert m3.unmeasured(0.5, 0.5) == m3.unmeasured(0.5, 0.5, 1, 0) == pytest.approx(1 / 3)
    assert m3.value(0.5, 0.5) == m3.value(0.5, 0.5, 1, **named) == pytest.approx(49 / 24)
    assert m3.best_bonus(0.8) == m3.best_bonus(0.8, 1, **named)


def test_limits():
    """Tasks that do not touch: the unmeasured keeps its effort. No bonus: both get the same. No
    motive: only the bonus works.
    """
    assert [m3.unmeasured(b, 0, 1.3) for b in (0, 1, 9)] == pytest.approx([1.3] * 3)
    assert m3.best_bonus(0, p1=1.5, risk=2) == pytest.approx(1.5 / 3)
    assert m3.collapse(0) == float("inf")
    assert m3.efforts(0, 0.4, 0.7) == pytest.approx((0.5, 0.5))
    assert m3.efforts(0.8, 0.4, 0) == (0.8, 0)


def test_flat_pay_can_be_best():
    """Is the best bonus none when kappa p2 reaches p1, and does it stay none beyond?"""
    assert m3.best_bonus(0.5, p1=0.5, p2=1) == pytest.approx(0, abs=1e-9)
    assert m3.best_bonus(0.6, p1=0.5, p2=1) == 0
    assert m3.interior_bonus(0.6, p1=0.5, p2=1) < 0


def test_the_best_bonus_may_give_the_second_task_up():
    """Where the formula of the inside falls short of the second hump, is the hump found?"""
    inside = m3.interior_bonus(0.5)
    assert inside < m3.collapse(0.5, 0.3)
    assert m3.best_bonus(0.5, 0.3) == pytest.approx(0.5)
    assert m3.value(0.5, 0.5, 0.3) > m3.value(inside, 0.5, 0.3)


@given(kappas, motives, bonuses, bonuses, chis)
def test_a_bonus_feeds_the_measured_task_and_starves_the_other(kappa, m, a, b, chi):
    """Does e1 never fall and e2 never rise with the bonus, and is neither below zero?"""
    low, high = sorted((a, b))
    (e1, e2), (f1, f2) = m3.efforts(low, kappa, m, chi), m3.efforts(high, kappa, m, chi)
    assert f1 >= e1 - 1e-9
    assert 0 <= f2 <= e2 + 1e-9


@given(kappas, motives, st.floats(0, 0.98))
def test_each_unit_of_bonus_drains_the_same(kappa, m, share):
    """Before the collapse, is de2/db = -kappa / (1 - kappa^2)?"""
    b = share * min(m3.collapse(kappa, m), 10)
    step = 0.01 * min(m3.collapse(kappa, m), 10)
    slope = (m3.unmeasured(b + step, kappa, m) - m3.unmeasured(b, kappa, m)) / step
    assert slope == pytest.approx(-kappa / (1 - kappa**2), abs=1e-6)


@given(kappas, motives, chis)
def test_the_measured_task_gains_unless_the_motive_is_all_gone(kappa, m, chi):
    """Does e1 rise with a small bonus exactly if chi (1 - kappa) < 1?"""
    step = 1e-3 * min(m3.collapse(kappa, m, chi), 1)
    gained = m3.measured(step, kappa, m, chi) - m3.measured(0, kappa, m, chi)
    assert gained / step == pytest.approx((1 - chi * (1 - kappa)) / (1 - kappa**2), abs=1e-6)


@pytest.mark.parametrize("kappa", [0.03, 0.3, 0.77])
def test_the_duty_stops_at_nothing(kappa):
    """At b0 itself, where rounding would leave a hair below zero, is e2 none?"""
    assert m3.unmeasured(m3.collapse(kappa), kappa) == 0


@given(kappas, motives, chis)
def test_the_efforts_meet_where_the_duty_stops(kappa, m, chi):
    """Are both formulae equal at b0, and is e2 zero there?"""
    b0 = m3.collapse(kappa, m, chi)
    assume(b0 < 1e3)
    before, after = m3.efforts(b0 * (1 - 1e-12), kappa, m, chi), m3.efforts(b0, kappa, m, chi)
    assert before == pytest.approx(after, abs=1e-6)


@given(kappas, motives, chis, bonuses)
def test_crowding_out_only_ever_costs_the_unmeasured_task(kappa, m, chi, b):
    """Is e2 no larger where the bonus crowds out motivation, and each effort that of the pair?"""
    both = (m3.measured(b, kappa, m, chi), m3.unmeasured(b, kappa, m, chi))
    assert both == m3.efforts(b, kappa, m, chi)
    assert m3.unmeasured(b, kappa, m, chi) <= m3.unmeasured(b, kappa, m) + 1e-9


@pytest.mark.parametrize("kappa", [0, 0.5, 0.9])
@pytest.mark.parametrize("chi", [0, 0.5])
@pytest.mark.parametrize("bonus", [0, 0.3, 0.95, 2])
def test_the_official_could_do_no_better(kappa, chi, bonus):
    """Does a numerical optimiser choose the same two efforts?"""
    m = m3.motive(bonus, 1, chi)

    def loss(e):
        # negative of the official's utility
        return -((bonus + m) * e[0] + m * e[1] - (e[0] ** 2 + e[1] ** 2) / 2 - kappa * e[0] * e[1])

    best = minimize(loss, (0.5, 0.5), bounds=[(0, None)] * 2, tol=1e-12)
    assert best.x == pytest.approx(m3.efforts(bonus, kappa, 1, chi), abs=1e-4)


@given(
    kappas, motives, st.fixed_dictionaries({"p1": prices, "p2": prices, "risk": risks, "chi": chis})
)
def test_no_bonus_beats_the_best(kappa, m, terms):
    """Does a search over a fine grid find no bonus of greater value?"""
    best = m3.value(m3.best_bonus(kappa, m, **terms), kappa, m, **terms)
    grid = np.linspace(0, 4, 81)
    assert max(m3.value(b, kappa, m, **terms) for b in grid) <= best + 1e-9


@pytest.mark.parametrize(
    ("kappa", "m", "terms"),
    [
        (0.8, 1.66, {"p1": 1.9, "p2": 0.18, "risk": 0.19, "chi": 0.81}),
        (0.78, 0.47, {"p1": 1.97, "p2": 1.22, "risk": 0.62, "chi": 0.77}),
    ],
    ids=["the duty stops before p1", "the motive runs out before p1"],
)
def test_no_bonus_beats_the_best_where_crowding_out_breaks_the_value(kappa, m, terms):
    """Are the bonuses at which duty and motive run out taken with what the bonus crowds out?"""
    best = m3.value(m3.best_bonus(kappa, m, **terms), kappa, m, **terms)
    tried = np.linspace(0, terms["p1"], 400)
    assert max(m3.value(b, kappa, m, **terms) for b in tried) <= best + 1e-9


@given(kappas, motives, prices, prices, risks)
def test_inside_the_best_is_that_of_holmstrom_and_milgrom(kappa, m, p1, p2, risk):
    """Where both tasks are kept and the bonus is positive, does the search give the closed form?"""
    best = m3.best_bonus(kappa, m, p1=p1, p2=p2, risk=risk)
    if 1e-6 < best < m3.collapse(kappa, m) - 1e-6:
        assert best == pytest.approx(m3.interior_bonus(kappa, p1, p2, risk), rel=1e-5, abs=1e-6)


def test_left_out_the_officials_own_satisfaction_would_make_the_best_bonus_none():
    """Is it as the notebook's limits say, at the opening setting?"""
    own_left_out = [
        m3.value(b, 0.5) - m3.motive(b) * sum(m3.efforts(b, 0.5)) for b in np.linspace(0, 2, 201)
    ]
    assert np.argmax(own_left_out) == 0


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m3.efforts(-0.1, 0.5), "bonus"),
        (lambda: m3.efforts(0.1, 1.0), "kappa"),
        (lambda: m3.efforts(0.1, float("nan")), "kappa"),
        (lambda: m3.collapse(0.5, -1), "motivation"),
        (lambda: m3.motive(1, 1, 1.5), "chi"),
        (lambda: m3.value(1, 0.5, p1=-1), "p1"),
        (lambda: m3.best_bonus(0.5, p2=float("inf")), "p2"),
        (lambda: m3.interior_bonus(0.5, risk=-1), "risk"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()

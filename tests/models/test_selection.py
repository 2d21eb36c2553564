"""M8: does selection on a weighted score give the ability,
the loyalty and the losses that the equations say?
"""

from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import minimize_scalar
from scipy.stats import multivariate_normal, norm

from course.models import selection as m8

weights = st.floats(0, 1)
shares = st.floats(0.001, 0.999)
corners = st.tuples(st.floats(0, 1), st.floats(-1, 1)).filter(lambda c: c[0] ** 2 + c[1] ** 2 <= 1)


def test_reference_values():
    """Does it give the values of the tables and those worked out by hand?"""
    assert m8.intensity(0.5) == pytest.approx(0.7979, abs=5e-5)
    assert m8.intensity(0.1) == pytest.approx(1.7550, abs=5e-5)
    assert m8.intensity(0.02) == pytest.approx(2.4209, abs=5e-5)
    assert m8.validity(0.7, 0.6, -0.3) == pytest.approx(0.4333, abs=5e-5)
    assert m8.left_after_exit(0.1) == pytest.approx(-0.1950, abs=5e-5)
    assert m8.ability(1, 0.6, 0, 0.1) == pytest.approx(1.053, abs=5e-4)
    assert m8.ability(0.5, 0.6, 0, 0.1) == pytest.approx(0.7446, abs=5e-5)
    assert m8.ability_lost(0.5, 0.6, 0, 0.1) == pytest.approx(0.308, abs=5e-4)
    assert m8.best_weight(0.6, 0.3) == pytest.approx(2 / 3)


@given(corners, shares)
def test_limits(corner, alpha):
    """Exam alone: rho i. Second score alone: lambda i. Halves with lambda 0: rho i / sqrt 2.
    Nobody leaves: nothing lost.
    """
    rho, lam = corner
    i = m8.intensity(alpha)
    assert m8.ability(1, rho, lam, alpha) == pytest.approx(rho * i)
    assert m8.ability(0, rho, lam, alpha) == pytest.approx(lam * i)
    assert m8.ability(0.5, rho, 0, alpha) == pytest.approx(rho * i / sqrt(2))
    assert (m8.second_score(0, alpha), m8.second_score(1, alpha)) == (pytest.approx(i), 0)
    assert m8.left_after_exit(0) == 0
    assert m8.ability_lost(1, rho, lam, alpha) == 0
    assert m8.validity(0, 0, 1) == 1  # at the ends of the domain
    assert m8.validity(0, 0, -1) == -1


@pytest.mark.parametrize("alpha", [0.05, 0.1, 0.5])
@pytest.mark.parametrize("rho", [0, 0.3, 0.6, 0.9])
def test_the_ablest_who_are_taken_are_a_quadrant_of_the_bivariate_normal(rho, alpha):
    """Is the share of the ablest who are taken the quadrant that scipy integrates;
    all of them if the exam tells all?
    """
    cut = norm.isf(alpha)
    quadrant = multivariate_normal(cov=[[1, rho], [rho, 1]]).cdf([-cut, -cut])
    assert m8.ablest_taken(1, rho, 0, alpha) == pytest.approx(quadrant / alpha, abs=2e-3)
    assert m8.ablest_taken(1, 1, 0, alpha) == 1
    assert m8.ablest_taken(0, 0.6, 0, alpha) == pytest.approx(alpha)
    assert m8.ablest_taken(0, 0, -1, alpha) == 0
    with pytest.raises(ValueError, match="alpha"):
        m8.ablest_taken(1, rho, 0, 0)


@given(corners, weights)
def test_no_weight_tells_more_than_both_scores_together(corner, w):
    """Is r_S at most sqrt(rho^2 + lambda^2), and at the best weight
    that very value if lambda is not negative?
    """
    rho, lam = corner
    assert abs(m8.validity(w, rho, lam)) <= sqrt(rho**2 + lam**2) + 1e-12
    if rho > 0:
        best = m8.validity(m8.best_weight(rho, lam), rho, lam)
        assert m8.validity(w, rho, lam) <= best + 1e-9
        assert best == pytest.approx(rho if lam <= 0 else sqrt(rho**2 + lam**2))


@given(weights, weights, corners, shares)
def test_loyalty_rises_and_ability_falls_as_the_exam_loses_weight(a, b, corner, alpha):
    """Where the second score tells nothing good (lambda <= 0),
    does each step away from the exam cost ability?
    """
    low, high = sorted((a, b))
    rho, lam = corner[0], -abs(corner[1])
    assert m8.second_score(low, alpha) >= m8.second_score(high, alpha) - 1e-9
    assert m8.ability(low, rho, lam, alpha) <= m8.ability(high, rho, lam, alpha) + 1e-9
    assert m8.ability_lost(low, rho, lam, alpha) >= -1e-9


@given(weights, shares, shares, corners)
def test_a_narrower_door_magnifies(w, a, b, corner):
    """Does taking a smaller share enlarge what the score does, for better or worse?"""
    low, high = sorted((a, b))
    assert m8.intensity(low) >= m8.intensity(high) - 1e-9
    assert abs(m8.ability(w, *corner, low)) >= abs(m8.ability(w, *corner, high)) - 1e-9


@given(st.floats(0.001, 0.99))
def test_exit_conserves_the_mean(x):
    """Do those who leave and those who stay average to the service they made up,
    and does more exit cost more?
    """
    assert x * m8.intensity(x) + (1 - x) * m8.left_after_exit(x) == pytest.approx(0, abs=1e-12)
    assert m8.left_after_exit(min(0.995, x + 0.004)) < m8.left_after_exit(x) < 0


def test_a_small_weight_on_loyalty_costs_little():
    """Is the loss at first of second order: a tenth of the weight on a score
    unrelated to ability, under 1 % of the gain?
    """
    assert m8.share_kept(0.9, 0.6, 0) == pytest.approx(0.9939, abs=1e-4)
    assert m8.share_kept(0.5, 0.6, 0) == pytest.approx(1 / sqrt(2))
    lost = m8.ability_lost(0.5, 0.6, 0, 0.1) / m8.ability(1, 0.6, 0, 0.1)
    assert m8.share_kept(0.5, 0.6, 0) == pytest.approx(1 - lost)


@pytest.mark.parametrize("alpha", [0.01, 0.1, 0.5])
def test_quadrature_gives_the_mean_of_the_top_share(alpha):
    """Does numerical integration of the normal tail give i(alpha),
    and of its other side the exit?
    """
    cut = norm.isf(alpha)
    top, _ = quad(lambda z: z * norm.pdf(z), cut, np.inf)
    assert top / alpha == pytest.approx(m8.intensity(alpha), rel=1e-8)
    rest, _ = quad(lambda z: z * norm.pdf(z), -np.inf, cut)
    assert rest / (1 - alpha) == pytest.approx(m8.left_after_exit(alpha), rel=1e-8)


@pytest.mark.parametrize(("rho", "lam"), [(0.6, 0.3), (0.3, 0.5), (0.8, 0.1), (0.6, -0.3)])
def test_an_optimiser_finds_the_best_weight(rho, lam):
    """Does a numerical search over 0 to 1 stop where the formula does?"""
    best = minimize_scalar(
        lambda w: -m8.validity(w, rho, lam),
        bounds=(0, 1),
        method="bounded",
        options={"xatol": 1e-9},
    )
    assert best.x == pytest.approx(m8.best_weight(rho, lam), abs=1e-4)


@pytest.mark.parametrize(
    ("w", "rho", "lam"), [(0.7, 0.6, -0.3), (0.5, 0.6, 0), (0.4, 0.5, 0.5), (0, 0.3, -0.5)]
)
def test_a_simulation_from_the_correlations_agrees(w, rho, lam):
    """Do 400,000 applicants, drawn by numpy with those three correlations,
    give the means of the formulae?
    """
    rng = np.random.default_rng(20261124)
    t, x, second = rng.multivariate_normal(
        [0, 0, 0], [[1, rho, lam], [rho, 1, 0], [lam, 0, 1]], 400_000
    ).T
    score = w * x + (1 - w) * second
    taken = score >= np.quantile(score, 0.9)
    assert t[taken].mean() == pytest.approx(m8.ability(w, rho, lam, 0.1), abs=0.02)
    assert second[taken].mean() == pytest.approx(m8.second_score(w, 0.1), abs=0.02)


def test_the_draw_follows_the_theory_and_its_seed():
    """Is a large draw near the theory, a small one steady for its seed,
    and another seed another draw?
    """
    for w, rho, lam in [(0.7, 0.6, -0.3), (0.5, 0.6, 0), (1, 0.8, 0.3)]:
        far = m8.draw(w, rho, lam, 0.1, applicants=40_000, seed=8)
        assert far.ability == pytest.approx(m8.ability(w, rho, lam, 0.1), abs=0.05)
        assert far.second == pytest.approx(m8.second_score(w, 0.1), abs=0.05)
    again = [m8.draw(0.5, 0.6, 0, 0.1, applicants=500, seed=seed) for seed in (8, 8, 9)]
    assert again[0] == again[1] != again[2]


def test_the_draw_is_the_one_of_its_seed():
    """To twelve digits: what a score unlike the exam brings in at seed 8, at another seed,
    and with two applicants?
    """
    drawn = m8.draw(0.7, 0.6, -0.3, 0.1, applicants=500, seed=8)
    assert drawn == pytest.approx((0.7598209386721473, 0.7019863617395669), abs=1e-12)
    other = m8.draw(0.7, 0.6, -0.3, 0.1, applicants=500, seed=9)
    assert other == pytest.approx((0.8243661247372821, 0.7322665585671301), abs=1e-12)
    few = m8.draw(0.5, 0.6, -0.3, 0.5, applicants=2, seed=1)
    assert few == pytest.approx((0.3872731218721669, 1.449445608699771), abs=1e-12)


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m8.intensity(0), "share of applicants"),
        (lambda: m8.intensity(1), "below 1"),
        (lambda: m8.validity(1.1, 0.6, 0), "weight of the exam"),
        (lambda: m8.second_score(float("nan"), 0.1), "weight of the exam"),
        (lambda: m8.validity(0.5, -0.1, 0), "rho"),
        (lambda: m8.validity(0.5, 1.5, 0), "^rho is how far the exam tells ability"),
        (lambda: m8.validity(0.5, 0.6, -1.1), "^lam is the second score's"),
        (lambda: m8.validity(0.5, 0, 1.5), "^lam is the second score's correlation"),
        (lambda: m8.ability(0.5, 0.9, 0.5, 0.1), "may not exceed 1"),
        (
            lambda: m8.best_weight(0, -0.2),
            "^With an exam that tells nothing .* no weight is best.$",
        ),
        (lambda: m8.best_weight(0, 0), "no weight is best"),
        (lambda: m8.share_kept(0.5, 0, 0.2), "tells nothing"),
        (lambda: m8.left_after_exit(1), "share that leaves"),
        (lambda: m8.draw(0.5, 0.6, 0, 0.1, applicants=1, seed=8), "counts people"),
        (lambda: m8.draw(0.5, 0.6, 0, 0, applicants=100, seed=8), "share of applicants"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()

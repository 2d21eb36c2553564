"""Does M5 give the reference values, keep its limits and refuse what lies outside its domain?"""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import minimize_scalar

from course.models import chain

chances = st.floats(0, 1)
counts = st.integers(1, 100)


@pytest.mark.parametrize(
    ("n", "p", "k", "value"),
    [
        (70, 0.95, 1, 0.0276),
        (70, 0.99, 1, 0.4948),
        (70, 0.8, 2, 0.0574),
        (70, 0.8, 3, 0.570),
        (1, 0.9, 1, 0.9),
        (100, 1, 1, 1),
    ],
)
def test_reference_values(n, p, k, value):
    """Are the published orders of magnitude met?"""
    assert chain.survives(n, p, k) == pytest.approx(value, abs=5e-5 if value != 0.570 else 5e-4)


@pytest.mark.parametrize(
    ("p", "n"), [(0.8, 4), (0.9, 7), (0.95, 14), (0.99, 69), (1, None), (0, 1), (0.5, 2)]
)
def test_first_chain_below_one_half(p, n):
    """At how many clearances does success fall below one half?"""
    assert chain.first_below(p) == n


@given(counts, chances, st.integers(1, 5))
def test_falls_with_length_rises_with_chance_and_tries(n, p, k):
    """Is the model monotone, and a chance?"""
    here = chain.survives(n, p, k)
    assert 0 <= here <= 1
    assert chain.survives(n + 1, p, k) <= here
    assert chain.survives(n, p, k + 1) >= here
    assert chain.survives(n, min(1, p + 0.01), k) >= here


@given(st.floats(0.01, 0.999))
def test_first_below_is_the_first(p):
    """Is success at or above one half one step earlier?"""
    n = chain.first_below(p)
    assert p**n < 0.5
    assert n == 1 or p ** (n - 1) >= 0.5


def test_one_try_unless_more_are_named():
    """Is a clearance asked for once if nothing is said of tries?"""
    assert chain.survives(3, 0.9) == chain.survives(3, 0.9, 1) == pytest.approx(0.729)


def test_the_closed_form_agrees_with_a_draw():
    """Does a simulation of offices that decide at random give the same chance?"""
    draws = np.random.default_rng(20261123).random((200_000, 14, 2)) < 0.9
    share = draws.any(axis=2).all(axis=1).mean()
    assert share == pytest.approx(chain.survives(14, 0.9, 2), abs=0.003)


def test_the_best_span_is_e():
    """Does a numerical optimiser find e, whatever the staff and the loss?"""
    for mu, staff in [(0.05, 1000), (0.3, 50)]:
        best = minimize_scalar(
            lambda s, m=mu, n=staff: -chain.retained_control(m, s, n),
            bounds=(1.2, 15),
            method="bounded",
            options={"xatol": 1e-9},
        )
        assert best.x == pytest.approx(chain.best_span(), abs=1e-5)


def test_levels_and_loss():
    """Do 1,000 people at a span of 10 stand in three levels,
    and does intent fall by the same share at each?
    """
    assert chain.levels(1000, 10) == pytest.approx(3)
    assert chain.intent_kept(0.9, 3) == pytest.approx(0.729)
    assert chain.bundled(3, 0.9) == chain.survives(3, 0.9)


def test_outside_the_domain_says_what_is_allowed(subtests):
    """Is a senseless input refused in words?"""
    for call, words in [
        (lambda: chain.survives(0, 0.5), "whole number from 1"),
        (lambda: chain.survives(2.5, 0.5), "whole number"),
        (lambda: chain.survives(5, 1.2), "between 0 and 1"),
        (lambda: chain.survives(5, 0.5, 0), "tries"),
        (lambda: chain.levels(100, 1), "exceeds 1"),
        (lambda: chain.levels(0, 3), "at least 1"),
        (lambda: chain.intent_kept(0.9, -1), "negative"),
        (lambda: chain.retained_control(-0.1, 3, 100), "negative"),
        (lambda: chain.first_below(2), "between 0 and 1"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()


@pytest.mark.parametrize(
    ("staff", "span", "rungs"), [(1, 5, 0), (2, 2, 1), (1000, 10, 3), (1001, 10, 4), (10_000, 5, 6)]
)
def test_whole_levels_are_counted_without_rounding(staff, span, rungs):
    """Do 1,000 people at a span of ten need three levels, and one more person a fourth?"""
    assert chain.whole_levels(staff, span) == rungs
    assert chain.whole_levels(staff, span) >= chain.levels(staff, span) - 1e-9


@given(st.integers(1, 10**6), st.integers(2, 50))
def test_whole_levels_are_the_fewest_that_hold_everyone(staff, span):
    """Would one level fewer be too few, at any size?"""
    rungs = chain.whole_levels(staff, span)
    assert span**rungs >= staff
    assert rungs == 0 or span ** (rungs - 1) < staff


@pytest.mark.parametrize(
    "call",
    [
        lambda: chain.whole_levels(10, 1),
        lambda: chain.whole_levels(0, 3),
        lambda: chain.share_passed(-1, 3),
    ],
)
def test_no_ladder_stands_on_one_rung(call):
    """Is a span of one, no staff or a negative loss refused in a sentence?"""
    with pytest.raises(ValueError, match="span|staff|mu"):
        call()


def test_the_levels_and_the_loss_make_retained_control():
    """Is what is left after L levels of exp(-mu s) each the closed form?"""
    kept = chain.intent_kept(chain.share_passed(0.02, 5), chain.levels(10_000, 5))
    assert kept == pytest.approx(chain.retained_control(0.02, 5, 10_000))
    assert [chain.people_at(level, 5, 10_000) for level in (0, 1, 5, 6)] == [1, 5, 3125, 10_000]

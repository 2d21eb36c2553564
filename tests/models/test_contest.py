"""M7: do rivals spend what the equations say, and is the formula refused where it does not hold?"""

import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import fsolve, minimize_scalar

from course.interactives.table import table_of
from course.lessons.lab.contest import contest
from course.models import contest as m7

rivals = st.integers(2, 40)
prizes = st.floats(0.1, 500)
ease = st.floats(0.01, 1)  # r as a share of the most that holds


def kept(own, others, prize, decisive):
    """What a rival can expect if it spends `own` and the others spend `others`."""
    return m7.win_chances([own, *others], decisive)[0] * prize - own


def test_reference_values():
    """Does it give the values worked out by hand: five rivals for 100, and 100 against 50?"""
    assert m7.spent_by_each(5, 100, 1) == pytest.approx(16)
    assert m7.spent_in_all(5, 100, 1) == pytest.approx(80)
    assert m7.spent_by_unequal(100, 50) == pytest.approx((22.22, 11.11), abs=5e-3)
    assert m7.win_chance_unequal(100, 50) == pytest.approx(2 / 3)


def test_limits():
    """Half burnt by two rivals at r = 1, nearly all by very many, none as r goes to 0,
    all at the edge of the domain?
    """
    assert m7.burnt_share(2) == 0.5
    assert m7.burnt_share(10**6) == pytest.approx(1, abs=1e-5)
    assert m7.burnt_share(7, 1e-9) == pytest.approx(0, abs=1e-8)
    for n in (2, 3, 6, 11):
        assert m7.burnt_share(n, m7.most_decisive(n)) == pytest.approx(1)
        assert m7.payoff(n, 100, m7.most_decisive(n)) == pytest.approx(0, abs=1e-12)
    assert m7.win_chances([0, 0, 0]) == [1 / 3] * 3
    assert m7.win_chances([1e300, 1e300], 2) == [0.5, 0.5]


@given(rivals, prizes, ease)
def test_nothing_is_lost_in_the_books(n, prize, share):
    """Do all that is spent and all that rivals keep make up the prize,
    with neither below nothing?
    """
    r = share * m7.most_decisive(n)
    spent, keeps = m7.spent_in_all(n, prize, r), m7.payoff(n, prize, r)
    assert spent + n * keeps == pytest.approx(prize)
    assert 0 <= spent <= prize * (1 + 1e-9)
    assert keeps >= -1e-9 * prize
    assert m7.burnt_share(n, r) == pytest.approx(spent / prize)


@given(rivals, prizes, st.floats(0.01, 1), st.floats(1, 2))
def test_what_raises_the_waste(n, prize, r, more):
    """More rivals, a larger prize or more decisive spending: more spent in all; more rivals:
    less by each?
    """
    here = m7.spent_in_all(n, prize, r)
    assert m7.spent_in_all(n + 1, prize, r) > here
    assert m7.spent_in_all(n, more * prize, r) >= here
    assert m7.spent_in_all(n, prize, min(1, more * r)) >= here - 1e-9
    assert m7.spent_by_each(n + 1, prize, r) <= m7.spent_by_each(n, prize, r) + 1e-9


@given(st.lists(st.floats(0, 1e6), min_size=2, max_size=8), st.floats(0.2, 3))
def test_chances_are_chances(spent, r):
    """Do they add up to one, and does who spends more never win less often?"""
    chances = m7.win_chances(spent, r)
    assert sum(chances) == pytest.approx(1)
    order = sorted(range(len(spent)), key=lambda i: spent[i])
    assert [chances[i] for i in order] == sorted(chances)


@pytest.mark.parametrize(("n", "r"), [(2, 1), (2, 2), (3, 1.5), (5, 0.4), (5, 1.25), (12, 1)])
def test_no_rival_gains_by_spending_otherwise(n, r):
    """Does a search over everything one rival might spend, nothing included,
    find no better reply?
    """
    x = m7.spent_by_each(n, 100, r)
    at_best = kept(x, [x] * (n - 1), 100, r)
    assert at_best == pytest.approx(m7.payoff(n, 100, r))
    for low, high in [(0, x), (x, 100), (0, 100)]:
        best = minimize_scalar(
            lambda own: -kept(own, [x] * (n - 1), 100, r),
            bounds=(low, high),
            method="bounded",
            options={"xatol": 1e-9},
        )
        assert -best.fun <= at_best + 1e-6
    assert all(
        kept(own, [x] * (n - 1), 100, r) <= at_best + 1e-9 for own in np.linspace(0, 100, 2001)
    )


def test_beyond_the_edge_staying_out_is_better():
    """Is the formula refused just where its own level of spending
    would leave a rival with less than nothing?
    """
    n, r = 5, 1.3
    x = r * (n - 1) * 100 / n**2
    assert kept(x, [x] * (n - 1), 100, r) < kept(0, [x] * (n - 1), 100, r) == 0
    with pytest.raises(ValueError, match=r"at most n/\(n-1\) = 1.25"):
        m7.spent_by_each(n, 100, r)


def test_beyond_the_edge_some_may_stay_out():
    """At r = 1.3, where five alike have no answer, can four spend their own best while a fifth
    gains nothing by joining?
    """
    x = m7.spent_by_each(4, 100, 1.3)
    grid = np.linspace(0, 100, 2001)
    assert max(kept(own, [x] * 4, 100, 1.3) for own in grid) == 0
    assert max(kept(own, [x] * 3, 100, 1.3) for own in grid) <= m7.payoff(4, 100, 1.3) + 1e-9


@pytest.mark.parametrize(("first", "second"), [(100, 50), (30, 30), (5, 80)])
def test_a_solver_finds_the_unequal_contest(first, second):
    """Do the two conditions for a best reply, solved numerically, give the closed form?"""

    def slopes(x):
        total = x[0] + x[1]
        return [first * x[1] / total**2 - 1, second * x[0] / total**2 - 1]

    assert fsolve(slopes, [first / 4, second / 4]) == pytest.approx(
        m7.spent_by_unequal(first, second)
    )


def test_simulated_contests_are_won_as_often_as_the_formula_says():
    """Do 200,000 contests, drawn by lot in proportion to spending,
    give the chance of the stronger?
    """
    x = m7.spent_by_unequal(100, 50)
    wins = (np.random.default_rng(20261124).random(200_000) < x[0] / sum(x)).mean()
    assert wins == pytest.approx(m7.win_chance_unequal(100, 50), abs=0.005)
    assert m7.win_chances(x)[0] == pytest.approx(m7.win_chance_unequal(100, 50))


@given(prizes, prizes)
def test_unequal_rivals_burn_less(first, second):
    """Is it never more than half the higher value, half when they are alike,
    and the same whoever is named first?
    """
    spent = m7.spent_by_unequal(first, second)
    assert sum(spent) <= max(first, second) / 2 + 1e-9
    assert spent == pytest.approx(m7.spent_by_unequal(second, first)[::-1])
    assert m7.spent_by_unequal(first, first)[0] == pytest.approx(m7.spent_by_each(2, first, 1))


def test_what_is_left_out_is_the_lottery_for_100():
    """Left out, is the prize 100 and decisive 1?"""
    assert m7.spent_by_each(5) == m7.spent_by_each(5, 100, 1) == 16
    assert m7.spent_in_all(5) == m7.spent_in_all(5, 100, 1) == 80
    assert m7.payoff(5) == m7.payoff(5, 100, 1) == 4
    assert m7.win_chances([1, 3]) == m7.win_chances([1, 3], 1) == [0.25, 0.75]


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m7.spent_by_each(1), "rivals"),
        (lambda: m7.spent_by_each(2.5), "rivals"),
        (lambda: m7.most_decisive(float("inf")), "rivals"),
        (lambda: m7.spent_in_all(5, 0), "prize"),
        (lambda: m7.spent_in_all(5, float("nan")), "prize"),
        (lambda: m7.burnt_share(5, 0), "decisive"),
        (lambda: m7.burnt_share(5, 1.26), "steady for all"),
        (lambda: m7.payoff(20, 100, 1.5), "steady for all"),
        (lambda: m7.win_chances([1]), "rivals"),
        (lambda: m7.win_chances([1, -1]), "spent"),
        (lambda: m7.win_chances([1, float("inf")]), "^spent holds"),
        (lambda: m7.win_chances([1, 2], -1), "^decisive is how strongly spending decides and must"),
        (lambda: m7.spent_by_unequal(0, 5), "first"),
        (lambda: m7.win_chance_unequal(5, -5), "second"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()


SPEC = contest()
STATES = [(setting, SPEC.state(**setting)) for setting in SPEC.combinations()]


def test_where_the_formula_fails_nothing_is_drawn():
    """Beyond n/(n-1), is there no point and no curve, and do the words say why?
    And within it, are all there?
    """
    for setting, state in STATES:
        n, r = setting["rivals"], setting["decisive"]
        holds = r <= m7.most_decisive(n)
        assert (state["traces"]["your contest"]["y"][0] is not None) == holds, setting
        assert state["title"].startswith("No answer") != holds, setting
        for count, total in zip(range(2, 11), state["traces"]["spent in all"]["y"], strict=True):
            assert (total is not None) == (r <= m7.most_decisive(count))


def test_the_words_say_what_the_model_says():
    """Does each title give what is spent in all?"""
    for setting, state in STATES:
        if told := re.search(r"([\d.]+) spent to win", state["title"]):
            spent = m7.spent_in_all(setting["rivals"], setting["prize"], setting["decisive"])
            assert float(told.group(1)) == pytest.approx(spent, rel=0.006), setting


def test_the_table_and_the_size():
    """Does the table show both sums for each number of rivals, and is the payload small?"""
    columns, rows = table_of(SPEC.first_figure)
    assert columns[1:] == ["spent in all", "spent by each", "the prize"]
    assert [row[0] for row in rows] == list(range(2, 11))
    assert rows[3][1:] == [80, 16, 100]
    assert len(SPEC.packed()) < 40_000


def test_half_the_prize_saves_more_than_half_the_rivals():
    """Is that, which the prediction of the lab counts as right, what the model gives?"""
    start, fewer, smaller = (m7.spent_in_all(n, v) for n, v in [(10, 100), (5, 100), (10, 50)])
    assert start - smaller > start - fewer > 0

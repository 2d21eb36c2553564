"""M1: does the bureau grow too big, or too fat,
as Niskanen's and Migue and Belanger's equations say?
"""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq, minimize_scalar

from course.models import bureau as m1

alphas = st.floats(0, 1)
services = st.builds(  # a > c, so that something is worth making
    lambda c, more, b, d: (c + more, b, c, d),
    st.floats(0, 5),
    st.floats(0.5, 15),
    st.floats(0.1, 2),
    st.floats(0, 2),
)


def gap(q, service):
    a, b, c, d = service
    return m1.valuation(q, a, b) - m1.cost(q, c, d)


def test_reference_values():
    """Does it give the values worked out by hand, in both of Niskanen's cases?"""
    assert (m1.efficient(), m1.budget_constrained(), m1.demand_constrained()) == (4, 8, 10)
    assert m1.niskanen() == 8
    assert m1.slack(0) == 16
    assert m1.niskanen(10, 1, 2, 0) == 5


@given(services)
def test_limits(service):
    """Slack alone: the right size and the whole surplus. Output alone:
    no slack and twice the size.
    """
    a, b, c, d = service
    assert m1.output(0, *service) == pytest.approx(m1.efficient(*service))
    assert m1.slack(0, *service) == pytest.approx((a - c) ** 2 / (4 * (b + d)))
    assert m1.output(1, *service) == pytest.approx(2 * m1.efficient(*service))
    assert m1.slack(1, *service) == 0
    assert (m1.lost_to_size(0), m1.lost_to_size(1)) == (0, 1)


@given(services)
def test_at_twice_the_efficient_output_cost_eats_all_worth(service):
    """Is Qb = 2 Qe, with B(Qb) = C(Qb)?"""
    assert m1.budget_constrained(*service) == pytest.approx(2 * m1.efficient(*service))
    assert gap(m1.budget_constrained(*service), service) == pytest.approx(0, abs=1e-8)


@given(services)
def test_demand_binds_exactly_where_it_should(service):
    """Does Niskanen's bureau stop at Qd if and only if a(b-d) > 2bc?"""
    a, b, c, d = service
    margin = a * (b - d) - 2 * b * c
    if abs(margin) > 1e-9:
        assert (m1.niskanen(*service) < m1.budget_constrained(*service)) == (margin > 0)
    assert gap(m1.niskanen(*service), service) >= -1e-8


@given(services, alphas)
def test_the_sponsor_keeps_nothing(service, alpha):
    """Do slack and the loss to size add up to the surplus,
    and is slack what the budget leaves over cost?
    """
    best = gap(m1.efficient(*service), service)
    slack = m1.slack(alpha, *service)
    assert slack == pytest.approx(gap(m1.output(alpha, *service), service), abs=1e-8)
    assert slack + m1.lost_to_size(alpha) * best == pytest.approx(best)


@given(services, alphas, alphas)
def test_liking_output_makes_it_bigger_and_leaner(service, x, y):
    """As alpha rises, does output rise and slack fall?"""
    low, high = sorted((x, y))
    assert m1.output(low, *service) <= m1.output(high, *service) + 1e-12
    assert m1.slack(low, *service) >= m1.slack(high, *service) - 1e-9


@given(services, st.floats(0.01, 3))
def test_a_public_that_wants_more_gets_a_bigger_bureau(service, more):
    """Does every output rise with what the first unit is worth?"""
    a, *rest = service
    for size in (m1.efficient, m1.budget_constrained, m1.niskanen):
        assert size(a + more, *rest) > size(*service)


@pytest.mark.parametrize("service", [(10, 0.5, 2, 0.5), (10, 1, 2, 0), (6, 0.3, 1, 1.2)])
@pytest.mark.parametrize("alpha", [0.1, 0.5, 0.9])
def test_optimisation_and_root_finding_agree(service, alpha):
    """Do numerical searches find the same outputs?"""
    top = m1.budget_constrained(*service)

    def most(worth, high=top):
        found = minimize_scalar(
            lambda q: -worth(q), bounds=(0, high), method="bounded", options={"xatol": 1e-10}
        )
        return found.x

    assert most(lambda q: gap(q, service)) == pytest.approx(m1.efficient(*service), abs=1e-5)
    assert brentq(lambda q: gap(q, service), 1e-6 + top / 2, 2 * top) == pytest.approx(top)
    assert most(lambda q: m1.valuation(q, *service[:2]), high=20) == pytest.approx(
        m1.demand_constrained(*service[:2]), abs=1e-4
    )
    liked = most(lambda q: q**alpha * max(gap(q, service), 0) ** (1 - alpha))
    assert liked == pytest.approx(m1.output(alpha, *service), abs=1e-5)


def test_what_is_left_out_is_the_worked_example():
    """Do valuation, cost and output take a 10, b 0.5, c 2 and d 0.5 of themselves?"""
    assert m1.valuation(3) == m1.valuation(3, 10, 0.5) == 25.5
    assert m1.cost(3) == m1.cost(3, 2, 0.5) == 10.5
    assert m1.output(0.5) == m1.output(0.5, 10, 0.5, 2, 0.5) == pytest.approx(16 / 3)
    assert m1.slack(0.5) == m1.slack(0.5, 10, 0.5, 2, 0.5) == pytest.approx(128 / 9)


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m1.valuation(-1), "q"),
        (lambda: m1.valuation(1, 0), "a is what"),
        (lambda: m1.demand_constrained(10, 0), "b is how fast"),
        (lambda: m1.cost(1, -1), "c is what"),
        (lambda: m1.cost(1, 1, float("nan")), "d is how fast"),
        (lambda: m1.efficient(2, 1, 2, 0), "must exceed c"),
        (lambda: m1.niskanen(1, 1, 2, 0), "must exceed c"),
        (lambda: m1.output(1.1), "alpha"),
        (lambda: m1.slack(-0.1), "alpha"),
        (lambda: m1.lost_to_size(2), "alpha"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()

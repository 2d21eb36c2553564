"""M4: who leaves the greater surplus, a private owner or a public manager,
and where does the answer turn?
"""

from math import inf, sqrt

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import brentq, minimize_scalar

from course.models import scope as m4

shares = st.floats(0, 1)
rooms = st.floats(0.5, 2)
ideas = st.floats(0, 2)


@pytest.mark.parametrize(
    ("lam", "theta"), [(1, 0.3333), (0.75, 0.4915), (0.5, 0.6256), (0.25, 0.7505)]
)
def test_reference_values(lam, theta):
    """Does the answer turn where it was worked out by hand, at c0 = b0 = 1?"""
    assert m4.break_even(lam) == pytest.approx(theta, abs=5e-5)


def test_ideas_count_by_their_square_and_the_last_turn_counts():
    """With half as much room for ideas as for cost, does the turn stand at k/2?
    And is a turn at 1 still one?
    """
    assert m4.break_even(0, 1, 0.5) == (1 + 0.75 / 4) / 2
    assert m4.break_even(0, 1, 2 / sqrt(3)) == 1
    assert m4.break_even(0, 1, 1.16) is None


def test_what_is_left_out_is_one():
    """Left out, are both rooms 1, and lambda too?"""
    assert m4.net(0.25, 0.25, 0.5) == m4.net(0.25, 0.25, 0.5, 1, 1) == 1
    assert m4.efforts("private", 0.5) == m4.efforts("private", 0.5, 1, 1, 1) == (1, 0.25)
    assert m4.efforts("public", 0.5) == m4.efforts("public", 0.5, 1, 1, 1) == (1 / 16, 1 / 4)
    assert m4.public(0.5, 1) == m4.public(0.5, 1, 1, 1) == 0.75 * 1.25


@given(rooms, ideas)
def test_a_manager_who_cannot_be_replaced(c0, b0):
    """At lambda 1, is one third the turn for any room,
    and is public better by c0^2 if all that is saved is lost?
    """
    assert m4.break_even(1, c0, b0) == pytest.approx(1 / 3)
    assert m4.public(1, 1, c0, b0) - m4.private(1, c0, b0) == pytest.approx(c0**2)


@given(rooms, ideas, shares)
def test_a_manager_who_gains_nothing(c0, b0, theta):
    """At lambda 0 the public leaves nothing: is private better
    unless c0^2 (2 theta - 1) > (3/4) b0^2?
    """
    assert m4.public(theta, 0, c0, b0) == 0
    harm, gain = c0**2 * (2 * theta - 1), 0.75 * b0**2
    if abs(harm - gain) > 1e-9:
        assert (m4.private(theta, c0, b0) < 0) == (harm > gain)


def test_limits():
    """Nothing lost: a private owner cuts cost just right and is short of ideas alone. Nothing to
    invent: short of nothing.
    """
    assert m4.private(0, 1.3, 0) == pytest.approx(m4.first_best(0, 1.3, 0))
    assert m4.private(0) == m4.first_best(0) - 0.25
    assert m4.break_even(0, 1, 2) is None
    assert m4.break_even(0, 1, 0) == pytest.approx(0.5)


@given(shares, shares, rooms, ideas)
def test_nobody_beats_the_first_best(theta, lam, c0, b0):
    """Does every owner leave at most what could be had?"""
    most = m4.first_best(theta, c0, b0) + 1e-9
    assert m4.private(theta, c0, b0) <= most
    assert 0 <= m4.public(theta, lam, c0, b0) <= most


@given(shares, shares, shares, rooms, ideas)
def test_more_lost_leaves_less(x, y, lam, c0, b0):
    """Does each surplus fall as more of a rupee saved is lost?"""
    low, high = sorted((x, y))
    assert m4.private(high, c0, b0) <= m4.private(low, c0, b0) + 1e-9
    assert m4.public(high, lam, c0, b0) <= m4.public(low, lam, c0, b0) + 1e-9


@given(shares, shares, rooms, ideas)
def test_a_stronger_public_narrows_what_is_contracted_out(x, y, c0, b0):
    """Does the turn come earlier as a public manager gains more?"""
    weak, strong = (m4.break_even(lam, c0, b0) or inf for lam in sorted((x, y)))
    assert strong <= weak + 1e-9


@given(shares, shares, rooms, ideas)
def test_private_is_better_below_the_turn_and_only_there(theta, lam, c0, b0):
    """Does the order of the two change there and nowhere else?"""
    turn = m4.break_even(lam, c0, b0)
    gap = m4.public(theta, lam, c0, b0) - m4.private(theta, c0, b0)
    if abs(gap) > 1e-9:
        assert (gap < 0) == (turn is None or theta < turn)


@pytest.mark.parametrize("lam", [0.1, 0.5, 0.9, 1])
@pytest.mark.parametrize("b0", [0, 1])
def test_a_root_finder_agrees(lam, b0):
    """Does it find the same turn?"""

    def gap(theta):
        return m4.public(theta, lam, 1, b0) - m4.private(theta, 1, b0)

    assert brentq(gap, 0, 1, xtol=1e-12) == pytest.approx(m4.break_even(lam, 1, b0))


@pytest.mark.parametrize("theta", [0, 0.4, 0.9])
@pytest.mark.parametrize("lam", [0.3, 0.7, 1])
def test_the_owner_could_do_no_better(theta, lam):
    """Does a numerical optimiser choose the efforts of each owner,
    and do they leave the surplus of the closed form?
    """
    c0, b0 = 1.4, 0.8

    def chosen(gain):
        def loss(effort):
            return effort - gain * 2 * effort**0.5

        return minimize_scalar(loss, bounds=(0, 4), method="bounded", options={"xatol": 1e-10}).x

    keeps = {  # what of a unit of 2 sqrt(effort) the one who decides gains, on cost and on ideas
        "private": (c0, b0 / 2),
        "public": (lam / 2 * (1 - theta) * c0, lam / 2 * b0),
        "first best": ((1 - theta) * c0, b0),
    }
    surplus = {
        "private": m4.private(theta, c0, b0),
        "public": m4.public(theta, lam, c0, b0),
        "first best": m4.first_best(theta, c0, b0),
    }
    for owner, gains in keeps.items():
        found = [chosen(gain) for gain in gains]
        assert m4.efforts(owner, theta, lam, c0, b0) == pytest.approx(found, abs=1e-4)
        assert m4.net(*m4.efforts(owner, theta, lam, c0, b0), theta, c0, b0) == pytest.approx(
            surplus[owner]
        )


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m4.private(1.1), "theta"),
        (lambda: m4.first_best(float("nan")), "theta"),
        (lambda: m4.public(0.5, -0.1), "lam"),
        (lambda: m4.break_even(0.5, 0), "c0"),
        (lambda: m4.break_even(0.5, 1, -1), "b0"),
        (lambda: m4.public(0.5, 1, 1, -1), "b0"),
        (lambda: m4.efforts("public", 0.5, 1, -1), "c0"),
        (lambda: m4.efforts("public", 0.5, 1, 1, -1), "b0"),
        (lambda: m4.net(-1, 0, 0.5), "efforts"),
        (lambda: m4.efforts("the village", 0.5), "owner"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()

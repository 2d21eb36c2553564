"""M2: do discretion and expertise behave as the equations say, and do the two halves meet?"""

import re
from math import sqrt

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import brentq, minimize_scalar

from course.interactives.table import table_of
from course.lessons.lab.delegation import delegation
from course.models import delegation as m2

ranges = st.floats(0.5, 2)
shares = st.floats(0, 1)
patience = st.floats(0.8, 0.99)
costs = st.floats(0.1, 3)
motives = st.floats(1, 5)


def expected_loss(policy, spread, kinks=()):
    """The politician's loss if `policy` answers theta = -w, spread evenly on [-R, R],
    by numerical integration.
    """
    points = [k for k in kinks if -spread < k < spread]
    total, _ = quad(
        lambda t: (policy(t) - t) ** 2 / (2 * spread), -spread, spread, points=points or None
    )
    return total


def test_reference_values():
    """Does it give the values worked out by hand?"""
    assert m2.break_even(1) == pytest.approx(0.5774, abs=5e-5)
    assert m2.best_cap(0.5, 1) == 0.5
    assert m2.loss_capped(0.5, 1) == pytest.approx(1 / 6)
    assert m2.least_motivation(0) == pytest.approx(3)
    assert m2.expert_share(0.9) == pytest.approx(0.7825)
    assert m2.expert_share(0.5) == pytest.approx(0.2125)
    assert m2.break_even(1, m2.expert_share(0.9)) == pytest.approx(0.5107, abs=5e-5)


def test_uncertainty_counts_by_its_square():
    """Away from R = 1, where every power of it is alike,
    do the two turning points stand where they were worked out?
    """
    assert m2.experts_needed(0.5, 2) == 3 / 16
    assert m2.break_even(2, 0.75) == pytest.approx(1)


def test_limits():
    """No distance: nothing lost by an expert. Distance R: the cap is no delegation. Nobody
    informed: worse than none.
    """
    assert m2.loss_delegated(0, 1) == m2.loss_capped(0, 1) == 0
    assert m2.best_cap(1.2, 1.2) == 0
    assert m2.loss_capped(1.2, 1.2) == pytest.approx(m2.loss_undelegated(1.2))
    assert m2.loss_capped(1.2 - 1e-7, 1.2) == pytest.approx(m2.loss_undelegated(1.2), abs=1e-6)
    assert m2.loss_capped(5, 1.2) == m2.loss_undelegated(1.2)
    assert m2.loss_delegated(0.3, 1, 0) > m2.loss_undelegated(1)
    assert m2.least_motivation(1, patience=1 - 1e-9) == pytest.approx(0, abs=1e-8)
    assert m2.expert_share(0) == 0


@given(st.floats(0, 1), ranges)
def test_the_cap_is_never_worse_than_all_or_nothing(part, spread):
    """Does limited discretion for a known expert lose at most what full or none does,
    and never less than nothing?
    """
    delta = part * spread
    least = min(m2.loss_delegated(delta, spread), m2.loss_undelegated(spread))
    assert 0 <= m2.loss_capped(delta, spread) <= least + 1e-12


@given(st.floats(0, 2.5), ranges, shares)
def test_full_beats_none_below_the_break_even_and_only_there(delta, spread, q):
    """Is delta^2 = q R^2/3 where the order turns, and is that the same as too few experts?"""
    gain = m2.loss_undelegated(spread) - m2.loss_delegated(delta, spread, q)
    if abs(delta - m2.break_even(spread, q)) > 1e-6:
        assert (gain > 0) == (delta < m2.break_even(spread, q))
    if abs(q - m2.experts_needed(delta, spread)) > 1e-6:
        assert (gain > 0) == (q > m2.experts_needed(delta, spread))


@given(st.floats(0, 1), st.floats(0, 1), ranges, st.floats(1, 2))
def test_ally_and_uncertainty_principles(a, b, spread, wider):
    """More conflict: a lower cap and more experts needed. More uncertainty:
    a higher cap and fewer needed?
    """
    near, far = sorted((a, b))
    assert m2.best_cap(near, spread) >= m2.best_cap(far, spread)
    assert m2.experts_needed(near, spread) <= m2.experts_needed(far, spread)
    assert m2.loss_capped(near, spread) <= m2.loss_capped(far, spread) + 1e-12
    assert m2.best_cap(far, wider * spread) >= m2.best_cap(far, spread)
    assert m2.experts_needed(far, wider * spread) <= m2.experts_needed(far, spread) + 1e-12


@given(st.tuples(shares, shares), ranges, costs, patience, motives)
def test_a_safer_post_makes_experts(kept, spread, cost, beta, most):
    """Is the share between 0 and 1, and higher with tenure, uncertainty, patience,
    motivation and cheaper learning?
    """
    low, high = sorted(kept)
    here = m2.expert_share(low, spread, cost, beta, most)
    assert 0 <= here <= 1
    assert m2.expert_share(high, spread, cost, beta, most) >= here
    assert m2.expert_share(low, spread * 1.1, cost, beta, most) >= here
    assert m2.expert_share(low, spread, cost / 1.1, beta, most) >= here
    assert m2.expert_share(low, spread, cost, min(0.99, beta * 1.01), most) >= here
    pays = m2.least_motivation(low, spread, cost, beta)
    assert here == pytest.approx(max(0, 1 - pays / most))
    assert m2.expert_share(low, spread, cost, beta, most * 1.1) >= here


@pytest.mark.parametrize("spread", [0.5, 1.0, 2.0])
@pytest.mark.parametrize("part", [0.0, 0.3, 0.5774, 0.9])
def test_integration_and_optimisation_agree(spread, part):
    """Do quadrature and a search for the best cap give the closed forms?"""
    delta = part * spread
    assert expected_loss(lambda _: 0, spread) == pytest.approx(m2.loss_undelegated(spread))
    assert expected_loss(lambda t: t + delta, spread) == pytest.approx(
        m2.loss_delegated(delta, spread), abs=1e-12
    )

    def under(cap):
        return expected_loss(lambda t: min(t + delta, cap), spread, kinks=[cap - delta])

    best = minimize_scalar(
        under, bounds=(-spread, spread + delta), method="bounded", options={"xatol": 1e-9}
    )
    assert best.fun == pytest.approx(m2.loss_capped(delta, spread), abs=1e-8)
    assert under(m2.best_cap(delta, spread)) == pytest.approx(best.fun, abs=1e-8)


def test_a_floor_as_well_would_not_help():
    """Is an upper limit enough: does no interval of permitted policies do better than the cap?"""

    def between(low, high):
        return expected_loss(
            lambda t: min(max(t + 0.4, low), high), 1, kinks=[low - 0.4, high - 0.4]
        )

    tried = [between(lo, hi) for lo in np.linspace(-1, 0.5, 16) for hi in np.linspace(lo, 1.4, 10)]
    assert min(tried) >= m2.loss_capped(0.4, 1) - 1e-9


def test_simulated_decisions_cost_what_the_formula_says():
    """Do 400,000 decisions by officials, 78 in 100 of them experts, lose delta^2 + (1-q) R^2/3?"""
    rng = np.random.default_rng(20261124)
    w, expert = rng.uniform(-1, 1, 400_000), rng.random(400_000) < 0.7825
    policy = np.where(expert, 0.3 - w, 0.3)
    assert ((policy + w) ** 2).mean() == pytest.approx(m2.loss_delegated(0.3, 1, 0.7825), abs=0.002)


def test_simulated_careers_give_the_threshold():
    """Is learning worth just its cost at gamma*, over 200,000 careers that end by dismissal?"""
    # kept with 0.9; the first year is served
    years = np.random.default_rng(20261124).geometric(0.1, 200_000)
    worth = ((1 - 0.95**years) / (1 - 0.95) / 3).mean()  # of a motivation of 1, with R^2/3 = 1/3
    assert worth * m2.least_motivation(0.9) == pytest.approx(1, abs=0.01)


def test_a_root_finder_agrees_on_the_threshold():
    """Does a sum over the years, without the closed form, cross the cost at gamma*?"""
    years = sum((0.95 * 0.7) ** t for t in range(500))
    gamma = brentq(lambda g: g * 1.5**2 / 3 * years - 2, 0, 50)
    assert gamma == pytest.approx(m2.least_motivation(0.7, 1.5, 2, 0.95))


@given(st.integers(0, 50), ranges)
def test_the_draw_is_seeded_and_follows_tenure(seed, spread):
    """Same seed, same draw; never falling as the post grows safer?"""
    kept = [0, 0.25, 0.5, 0.75, 1]
    few = m2.drawn_experts(kept, spread, officials=60, seed=seed)
    assert few == m2.drawn_experts(kept, spread, officials=60, seed=seed)
    assert few == sorted(few)
    assert all(0 <= share <= 1 for share in few)


def test_a_large_draw_is_the_formula():
    """Do 40,000 officials come within one point of it at every chance?"""
    kept = [i / 10 for i in range(11)]
    for chance, share in zip(kept, m2.drawn_experts(kept, officials=40_000, seed=3), strict=True):
        assert share == pytest.approx(m2.expert_share(chance), abs=0.01)


def test_the_draw_is_the_one_of_its_seed():
    """To the last official: who learns of 200 at seed 1, another seed, another service,
    and an office of one?
    """
    assert m2.drawn_experts([0, 0.5, 0.9, 1]) == pytest.approx([0, 0.205, 0.785, 0.895], abs=1e-12)
    assert m2.drawn_experts([0.5, 0.9], seed=2) == pytest.approx([0.21, 0.765], abs=1e-12)
    another = m2.drawn_experts([0.5, 1], 1.2, cost=0.5, patience=0.8, most_motivated=3)
    assert another == pytest.approx([0.795, 0.9], abs=1e-12)
    assert m2.drawn_experts([0, 1], officials=1) == [0, 1]


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m2.loss_undelegated(0), "uncertainty"),
        (lambda: m2.loss_delegated(-0.1, 1), "distance"),
        (lambda: m2.loss_delegated(0.1, 1, 1.1), "informed"),
        (lambda: m2.loss_capped(float("nan"), 1), "distance"),
        (lambda: m2.best_cap(0.1, float("inf")), "uncertainty"),
        (lambda: m2.experts_needed(0.1, -1), "uncertainty"),
        (lambda: m2.break_even(1, -0.5), "informed"),
        (lambda: m2.least_motivation(1.2), "kept"),
        (lambda: m2.least_motivation(0.5, patience=1), "patience"),
        (lambda: m2.least_motivation(0.5, cost=0), "cost"),
        (lambda: m2.expert_share(0.5, most_motivated=0), "most_motivated"),
        (lambda: m2.drawn_experts([0.5], officials=0), r"^officials .* from 1; 0 is not\.$"),
        (lambda: m2.drawn_experts([0.5], officials=float("inf")), "officials"),
        (
            lambda: m2.drawn_experts([0.5], most_motivated=0),
            "^most_motivated is the highest motivation there is",
        ),
        (lambda: m2.drawn_experts([2]), "kept"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()


SPEC = delegation()
STATES = [(setting, SPEC.state(**setting)) for setting in SPEC.combinations()]


def test_the_words_say_what_the_model_says():
    """Does each title give the share of experts, and say that the
    minister delegates just where she loses less?
    """
    for setting, state in STATES:
        spread, delta = setting["uncertainty"], setting["distance"]
        share = m2.expert_share(1 - setting["risk"] / 100, spread)
        told = re.search(r"(?i)(nobody learns|\d+ learn) the job", state["title"]).group(1)
        assert (0 if told.lower().startswith("nobody") else int(told.split()[0])) == pytest.approx(
            100 * share, abs=0.51
        )
        gain = m2.loss_undelegated(spread) - m2.loss_delegated(delta, spread, share)
        verdict = "lets them decide" if gain > 1e-12 else "decides alone"
        if abs(gain) > 1e-12:
            assert verdict in state["title"], setting


def test_the_arrow_of_1973_never_moves_and_claims_nothing():
    """Is the illustrative move the same in every state, labelled so,
    and said not to be measured?
    """
    for _, state in STATES:
        assert not any("1973" in name for name in state["traces"])
        assert "nobody measured" in state["notes"]["The arrow"]
    drawn = [t for t in SPEC.first_figure["data"] if "1973" in t["name"]]
    assert [t["name"] for t in drawn] == ["1973: an illustrative move"]
    assert drawn[0]["meta"] == "no table"


def test_a_line_that_no_share_reaches_is_owned_up_to():
    """Where even experts alone would be too few, is there no line, and do the words say so?"""
    for setting, state in STATES:
        beyond = setting["distance"] > sqrt(setting["uncertainty"] ** 2 / 3)
        assert (state["traces"]["needed"]["y"][0] is None) == beyond, setting
        assert ("no share of experts" in state["description"]) == beyond, setting


def test_the_table_and_the_size():
    """Does the table set theory beside draw, and is the payload small?"""
    columns, rows = table_of(SPEC.first_figure)
    assert columns[1:] == ["experts", "needed", "200 invented officials"]
    assert len(rows) == 21
    assert rows[2][:3] == [10, 78.25, 27]
    assert len(SPEC.packed()) < 40_000

"""M6: do detection, the corrupt share and the inspection game behave as the equations say?"""

import re
from math import exp

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.integrate import quad
from scipy.optimize import brentq, root

from course.interactives.table import table_of
from course.lessons.lab.oversight import oversight
from course.models import oversight as m6

chances = st.floats(0, 1)
citizens = st.integers(0, 200)
stakes = st.floats(0, 10)
means = st.floats(0.5, 5)


def test_reference_values():
    """Does it give the values worked out by hand at q 0.1, v 0.02, N 50, stake 3, mean bribe 2?"""
    found = m6.detection(0.1, 0.02, 50)
    assert found == pytest.approx(0.6722, abs=5e-5)
    assert m6.corrupt_share(found, 3, 2) == pytest.approx(0.3648, abs=5e-5)
    assert m6.corrupt_share(m6.detection(0.1, 0, 50), 3, 2) == pytest.approx(0.861, abs=5e-4)
    assert m6.matching_alarm(0.3, 0, 50) == pytest.approx(0.00711, abs=5e-6)


@given(chances, citizens)
def test_limits(q, n):
    """Audits alone if nobody complains or nobody sees it;
    all corrupt if nothing is found or nothing is lost?
    """
    assert m6.detection(q, 0, n) == pytest.approx(q)
    assert m6.detection(q, 0.5, 0) == pytest.approx(q)
    assert m6.detection(1, 0, n) == 1
    assert m6.corrupt_share(0, 3, 2) == m6.corrupt_share(q, 0, 2) == 1


@given(chances, chances, st.integers(0, 100), st.floats(0, 0.2))
def test_each_detector_adds(q, v, n, more):
    """Does detection stay a chance and rise in audits, in alarms and in citizens?"""
    here = m6.detection(q, v, n)
    assert 0 <= here <= 1
    assert m6.detection(min(1, q + more), v, n) >= here - 1e-12
    assert m6.detection(q, min(1, v + more), n) >= here - 1e-12
    assert m6.detection(q, v, n + 1) >= here - 1e-12


@given(chances, stakes, means, st.floats(0, 1))
def test_the_corrupt_share_falls_with_what_is_at_stake(found, stake, mean, more):
    """Is it a share that falls with detection and stake, and rises with the bribes on offer?"""
    here = m6.corrupt_share(found, stake, mean)
    assert 0 < here <= 1
    assert m6.corrupt_share(min(1, found + more), stake, mean) <= here
    assert m6.corrupt_share(found, stake + more, mean) <= here
    assert m6.corrupt_share(found, stake, mean + more) >= here


@given(st.floats(0, 0.95), st.floats(0, 0.95), st.integers(1, 200))
def test_alarms_that_match_do_match(wanted, audits, n):
    """Is detection the same with the matching alarm, and no lower where audits alone find more?"""
    v = m6.matching_alarm(wanted, audits, n)
    assert 0 <= v <= 1
    assert m6.detection(audits, v, n) == pytest.approx(max(wanted, audits))


def test_audits_that_find_all_need_no_alarm():
    """Where all is wanted and audits find all, is the matching alarm none?"""
    assert m6.matching_alarm(1, 1, 5) == 0


def test_a_bribe_of_just_what_is_at_stake_is_refused():
    """Does he take more than D times the stake, and not that much itself?"""
    assert not m6.takes(1, 0.5, 2)
    assert m6.takes(1.01, 0.5, 2)


@pytest.mark.parametrize(("wanted", "audits", "n"), [(0.3, 0, 50), (0.9, 0.5, 7), (0.4, 0.39, 1)])
def test_a_root_finder_agrees_on_the_matching_alarm(wanted, audits, n):
    """Does a numerical search find the same complaint rate?"""
    v = brentq(lambda v: m6.detection(audits, v, n) - wanted, 0, 1, xtol=1e-14)
    assert v == pytest.approx(m6.matching_alarm(wanted, audits, n), abs=1e-10)


@given(st.floats(0, 20), st.floats(0.01, 1), st.floats(0, 10), st.floats(0, 10))
def test_the_bribe_proof_wage_stands_on_the_edge(bribe, found, outside, fine):
    """Is the bribe refused at a little more than that wage, and taken at a little less?"""
    stake = m6.bribe_proof_wage(bribe, found, outside, fine) - outside + fine
    assert not m6.takes(bribe, found, stake + 1e-6)
    assert stake < 1e-3 or m6.takes(bribe, found, stake - 1e-3)


@pytest.mark.parametrize(("found", "stake", "mean"), [(0.2, 3, 2), (0.67, 3, 2), (0.9, 8, 4)])
def test_quadrature_agrees_on_the_corrupt_share(found, stake, mean):
    """Is it the mass of the bribes above the threshold?"""
    mass, _ = quad(lambda x: exp(-x / mean) / mean, found * stake, 60 * mean)
    assert mass == pytest.approx(m6.corrupt_share(found, stake, mean), abs=1e-9)


def test_a_simulated_office_agrees():
    """Do a million simulated decisions, audited and complained of at random,
    give detection and share?
    """
    rng = np.random.default_rng(20261124)
    audited = rng.random(400_000) < 0.1
    complaints = rng.binomial(50, 0.02, 400_000) > 0
    found = (audited | complaints).mean()
    assert found == pytest.approx(m6.detection(0.1, 0.02, 50), abs=0.003)
    taken = (rng.exponential(2, 400_000) > m6.detection(0.1, 0.02, 50) * 3).mean()
    assert taken == pytest.approx(0.3648, abs=0.003)


@given(st.integers(0, 50), stakes)
def test_the_draw_is_seeded_and_near_the_theory(seed, stake):
    """Same seed, same draw; never rising with detection; near the formula when many are drawn?"""
    chances_found = [0, 0.25, 0.5, 0.75, 1]
    few = m6.drawn_shares(chances_found, stake, 2, officials=60, seed=seed)
    assert few == m6.drawn_shares(chances_found, stake, 2, officials=60, seed=seed)
    assert few == sorted(few, reverse=True)
    assert few[0] == 1


def test_the_draw_is_the_one_of_its_seed():
    """To the last official: who takes of 200 at seed 1, at another seed,
    and in an office of one?
    """
    assert m6.drawn_shares([0.1, 0.5, 0.9], 3, 2) == pytest.approx([0.86, 0.44, 0.24], abs=1e-12)
    assert m6.drawn_shares([0.1, 0.5, 0.9], 3, 2, seed=2) == pytest.approx(
        [0.855, 0.44, 0.24], abs=1e-12
    )
    assert m6.drawn_shares([0, 0.5], 3, 2, officials=1) == [1, 0]


def test_a_large_draw_is_the_formula():
    """Do 40,000 officials come within two points of it at every chance?"""
    found = [i / 10 for i in range(11)]
    for chance, share in zip(
        found, m6.drawn_shares(found, 3, 2, officials=40_000, seed=3), strict=True
    ):
        assert share == pytest.approx(m6.corrupt_share(chance, 3, 2), abs=0.02)


@given(st.floats(0.1, 5), st.floats(1.01, 10), st.floats(0.1, 5), st.floats(1.01, 10))
def test_neither_player_gains_by_changing(gain, harsher, cost, dearer):
    """At (y*, x*), is the official as well off corrupt as honest,
    and the inspector looking as not?
    """
    sanction, value = gain * harsher, cost * dearer
    y, x = m6.inspection_in_game(gain, sanction), m6.corrupt_in_game(cost, value)
    assert 0 < y < 1
    assert 0 < x < 1
    assert gain - y * sanction == pytest.approx(0, abs=1e-9)
    assert x * value - cost == pytest.approx(0, abs=1e-9)


def test_a_solver_finds_the_same_game():
    """Does scipy, given the two payoffs, find the same point,
    and a harsher sanction move only the inspector?
    """
    for sanction in (2, 4):
        found = root(lambda z, s=sanction: [1 - z[0] * s, z[1] * 4 - 1], [0.4, 0.4])
        assert found.x == pytest.approx(
            [m6.inspection_in_game(1, sanction), m6.corrupt_in_game(1, 4)]
        )


def test_what_is_outside_says_what_is_allowed(subtests):
    """Is a value outside the domain refused in a sentence that names it?"""
    for call, words in [
        (lambda: m6.detection(1.1, 0, 5), "audits"),
        (lambda: m6.detection(0, -0.1, 5), "alarms"),
        (lambda: m6.detection(0, 0, 2.5), "citizens"),
        (lambda: m6.detection(0, 0, float("inf")), "citizens"),
        (lambda: m6.detection(float("nan"), 0, 5), "audits"),
        (lambda: m6.matching_alarm(0.3, 0, 0), "citizens"),
        (lambda: m6.matching_alarm(2, 0, 5), "wanted"),
        (lambda: m6.corrupt_share(0.5, -1, 2), "stake"),
        (lambda: m6.corrupt_share(0.5, 1, 0), "mean_bribe"),
        (lambda: m6.takes(-1, 0.5, 1), "bribe"),
        (
            lambda: m6.drawn_shares([0.5], 1, 2, officials=0),
            "^officials counts those who are drawn and is",
        ),
        (
            lambda: m6.drawn_shares([0.5], 1, -2),
            "^mean_bribe is the average bribe on offer and must",
        ),
        (lambda: m6.drawn_shares([0.5], -1, 2), "^stake is what he loses if found out and cannot"),
        (lambda: m6.drawn_shares([2], 1, 2), "^found is a chance"),
        (lambda: m6.bribe_proof_wage(1, 0, 1, 1), "never found"),
        (lambda: m6.inspection_in_game(2, 2), "sanction"),
        (lambda: m6.inspection_in_game(0, 2), "gain"),
        (lambda: m6.corrupt_in_game(2, 1), "value"),
        (lambda: m6.corrupt_in_game(0, 1), "cost"),
    ]:
        with subtests.test(words), pytest.raises(ValueError, match=words):
            call()


SPEC = oversight()
STATES = [(setting, SPEC.state(**setting)) for setting in SPEC.combinations()]


def test_the_words_say_what_the_model_says():
    """Does each title give the corrupt share, and do alarms never
    make the office worse than audits alone?
    """
    for setting, state in STATES:
        found = m6.detection(setting["audits"] / 100, setting["alarms"] / 100, 50)
        share = 100 * m6.corrupt_share(found, setting["stake"], 2)
        told = int(re.search(r"(\d+) of 100 officials", state["title"]).group(1))
        assert told == pytest.approx(share, abs=0.51), setting
        alone, with_alarms = (
            state["traces"][name]["y"] for name in ("audits alone", "with your alarms")
        )
        assert all(a >= b - 1e-9 for a, b in zip(alone, with_alarms, strict=True))
        assert state["traces"]["your office"]["x"] == [setting["audits"]]


def test_no_sanction_moves_the_game():
    """Does the note on the inspector who may choose show the same corruption at every stake,
    and fewer looks?
    """
    told = {s["stake"]: state["notes"]["If the inspector may choose"] for s, state in STATES}
    looks = {
        stake: int(re.search(r"looks (\d+) % of", text).group(1)) for stake, text in told.items()
    }
    assert sorted(looks, key=looks.get, reverse=True) == sorted(looks)
    assert len({re.search(r"corrupt (\d+) % of", text).group(1) for text in told.values()}) == 1


def test_the_table_sets_theory_beside_draw():
    """Does a reader of the table see the draw beside the formula,
    and does the payload stay small?
    """
    columns, rows = table_of(SPEC.first_figure)
    assert columns[1:] == ["audits alone", "with your alarms", "200 invented officials"]
    assert len(rows) == 21
    assert len(SPEC.packed()) < 40_000

"""Are the verdicts honest on series of known truth?
The same machinery that weighs the record, put to made-up ones.
"""

import numpy as np
import pytest

from course.evidence import inquiries
from course.evidence.cards import false
from course.evidence.inquiry import Inquiry
from course.evidence.rates import Rule, counted, missed
from course.evidence.result import found
from course.evidence.weighed import weighed
from tools.checking.verdicts import (
    FLOOR,
    NOISES,
    TRUTHS,
    YEARS,
    asked_of,
    dated,
    made,
    nothing_said,
    rates_of,
    verdicts_of,
)

WAYS = [(0.2, True), (0.3, False)]  # intervals from known errors; the floor where no error is told


@pytest.mark.parametrize(("sd", "known"), WAYS)
@pytest.mark.parametrize("noise", NOISES)
def test_noise_is_seldom_a_verdict(sd, known, noise):
    """Where nothing happened, however long chance lasts,
    is a verdict given at most 5 % of the time each way?
    """
    assert max(rates_of(noise, sd, known=known)) <= 0.05


def test_where_the_floor_is_low_the_rate_is_more_and_would_be_printed():
    """On a scatter as large as the floor that lasts, do false verdicts pass 5 %, so that only the
    card's own rate is honest?
    """
    assert min(rates_of("AR(1), 0.8", 0.5, known=False)) > 0.05


@pytest.mark.thorough
def test_a_card_above_one_in_twenty_says_so(subtests):
    """Does each card, at AR(1) of 0.8 or more, err at most 5 % each way,
    or say that it errs more?
    """
    for name in inquiries.NAMES:
        asked = inquiries.inquiry(name)
        for subject in asked.all_subjects():
            if subject.get("country", "PAK") != "PAK":
                continue
            with subtests.test(f"{name} {subject}"):
                answer = asked.answer(**subject)
                told, rates = weighed(asked, answer), weighed(asked, answer).rates
                if rates is not None:
                    most = max(
                        rates.for_it, rates.against, rates.held_for or 0, rates.held_against or 0
                    )
                    assert rates.rho >= 0.8
                    assert ("more than one in twenty" in false.expected(answer, told)) == (
                        most > 0.05
                    )


@pytest.mark.parametrize(("sd", "known"), WAYS)
@pytest.mark.parametrize("noise", ["independent", "AR(1), 0.8"])
def test_all_at_once_is_one_by_one(sd, known, noise):
    """Are the shares that the cards print those of the verdicts that
    the Inquiry itself gives, record by record?
    """
    counts = verdicts_of("two steps", noise, sd, known=known, runs=100)
    rng = np.random.default_rng(11)
    records = sd * NOISES[noise](100, len(YEARS), rng) + FLOOR * np.array(
        [TRUTHS["two steps"](y) for y in YEARS]
    )
    series = made(records[0], sd if known else None)
    asked = asked_of(series)
    rule = Rule(-1, asked.floor)
    shares = counted([r for _, r in asked.answer().each], rule, {series: records})
    assert shares == (
        pytest.approx(counts["supports"] / 100),
        pytest.approx(counts["contradicts"] / 100),
    )


@pytest.mark.parametrize(("sd", "known"), WAYS)
def test_a_large_fall_is_found(sd, known):
    """Is a fall of two steps found at least half the time on independent noise,
    and never taken for a rise?
    """
    counts = verdicts_of("two steps", "independent", sd, known=known, runs=100)
    assert counts["supports"] >= 50
    assert not counts["contradicts"]


@pytest.mark.thorough
@pytest.mark.parametrize("noise", ["independent", "AR(1), 0.8"])
@pytest.mark.parametrize("known", [True, False])
def test_no_such_change_is_said_of_no_change_and_never_of_one_step(noise, known):
    """With little scatter, is *no such change* said of most records without one, of fewer with half
    a step, and of at most 5 % with a whole step; with intervals and without, on noise that lasts
    too?
    """
    said = [
        nothing_said(truth, noise, 0.1, known=known, runs=60)
        for truth in ("no change", "half a step", "one step")
    ]
    assert said[0] >= 0.8
    assert said[1] < said[0]
    assert said[2] <= 0.05


@pytest.mark.thorough
@pytest.mark.parametrize("noise", ["independent", "AR(1), 0.8"])
@pytest.mark.parametrize("truth", TRUTHS)
@pytest.mark.parametrize(("sd", "known"), [(0.1, True), (0.25, True), (0.1, False), (0.25, False)])
def test_it_is_said_when_and_only_when_the_rule_holds(noise, truth, sd, known):
    """Record by record, is the verdict *no such change* exactly where the stated rule holds,
    reckoned here by hand?
    """
    from scipy import stats

    rng = np.random.default_rng(5)
    for values in sd * NOISES[noise](12, len(YEARS), rng) + FLOOR * np.array(
        [TRUTHS[truth](y) for y in YEARS]
    ):
        answer = asked_of(made(values, sd if known else None)).answer()
        estimates, at = [], dict(zip(YEARS, values, strict=True))
        for window in (6, 8, 10):
            for turn in (2012, 2013):
                after = [at[y] for y in range(turn, min(turn + window, 2024))]
                estimates.append(
                    np.mean(after) - np.mean([at[y] for y in range(turn - window, turn)])
                )
        if known:
            half = stats.norm.ppf(0.95) * sd * np.sqrt(2)  # the years of a mean share one error
            holds = all(abs(e) + half < 0.5 for e in estimates)
        else:
            small = all(abs(e) <= FLOOR / 2 for e in estimates)
            holds = small and missed([r for _, r in answer.each], FLOOR) <= 0.05
        assert (answer.result.verdict == "no such change") == holds


def test_without_a_series_nothing_is_ruled_out():
    """Where no simulation can be made, do small estimates leave open, and is that said?"""
    asked = Inquiry(
        id="made-up", tables=(), choices={"way": {"a": "a", "b": "b"}}, labels={}, expects=1,
        floor=0.5,
        unit="units",
        compare=lambda way: found(0.01, None, n=2, years=(2000,), source="made up"),
        draw=lambda way: way,
    )  # fmt: skip
    answer = asked.answer()
    assert answer.result.verdict == "leaves open"
    assert "too small to read" in answer.result.reason


def test_a_step_is_dated_and_its_neighbours_are_not():
    """Is the true year of a step seldom ruled out, a date named often, and never one eight years
    off; and of noise almost none?
    """
    held, at_it, before = dated("two steps", "AR(1), 0.8", 0.25, runs=60)
    assert held >= 0.9
    assert at_it >= 0.5
    assert before == 0
    _, chance, too = dated("no change", "AR(1), 0.8", 0.25, runs=60)
    assert max(chance, too) <= 0.05

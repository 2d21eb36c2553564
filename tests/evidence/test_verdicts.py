"""Are the verdicts honest on series of known truth? The same machinery that weighs the record, put to made-up ones."""

import pytest

from tools.checking.verdicts import TRUTHS, found_years, verdicts_of

NOISE, FALL, EARLIER, RISE, RULE = TRUTHS
WAYS = [(0.2, True), (0.5, False)]  # intervals from known errors; the floor where no error is told


@pytest.mark.parametrize(("se", "known"), WAYS)
def test_noise_is_seldom_a_verdict(se, known):
    """On 200 series without any change, is a verdict given at most one time in ten?"""
    assert verdicts_of(NOISE, se, known=known, runs=200)["leaves open"] >= 180


@pytest.mark.parametrize(("se", "known"), WAYS)
def test_a_planted_fall_is_found(se, known):
    """Is a fall of two standard errors found at least four times in five, and never taken for a rise?"""
    counts = verdicts_of(FALL, se, known=known, runs=200)
    assert counts["supports"] >= 160
    assert not counts["contradicts"]


@pytest.mark.parametrize(("se", "known"), WAYS)
def test_a_rise_contradicts(se, known):
    """Does the mirror image give the mirror verdict?"""
    assert verdicts_of(RISE, se, known=known, runs=200)["contradicts"] >= 160


@pytest.mark.parametrize(("se", "known"), WAYS)
@pytest.mark.parametrize("truth", [EARLIER, RULE])
def test_another_cause_leaves_it_open(truth, se, known):
    """Is a fall long before the claimed year, or a change in the rule of counting, not taken for the fall claimed?"""
    assert verdicts_of(truth, se, known=known, runs=200)["leaves open"] >= 180


def test_the_largest_fall_is_dated():
    """Is a planted fall dated to within a year three times in four, and does noise pass the shuffles as seldom as promised?"""
    dated, chance = found_years(runs=100)
    assert dated >= 0.7
    assert chance <= 0.1

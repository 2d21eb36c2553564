"""How long a chance move lasts, and when a series stepped: right by another hand?"""

import numpy as np
import pytest

from course.evidence import errors, persistence, rates
from course.evidence.dating import dates
from course.evidence.series import Point, Series


def made(values):
    return Series(tuple(Point(1950 + i, float(v)) for i, v in enumerate(values)), "made up")


def test_the_squares_left_by_a_step_are_those_of_statsmodels():
    """Is the sum of squares at each place that of a regression on a step there?"""
    import statsmodels.api as sm

    values = np.random.default_rng(3).normal(size=20)
    ours = persistence.profile(values)
    for place, left in zip(range(3, 18), ours, strict=True):
        step = sm.add_constant((np.arange(20) >= place).astype(float))
        assert left == pytest.approx(sm.OLS(values, step).fit().ssr, abs=1e-9)


@pytest.mark.parametrize("years", [28, 76])
def test_a_short_series_hides_its_persistence_and_is_set_right(years):
    """Is a true 0.8, found too small with the step taken out, put right on average, to within 0.12
    at 28 years and 0.07 at 76, step or no step?
    """
    drawn = persistence.ar(0.8, 150, years, np.random.default_rng(4))
    for step in (0.0, 2.0):
        told = [
            persistence.measured(made(v + step * (np.arange(years) >= years // 2))) for v in drawn
        ]
        assert np.mean([one.found for one in told]) < 0.7
        assert np.mean([one.corrected for one in told]) == pytest.approx(
            0.8, abs=0.12 if years == 28 else 0.07
        )
        assert all(one.used >= 0.8 for one in told)


def test_noise_is_as_persistent_as_promised():
    """Do neighbours correlate at the coefficient, and are codes held for as long as asked,
    each with a deviation of 1?
    """
    rng = np.random.default_rng(6)
    drawn = persistence.ar(0.8, 4000, 10, rng)
    assert np.corrcoef(drawn[:, 4], drawn[:, 5])[0, 1] == pytest.approx(0.8, abs=0.02)
    assert drawn[:, 9].std() == pytest.approx(1, abs=0.04)
    codes = persistence.held((5,), 4000, 30, rng)
    assert (codes[:, 1:] != codes[:, :-1]).mean() == pytest.approx(1 / 5, abs=0.01)
    assert codes[:, 17].std() == pytest.approx(1, abs=0.04)
    assert persistence.lengths(np.array([1.0, 1, 1, 2, 2, 3])) == (3, 2, 1)


def test_dates_are_the_same_each_time_and_a_clean_step_is_dated():
    """Is a clean step dated to its year alone, with its size, whenever it is asked?"""
    values = np.random.default_rng(8).normal(0, 0.05, 40) - (np.arange(40) >= 22)
    found = dates(made(values))
    assert found.best == 1972
    assert found.dated(1972)
    assert not found.dated(1971)
    assert found.size == pytest.approx(values[22:].mean() - values[:22].mean(), abs=1e-9)
    dates.cache_clear()
    assert dates(made(values)) == found
    assert dates(made(values[:5])) is None


def test_errors_are_taken_every_way_that_is_possible():
    """For two countries over three years, are the intervals those of the full matrix, and for
    single years both ways given?
    """
    years, ses = (2001, 2002, 2003), {"A": 0.2, "B": 0.3}
    terms = [
        errors.Term(s / 3, ses[c], y, country=c) for c, s in (("A", 1), ("B", -1)) for y in years
    ]
    found = errors.halves(terms)
    expected = []
    for within in (1.0, 0.0):
        for abroad in (0.0, 0.5):
            matrix = np.kron(
                [[1, abroad], [abroad, 1]], np.full((3, 3), within) + (1 - within) * np.eye(3)
            )
            weights = np.array([t.weight * t.se for t in terms])
            expected.append(1.959963984540054 * np.sqrt(weights @ matrix @ weights))
    assert sorted(found.values()) == pytest.approx(sorted(expected), abs=1e-9)
    assert errors.widest(found) == pytest.approx(max(expected), abs=1e-9)
    pair = errors.halves([errors.Term(-1, 0.2, 2000, 0), errors.Term(1, 0.2, 2020, 1)])
    assert [h / 1.959963984540054 / 0.2 for h in pair.values()] == pytest.approx(
        [np.sqrt(2), np.sqrt(0.4)]
    )


@pytest.mark.parametrize("rho", [None, 0.8, 0.9])
@pytest.mark.parametrize("shared", [False, True])
def test_noise_leaves_as_much_as_the_record_did(shared, rho):
    """At whatever coefficient it is drawn, and for whichever series beside a more lasting one: is
    as much left of it, its best step taken out, as of the record?
    """
    rng = np.random.default_rng(5)
    both = [
        made(scale * persistence.ar(own, 1, 60, rng)[0]) for own, scale in ((0.5, 1), (0.95, 3))
    ]
    noise = rates.of_persistence(both, rho, shared=shared, runs=2000)
    for one in both:
        left = np.sqrt((persistence.without_step(noise[one]) ** 2).mean(axis=-1)).mean()
        assert left == pytest.approx(persistence.measured(one).left, rel=0.03)

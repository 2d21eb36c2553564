"""Means of periods, steps and places: are they right by another hand?"""

import numpy as np
import pandas as pd
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy import stats

from course.errors import CourseError
from course.evidence import breaks, peers, periods, residual
from course.evidence.result import Z95
from course.evidence.series import Point, Series, from_table
from course.record import data

YEARS = range(2000, 2012)
NUMBERS = st.lists(st.floats(-3, 3), min_size=12, max_size=12)


def made(values, errors=None):
    errors = errors or [None] * len(values)
    points = tuple(Point(y, v, e) for y, v, e in zip(YEARS, values, errors, strict=False))
    return Series(points, "made up")


def test_a_change_agrees_with_the_formula():
    """Is the widest interval that of means whose years share one error,
    and is that of independent errors told beside it?
    """
    errors = [0.1, 0.2, 0.3, 0.4] * 3
    values = list(np.linspace(0, 1.1, 12))
    result = periods.change(made(values, errors), (2000, 2003), (2008, 2011))
    assert result.estimate == pytest.approx(0.8)
    assert result.interval[1] - 0.8 == pytest.approx(Z95 * 0.25 * np.sqrt(2), abs=1e-9)
    apart = Z95 * np.sqrt(2 * np.sum(np.square(errors[:4]))) / 4
    assert min(result.otherwise.values()) == pytest.approx(
        min(apart, Z95 * 0.25 * np.sqrt(0.4)), abs=1e-9
    )
    assert any(half == pytest.approx(apart, abs=1e-9) for half in result.otherwise.values())
    assert result.inner[1] - 0.8 == pytest.approx(
        stats.norm.ppf(0.95) * 0.25 * np.sqrt(2), abs=1e-9
    )


def test_a_period_without_figures_is_refused():
    """Does a span outside the record say which years there are?"""
    with pytest.raises(CourseError, match="2000 to 2011"):
        periods.mean(made([0.0] * 12), 1990, 1995)


@given(NUMBERS, st.integers(2, 6))
def test_steps_agree_with_pandas(values, width):
    """Is a step the mean of the figures from a year on less that of the figures before it?"""
    frame = pd.Series(values, index=YEARS)
    for year, step in breaks.steps(made(values), width).items():
        after = frame.loc[year : year + width - 1].mean()
        assert step == pytest.approx(after - frame.loc[year - width : year - 1].mean(), abs=1e-9)


def test_a_clean_step_is_found():
    """Is the year of a clean fall named, with its size?"""
    series = made([1.0] * 6 + [0.0] * 6)
    largest = breaks.largest_fall(series, 4)
    assert (largest.year, largest.step) == (2006, -1.0)
    with pytest.raises(ValueError, match="at least 14"):
        breaks.largest_fall(series, 7)


def test_the_median_and_its_bounds():
    """Do the bounds of the others' median hold it,
    and do they cover it 95 times in 100 by the binomial?
    """
    values = {f"C{i:03d}": float(i) for i in range(101)}
    result = peers.against_median(values | {"ME": 90.0}, "ME", 2020, source="made up")
    assert result.facts["median"] == 50
    assert result.estimate == 40
    low, high = 40 - result.interval[0], result.interval[1] - 40
    inside = stats.binom.cdf(50 + high - 1, 101, 0.5) - stats.binom.cdf(50 - low - 1, 101, 0.5)
    assert inside == pytest.approx(0.95, abs=0.02)
    assert (result.facts["place"], result.facts["of"]) == (11, 102)


def test_a_gap_has_both_errors():
    """Is the gap's interval that of two independent errors, and None if either is unknown?"""
    result = peers.gap((1.0, 0.3), (0.4, 0.4), 2020, source="made up")
    assert result.interval == pytest.approx((0.6 - Z95 * 0.5, 0.6 + Z95 * 0.5))
    assert peers.gap((1.0, None), (0.4, 0.4), 2020, source="made up").interval is None


def test_a_residual_agrees_with_the_textbook():
    """With one covariate, is the prediction's interval that of scipy's line,
    the country itself left out?
    """
    rng = np.random.default_rng(5)
    x = {f"C{i:02d}": float(v) for i, v in enumerate(rng.normal(size=40))}
    y = {code: 1 + 2 * v + float(rng.normal()) for code, v in x.items()}
    found = residual.residual(y, [x], "C07", 2020, source="made up")
    xs, ys = (np.array([values[c] for c in x if c != "C07"]) for values in (x, y))
    line = stats.linregress(xs, ys)
    s = np.sqrt(((ys - line.intercept - line.slope * xs) ** 2).sum() / (len(xs) - 2))
    reach = 1 / len(xs) + (x["C07"] - xs.mean()) ** 2 / ((xs - xs.mean()) ** 2).sum()
    expected = y["C07"] - line.intercept - line.slope * x["C07"]
    assert found.estimate == pytest.approx(expected, abs=1e-9)
    assert found.interval[1] - found.estimate == pytest.approx(
        Z95 * s * np.sqrt(1 + reach), abs=1e-9
    )
    with pytest.raises(ValueError, match="needs more"):
        residual.residual({"C07": 1.0, "C08": 2.0}, [x], "C07", 2020, source="made up")


def test_published_bounds_become_errors():
    """Does a V-Dem index carry a standard error from its 68 % bounds, and merit none?"""
    corruption = from_table("vdem-v13", "political_corruption", "PAK")
    assert all(0 < point.se < 0.2 for point in corruption.points)
    assert from_table("vdem-v15", "merit", "PAK").points[0].se is None


@pytest.mark.parametrize("iso3", ["PAK", "NOR"])
def test_a_residual_agrees_with_statsmodels(iso3):
    """With income and merit as they are, are the gap and the error
    of the prediction those of statsmodels?
    """
    import statsmodels.api as sm

    wgi, vdem, wdi = data.load("wgi"), data.load("vdem-v15"), data.load("wdi")
    frame = pd.DataFrame(
        {
            "y": wgi[(wgi.indicator == "ge") & (wgi.year == 2019)].set_index("iso3")["estimate"],
            "merit": vdem[vdem.year == 2019].set_index("iso3")["merit"],
            "income": np.log(wdi[wdi.year == 2019].set_index("iso3")["income_per_head"]),
        }
    ).dropna()
    columns = [frame[name].to_dict() for name in ("merit", "income")]
    found = residual.residual(frame["y"].to_dict(), columns, iso3, 2019, source="as shipped")
    others = frame.drop(iso3)
    model = sm.OLS(others["y"], sm.add_constant(others[["merit", "income"]])).fit()
    at = model.get_prediction([1.0, frame.loc[iso3, "merit"], frame.loc[iso3, "income"]])
    assert found.estimate == pytest.approx(frame.loc[iso3, "y"] - at.predicted_mean[0], abs=1e-9)
    assert found.interval[1] - found.estimate == pytest.approx(Z95 * at.se_obs[0], abs=1e-9)

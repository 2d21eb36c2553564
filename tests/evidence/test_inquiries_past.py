"""Do the questions of merit, impartiality, the golden age and India
find what pandas finds in the same tables?
"""

import itertools

import numpy as np
import pandas as pd
import pytest

from course.errors import CourseError
from course.evidence import Result, inquiries, judge
from course.evidence.inquiries.shared.pakistan import government
from course.evidence.inquiry import Inquiry
from course.evidence.series import Point, Series, difference, longest_run
from course.record import data

FLOOR = 0.5


def _yearly(measure, iso3="PAK", table="vdem-v16-pak-ind"):
    frame = data.load(table)
    return frame[frame["iso3"] == iso3].set_index("year")[measure].dropna().sort_index()


def _step(series, turn, width):
    """Mean of `width` years from `turn` on less that of the `width` before;
    .loc includes both ends.
    """
    return series.loc[turn : turn + width - 1].mean() - series.loc[turn - width : turn - 1].mean()


def _largest_fall(series, width):
    """The year whose step down is largest, by rolling means."""
    before = series.rolling(width).mean().shift(1)
    after = series[::-1].rolling(width).mean()[::-1]
    return (after - before).idxmin()


def _estimates(name, **subject):
    return {
        tuple(choice.values()): result
        for choice, result in inquiries.inquiry(name).answer(**subject).each
    }


def _verdict(name, **subject):
    return inquiries.inquiry(name).answer(**subject).result.verdict


def test_merit_has_no_step_at_1973():
    """Is every change of merit around 1973 below the floor, and the largest fall in 1958?"""
    merit, found = _yearly("merit"), _estimates("merit-and-1973")
    for (window, turn), result in found.items():
        assert result.estimate == pytest.approx(_step(merit, turn, window), abs=1e-9)
        assert abs(result.estimate) < FLOOR
        assert result.facts["fall_year"] == _largest_fall(merit, 5) == 1958
    assert set(found) == set(itertools.product((3, 5, 8, 15), (1972, 1973, 1974, 1975)))
    assert _verdict("merit-and-1973") == "no such change"


def test_impartiality_fell_but_the_largest_step_came_before_bhutto():
    """Is only one choice of twelve too small to read, the level handed over,
    and did the largest step come a year before?
    """
    impartiality = _yearly("impartiality")
    found = _estimates("impartiality-under-bhutto", what="impartiality")
    small = []
    for (before, turn), result in found.items():
        change = (
            impartiality.loc[turn:1977].mean() - impartiality.loc[turn - before : turn - 1].mean()
        )
        assert result.estimate == pytest.approx(change, abs=1e-9)
        if change > -FLOOR:
            small.append((before, turn))
    assert small == [(1, 1972)]
    facts = found[6, 1972].facts
    assert (
        facts["fall_year"] == _largest_fall(impartiality, 5) == impartiality.diff().idxmin() == 1971
    )
    assert facts["fall_government"] == "the government of Yahya Khan"
    assert _verdict("impartiality-under-bhutto", what="impartiality") == "supports"


def test_years_go_to_the_government_that_held_most_of_them():
    """Is each year that the questions speak of, to 1988,
    given to whoever governed on most of its days?
    """
    rows = data.load("pakistan-regimes").copy()
    starts, ends = (
        pd.to_datetime(rows["start"]),
        pd.to_datetime(rows["end"]).fillna(pd.Timestamp("2026-01-01")),
    )
    for year in range(1950, 1989):
        first, after = pd.Timestamp(year, 1, 1), pd.Timestamp(year + 1, 1, 1)
        days = ends.clip(upper=after) - starts.clip(lower=first)
        assert government(year) == rows["regime"][days.idxmax()], year
    with pytest.raises(CourseError, match="1900"):
        government(1900)


def test_two_measures_two_dates():
    """Does each measure name its own date in every choice, so that the sources disagree?"""
    signs = {"merit": 1, "impartiality": -1}
    found = _estimates("two-dates")
    assert len(found) == 36
    for (measure, window, bhutto, soldiers), result in found.items():
        series = _yearly(measure)
        estimate = _step(series, bhutto, window) - _step(series, soldiers, window)
        assert result.estimate == pytest.approx(estimate, abs=1e-9)
        assert signs[measure] * estimate >= FLOOR
        assert result.facts["fall_year"] == _largest_fall(series, window)
    answer = inquiries.inquiry("two-dates").answer()
    assert answer.result.verdict == "sources disagree"
    assert (
        "by merit of appointments the record contradicts it; "
        "by impartial administration the record supports it" in answer.result.reason
    )


def test_the_golden_age_depends_on_the_measure():
    """Is impartiality higher in all golden years, merit only before 1959?"""
    for (measure, golden, later), result in _estimates("golden-age").items():
        series = _yearly(measure)
        expected = series.loc[slice(*golden)].mean() - series.loc[slice(*later)].mean()
        assert result.estimate == pytest.approx(expected, abs=1e-9)
        assert (expected >= FLOOR) == (measure == "impartiality" or golden == (1950, 1958))
        best = series.rolling(10).mean().round(9).idxmax()
        assert result.facts["best_last"] == best == {"merit": 1959, "impartiality": 1969}[measure]
    assert _verdict("golden-age") == "leaves open"


@pytest.mark.parametrize(
    ("measure", "table", "opens", "closes", "verdict"),
    [
        ("merit", "vdem-v16-pak-ind", 1958, 1990, "no such change"),
        ("impartiality", "vdem-v13", 1978, 2017, "leaves open"),
    ],
)
def test_the_gap_with_india(measure, table, opens, closes, verdict):
    """Does no reading of 1973 open the gap in every choice,
    and does the long gap start when pandas says?
    """
    gap = (_yearly(measure, "IND", table) - _yearly(measure, "PAK", table)).dropna()
    found = _estimates("india", measured=measure)
    assert len(found) == 21
    for (window, turn, left_out), result in found.items():
        counted = gap.drop(list(left_out))
        assert result.estimate == pytest.approx(
            counted.loc[turn : turn + window - 1].mean()
            - counted.loc[turn - window : turn - 1].mean(),
            abs=1e-9,
        )
        wide = gap >= FLOOR
        runs = gap[wide].groupby((~wide).cumsum()[wide])
        longest = max((list(run.index) for _, run in runs), key=len)
        assert (result.facts["open_first"], result.facts["open_last"]) == (longest[0], longest[-1])
        assert (longest[0], longest[-1]) == (opens, closes)
        assert result.facts["wide"] == wide.sum()
    assert _verdict("india", measured=measure) == verdict


def test_too_few_years_without_the_emergency_are_listed_and_not_counted():
    """Is a five-year window of which three are left out refused, in words?"""
    left_out = inquiries.inquiry("india").answer().left_out
    assert [choice["window"] for choice, _ in left_out] == [5, 5, 5]
    assert all("fewer than 5" in why for _, why in left_out)


def test_no_answer_mixes_versions_of_vdem():
    """Does each subject of the question of India rest on one version,
    and every other question on one table?
    """
    for name in ("merit-and-1973", "impartiality-under-bhutto", "two-dates", "golden-age", "india"):
        question = inquiries.inquiry(name)
        for subject in question.all_subjects():
            assert len({result.source for _, result in question.answer(**subject).each}) == 1


def test_a_difference_of_series_carries_both_errors():
    """Is it over common years only, with errors added in squares,
    and none where either has none?
    """
    one = Series((Point(2000, 3.0, 0.3), Point(2001, 4.0, 0.3), Point(2002, 5.0)), "s")
    other = Series((Point(2001, 1.0, 0.4), Point(2002, 1.0, 0.4)), "s", provisional=True)
    gap = difference(one, other)
    assert [(p.year, p.value) for p in gap.points] == [(2001, 3.0), (2002, 4.0)]
    assert gap.points[0].se == pytest.approx(0.5, abs=1e-12)
    assert gap.points[1].se is None
    assert gap.provisional


@pytest.mark.parametrize(
    ("high", "run"), [([], None), ([2001], (2001, 2001)), ([2000, 2001, 2003, 2004, 2005], (2003,
        2005)), ([2000, 2002], (2000, 2000))]
)  # fmt: skip
def test_the_longest_run(high, run):
    """Does a missing reach break a run, and is the earlier of two as long kept?"""
    series = Series(tuple(Point(year, float(year in high)) for year in range(2000, 2007)), "s")
    assert longest_run(series, 1.0) == run


def _made_up(rng, noise, planted=0.0):
    """An Inquiry like that of the two dates on noise around zero,
    with a fall of `planted` at the later date in b.
    """
    years = np.arange(1950, 2026)
    measures = {name: pd.Series(rng.normal(scale=noise, size=len(years)), years) for name in "ab"}
    for name, sign in (("a", 1), ("b", -1)):
        measures[name].loc[1972:] += sign * planted

    def compare(measured, window, bhutto, soldiers):
        series = measures[measured]
        estimate = _step(series, bhutto, window) - _step(series, soldiers, window)
        return Result(
            estimate, None, 4 * window, (soldiers, bhutto), "made up", False, "", "leaves open", ""
        )

    like = inquiries.inquiry("two-dates")
    choices = like.choices | {"measured": {"a": "a", "b": "b"}}
    return Inquiry(
        id="made-up", tables=(), choices=choices, labels=like.labels, compare=compare,
        draw=like.draw,
        expects=-1, floor=FLOOR, unit="points", by="measured",
    )  # fmt: skip


@pytest.mark.thorough
def test_sources_disagree_on_a_planted_disagreement_and_not_on_noise():
    """On 60 made-up records each: is a disagreement of four floors found,
    and seldom any verdict given on noise?
    """
    rng = np.random.default_rng(11)
    noise = [_made_up(rng, noise=0.5).answer().result.verdict for _ in range(60)]
    planted = [_made_up(rng, noise=0.3, planted=2.0).answer().result.verdict for _ in range(60)]
    assert noise.count("leaves open") >= 54
    assert planted.count("sources disagree") >= 48


def test_the_verdict_by_source_is_that_of_its_own_choices():
    """Is what the reason says of each source the judgement over that source's Results alone?"""
    answer = inquiries.inquiry("golden-age").answer()
    for measure, words in inquiries.inquiry("golden-age").choices["measured"].items():
        alone = judge(
            [r for c, r in answer.each if c["measured"] == measure], expects=1, floor=FLOOR
        )
        told = {"supports": "supports it", "leaves open": "leaves it open"}[alone]
        assert f"by {words} the record {told}" in answer.result.reason

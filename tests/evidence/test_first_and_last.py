"""Did a figure rise or fall between two years? Against scipy, and against noise."""

import numpy as np
import pytest
from scipy import stats

from course.errors import CourseError
from course.evidence import series
from course.evidence.first_and_last import difference
from course.record import data


def made(values, se=None):
    return series.Series(
        tuple(series.Point(2000 + i, v, se) for i, v in enumerate(values)), "made up"
    )


def test_the_interval_is_the_textbook_one():
    """Does the difference of two normal figures have scipy's interval?"""
    result = difference(made([0.0, 1.0], se=0.3), "rose")
    low, high = stats.norm.interval(0.95, loc=1.0, scale=np.hypot(0.3, 0.3))
    assert result.interval == pytest.approx((low, high))
    assert result.verdict == "supports"
    assert difference(made([0.0, 1.0], se=0.3), "fell").verdict == "contradicts"
    assert difference(made([0.0, 0.5], se=0.3), "rose").verdict == "leaves open"


def test_without_an_interval_nothing_is_decided():
    """Is a difference without errors never read?"""
    result = difference(made([0.0, 100.0]), "rose")
    assert (result.verdict, result.interval, result.badge) == ("leaves open", None, "no interval")


@pytest.mark.thorough
def test_on_noise_a_verdict_is_seldom_and_a_fall_is_found():
    """On 2,000 draws of nothing, is a verdict given at most 10 % of the time,
    and a fall of four errors found at 80 %?
    """
    rng = np.random.default_rng(1)
    noise = [difference(made(rng.normal(0, 0.2, 2), se=0.2), "fell").verdict for _ in range(2000)]
    assert sum(v != "leaves open" for v in noise) / 2000 <= 0.1
    falls = [
        difference(made(rng.normal([0, -0.8], 0.2), se=0.2), "fell").verdict for _ in range(2000)
    ]
    assert sum(v == "supports" for v in falls) / 2000 >= 0.8


def test_pakistan_government_effectiveness():
    """On the real table: is the series Pakistan's, in order, with the errors of the World Bank?"""
    found = series.from_table("wgi", "ge", "PAK")
    frame = data.load("wgi")
    frame = frame[(frame.indicator == "ge") & (frame.iso3 == "PAK")]
    assert [(p.year, p.value, p.se) for p in found.points] == list(
        zip(frame.year, frame.estimate, frame.se, strict=True)
    )
    assert found.source == data.source_line("wgi")
    assert difference(found, "fell").years == (1996, 2023)


def test_bad_questions_are_sentences():
    """A year that is not there, a country, a column, a claim?"""
    found = series.from_table("wdi", "under_five_mortality", "PAK")
    assert all(p.se is None for p in found.points)
    with pytest.raises(CourseError, match="no figure for 1900"):
        difference(found, "fell", first=1900)
    with pytest.raises(CourseError, match="no figures for 'XXX'"):
        series.from_table("wdi", "under_five_mortality", "XXX")
    with pytest.raises(CourseError, match="nearest are: under_five_mortality"):
        series.from_table("wdi", "under_five", "PAK")
    with pytest.raises(CourseError, match="no indicator"):
        series.from_table("wgi", "zz", "PAK")
    with pytest.raises(ValueError, match="'rose' or 'fell'"):
        difference(found, "sank")

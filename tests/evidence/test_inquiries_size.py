"""Do posts, jobs, schooling, the examination and women in the service
read as the tables say, by an independent hand?
"""

import json

import jsonschema
import numpy as np
import pandas as pd
import pytest
from scipy import stats

from course.errors import CourseError
from course.evidence import inquiries, surveys
from course.evidence.series import Point, Series
from course.record import data

STEP = 2  # percentage points, in which a gap of women is counted
NAMES = ("downsizing", "oversized", "education", "examination", "who-serves")


def _wwbi(indicator):
    """The table turned by hand: countries down, years across, in per cent."""
    wwbi = data.load("wwbi")
    return 100 * wwbi[wwbi["indicator"] == indicator].pivot_table(
        index="iso3", columns="year", values="value"
    )


def _latest(indicator):
    return _wwbi(indicator).ffill(axis=1).iloc[:, -1]


def _each(name, **subject):
    answer = inquiries.inquiry(name).answer(**subject)
    return {tuple(choice.values()): result for choice, result in answer.each}


@pytest.mark.parametrize(
    ("name", "subject", "verdict", "count"),
    [
        ("downsizing", {}, "leaves open", 10),
        ("oversized", {}, "leaves open", 24),
        ("oversized", {"what": "pay"}, "leaves open", 12),
        ("education", {}, "contradicts", 12),
        ("education", {"beside": "private"}, "leaves open", 12),
        ("examination", {}, "leaves open", 20),
        ("who-serves", {}, "leaves open", 6),
        ("who-serves", {"what": "women"}, "leaves open", 9),
    ],
)
def test_the_verdict_of_each_question(name, subject, verdict, count):
    """Is the verdict for Pakistan the one that was reported, over as many choices?"""
    answer = inquiries.inquiry(name).answer(**subject)
    assert (answer.result.verdict, len(answer.each)) == (verdict, count)


@pytest.mark.parametrize("name", NAMES)
def test_every_sentence_can_be_said(name):
    """Do titles and sentences fill for every subject and choice that can be had,
    for a distant country too?
    """
    question, words = inquiries.inquiry(name, "KEN"), inquiries.words(name)
    for subject in question.all_subjects():
        for choice in question.all_choices():
            asked = subject | choice
            try:
                result = question.one(**asked)
            except CourseError:
                continue
            options = question.subjects | question.choices
            facts = {n: options[n][value] for n, value in asked.items()}
            facts |= {"estimate": result.estimate, "size": abs(result.estimate), "n": result.n}
            facts |= {"floor": question.floor, "band": question.band}
            told = [words["titles"][result.verdict], words["shows"]]
            assert not any("nan" in text.format(**facts | result.facts).split() for text in told)
            question.draw(**asked)


def test_the_words_keep_the_schema():
    """Is evidence.yaml what its schema says?"""
    entries = data.parsed(data.text("evidence"), "evidence")
    schema = (inquiries.data._places.datasets() / "schemas" / "evidence.json").read_text(
        encoding="utf-8"
    )
    jsonschema.validate(entries, json.loads(schema))


def test_posts_grow_while_people_leave():
    """11. Do posts rise everywhere, and people fall only where autonomous bodies are counted,
    all by the raw rows?
    """
    rows = data.load("pakistan-federal-employees").set_index("fiscal_year")
    a, b = rows.loc["2018-19"], rows.loc["2022-23"]
    each = _each("downsizing")
    assert each["actual", "federal", (2019, 2023)].estimate == pytest.approx(
        100 * np.expm1(np.log(b["actual"]) - np.log(a["actual"])), abs=1e-9
    )
    both = [r["actual"] + r["autonomous_actual"] for r in (a, b)]
    assert each["actual", "both", (2019, 2023)].estimate == pytest.approx(
        100 * (both[1] - both[0]) / both[0], abs=1e-9
    )
    assert all(result.estimate > 0 for (count, *_), result in each.items() if count == "sanctioned")
    vacant = each["actual", "federal", (2019, 2023)].facts["empty_after"]
    assert vacant == pytest.approx(b["vacant"] / 1000, abs=1e-9)


def test_autonomous_bodies_have_no_first_year():
    """11. Is a year without figures refused, rather than counted as none?"""
    with pytest.raises(CourseError, match="2016-17"):
        inquiries.inquiry("downsizing").one(count="actual", scope="both", years=(2017, 2023))


@pytest.mark.parametrize(
    ("what", "base", "indicator"),
    [
        ("jobs", "paid", "BI.EMP.PWRK.PB.ZS"),
        ("jobs", "formal", "BI.EMP.FRML.PB.ZS"),
        ("jobs", "total", "BI.EMP.TOTL.PB.ZS"),
        ("pay", "paid", "BI.WAG.PREM.PB.GP"),
    ],
)
def test_the_gap_to_the_median(what, base, indicator):
    """13. Are the gap and the median's interval those of scipy's
    order statistics over all other countries?
    """
    latest = _latest(indicator)
    others = np.sort(latest.drop("PAK"))
    result = _each("oversized", what=what)[base, "latest", "all"]
    assert result.estimate == pytest.approx(latest["PAK"] - np.quantile(others, 0.5), abs=1e-9)
    # One bound is an order statistic; the exact binomial says with what chance it and its mirror
    # hold the median.
    n, half = len(others), result.interval[1] - result.estimate
    bounds = np.median(others) + np.array([-half, half])
    place = min(
        int(np.abs(others - bound).argmin())
        for bound in bounds
        if np.abs(others - bound).min() < 1e-9
    )
    rank = min(place, n - 1 - place) + 1
    assert 0.93 < 1 - 2 * stats.binom(n, 0.5).cdf(rank - 1) < 0.98


def test_the_denominator_carries_the_verdict():
    """13. Is the state below the median of all among paid employees,
    and above it among formal ones, in every choice?
    """
    each = _each("oversized", what="jobs")
    paid = [r.verdict for (base, _, group), r in each.items() if (base, group) == ("paid", "all")]
    formal = [r.verdict for (base, *_), r in each.items() if base == "formal"]
    assert set(paid) == {"contradicts"}
    assert set(formal) == {"supports"}


def test_countries_near_its_income():
    """13. Does the group near a country's income hold those with
    half to twice its mean income of the decade?
    """
    wdi = data.load("wdi").query("2010 <= year <= 2019")
    income = (
        wdi.pivot_table(index="iso3", columns="year", values="income_per_head")
        .mean(axis=1)
        .dropna()
    )
    ratio = income / income["PAK"]
    near = ratio[(ratio >= 0.5) & (ratio <= 2)].index
    latest = _latest("BI.EMP.TOTL.PB.ZS")
    latest = latest[latest.index.isin(near)]
    result = _each("oversized")["total", "latest", "alike"]
    assert result.n == len(latest)
    assert result.estimate == pytest.approx(latest["PAK"] - latest.drop("PAK").median(), abs=1e-9)


def test_education_of_public_employees():
    """14. Do the ends of the tables give the changes,
    with one survey at each end and with three?
    """
    public = _wwbi("BI.PWK.PUBS.TT.ZS").loc["PAK"].dropna()
    private = _wwbi("BI.PWK.PRVS.TT.ZS").loc["PAK"].dropna()
    alone, beside = _each("education"), _each("education", beside="private")
    assert alone["degree", 1, 0].estimate == pytest.approx(
        public.iloc[-1] - public.iloc[0], abs=1e-9
    )
    lead = (public - private).dropna()
    assert beside["degree", 3, 1].estimate == pytest.approx(
        lead.iloc[-3:].mean() - lead.iloc[1:4].mean(), abs=1e-9
    )
    unschooled = _wwbi("BI.PWK.PUBS.NN.ZS").loc["PAK"].dropna()
    assert alone["schooling", 2, 0].estimate == pytest.approx(
        unschooled.iloc[:2].mean() - unschooled.iloc[-2:].mean(), abs=1e-9
    )


def test_a_lead_may_widen_while_the_ratio_falls():
    """14. Is the caution on the card true of Pakistan's surveys?"""
    public, private = (_wwbi(f"BI.PWK.{who}.TT.ZS").loc["PAK"].dropna() for who in ("PUBS", "PRVS"))
    assert (public - private).iloc[-1] > (public - private).iloc[0]
    assert (public / private).iloc[-1] < (public / private).iloc[0]


@pytest.mark.parametrize(("start", "end"), [("2012", "2023"), ("2017", "2022"), ("2019", "2023")])
def test_pass_rates_by_candidate(start, end):
    """15. Are the difference of two pass rates and its interval those
    of every candidate written out as 0 or 1?
    """
    rows = data.load("pakistan-css-exam").set_index("exam")
    sat = {
        year: np.arange(rows.loc[year, "appeared"]) < rows.loc[year, "passed_written"]
        for year in (start, end)
    }
    step = sat[end].mean() - sat[start].mean()
    error = np.hypot(*(stats.sem(sat[year], ddof=0) for year in (start, end)))
    result = _each("examination")[start, end, "appeared"]
    assert result.interval == pytest.approx(
        tuple(100 * b for b in stats.norm(step, error).interval(0.95)), abs=1e-9
    )


def test_the_special_examination_is_added():
    """15. Are the two examinations of 2023 put together by counts, not by rates?"""
    rows = data.load("pakistan-css-exam").set_index("exam").loc[["2023", "2023 special"]]
    rate = 100 * rows["passed_written"].sum() / rows["applied"].sum()
    assert _each("examination")["2019", "2023+", "applied"].facts["after"] == pytest.approx(
        rate, abs=1e-9
    )


def test_the_start_year_makes_the_verdict():
    """15. Do all choices from 2012 read as a fall, and all from 2020 as a rise,
    or as one too small to matter?
    """
    each = _each("examination")
    assert {r.verdict for (start, *_), r in each.items() if start == "2012"} == {"supports"}
    assert {r.verdict for (start, *_), r in each.items() if start == "2020"} <= {
        "contradicts",
        "no such change",
    }


def test_a_rate_without_counts_is_not_compared():
    """15. Is 2018, of which only a rate is known, refused;
    and does the number who sat vary more than that who passed?
    """
    with pytest.raises(CourseError, match="how many"):
        inquiries.inquiry("examination").one(start="2018", end="2023", among="appeared")
    facts = _each("examination")["2012", "2023", "appeared"].facts
    assert facts["sat_most"] / facts["sat_least"] > 1.5 * facts["most"] / facts["fewest"]


def test_women_in_public_and_in_private_employ():
    """16. Are the gaps those of the raw surveys, in the latest and over all?"""
    public, private = (_wwbi(f"BI.PWK.{who}.FE.ZS") for who in ("PUBS", "PRVS"))
    gap = (public - private).loc["PAK"].dropna()
    each = _each("who-serves", what="women")
    assert STEP * each["zero", "employees", 1].estimate == pytest.approx(gap.iloc[-1], abs=1e-9)
    assert STEP * each["zero", "employees", 0].estimate == pytest.approx(gap.mean(), abs=1e-9)
    managers = (_wwbi("BI.PWK.PUBS.SN.FE.ZS") - private).loc["PAK"].dropna()
    assert STEP * each["zero", "managers", 3].estimate == pytest.approx(
        managers.iloc[-3:].mean(), abs=1e-9
    )
    place = _latest("BI.PWK.PUBS.FE.ZS").rank(method="min")["PAK"]
    assert each["zero", "employees", 1].facts["place"] == place


def test_the_top_of_the_service_differs_from_the_whole():
    """16. Do women among managers read for the claim where women
    among all employees read against it?
    """
    each = _each("who-serves", what="women")
    assert each["zero", "managers", 0].verdict == "supports"
    assert each["zero", "employees", 0].verdict == "contradicts"


def test_ends_of_a_record():
    """Are surveys too few, or too near to one another, refused; and never counted at both ends?"""
    series = Series(tuple(Point(y, 1.0) for y in (2001, 2003, 2004, 2010)), "made up")
    assert surveys.ends(series, 2) == ((2001, 2003), (2004, 2010))
    with pytest.raises(CourseError, match="too few"):
        surveys.ends(series, 3)
    with pytest.raises(CourseError, match="apart"):
        surveys.ends(Series(series.points[:3], "made up"), 1)


def test_less_takes_common_years():
    """Is a difference of two records taken only where both have a survey, as pandas aligns them?"""
    one = Series(tuple(Point(y, float(y % 7)) for y in (2001, 2004, 2009)), "made up")
    other = Series(tuple(Point(y, 1.5) for y in (2004, 2009, 2012)), "made up")
    aligned = pd.Series({p.year: p.value for p in one.points}) - pd.Series(
        {p.year: p.value for p in other.points}
    )
    assert {p.year: p.value for p in surveys.less(one, other).points} == aligned.dropna().to_dict()
    with pytest.raises(CourseError, match="both"):
        surveys.less(one, Series((Point(1999, 0.0),), "made up"))

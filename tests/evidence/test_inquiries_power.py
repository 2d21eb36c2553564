"""Corruption, politics and civil society: do the cards say what the tables say?"""

import numpy as np
import pandas as pd
import pytest
from scipy import stats
from tables import Z, answer, counts, read, told, wgi, wide

from course.errors import CourseError
from course.evidence import inquiries
from course.evidence import result as results
from course.evidence.inquiries.civil_society import EDITIONS, SPANS
from course.record import data


def _beside(group):
    if group == "region":
        return [c for c in data.group("south-asia") if c != "PAK"]
    income = data.load("wdi").query("year == 2019").set_index("iso3")["income_per_head"].dropna()
    near = income[(income / income["PAK"]).between(0.5, 2)]
    return [
        c for c in (near if group == "income" else pd.Series(1, income.index)).index if c != "PAK"
    ]


@pytest.mark.parametrize(
    ("group", "verdict", "expected"),
    [
        ("all", "supports", (8, 0, 0)),
        ("income", "leaves open", (5, 0, 3)),
        ("region", "supports", (8, 0, 0)),
    ],
)
def test_corruption_lies_above_the_median_country_by_both_sources(group, verdict, expected):
    """Do both sources, put in standard deviations by pandas,
    give the same distances and intervals?
    """
    found = answer("corruption", country="PAK", group=group)
    low, high = (wide("vdem-v13", f"political_corruption_{end}")["PAK"] for end in ("low", "high"))
    cc, cc_se = wgi("cc")
    sources = (
        (wide("vdem-v13", "political_corruption"), (high - low) / (2 * stats.norm.ppf(0.84)), 1),
        (cc, cc_se["PAK"], -1),
    )
    rows = []
    for value, se, sign in sources:
        others = (
            value.drop(columns="PAK")
            if group == "all"
            else value[value.columns.intersection(_beside(group))]
        )
        away = sign * (value["PAK"] - others.median(axis=1)) / value.std(axis=1)
        error = se / value.std(axis=1)
        for first, last in ((2018, 2022), (2013, 2017), (2008, 2012), (1996, 2022)):
            at, half = away.loc[first:last].mean(), Z * error.loc[first:last].mean()
            rows.append((at, at - half, at + half))
    assert np.allclose([(r.estimate, *r.interval) for _, r in found.each], rows, atol=1e-9, rtol=0)
    assert counts([read(*row[1:]) for row in rows], 1) == expected == told(found)
    assert found.result.verdict == verdict


def test_governments_are_told_and_the_cited_index_is_pakistans_alone():
    """Are the governments counted by hand as the sentence counts them,
    and is nothing cited for India?
    """
    facts = answer("corruption", country="PAK", group="all").result.facts
    value = wide("vdem-v13", "political_corruption")
    se = (
        wide("vdem-v13", "political_corruption_high")["PAK"]
        - wide("vdem-v13", "political_corruption_low")["PAK"]
    )
    spread = value.std(axis=1)
    away, error = (
        (value["PAK"] - value.drop(columns="PAK").median(axis=1)) / spread,
        se / (2 * stats.norm.ppf(0.84)) / spread,
    )
    regimes = data.load("pakistan-regimes").set_index("regime")
    means = {
        name: (
            away.loc[r.first_year : r.last_year].mean(),
            error.loc[r.first_year : r.last_year].mean(),
        )
        for name, r in regimes.iterrows()
    }
    above = sum(m - Z * e > 0 for m, e in means.values())
    # this record ends in 2022
    means = {name: told for name, told in means.items() if not np.isnan(told[0])}
    assert f"Of {len(means)} governments on this record, {above} lie above" in facts["governments"]
    assert "ighest" not in facts["governments"]
    own, others = (
        value["PAK"].loc[2018:2022].mean(),
        value.drop(columns="PAK").median(axis=1).loc[2018:2022].mean(),
    )
    assert (facts["own"], facts["others"]) == (
        pytest.approx(own, abs=1e-9),
        pytest.approx(others, abs=1e-9),
    )
    assert "27 in 2012 (standard error 2.3)" in facts["cited"]
    assert "100 (very clean)" in facts["cited"]
    india = (
        inquiries.inquiry("corruption")
        .one(country="IND", group="all", source="wgi", years="last")
        .facts
    )
    assert india["cited"] == india["governments"] == ""


@pytest.mark.parametrize(
    ("group", "expected"), [("all", (3, 3, 3)), ("income", (3, 3, 3)), ("region", (6, 3, 0))]
)
def test_measures_of_politics_disagree(group, expected):
    """Does pandas find one measure far below the median, one far above it?"""
    found = answer("politicised", country="PAK", group=group)
    rows = []
    for measure in ("impartiality", "state_jobs_by_politics", "merit"):
        table = wide("vdem-v15", measure)
        for first, last in ((2019, 2023), (2014, 2018), (1990, 2023)):
            mean = table.loc[first:last].mean(skipna=False)
            others = (
                mean.drop("PAK")
                if group == "all"
                else mean[mean.index.intersection(_beside(group))]
            )
            rows.append(mean["PAK"] - others.median())
    assert np.allclose([r.estimate for _, r in found.each], rows, atol=1e-9, rtol=0)
    assert counts([np.sign(x) if abs(x) >= 0.5 else 0 for x in rows], -1) == expected == told(found)
    assert found.result.verdict == "sources disagree"
    assert found.result.badge == "no interval"


def test_the_cited_ranks_keep_their_direction():
    """Is only the rank that the table counts from the highest called so?"""
    cited = answer("politicised", country="PAK", group="all").result.facts["cited"]
    assert "political interference in day-to-day decisions, 5 of 83 from the highest" in cited
    assert cited.count("from the highest") == 1


def test_a_region_is_no_yardstick_for_an_outsider():
    """Is Norway beside the rest of South Asia refused with the reason?"""
    inquiry = inquiries.inquiry("politicised", "NOR")
    with pytest.raises(CourseError, match="Norway does not belong to South Asia"):
        inquiry.answer(country="NOR", group="region")


@pytest.mark.parametrize(
    ("edition", "expected"), [("vdem-v15", (10, 0, 2)), ("vdem-v12", (18, 0, 6))]
)
def test_civil_society_grew_by_most_choices_and_shrank_by_none(edition, expected):
    """Do means by pandas, in steps of each measure's own scale,
    give the same counts in each edition by itself?
    """
    found = answer("civil-society", edition=edition)
    measures = {"civil_society_participation": 0.1, "engaged_society": 0.5}
    if edition == "vdem-v12":
        measures |= {"civil_society_consultation": 0.5, "civil_society_involvement": 0.5}
    rows = []
    for measure, step in measures.items():
        table = wide(edition, measure)
        for (a, b), (c, d) in (
            ((1990, 1999), (2000, 2007)),
            ((1990, 1998), (2000, 2007)),
            ((1995, 1999), (2000, 2004)),
        ):
            change = table.loc[c:d].mean(skipna=False) - table.loc[a:b].mean(skipna=False)
            rows += [change["PAK"] / step, (change["PAK"] - change.drop("PAK").median()) / step]
    assert np.allclose([r.estimate for _, r in found.each], rows, atol=1e-9, rtol=0)
    assert counts([np.sign(x) if abs(x) >= 1 else 0 for x in rows], 1) == expected == told(found)
    assert found.result.verdict == "supports"
    assert len(found.left_out) == 24 - len(rows)


def test_with_intervals_the_growth_cannot_be_told_from_none():
    """Does the edition that publishes errors leave it open, by pandas too: the widest interval of
    each change holds zero, and none lies within one readable step?
    """
    edition = "vdem-v13-civil-society"
    found = answer("civil-society", edition=edition)
    assert told(found) == (0, 0, 6)
    assert found.result.verdict == found.half == found.twice == "leaves open"
    pakistan = data.load(edition).query("iso3 == 'PAK'").set_index("year")
    name = "civil_society_participation"
    errors = (pakistan[f"{name}_high"] - pakistan[f"{name}_low"]) / (2 * stats.norm.ppf(0.84))
    for choice, result in found.each:
        (a, b), (c, d) = SPANS[choice["years"]]
        half = Z * np.hypot(errors.loc[a:b].mean(), errors.loc[c:d].mean()) / 0.1
        low, high = result.bounds
        assert (high - low) / 2 == pytest.approx(half, rel=1e-6)
        assert low < 0
        assert high > 1


def test_a_floor_is_the_band_where_there_are_intervals():
    """Do a floor and narrow intervals say "no such change", and is the rule told in words?"""
    inquiry = inquiries.inquiry("civil-society")
    narrow = [results.found(0.1, 0.2, n=1, years=(1,), source="") for _ in range(3)]
    broad = [results.found(0.1, 2, n=1, years=(1,), source="") for _ in range(3)]
    assert inquiry._judge(narrow, 1) == "no such change"
    assert inquiry._judge(broad, 1) == "leaves open"
    assert "each at 90 % lies within one such step" in inquiry.rule
    assert "where the source has an interval" in inquiry.rule
    assert "where the source has an interval" not in inquiries.inquiry("politicised").rule


def test_democracy_did_not_rise_meanwhile():
    """Is the change of electoral democracy expected as the table has it,
    and for its own edition only?
    """
    frame = data.load("vdem-v15-indices").query("iso3 == 'PAK'").set_index("year")
    before, after = frame.loc[1990:1999], frame.loc[2000:2007]
    change = after.polyarchy.mean() - before.polyarchy.mean()
    errors = [
        (f.polyarchy_high - f.polyarchy_low).mean() / (2 * stats.norm.ppf(0.84))
        for f in (before, after)
    ]
    half = Z * np.hypot(*errors)
    expected = answer("civil-society", edition="vdem-v15").result.facts["democracy"]
    assert (
        f"a change of {change:.2f}, 95 % interval {change - half:.2f} to {change + half:.2f}"
        in expected
    )
    assert (
        "no index of democracy"
        in answer("civil-society", edition="vdem-v12").result.facts["democracy"]
    )


def test_no_picture_of_civil_society_holds_two_editions():
    """Does the line of democracy, known from one edition, stay out of the other's charts?"""
    inquiry = inquiries.inquiry("civil-society")
    for asked in (s | c for s in inquiry.all_subjects() for c in inquiry.all_choices()):
        try:
            picture = inquiry.draw(**asked)
        except CourseError:
            continue
        assert EDITIONS[asked["edition"]].split(",")[0] in picture.unit
        assert picture.beside is None or asked["edition"] == "vdem-v15"

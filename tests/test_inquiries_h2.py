"""Do the questions on performance, neighbours, corruption, politics and civil society say what the tables say?"""

import re
from collections import Counter

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from course import data, inquiries
from course.errors import CourseError
from course.evidence import peers
from course.evidence.series import Point, Series

Z = stats.norm.ppf(0.975)
NEIGHBOURS = ["IND", "BGD", "LKA", "NPL"]
IDS = ["performance", "neighbours", "corruption", "politicised", "civil-society"]


def _wgi(indicator):
    """Estimates and standard errors, years down, countries across."""
    frame = data.load("wgi").query("indicator == @indicator")
    return (frame.pivot_table(index="year", columns="iso3", values=column) for column in ("estimate", "se"))


def _wide(table, column):
    return data.load(table).pivot_table(index="year", columns="iso3", values=column)


def _answer(name, **subject):
    return inquiries.inquiry(name).answer(**subject)


def _read(low, high):
    return np.sign(low) if low * high > 0 else 0


def _counts(readings, expects):
    told = Counter(expects * np.asarray(readings, int))
    return tuple(told[k] for k in (1, -1, 0))


def _told(answer):
    """How many choices the reason counts for, against, and neither."""
    return tuple(int(n) for n in re.findall(r"\d+", answer.result.reason)[1:4])


# 6


@pytest.mark.parametrize(
    ("indicator", "told"),
    [
        ("ge", (1, 0, 8)),
        ("rq", (0, 0, 9)),
        ("rl", (0, 2, 7)),
        ("cc", (0, 0, 9)),
        ("va", (0, 5, 4)),
        ("pv", (6, 0, 3)),
    ],
)
def test_only_political_stability_fell(indicator, told):
    """Do first and last years, taken from the table by hand, give the same difference and count of readings?"""
    answer = _answer("performance", country="PAK", indicator=indicator)
    value, se = (frame["PAK"].dropna() for frame in _wgi(indicator))
    rows = []
    for n in (5, 6, 8):
        for low, high in ((1996, 2023), (2002, 2023), (1996, 2019)):
            v, e = value.loc[low:high], se.loc[low:high]
            change = v.tail(n).mean() - v.head(n).mean()
            half = Z * np.sqrt((e.tail(n) ** 2).sum() + (e.head(n) ** 2).sum()) / n
            rows.append((change, change - half, change + half))
    got = [(r.estimate, *r.interval) for _, r in answer.each]
    assert np.allclose(got, rows, atol=1e-9, rtol=0)
    assert _counts([_read(low, high) for _, low, high in rows], -1) == told == _told(answer)
    assert answer.result.verdict == ("supports" if indicator == "pv" else "leaves open")


def test_the_best_against_the_worst_year_overstates():
    """Does the pair picked for its distance lie further apart than the first and last year do?"""
    facts = _answer("performance", country="PAK", indicator="ge").result.facts
    value, se = (frame["PAK"] for frame in _wgi("ge"))
    z = (value[2023] - value[1996]) / np.hypot(se[2023], se[1996])
    assert facts["z"] == pytest.approx(z, abs=1e-9)
    extreme = (value.max() - value.min()) / np.hypot(se[value.idxmax()], se[value.idxmin()])
    assert facts["extreme_z"] == pytest.approx(extreme, abs=1e-9)
    assert extreme > abs(z)


def test_a_short_record_is_not_cut_in_two_overlapping_halves():
    """Is a country with too few years refused rather than compared with itself?"""
    few = data.load("wgi").query("indicator == 'ge'").groupby("iso3").size()
    code = few[few < 16].index[0]
    with pytest.raises(CourseError, match="do not make 8"):
        inquiries.inquiry("performance", code).one(country=code, indicator="ge", window=8, years="all")


# 7


@pytest.mark.parametrize(
    ("indicator", "verdict", "told"),
    [
        ("ge", "leaves open", (4, 0, 11)), ("rq", "leaves open", (1, 0, 14)), ("rl", "leaves open", (9, 0, 6)),
        ("cc", "leaves open", (6, 0, 9)), ("va", "supports", (12, 0, 3)), ("pv", "supports", (15, 0, 0)),
    ],
)  # fmt: skip
def test_stability_and_voice_set_pakistan_apart(indicator, verdict, told):
    """Do gaps from the table, with a country's errors taken as one, give the same figures and verdict?"""
    answer = _answer("neighbours", indicator=indicator)
    value, se = _wgi(indicator)
    rows = []
    for beside in (NEIGHBOURS, *([code] for code in NEIGHBOURS)):
        for low, high in ((2019, 2023), (2014, 2018), (1996, 2023)):
            v, e = value.loc[low:high].mean(), se.loc[low:high].mean()
            gap = v["PAK"] - v[beside].mean()
            half = Z * np.sqrt(e["PAK"] ** 2 + (e[beside] ** 2).sum() / len(beside) ** 2)
            rows.append((gap, gap - half, gap + half))
    assert np.allclose([(r.estimate, *r.interval) for _, r in answer.each], rows, atol=1e-9, rtol=0)
    assert _counts([_read(low, high) for _, low, high in rows], -1) == told == _told(answer)
    assert answer.result.verdict == verdict


def test_another_country_is_set_beside_the_five():
    """Does a country from elsewhere stand beside all five, and an unknown code fail?"""
    inquiry = inquiries.inquiry("neighbours", "NOR")
    assert "PAK" in inquiry.choices["neighbour"]
    assert inquiry.answer(indicator="ge").result.verdict == "contradicts"
    with pytest.raises(CourseError, match="XXX"):
        inquiries.inquiry("neighbours", "XXX")


# 8


def _beside(group):
    if group == "region":
        return [c for c in data.group("south-asia") if c != "PAK"]
    income = data.load("wdi").query("year == 2019").set_index("iso3")["income_per_head"].dropna()
    near = income[(income / income["PAK"]).between(0.5, 2)]
    return [c for c in (near if group == "income" else pd.Series(1, income.index)).index if c != "PAK"]


@pytest.mark.parametrize(
    ("group", "verdict", "told"),
    [("all", "supports", (8, 0, 0)), ("income", "leaves open", (5, 0, 3)), ("region", "supports", (8, 0, 0))],
)
def test_corruption_lies_above_the_median_country_by_both_sources(group, verdict, told):
    """Do both sources, put in standard deviations by pandas, give the same distances and intervals?"""
    answer = _answer("corruption", country="PAK", group=group)
    low, high = (_wide("vdem-v13", f"political_corruption_{end}")["PAK"] for end in ("low", "high"))
    cc, cc_se = _wgi("cc")
    sources = (
        (_wide("vdem-v13", "political_corruption"), (high - low) / (2 * stats.norm.ppf(0.84)), 1),
        (cc, cc_se["PAK"], -1),
    )
    rows = []
    for value, se, sign in sources:
        others = (
            value.drop(columns="PAK") if group == "all" else value[value.columns.intersection(_beside(group))]
        )
        away = sign * (value["PAK"] - others.median(axis=1)) / value.std(axis=1)
        error = se / value.std(axis=1)
        for first, last in ((2018, 2022), (2013, 2017), (2008, 2012), (1996, 2022)):
            at, half = away.loc[first:last].mean(), Z * error.loc[first:last].mean()
            rows.append((at, at - half, at + half))
    assert np.allclose([(r.estimate, *r.interval) for _, r in answer.each], rows, atol=1e-9, rtol=0)
    assert _counts([_read(*row[1:]) for row in rows], 1) == told == _told(answer)
    assert answer.result.verdict == verdict


def test_governments_are_told_and_the_cited_index_is_pakistans_alone():
    """Are the nine governments counted by hand as the sentence counts them, and is nothing cited for India?"""
    facts = _answer("corruption", country="PAK", group="all").result.facts
    value = _wide("vdem-v13", "political_corruption")
    se = (
        _wide("vdem-v13", "political_corruption_high")["PAK"]
        - _wide("vdem-v13", "political_corruption_low")["PAK"]
    )
    spread = value.std(axis=1)
    away, error = (
        (value["PAK"] - value.drop(columns="PAK").median(axis=1)) / spread,
        se / (2 * stats.norm.ppf(0.84)) / spread,
    )
    regimes = data.load("pakistan-regimes").set_index("regime")
    means = {
        name: (away.loc[r.first_year : r.last_year].mean(), error.loc[r.first_year : r.last_year].mean())
        for name, r in regimes.iterrows()
    }
    above = sum(m - Z * e > 0 for m, e in means.values())
    assert f"Of {len(means)} governments on this record, {above} lie above" in facts["governments"]
    highest = max(means, key=lambda name: means[name][0])
    assert f"Highest: {highest}, {means[highest][0]:.1f}." in facts["governments"]
    assert "27 in 2012 (standard error 2.3)" in facts["cited"]
    assert "100 (very clean)" in facts["cited"]
    india = inquiries.inquiry("corruption").one(country="IND", group="all", source="wgi", years="last").facts
    assert india["cited"] == india["governments"] == ""


# 9


@pytest.mark.parametrize(
    ("group", "told"), [("all", (3, 3, 3)), ("income", (3, 3, 3)), ("region", (6, 3, 0))]
)
def test_measures_of_politics_disagree(group, told):
    """Does pandas find one measure far below the median, one far above it?"""
    answer = _answer("politicised", country="PAK", group=group)
    rows = []
    for measure in ("impartiality", "state_jobs_by_politics", "merit"):
        wide = _wide("vdem-v15", measure)
        for first, last in ((2019, 2023), (2014, 2018), (1990, 2023)):
            mean = wide.loc[first:last].mean(skipna=False)
            others = mean.drop("PAK") if group == "all" else mean[mean.index.intersection(_beside(group))]
            rows.append(mean["PAK"] - others.median())
    assert np.allclose([r.estimate for _, r in answer.each], rows, atol=1e-9, rtol=0)
    assert _counts([np.sign(x) if abs(x) >= 0.5 else 0 for x in rows], -1) == told == _told(answer)
    assert answer.result.verdict == "sources disagree"
    assert answer.result.badge == "no interval"


def test_the_cited_ranks_keep_their_direction():
    """Is only the rank that the table counts from the highest called so?"""
    cited = _answer("politicised", country="PAK", group="all").result.facts["cited"]
    assert "political interference in day-to-day decisions, 5 of 83 from the highest" in cited
    assert cited.count("from the highest") == 1


def test_a_region_is_no_yardstick_for_an_outsider():
    """Is Norway beside the rest of South Asia refused with the reason?"""
    inquiry = inquiries.inquiry("politicised", "NOR")
    with pytest.raises(CourseError, match="Norway does not belong to South Asia"):
        inquiry.answer(country="NOR", group="region")


# 10


@pytest.mark.parametrize(("edition", "told"), [("vdem-v15", (10, 0, 2)), ("vdem-v12", (18, 0, 6))])
def test_civil_society_grew_by_most_choices_and_shrank_by_none(edition, told):
    """Do means by pandas, in steps of each measure's own scale, give the same counts in each edition by itself?"""
    answer = _answer("civil-society", edition=edition)
    measures = {"civil_society_participation": 0.1, "engaged_society": 0.5}
    if edition == "vdem-v12":
        measures |= {"civil_society_consultation": 0.5, "civil_society_involvement": 0.5}
    rows = []
    for measure, step in measures.items():
        wide = _wide(edition, measure)
        for (a, b), (c, d) in (
            ((1990, 1999), (2000, 2007)),
            ((1990, 1998), (2000, 2007)),
            ((1995, 1999), (2000, 2004)),
        ):
            change = wide.loc[c:d].mean(skipna=False) - wide.loc[a:b].mean(skipna=False)
            rows += [change["PAK"] / step, (change["PAK"] - change.drop("PAK").median()) / step]
    assert np.allclose([r.estimate for _, r in answer.each], rows, atol=1e-9, rtol=0)
    assert _counts([np.sign(x) if abs(x) >= 1 else 0 for x in rows], 1) == told == _told(answer)
    assert answer.result.verdict == "supports"
    assert len(answer.left_out) == 24 - len(rows)


def test_democracy_did_not_rise_meanwhile():
    """Is the change of electoral democracy told as the table has it, and for its own edition only?"""
    frame = data.load("vdem-v15-indices").query("iso3 == 'PAK'").set_index("year")
    before, after = frame.loc[1990:1999], frame.loc[2000:2007]
    change = after.polyarchy.mean() - before.polyarchy.mean()
    errors = [
        (f.polyarchy_high - f.polyarchy_low).mean() / (2 * stats.norm.ppf(0.84)) for f in (before, after)
    ]
    half = Z * np.hypot(*errors)
    told = _answer("civil-society", edition="vdem-v15").result.facts["democracy"]
    assert f"a change of {change:.2f}, 95 % interval {change - half:.2f} to {change + half:.2f}" in told
    assert "no index of democracy" in _answer("civil-society", edition="vdem-v12").result.facts["democracy"]


def test_no_picture_of_civil_society_holds_two_editions():
    """Does the line of democracy, known from one edition, stay out of the other's charts?"""
    inquiry = inquiries.inquiry("civil-society")
    for asked in (s | c for s in inquiry.all_subjects() for c in inquiry.all_choices()):
        try:
            picture = inquiry.draw(**asked)
        except CourseError:
            continue
        assert asked["edition"].removeprefix("vdem-") in picture.unit
        assert picture.beside is None or asked["edition"] == "vdem-v15"


# all


def test_a_planted_distance_is_found_again():
    """Is a country set two deviations above its peers' median measured so, and turned round by the sign?"""
    rng = np.random.default_rng(5)
    world = {2000 + t: {str(i): float(v) for i, v in enumerate(rng.normal(size=101))} for t in range(3)}
    for year in world.values():
        year["X"] = 0.0
        spread, middle = (
            np.std(list(year.values()), ddof=1),
            np.median([v for c, v in year.items() if c != "X"]),
        )
        year["X"] = middle + 2 * spread
    own = Series(tuple(Point(y, of["X"], 0.3) for y, of in world.items()), "planted")
    others = [str(i) for i in range(101)]
    up, down = (peers.standing(own, world, others, sign).points for sign in (1, -1))
    for year, p, q in zip(world, up, down, strict=True):
        spread = np.std(list(world[year].values()), ddof=1)
        assert p.value == pytest.approx(
            (world[year]["X"] - np.median([world[year][c] for c in others])) / spread
        )
        assert q.value == -p.value
        assert p.se == pytest.approx(0.3 / spread)


def test_similar_means_a_factor_either_way():
    """Are exactly the countries from half to double kept, the country itself left out?"""
    assert peers.similar({"A": 10, "B": 5, "C": 20, "D": 4.9, "E": 20.1}, "A") == ["B", "C"]


@pytest.mark.parametrize("name", IDS)
def test_every_sentence_can_be_said(name):
    """Do title and sentence of every subject and choice fill from the computation, for a country from elsewhere too?"""
    words = inquiries.words(name)
    for country in (None, "BRA"):
        inquiry = inquiries.inquiry(name, country)
        assert 6 <= len(inquiry.all_choices()) <= 80
        for subject in inquiry.all_subjects():
            try:
                answer = inquiry.answer(**subject)
            except CourseError:
                continue
            for choice, result in answer.each:
                named = {**inquiry.subjects, **inquiry.choices}
                spoken = {k: named[k][v] for k, v in (subject | choice).items()}
                about = (
                    spoken
                    | {"estimate": result.estimate, "size": abs(result.estimate), "n": result.n}
                    | result.facts
                )
                for text in (words["shows"], words["titles"][result.verdict]):
                    said = text.format(**about)
                    assert "None" not in said
                    assert "nan" not in said.split()

"""Jobs, children, growth and means: are four answers those of another hand,
and do they make sense?
"""

import numpy as np
import pandas as pd
import pytest
from scipy import stats

from course.errors import CourseError
from course.evidence import Result, inquiries, residual, spells
from course.evidence.series import Point, Series
from course.record import data


def _default(name, **subject):
    return inquiries.inquiry(name).answer(**subject).result


def _table(name, indicator):
    table = data.load(name)
    return table[table["indicator"] == indicator]


def _wide(column, countries, table="wdi"):
    return data.load(table).pivot_table(index="year", columns="iso3", values=column)[countries]


# fewer public jobs


def _changes(code, gap, indicator):
    """Changes of share and score by sorting, merging and merging as of the nearest year."""
    surveys = _table("wwbi", code).dropna(subset=["value"]).sort_values(["iso3", "year"])
    first, last = surveys.drop_duplicates("iso3"), surveys.drop_duplicates("iso3", keep="last")
    ends = first.merge(last, on="iso3", suffixes=("_0", "_1"))
    ends = ends[ends["year_1"] - ends["year_0"] >= gap]
    scores = _table("wgi", indicator)[["iso3", "year", "estimate"]].sort_values("year")
    for end in ("0", "1"):
        asked = (
            ends[["iso3", f"year_{end}"]]
            .rename(columns={f"year_{end}": "year"})
            .sort_values("year")
        )
        near = pd.merge_asof(asked, scores, on="year", by="iso3", direction="nearest", tolerance=1)
        ends = ends.merge(
            near[["iso3", "estimate"]].rename(columns={"estimate": f"score_{end}"}), on="iso3"
        )
    ends = ends.dropna(subset=["score_0", "score_1"])
    return ends["value_1"] - ends["value_0"], ends["score_1"] - ends["score_0"]


@pytest.mark.parametrize(
    ("size", "code", "gap", "indicator"),
    [
        ("paid", "BI.EMP.PWRK.PB.ZS", 8, "ge"),
        ("all", "BI.EMP.TOTL.PB.ZS", 10, "rq"),
        ("formal", "BI.EMP.FRML.PB.ZS", 12, "cc"),
    ],
)
def test_jobs_and_efficiency_agree_with_scipy(size, code, gap, indicator):
    """Are the correlation of changes, its interval and the count of countries those of scipy,
    to 1e-9?
    """
    ours = inquiries.inquiry("fewer-jobs").one(size=size, gap=gap, indicator=indicator)
    jobs, score = _changes(code, gap, indicator)
    theirs = stats.pearsonr(jobs, score)
    assert ours.estimate == pytest.approx(theirs.statistic, abs=1e-9)
    assert ours.interval == pytest.approx(tuple(theirs.confidence_interval(0.95)), abs=1e-9)
    assert ours.n == len(jobs)
    assert ours.facts["fewer"] == (jobs < 0).sum()
    assert ours.facts["both"] + ours.facts["others_rose"] == (score > 0).sum()


def test_fewer_jobs_leave_the_promise_open():
    """Is no choice against the promise, and fewer than a third for it?"""
    answer = inquiries.inquiry("fewer-jobs").answer()
    highs, lows = ([r.interval[i] for _, r in answer.each] for i in (1, 0))
    assert answer.result.verdict == "leaves open"
    assert len(answer.each) == 27
    assert 0 < sum(high < 0 for high in highs) < 9
    assert not any(low > 0 for low in lows)


# child mortality


def test_child_mortality_by_ratios():
    """Is Pakistan's excess that of its ratio over the geometric mean of three ratios,
    and its place right?
    """
    ours = inquiries.inquiry("child-mortality").one(
        country="PAK", reading="beside", among="without", first=1990, last=2022
    )
    wide = _wide("under_five_mortality", ["PAK", "IND", "BGD", "NPL", "LKA"])
    ratio = wide.loc[2022] / wide.loc[1990]
    excess = 100 * (ratio["PAK"] / stats.gmean(ratio[["IND", "BGD", "NPL"]]) - 1)
    assert ours.estimate == pytest.approx(excess, abs=1e-9)
    places = wide.rank(axis="columns", ascending=False)["PAK"]
    assert (ours.facts["place_first"], ours.facts["place_last"]) == (places[1990], places[2022])
    assert ours.verdict == "supports"


def test_the_slowest_neighbour_is_the_hardest_test():
    """Does Pakistan's excess over each neighbour alone reach at
    least that over the slowest of them?
    """
    ours = inquiries.inquiry("child-mortality").one(
        country="PAK", reading="beside", among="slowest", first=2000, last=2019
    )
    wide = _wide("under_five_mortality", ["PAK", "IND", "BGD", "NPL", "LKA"])
    ratio = wide.loc[2019] / wide.loc[2000]
    over = 100 * (ratio["PAK"] / ratio.drop("PAK") - 1)
    assert ours.estimate == pytest.approx(over.min(), abs=1e-9)


def test_alone_and_beside_are_two_questions():
    """Did mortality fall in every country, so that the claim holds only beside others,
    and for Pakistan alone?
    """
    asked = inquiries.inquiry("child-mortality")
    verdicts = {
        (s["country"], s["reading"]): asked.answer(**s).result.verdict for s in asked.all_subjects()
    }
    assert {v for (_, reading), v in verdicts.items() if reading == "alone"} == {"contradicts"}
    assert [
        c for (c, reading), v in verdicts.items() if reading == "beside" and v == "supports"
    ] == ["PAK"]


def test_no_figure_of_bangladesh_before_1971_is_drawn():
    """Does Bangladesh's line begin when the country does?"""
    asked = inquiries.inquiry("child-mortality")
    drawn = asked.draw(country="BGD", reading="beside", among="with", first=1975, last=2022)
    assert drawn.main.years[0] == drawn.beside.years[0] == 1971


def test_a_country_without_figures_is_told_so():
    """Is a territory without child mortality an error in one sentence?"""
    with pytest.raises(CourseError, match="no figures for 'ABW'"):
        inquiries.inquiry("child-mortality", "ABW").answer(country="ABW", reading="beside")


# growth


def _clusters(ours, theirs):
    """Estimate and 95 % interval by statsmodels: each side's clustered error,
    set right for its number of spells.
    """
    import statsmodels.api as sm

    square = 0.0
    for spells_of in (ours, theirs):
        years = np.concatenate(spells_of)
        groups = np.repeat(np.arange(len(spells_of)), [len(s) for s in spells_of])
        fit = sm.OLS(years, np.ones(len(years))).fit(
            cov_type="cluster", cov_kwds={"groups": groups, "use_correction": False}
        )
        square += fit.bse[0] ** 2 * len(spells_of) / (len(spells_of) - 1)
    half = stats.t.ppf(0.975, min(len(ours), len(theirs)) - 1) * np.sqrt(square)
    gap = np.concatenate(ours).mean() - np.concatenate(theirs).mean()
    return gap, (gap - half, gap + half)


@pytest.mark.thorough
def test_the_error_between_spells_agrees_with_statsmodels():
    """Is the interval that of clusters, for unequal spells?"""
    rng = np.random.default_rng(18)
    years = iter(range(1900, 2000))
    lengths = ([3, 8, 5], [4, 4, 11, 6])
    told = [[[next(years) for _ in range(n)] for n in side] for side in lengths]
    value = {y: float(rng.normal()) for side in told for s in side for y in s}
    series = Series(tuple(Point(y, v) for y, v in value.items()), "made up")
    ours = spells.difference(series, *told)
    gap, interval = _clusters(*[[np.array([value[y] for y in s]) for s in side] for side in told])
    assert ours.estimate == pytest.approx(gap, abs=1e-9)
    assert ours.interval == pytest.approx(interval, abs=1e-9)
    assert ours.contrast.half(np.array(list(value.values()))) == pytest.approx(
        interval[1] - gap, abs=1e-9
    )


def test_one_spell_is_set_against_what_the_others_differ_by():
    """Is a single spell's error that of one more draw among the others, and are too few refused?"""
    series = Series(
        tuple(Point(2000 + i, v) for i, v in enumerate([5.0, 5.0, 1.0, 2.0, 3.0])), "made up"
    )
    ours = spells.difference(series, [[2000, 2001]], [[2002], [2003], [2004]])
    half = stats.t.ppf(0.975, 2) * np.sqrt(1 + 1 / 3)  # the others' deviation is 1
    assert ours.interval == pytest.approx((3 - half, 3 + half), abs=1e-9)
    with pytest.raises(ValueError, match="two of theirs"):
        spells.difference(series, [[2000]], [[2002]])


@pytest.mark.parametrize("df", [1, 2.5, 11, 400])
def test_students_quantile(df):
    """Is the quantile scipy's, from one degree of freedom to many?"""
    assert spells.student(df) == pytest.approx(stats.t.ppf(0.975, df), rel=1e-9)


def _split(growth, lag):
    """Growth of the military and of the elected governments, a spell each,
    by dates of office cut into half-open spans.
    """
    edges = [1959, 1969, 1972, 1978, 1989, 2000, 2008, 2019, 2022, 2024, 2026]
    ruled = pd.cut(growth.index - lag, edges, right=False, labels=edges[:-1])
    told = {
        start: growth[ruled == start].to_numpy() for start in edges[:-1] if (ruled == start).any()
    }
    military = {1959, 1969, 1978, 2000}
    return [v for s, v in told.items() if s in military], [
        v for s, v in told.items() if s not in military
    ]


@pytest.mark.parametrize("lag", [0, 1])
@pytest.mark.parametrize("of", ["own", "world"])
def test_growth_by_regime(of, lag):
    """Are the means, and the interval between governments,
    those of statsmodels on years sorted by dates of office?
    """
    wide = data.load("wdi").pivot_table(index="year", columns="iso3", values="growth_per_head")
    growth = wide["PAK"]
    if of == "world":
        always = wide.dropna(axis="columns").columns.difference(["PAK", "BGD"])
        growth = growth - wide[always].median(axis="columns")
    ours = inquiries.inquiry("growth").one(
        government="military", of=of, lag=lag, years="all", bhutto="elected"
    )
    military, elected = _split(growth.dropna(), lag)
    gap, interval = _clusters(military, elected)
    assert ours.estimate == pytest.approx(gap, abs=1e-9)
    assert ours.interval == pytest.approx(interval, abs=1e-9)
    assert (ours.facts["spells_ours"], ours.facts["spells_theirs"]) == (4, 6 - lag)
    assert ours.facts["n_ours"] == sum(map(len, military))


def test_the_world_shared_some_of_the_good_years():
    """Is the military years' lead smaller, whatever else is chosen,
    once the world's median is taken off?
    """
    asked = inquiries.inquiry("growth")
    for choice in asked.all_choices():
        own, world = (asked.one(government="military", of=of, **choice) for of in ("own", "world"))
        assert 0 < world.estimate < own.estimate
    assert asked.answer().result.verdict == "leaves open"
    assert asked.answer(of="world").result.verdict == "leaves open"


def test_ayubs_years_cannot_be_had_after_1973():
    """Is a choice without the ruler's years left out rather than counted?"""
    answer = inquiries.inquiry("growth").answer(government="Ayub Khan")
    assert {choice["years"] for choice, _ in answer.left_out} == {"since"}


# more than its means


@pytest.mark.parametrize("country", ["PAK", "NPL"])
def test_the_prediction_by_normal_equations(country):
    """Is the gap, with its interval, that of the normal equations
    solved with the country's row taken out?
    """
    wgi = _table("wgi", "ge")
    frame = pd.concat(
        [
            wgi[wgi["year"] == 2013].set_index("iso3")["estimate"],
            np.log(_wide("income_per_head", slice(None)).loc[2013]).rename("income"),
            _wide("merit", slice(None), "vdem-v15").loc[2013].rename("merit"),
        ],
        axis=1,
    ).dropna()
    own, others = frame.loc[country], frame.drop(country)
    x = np.column_stack([np.ones(len(others)), others["income"], others["merit"]])
    inverse = np.linalg.inv(x.T @ x)
    beta = inverse @ x.T @ others["estimate"].to_numpy()
    at = np.array([1, own["income"], own["merit"]])
    left = others["estimate"] - x @ beta
    half = stats.norm.ppf(0.975) * np.sqrt((left @ left) / (len(x) - 3) * (1 + at @ inverse @ at))
    ours = inquiries.inquiry("more-than-its-means").one(
        country=country, means="both", year=2013, indicator="ge"
    )
    gap = own["estimate"] - at @ beta
    assert ours.estimate == pytest.approx(gap, abs=1e-9)
    assert ours.interval == pytest.approx((gap - half, gap + half), abs=1e-9)
    assert ours.n == len(others)


def test_how_many_lie_further_below():
    """Is the count of countries below Pakistan's gap that of every
    country's own answer to the same choice?
    """
    choice = {"means": "merit", "year": 2023, "indicator": "cc"}
    ours = inquiries.inquiry("more-than-its-means").one(country="PAK", **choice)
    gaps = {}
    for code in data.load("wgi")["iso3"].unique():
        try:
            gaps[code] = (
                inquiries.inquiry("more-than-its-means").compare(country=code, **choice).estimate
            )
        except CourseError:
            continue
    assert len(gaps) == ours.n + 1
    assert stats.rankdata(list(gaps.values()))[list(gaps).index("PAK")] == ours.facts["lower"] + 1


def test_all_predictions_are_each_ones_own():
    """Does one fit with leverages give each country what leaving it out would?"""
    rng = np.random.default_rng(19)
    codes = [f"C{i:02}" for i in range(30)]
    x = dict(zip(codes, rng.normal(size=30), strict=True))
    y = {code: 2 * value + rng.normal() for code, value in x.items()}
    at_once = residual.predictions(y, [x])
    for code in codes[:5]:
        others = [c for c in codes if c != code]
        line = stats.linregress([x[c] for c in others], [y[c] for c in others])
        assert at_once[code] == pytest.approx(line.intercept + line.slope * x[code], abs=1e-9)


def test_pakistan_is_as_its_means_predict():
    """Does every choice leave Pakistan within the error of its prediction,
    on which so many countries lie?
    """
    answer = inquiries.inquiry("more-than-its-means").answer()
    assert answer.result.verdict == "leaves open"
    assert all(r.interval[0] < 0 < r.interval[1] for _, r in answer.each)
    assert len({r.n for c, r in answer.each if c["year"] == 2003 and c["indicator"] == "ge"}) == 1


@pytest.mark.parametrize("name", ["fewer-jobs", "child-mortality", "growth", "more-than-its-means"])
def test_each_is_judged_within_its_budget(name):
    """Has each question between six and eighty choices of a subject,
    and are all its answers Results?
    """
    asked = inquiries.inquiry(name)
    for subject in asked.all_subjects():
        answer = asked.answer(**subject)
        assert 6 <= len(answer.each) <= 80
        assert isinstance(answer.result, Result)

"""Did performance decline, and is Pakistan set apart: do the cards say what the tables say?"""

import numpy as np
import pytest
from tables import NEIGHBOURS, Z, answer, counts, read, told, wgi

from course.errors import CourseError
from course.evidence import inquiries
from course.record import data


@pytest.mark.parametrize(
    ("indicator", "expected"),
    [
        ("ge", (0, 0, 9)),
        ("rq", (0, 0, 9)),
        ("rl", (0, 0, 9)),
        ("cc", (0, 0, 9)),
        ("va", (0, 0, 9)),
        ("pv", (3, 0, 6)),
    ],
)
def test_no_indicator_is_told_to_have_fallen(indicator, expected):
    """Do first and last years, taken from the table by hand,
    give the same difference and count of readings?
    """
    found = answer("performance", country="PAK", indicator=indicator)
    value, se = (frame["PAK"].dropna() for frame in wgi(indicator))
    rows = []
    for n in (5, 6, 8):
        for low, high in ((1996, 2023), (2002, 2023), (1996, 2019)):
            v, e = value.loc[low:high], se.loc[low:high]
            change = v.tail(n).mean() - v.head(n).mean()
            # the years of a mean share one error
            half = Z * np.hypot(e.tail(n).mean(), e.head(n).mean())
            rows.append((change, change - half, change + half))
    got = [(r.estimate, *r.interval) for _, r in found.each]
    assert np.allclose(got, rows, atol=1e-9, rtol=0)
    assert counts([read(low, high) for _, low, high in rows], -1) == expected == told(found)
    assert found.result.verdict == "leaves open"


def test_the_fall_of_stability_hangs_on_how_errors_go_together():
    """Is it said that political stability would support the claim
    if the years of a mean erred apart?
    """
    found = answer("performance", country="PAK", indicator="pv")
    assert (
        "the years of a mean err apart, years that are set against each other correlate at 0",
        "supports",
    ) in found.hangs
    assert {other for _, other in answer("performance", country="PAK", indicator="ge").hangs} == {
        "no such change"
    }


def test_the_best_against_the_worst_year_overstates():
    """Does the pair picked for its distance lie further apart than the first and last year do?"""
    facts = answer("performance", country="PAK", indicator="ge").result.facts
    value, se = (frame["PAK"] for frame in wgi("ge"))
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
        inquiries.inquiry("performance", code).one(
            country=code, indicator="ge", window=8, years="all"
        )


@pytest.mark.parametrize(
    ("indicator", "verdict", "expected"),
    [
        ("ge", "leaves open", (4, 0, 11)), ("rq", "leaves open", (1, 0, 14)), ("rl",
            "leaves open", (9, 0,
            6)),
        ("cc", "leaves open", (6, 0, 9)), ("va", "supports", (12, 0, 3)), ("pv", "supports",
            (15, 0, 0)),
    ],
)  # fmt: skip
def test_stability_and_voice_set_pakistan_apart(indicator, verdict, expected):
    """Do gaps from the table, with a country's errors taken as one,
    give the same figures and verdict?
    """
    found = answer("neighbours", indicator=indicator)
    value, se = wgi(indicator)
    rows = []
    for beside in (NEIGHBOURS, *([code] for code in NEIGHBOURS)):
        for low, high in ((2019, 2023), (2014, 2018), (1996, 2023)):
            v, e = value.loc[low:high].mean(), se.loc[low:high].mean()
            gap = v["PAK"] - v[beside].mean()
            half = Z * np.sqrt(e["PAK"] ** 2 + (e[beside] ** 2).sum() / len(beside) ** 2)
            rows.append((gap, gap - half, gap + half))
    assert np.allclose([(r.estimate, *r.interval) for _, r in found.each], rows, atol=1e-9, rtol=0)
    assert counts([read(low, high) for _, low, high in rows], -1) == expected == told(found)
    assert found.result.verdict == verdict


def test_another_country_is_set_beside_the_five():
    """Does a country from elsewhere stand beside all five, and an unknown code fail?"""
    inquiry = inquiries.inquiry("neighbours", "NOR")
    assert "PAK" in inquiry.choices["neighbour"]
    assert inquiry.answer(indicator="ge").result.verdict == "contradicts"
    with pytest.raises(CourseError, match="XXX"):
        inquiries.inquiry("neighbours", "XXX")

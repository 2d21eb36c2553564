"""What a reader without figures took from a claim's words: is each reading weighed as it was given,
and does each card say all of them, the year of its step, and that no cause is tested?
"""

from dataclasses import replace

import numpy as np
import pytest

from course import lessons
from course.errors import CourseError
from course.evidence import as_read, inquiries, surveys
from course.evidence.cards import false, lines
from course.evidence.cards.as_read import as_read as read
from course.evidence.cards.readings import readings
from course.evidence.dating import Dates
from course.evidence.result import TELLING
from course.evidence.weighed import weighed
from course.lessons.synthesis import gathered
from course.record import data

CARDS = (*inquiries.NAMES, "merit-and-effectiveness")


def _card(name, **asked):
    spec = lessons.spec(name)
    return spec.state(**spec.first() | asked)["card"]


def _face(name, **asked):
    return "; ".join(words for _, words, _ in _card(name, **asked)["beside"])


def _chosen(name):
    """The reader's readings of a card, in order: {name on the card: what weighs it}."""
    chosen = inquiries.asked(name)["chosen"]
    told = {}
    for one in (chosen, *chosen.get("also", [])):
        told |= one.get("weighed", {})
    return told


@pytest.mark.parametrize("name", CARDS)
def test_the_readers_first_reading_carries_the_badge(name):
    """And does each other reading stand below it in the reader's order, with its own verdict and
    error rate; then our question, named so, unless the card asks what she read?
    """
    card, several = _card(name), read(name)
    assert [one.name for one in several] == list(_chosen(name))
    if not several:
        assert card["beside"][0][1] == "our question, as no column stands for the words"
        return
    assert card["verdict"] == several[0].verdict
    told = card["beside"][: len(several)]
    for at, (one, (verdict, words, rate)) in enumerate(zip(several, told, strict=True)):
        assert words.removesuffix(", drawn here") == f"{'as' if at else 'read as'} {one.name}"
        assert verdict == (one.verdict if at else "")
        assert rate == one.rate
        assert bool(rate) == (one.answer is not None)
    drawn = [words for _, words, _ in card["beside"] if words.endswith(", drawn here")]
    ours = not any(one.is_of(name, _first(name)) for one in several)
    assert len(drawn) == 1
    assert (drawn == ["our question, drawn here"]) == ours


def _first(name):
    return inquiries.inquiry(name).all_subjects()[0] if name in inquiries.NAMES else {}


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("impartiality-under-bhutto", "merit of appointments"),
        ("who-serves", "class"),
        ("child-mortality", "child mortality"),
        ("golden-age", "early merit"),
    ],
)
def test_a_card_opens_on_the_reading_that_the_reader_named_first(name, first):
    """Where a card could open on a later one?"""
    assert _face(name).startswith(f"read as {first}")


def test_the_badge_stays_where_a_control_moves_to_our_question():
    """And does the control call it so, and the card give it a badge of its own?"""
    control = lessons.spec("who-serves").controls["what"]
    assert [one.startswith("Our question: ") for one in control.options] == [False] * 3 + [True]
    assert _card("who-serves", what="women")["verdict"] == _card("who-serves")["verdict"]
    asked = inquiries.inquiry("who-serves").answer(what="women").result.verdict
    assert [asked, "our question, drawn here"] in [
        list(one[:2]) for one in _card("who-serves", what="women")["beside"]
    ]
    assert lessons.spec("neighbours").controls["indicator"].label == "Our question: Indicator"


def test_a_reading_is_held_loosely_by_its_own_rate():
    """Where more than one in twenty are false one way, or nobody knows; and nowhere else?"""
    for name in CARDS:
        for one in read(name):
            if one.answer is None:
                continue
            shares = false.each_way(one.answer, one.found)
            telling = one.verdict in TELLING
            loose = telling if shares is None else max(shares) > 0.05
            assert one.rate.endswith("; hold it loosely") == loose, one.name


def test_the_same_words_were_read_once():
    """Do cards with the same words of one claim have the same reader's choice?"""
    told = {}
    for name in CARDS:
        asked = inquiries.asked(name)
        told.setdefault((asked["claims"][0], asked["decides"]), []).append(asked["chosen"])
    assert all(one == several[0] for several in told.values() for one in several)


@pytest.mark.thorough
def test_each_is_shown_where_all_cards_are():
    """Does the page of all cards, and what the command prints, say the same of each reading?"""
    shown = {(one.words, one.verdict) for one in gathered()}
    for name in CARDS:
        for one in read(name):
            own = one.asked.in_words({k: v for k, v in one.subject if k != "country"})
            words = one.name if one.weighed_by in as_read.NAMES else "; ".join(own.values())
            assert any(words in told and one.verdict == given for told, given in shown), one.name
    assert set(readings()) <= set(gathered())


def test_a_card_says_where_its_step_is():
    """Is a step in another year than the claim's told above the folds of each card, in the words of
    the computation; and nothing where the years are one?
    """
    face = _face("impartiality-under-bhutto", what="impartiality")
    assert "; one step fits best in 1971, and the claim names 1972" in face
    asked = inquiries.inquiry("merit-and-1973")
    found = weighed(asked, asked.answer())
    (label, dates), *_ = found.dates
    here = replace(found, dates=((label, replace(dates, best=1973)),))
    there = replace(found, dates=((label, replace(dates, best=1958)), (label, dates)))
    assert isinstance(dates, Dates)
    assert lines.stepped(asked, here) == ""
    assert lines.stepped(asked, there).startswith("one step fits best in 1958")
    for name in inquiries.NAMES:
        asked = inquiries.inquiry(name)
        found = weighed(asked, asked.answer())
        best = {one.best for _, one in found.dates}
        told = bool(asked.named) and best not in (set(), {asked.named})
        assert (f"and the claim names {asked.named}" in _face(name)) == told, name


@pytest.mark.parametrize("name", CARDS)
def test_a_card_says_that_no_cause_is_tested(name):
    """Above its folds, on each card whose claim has a cause; and on no other?"""
    told = _face(name).endswith("; no cause is tested")
    assert told == ("cause" in inquiries.asked(name))


def _csv(table, column, iso3="PAK"):
    frame = data.load(table)
    return frame[frame["iso3"] == iso3].set_index("year")[column].dropna()


def _one(name, **asked):
    inquiry = inquiries.inquiry(name)
    return inquiry.one(**inquiry.all_subjects()[0] | inquiry.all_choices()[0] | asked)


def test_the_words_on_politicising_as_they_were_read():
    """Is merit from 1972 to 1977 held against 1966 to 1971, year by year from the table;
    then impartiality; then merit beside India?
    """
    for what in ("merit", "impartiality"):
        record = _csv("vdem-v16-pak-ind", what)
        wanted = record.loc[1972:1977].mean() - record.loc[1966:1971].mean()
        found = _one("impartiality-under-bhutto", what=what, earlier=6, turn=1972)
        assert found.estimate == pytest.approx(wanted)
    answer = inquiries.inquiry("impartiality-under-bhutto").answer
    assert answer().result.verdict == "no such change"
    assert answer(what="impartiality").result.verdict == "supports"


def test_class_as_it_was_read():
    """Is the score of state jobs held against 0, which is the mean of all years and not the middle
    of the countries today, against that middle, and against its own 1990s?
    """
    table, step = data.load("vdem-v15"), 0.5
    record = _csv("vdem-v15", "state_jobs_by_class")
    assert _one("who-serves", count=1).estimate == pytest.approx(record.iloc[-1] / step)
    assert _one("who-serves", count=0).estimate == pytest.approx(record.mean() / step)
    others = table[(table["iso3"] != "PAK") & (table["year"] == record.index[-1])]
    middle = others["state_jobs_by_class"].median()
    assert middle > 0.5
    assert _one("who-serves", mark="middle", count=1).estimate == pytest.approx(
        (record.iloc[-1] - middle) / step
    )
    assert _one("who-serves", what="since", count=0).estimate == pytest.approx(
        (record.loc[2000:].mean() - record.loc[1990:1999].mean()) / step
    )
    answer = inquiries.inquiry("who-serves").answer
    assert answer().result.verdict == "leaves open"
    assert len(answer().each) == 6
    assert len(answer(what="since").each) == 3
    assert len(answer(what="women").each) == 9


def test_a_lead_that_was_there_before_does_not_speak_of_1973():
    """Did India lead in merit by a step before 1973 as well, and did neither lead grow by one? Then
    a level of 1974 to 1990 is no verdict on that year, and the reading says so.
    """
    lead = _csv("vdem-v16-pak-ind", "merit", "IND") - _csv("vdem-v16-pak-ind", "merit")
    before, after = lead.loc[:1972].mean(), lead.loc[1974:1990].mean()
    assert before > 0.5
    assert after - before < 0.5
    with pytest.raises(CourseError, match="India led before 1973 too"):
        _one("below-india")
    assert "merit beside India" in [one.name for one in read("india")]
    assert not any(one.weighed_by == "india" for one in read("india"))


def test_a_median_of_peers_has_an_error():
    """Beside countries of like income, is the interval wider than the country's own?"""
    ours = _one("effectiveness-and-the-middle", against="world")
    theirs = _one("effectiveness-and-the-middle", against="income")
    widths = [low_high[1] - low_high[0] for low_high in (ours.inner, theirs.inner)]
    assert widths[1] > widths[0]
    answer = inquiries.inquiry("effectiveness-and-the-middle").answer(against="income")
    assert answer.result.verdict == "leaves open"


def test_the_state_is_oversized_in_the_readers_one_way_alone():
    """Is our own grid of years and bases our question, and none of her readings?"""
    assert [one.weighed_by for one in read("oversized")] == [
        "share-of-all-employment",
        "wage-bill",
    ]


def test_the_screening_test_is_in_no_rate():
    """Does the examination's card say that its intervals leave the change of rule out, and that
    nobody knows how often its verdict is false?
    """
    asked = inquiries.inquiry("examination")
    answer = asked.answer()
    found = weighed(asked, answer)
    assert false.each_way(answer, found) is None
    assert "screening test" in false.expected(answer, found)
    assert [one.false for one in readings() if one.card == "examination"] == [None]


def test_a_wage_bill_is_in_per_cent_once():
    """Is it the table's own figure, which is in per cent of GDP already?"""
    frame = data.load("wwbi")
    code = "BI.WAG.TOTL.GD.ZS"
    rows = frame[(frame.indicator == code) & (frame.iso3 == "BGD")].sort_values("year")
    assert surveys.of(code, "BGD").points[-1].value == pytest.approx(rows["value"].iloc[-1])


def test_readings_agree_with_their_tables():
    """Is each estimate what a line of pandas gives?"""
    merit = _csv("vdem-v16-pak-ind", "merit")
    assert _one("merit-since-1950").estimate == pytest.approx(
        merit.iloc[-5:].mean() - merit.iloc[:5].mean()
    )
    assert _one("early-merit", against="middle").estimate == pytest.approx(merit[1950])
    assert _one("early-corruption", against="middle").estimate == pytest.approx(
        _csv("vdem-v13", "political_corruption")[1947] - 0.5
    )
    assert _one("public-corruption").estimate == pytest.approx(
        _csv("vdem-v15", "public_sector_corruption")[2024] - 0.5
    )
    assert _one("appointments", against="scale").estimate == pytest.approx(
        _csv("vdem-v15", "merit").loc[2015:2024].mean()
    )
    finished = _csv("wdi", "primary_completion")
    assert _one("schooling-as-a-result").estimate == pytest.approx(
        finished.iloc[-1] - finished.iloc[0]
    )


def test_a_published_rank_keeps_its_interval():
    """Is the 90 % interval of a rank the published one, as wide?"""
    frame = data.load("wgi")
    row = frame[(frame.iso3 == "PAK") & (frame.indicator == "ge") & (frame.year == 2023)].iloc[0]
    found = _one("effectiveness-rank")
    assert found.estimate == pytest.approx(row["rank"] - 10)
    low, high = found.inner
    assert high - low == pytest.approx(row["rank_high"] - row["rank_low"])


def test_what_no_table_has_says_so():
    """Does a reading that the record cannot answer say what is missing, from the tables?"""
    told = {one.name: one for name in CARDS for one in read(name)}
    assert told["the wage bill"].verdict == "cannot be tested here"
    assert "No survey of this country" in told["the wage bill"].told()
    lost = {name for name, one in told.items() if one.answer is None}
    assert lost == {
        "the wage bill",
        "the same beside courts",
        "merit over all years",
        "impartiality over all years",
        "merit beside India",
        "impartiality beside India",
        "a rise without precedent",
        "involvement",
        "the index of participation",
    }
    assert "merit" in data.load("vdem-v15")
    assert "judicial_constraints" not in data.load("vdem-v15")


def test_whole_periods_do_not_speak_of_1973():
    """Would the same comparison find its fall at most other turns, too?"""
    found = {"merit": 0, "impartiality": 0}
    turns = range(1953, 2020)
    for what in found:
        record = _csv("vdem-v16-pak-ind", what)
        falls = (record.loc[turn:].mean() - record.loc[1950 : turn - 1].mean() for turn in turns)
        found[what] = sum(fall <= -0.25 for fall in falls)
    assert found["impartiality"] == len(turns)
    assert found["merit"] > len(turns) / 2


def test_chance_often_gives_a_rise_without_precedent():
    """Where nothing changes, has some earlier window of nine years a larger rise than the last in
    more than half of all records?
    """
    rng = np.random.default_rng(7)
    noise = rng.normal(size=(2000, 29 + 10))  # 1970 to 2008
    for year in range(1, noise.shape[1]):
        noise[:, year] = 0.8 * noise[:, year - 1] + 0.6 * noise[:, year]
    rises = noise[:, 9:] - noise[:, :-9]
    assert (rises[:, :20].max(axis=1) > rises[:, -1]).mean() > 0.5


def test_another_country_has_no_readings_of_pakistans_claims():
    """Does its card say so, in place of Pakistan's verdicts?"""
    spec = lessons.spec("performance", country="IDN")
    notes = spec.state(**spec.first())["notes"]
    assert lines.readings("performance", "IDN") in notes.values()
    assert lines.readings("performance") not in notes.values()

"""What a reader without figures took from a claim's words: is each reading weighed as it was given,
and does each card say all of them, the year of its step, and that no cause is tested?
"""

from dataclasses import replace

import numpy as np
import pytest

from course import lessons
from course.evidence import as_read, inquiries
from course.evidence.cards import lines
from course.evidence.cards.as_read import as_read as read
from course.evidence.cards.readings import readings
from course.evidence.dating import Dates
from course.evidence.weighed import weighed
from course.lessons.synthesis import gathered
from course.record import data

CARDS = (*inquiries.NAMES, "merit-and-effectiveness")


def _face(name):
    spec = lessons.spec(name)
    return "; ".join(spec.state(**spec.first())["card"]["beside"])


def _chosen(name):
    """The reader's readings of a card, in order: {name on the card: what weighs it}."""
    chosen = inquiries.asked(name)["chosen"]
    told = {}
    for one in (chosen, *chosen.get("also", [])):
        told |= one.get("weighed", {})
    return told


@pytest.mark.parametrize("name", CARDS)
def test_a_card_says_every_reading_of_its_words(name):
    """Above its folds, in the reader's order, each with its verdict;
    and that no column stands for the words, where none does?
    """
    face, names = _face(name), list(_chosen(name))
    if not names:
        assert "no column stands for the words" in face
        return
    assert [one.name for one in read(name)] == names
    places = [face.find(f"as {one.name}: {one.verdict}") for one in read(name)]
    own = next((o for o in read(name) if o.is_of(name, _first(name))), None)
    if own:
        assert face.startswith(f"read as {own.name}")
        places.remove(-1)
    else:
        assert face.startswith("on a question of ours; the words themselves, read as ")
    assert -1 not in places
    assert places == sorted(places)


def _first(name):
    return inquiries.inquiry(name).all_subjects()[0] if name in inquiries.NAMES else {}


@pytest.mark.parametrize(
    ("name", "first"),
    [("impartiality-under-bhutto", "merit of appointments"), ("who-serves", "class")],
)
def test_the_first_reading_is_the_cards_own(name, first):
    """Where a card asks several readings, does it open with the one that the reader named first?"""
    assert _face(name).startswith(f"read as {first}; as ")


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
    assert "; one step fits best in 1971, and the claim names 1972" in _face_of("impartiality")
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


def _face_of(what):
    spec = lessons.spec("impartiality-under-bhutto")
    return "; ".join(spec.state(**spec.first() | {"what": what})["card"]["beside"])


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
    """Is the score of state jobs held against the middle of its scale, and beside South Asia?"""
    record = _csv("vdem-v15", "state_jobs_by_class")
    step = 0.5
    assert _one("who-serves", what="class", count=1).estimate == pytest.approx(
        record.iloc[-1] / step
    )
    assert _one("who-serves", what="class", count=0).estimate == pytest.approx(record.mean() / step)
    answer = inquiries.inquiry("who-serves").answer
    assert answer().result.verdict == "contradicts"
    assert len(answer().each) == 3
    assert len(answer(what="women").each) == 9


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

"""Does the timeline hold both accounts whole, with their claims and sources, and show them without a script?"""

import itertools
import re

import pytest

import course
from course import paper
from course.evidence import cases
from course.interactives.timeline import timeline
from course.record import data


def twin(document):
    return document._repr_mimebundle_()["text/html"]


def recorded(load):
    return [event for row in load["rows"] for event in row["record"]]


@pytest.fixture(scope="module")
def load():
    return timeline().content


def test_the_payload_is_small_and_the_same_each_time():
    """Is it deterministic and at most 60 KB?"""
    assert timeline().data == timeline().data
    assert len(timeline().data) <= 60_000
    assert repr(course.explore("timeline")).startswith("timeline timeline sha256:")


def test_the_texts_account_is_whole(load):
    """Is every period and event of the text there, in order of date, with its words, claims and changes?"""
    assert [row["id"] for row in load["rows"]] == [event["id"] for event in paper.timeline()]
    for row in load["rows"]:
        event = paper.event(row["id"])
        assert row["says"] == event["says"]
        assert tuple(row["claims"]) == event["claims"]
        assert {k: (c, tuple(ids)) for k, (c, ids) in row["changes"].items()} == event["changes"]
        assert row["kind"] in load["kinds"]


def test_the_records_account_is_whole(load):
    """Is every sourced event of the record there once, and no other?"""
    assert sorted(event["event"] for event in recorded(load)) == sorted(r["event"] for r in paper.record())


def test_no_event_without_a_source(load):
    """Has each event of the record a source, and are those kept back not shown anywhere?"""
    assert all(event["sources"] and all(name for name, _ in event["sources"]) for event in recorded(load))
    unsourced = [row for row in data.rows("record") if row["basis"] != "published"]
    assert unsourced
    for row in unsourced:
        assert row["event"] not in twin(timeline())
        assert row["event"] not in {event["event"] for event in recorded(load)}


def test_every_claim_exists(load):
    """Are the claims at hand just those that rows and changes rest on, in the paper's words?"""
    named = {key for row in load["rows"] for key in row["claims"]}
    named |= {key for row in load["rows"] for _, ids in row["changes"].values() for key in ids}
    assert set(load["claims"]) == named
    for key, (words, section) in load["claims"].items():
        assert (words, section) == (paper.claim(key)["paraphrase"], paper.claim(key)["section"])


def test_a_gap_is_a_gap(load):
    """Are the years that the text passes over shown as such, without claims, with what the record holds?"""
    (gap,) = [row for row in load["rows"] if row["kind"] == "gap"]
    assert gap["label"] == "The text passes over these years"
    assert not gap["claims"]
    assert not gap["changes"]
    assert [event["event"] for event in gap["record"]] == ["Martial law and change of president"]


def test_every_change_has_a_sign_and_a_word(load):
    """Is no change told by a sign alone, and is silence among them?"""
    used = {change for row in load["rows"] for change, _ in row["changes"].values()}
    assert used | {"silent"} <= set(load["changes"])
    assert load["changes"]["silent"][1] == "the text does not say"
    assert len({word for _, word in load["changes"].values()}) == len(load["changes"])
    assert load["dimensions"] == paper.DIMENSIONS


def test_dates_are_words(load):
    """Is 1958-10-07 the seventh of October, a month a month and a year a year?"""
    when = {event["event"]: event["when"] for event in recorded(load)}
    assert when["Martial law and change of president"] == "7 October 1958 to 27 October 1958"
    assert when["Lee Commission on superior services"] == "15 June 1923 to May 1924"
    assert when["Competitive examination for the Indian service"] == "1853 to 1855"


def test_the_indicator_carries_its_doubts(load):
    """Are the figures Pakistan's of one table, year by year, and do source, missing interval and caution stand by?"""
    about = load["indicators"]
    frame = data.load("vdem-v16-pak-ind").query("iso3 == 'PAK'").sort_values("year")
    assert about["first"] == frame.year.iloc[0]
    assert list(frame.year) == list(range(1950, 2026))
    for column, line in zip(("impartiality", "merit"), about["lines"], strict=True):
        assert line["values"] == list(frame[column])
        assert all(-2 <= value <= 2 for value in line["values"]), "timeline.js draws from -2 to 2"
    assert data.source_line("vdem-v16-pak-ind") in about["source"]
    assert "(provisional)" in about["source"]
    assert "No interval exists" in about["doubt"]
    assert "do not read small steps" in about["doubt"]
    assert data.passport("vdem-v16-pak-ind")["caution"] in about["doubt"]


def test_the_governments_follow_each_other(load):
    """Do the bands behind the line leave no year out and hold none twice?"""
    bands = load["indicators"]["regimes"]
    assert bands[-1][2] == 2025
    assert all(end + 1 == start for (_, _, end), (_, start, _) in itertools.pairwise(bands))


def test_the_twin_is_a_list_of_all():
    """Does the twin hold every row, event, source and figure, and ask no other machine?"""
    from html import unescape

    html = unescape(twin(timeline()))
    for event in paper.timeline():
        assert event["says"] in html
        assert ", ".join(event["claims"]) in html
    for row in paper.record():
        assert row["statement"] in html
        assert row["source_1"] in html
    assert html.count("<li><p>") == len(paper.timeline()) + len(paper.record())
    assert "2000: 1.239" in html
    assert "No interval exists" in html
    assert not re.search(r"https?://|<script|style=|on\w+=", html)


def test_a_case_is_its_own_record():
    """Does a case show its own dated events, and nothing of the text or of Pakistan's figures?"""
    case = cases.load("india")
    load = timeline(case).content
    assert [event["event"] for event in recorded(load)] == [row["event"] for row in case.timeline]
    assert all(row["kind"] == "case" and not row["says"] and not row["claims"] for row in load["rows"])
    assert load["indicators"] is None
    assert not load["dimensions"]
    assert not load["layers"]
    assert repr(timeline(case)).startswith("timeline India sha256:")


def test_the_twin_escapes():
    """Is markup in a case shown as text, and an event without a source left out?"""
    event = {
        "start": "1947",
        "end": "",
        "event": "<b>E</b>",
        "statement": "<script>s</script>",
        "source_1": "<i>",
    }
    case = cases.Case(name="<u>X</u>", iso3="IND", timeline=[event, event | {"event": "No", "source_1": ""}])
    html = twin(timeline(case))
    assert not re.search(r"<(b|i|u|script)>", html)
    assert "&lt;script&gt;" in html
    assert len(timeline(case).content["rows"]) == 1

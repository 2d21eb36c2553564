"""Does the timeline hold both accounts whole, with their claims and sources,
and show them without a script?
"""

import itertools
import re

import pytest

import course
from course import paper
from course.charts.strip import drawn
from course.evidence import cases
from course.interactives.interactive import made, read
from course.interactives.strip import year_of
from course.interactives.timeline import timeline
from course.interactives.twin import twin as interactive_twin
from course.interactives.twin import written
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
    """Is every period and event of the text there, in order of date, with its words,
    claims and changes?
    """
    assert [row["id"] for row in load["rows"]] == [event["id"] for event in paper.timeline()]
    for row in load["rows"]:
        event = paper.event(row["id"])
        assert row["says"] == event["says"]
        assert tuple(row["claims"]) == event["claims"]
        assert {k: (c, tuple(ids)) for k, (c, ids) in row["changes"].items()} == event["changes"]
        assert row["kind"] in load["kinds"]


def test_the_records_account_is_whole(load):
    """Is every sourced event of the record there once, and no other?"""
    assert sorted(event["event"] for event in recorded(load)) == sorted(
        r["event"] for r in paper.record()
    )


def test_no_event_without_a_source(load):
    """Has each event of the record a source, and are those kept back not shown anywhere?"""
    assert all(
        event["sources"] and all(name for name, _ in event["sources"]) for event in recorded(load)
    )
    unsourced = [row for row in data.rows("record") if row["confidence"] == "general knowledge"]
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
    """Are the years that the text passes over shown as such, without claims,
    with what the record holds?
    """
    (gap,) = [row for row in load["rows"] if row["kind"] == "gap"]
    assert gap["label"] == "The text passes over these years"
    assert not gap["claims"]
    assert not gap["changes"]
    assert [event["event"] for event in gap["record"]] == [
        "Four prime ministers",
        "End of the Governors-General",
        "Martial law and change of president",
        "Presidency passes to Ayub Khan",
    ]


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


def test_each_date_stands_in_a_layer(load):
    """Has each event of the record one of the layers that a reader may tick, and none of them
    nothing?
    """
    lanes = {event["lane"] for event in recorded(load)}
    assert lanes == set(load["lanes"])
    assert "constitution" in lanes, "timeline.js begins with it"


def test_the_indicator_carries_its_doubts(load):
    """Are the figures Pakistan's of one table, year by year, and do source,
    missing interval and caution stand by?
    """
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


def test_the_strip_is_to_scale_and_leaves_no_year_out(load):
    """Are the lines of one length and without a hole, do they hold all that is dated,
    and is the last Pakistan's own?
    """
    lines, (first, last) = load["strip"]["lines"], load["strip"]["years"]
    assert {end - start for start, end in lines} == {79}
    assert all(end == start for (_, end), (start, _) in itertools.pairwise(lines))
    assert lines[0][0] <= first == 1793
    assert lines[-1] == [1947, 2026] == [1947, last + 1]
    spans = [event["span"] for event in recorded(load)] + [
        (r["start"], r["end"]) for r in load["rows"]
    ]
    assert all(first <= start <= end <= last + 1 for start, end in spans)


def test_governments_are_named_and_breaks_are_where_soldiers_begin(load):
    """Does each stand where the table has it, under a name that is no person's alone, and begins
    military rule with a break?
    """
    shown = {one["start"]: one for one in load["strip"]["governments"]}
    rows = data.rows("pakistan-regimes")
    assert len(shown) == len(rows) + 1
    for row in rows:
        one = shown[year_of(row["start"])]
        assert (
            (one["look"] == "military")
            == row["regime_type"].startswith("military")
            == bool(one["begins"])
        )
        assert one["name"] != row["regime"] or "personal" not in row["regime_type"]
    assert [one["begins"] for one in shown.values() if one["begins"]] == [
        "7 October 1958",
        "25 March 1969",
        "5 July 1977",
        "12 October 1999",
    ]


@pytest.mark.parametrize(
    ("date", "begins", "ends"),
    [("1950", 1950, 1951), ("1924-05", 1924.33, 1924.42), ("1958-10-27", 1958.82, 1958.82)],
)
def test_a_date_is_a_place_on_the_strip(date, begins, ends):
    """Is a year its first day where something begins in it, and its last where something ends?"""
    assert (year_of(date), year_of(date, ends=True)) == (begins, ends)


@pytest.mark.parametrize("width", [340, 640])
def test_the_strip_is_drawn_for_paper(load, width):
    """Is each government a block and each dated event a tick, does no word leave the drawing,
    and is none under 12 px?
    """
    svg = drawn(load["strip"], load["rows"], "Said <b>", width)
    assert "Said &lt;b&gt;" in svg
    blocks = sum(
        one["start"] < end and one["end"] > start
        for one in load["strip"]["governments"]
        for start, end in load["strip"]["lines"]
    )
    ticks = re.findall(r"width='(?:7|3\.5)' height='[\d.]+' fill='var\(--chart-(\w+)", svg)
    assert svg.count("width='16'") == blocks
    assert len(ticks) == len(recorded(load))
    assert ticks.count("ink") == sum(event["lane"] == "constitution" for event in recorded(load))
    for x, anchor, words in re.findall(
        r"<text x='([\d.]+)'.*?text-anchor='(\w+)'.*?>(.*?)</text>", svg
    ):
        wide = 0.54 * 12 * len(words)
        left = float(x) - wide * {"start": 0, "middle": 0.5, "end": 1}[anchor]
        assert left >= 0
        assert left + wide <= width, words
    assert "font-size='12'" in svg


def test_paper_has_the_strip_and_a_page_without_scripts_too(load):
    """Does the picture stand wherever charts do,
    and is it left out where JupyterLab would drop it?
    """
    document = timeline()
    assert "class='strip'" in written("printed.html", document.paper, str, module="timeline")
    assert "class='strip'" in interactive_twin(document.paper, str)
    assert "<svg" not in twin(document)
    assert twin(document).count('<th scope="row">') == len(load["rows"])


def test_the_twin_is_a_table_of_all():
    """Does the twin hold every row, event, source and figure, and ask no other machine?"""
    from html import unescape

    html = unescape(twin(timeline()))
    for event in paper.timeline():
        assert event["says"] in html
        assert ", ".join(event["claims"]) in html
    for row in paper.record():
        assert row["statement"] in html
        assert row["source_1"] in html
    assert html.count("<p><strong>") == 1 + len(paper.timeline()) + len(paper.record()) + 2
    assert "2000: 1.239" in html
    assert "No interval exists" in html
    assert not re.search(r"https?://|<script|style=|on\w+=", html)


def test_a_case_is_its_own_record():
    """Does a case show its own dated events, and nothing of the text or of Pakistan's figures?"""
    case = cases.load("india")
    load = timeline(case).content
    assert [event["event"] for event in recorded(load)] == [row["event"] for row in case.timeline]
    assert all(
        row["kind"] == "case" and not row["says"] and not row["claims"] for row in load["rows"]
    )
    assert load["indicators"] is None
    assert not load["strip"]["governments"]
    (line,) = {end - start for start, end in load["strip"]["lines"]}
    assert line <= 79
    assert not load["dimensions"]
    assert not load["layers"]
    assert not load["lanes"]
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
    case = cases.Case(
        name="<u>X</u>", iso3="IND", timeline=[event, event | {"event": "No", "source_1": ""}]
    )
    html = twin(timeline(case))
    assert not re.search(r"<(b|i|u|script)>", html)
    assert "&lt;script&gt;" in html
    assert len(timeline(case).content["rows"]) == 1


def test_a_document_of_an_earlier_version_is_still_read(load):
    """Is a timeline that a reader's own notebook stores from before the
    strip shown as a table, and not called damaged?
    """
    earlier = {name: part for name, part in load.items() if name != "strip"}
    kept = read(made("timeline", "timeline", earlier).stored)
    assert "Islington Commission" in twin(kept)
    assert "class='strip'" not in interactive_twin(kept.paper, str)

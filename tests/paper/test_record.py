"""Is each event of the record dated, sourced, told by one neutral verb, and no longer than a line
or two?
"""

import re
from itertools import pairwise

import pytest

from course import paper
from course.interactives.strip import year_of
from course.record import data

ROWS = data.rows("record")
FIELDS = {field["name"]: field for field in data.columns("record")}
VERBS = FIELDS["verb"]["constraints"]["enum"]
# Words that take a side, or name a motive.
SIDES = (
    "hounded", "saved", "rescued", "betrayed", "usurped", "usurper", "seized", "purged",
    "crushed", "plundered",
    "forced", "stepped in", "unfortunately", "rightly", "wrongly", "infamous", "draconian",
    "martyred", "hanged",
    "in order to", "so as to", "to punish", "to reward", "to protect",
)  # fmt: skip
LONGEST = 200


def verbs_of(statement):
    """The verbs of the list that a statement holds."""
    return [verb for verb in VERBS if re.search(rf"\b{verb}\b", statement)]


def in_time(row):
    """What is wrong with its date."""
    if not re.fullmatch(r"\d{4}(-\d\d){0,2}", row["start"]):
        yield f"no date: {row['start']!r}"
    elif row["end"] and year_of(row["end"], ends=True) < year_of(row["start"]):
        yield "it ends before it begins"


def in_words(row):
    """What is wrong with who, verb and statement."""
    if not row["who"]:
        yield "nobody acts"
    if row["verb"] not in VERBS:
        yield f"a verb that is not of the list: {row['verb']!r}"
    if verbs_of(row["statement"]) != [row["verb"]]:
        yield f"not this one verb alone: {verbs_of(row['statement'])}"
    for word in SIDES:
        if re.search(rf"\b{word}\b", row["statement"].lower()):
            yield f"takes a side: {word}"
    if len(row["statement"]) > LONGEST:
        yield f"{len(row['statement'])} characters"


def in_standing(row):
    """What is wrong with its layer and its sources."""
    if row["layer"] not in FIELDS["layer"]["constraints"]["enum"]:
        yield f"no layer: {row['layer']!r}"
    named = [bool(row["source_1"]), bool(row["source_2"])]
    wanted = {
        "two sources": [True, True],
        "one source": [True, False],
        "general knowledge": [False, False],
    }
    if named != wanted.get(row["confidence"]):
        yield f"sources and confidence disagree: {row['confidence']!r}"
    for url in filter(None, (row["source_1_url"], row["source_2_url"])):
        if not re.fullmatch(r"https?://\S+", url):
            yield f"no address: {url!r}"


def faults(row):
    """What is wrong with an event, each in a few words."""
    return [*in_time(row), *in_words(row), *in_standing(row)]


def test_each_event_keeps_the_rule():
    """Date, who, one neutral verb, sources that agree with the confidence, a layer: which events
    break it? All are told.
    """
    found = [
        f"datasets/paper/record.csv, {row['id']}: {fault}" for row in ROWS for fault in faults(row)
    ]
    assert not found, "\n".join(found)


@pytest.mark.parametrize(
    ("change", "told"),
    [
        ({"start": "spring 1972"}, "no date"),
        ({"start": "1972", "end": "1970"}, "ends before"),
        ({"who": ""}, "nobody acts"),
        ({"verb": "hounded", "statement": "He hounded them."}, "not of the list"),
        ({"statement": "It ended and took effect."}, "verb alone"),
        ({"statement": "It ended, rightly."}, "takes a side"),
        ({"statement": f"It ended{'.' * LONGEST}"}, "characters"),
        ({"layer": "gossip"}, "no layer"),
        ({"source_2": ""}, "disagree"),
        ({"confidence": "certain"}, "disagree"),
        ({"source_1_url": "see above"}, "no address"),
    ],
)
def test_the_rule_can_be_broken(change, told):
    """Does a fault of each sort come to light?"""
    row = dict.fromkeys(FIELDS, "") | {
        "start": "1972", "who": "A body", "verb": "ended", "statement": "It ended.",
        "layer": "events",
        "source_1": "One", "source_2": "Other", "confidence": "two sources",
    }  # fmt: skip
    assert not faults(row)
    assert told in "\n".join(faults(row | change))


def test_the_record_is_wide_enough():
    """Are at least 80 events shown, each layer among them, up to 2025, each once?"""
    shown = paper.record()
    assert len(shown) >= 80
    assert {row["layer"] for row in shown} == set(FIELDS["layer"]["constraints"]["enum"])
    assert max(row["start"] for row in shown)[:4] == "2025"
    assert len({(row["start"], row["event"]) for row in shown}) == len(shown)
    assert all(one["start"] <= other["start"] for one, other in pairwise(ROWS))
    assert set(VERBS) == {row["verb"] for row in ROWS}, "a verb of the list that no event needs"


def test_what_was_corrected_stays_corrected():
    """303 under Yahya Khan, the title until April 1972, a republic in March 1956, two days in
    December, and no tenure that ended?
    """
    rows = {row["id"]: row for row in ROWS}
    assert "303" in rows["R17"]["statement"]
    assert rows["R17"]["who"].startswith("Yahya Khan")
    assert not any("303" in row["statement"] for row in ROWS if row["who"].startswith("Ayub"))
    assert (rows["A16"]["start"], rows["A05"]["start"]) == ("1972-04-21", "1956-03-23")
    assert {"16 December", "17 December"} <= set(
        re.findall(r"1[67] December", rows["R19"]["statement"])
    )
    assert "at pleasure" in rows["A11"]["statement"]
    assert "at pleasure" in rows["A20"]["statement"]
    assert not any("tenure ended" in row["statement"] for row in ROWS)

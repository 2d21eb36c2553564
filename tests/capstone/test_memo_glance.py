"""What a Secretary sees at a glance: whom it consults, the stop beside the aim, what chance picked,
and what it quotes.
"""

import pytest
from memos import DAY, first_page, full, json_of, spaced

from course import capstone


def table_of(made, corner):
    """The table in whose corner those words stand: its heads and rows."""
    return next(
        [block[1], block[2]] for block in made if block[0] == "table" and corner in block[1][0]
    )


def without(part, name):
    return {key: said for key, said in full()[part].items() if key != name}


def test_whom_it_consults_is_a_table():
    """Is each one asked a row, with the day and what was said; is one who is not asked told so; and
    does a row stand for the running text, which an earlier year keeps above it?
    """
    memo = full(sections=without("sections", "consult"))
    heads, rows = table_of(first_page(capstone.blocks(memo, DAY)), "6. Who must be consulted")
    assert heads[1:] == ["By when", "What they said"]
    assert spaced(json_of(rows)) == json_of(
        [
            ["Finance (rule 12)", "20 November 2026", "It finds the sum."],
            ["Law (rule 14)", "9 December 2026", "not yet asked"],
        ]
    )
    assert capstone.gaps(memo) == []
    (gap,) = capstone.gaps(memo | {"rows": {}})
    assert "Who must be consulted" in gap
    assert table_of(capstone.blocks(full(), DAY), "Whom")
    late = memo["rows"] | {"asked-2-when": "2026-12-20"}
    (gap,) = capstone.gaps(memo | {"rows": late})
    assert "names 20 December 2026, and the decision" in spaced(gap)


@pytest.mark.parametrize(
    ("when", "reply", "is_told"),
    [
        ("2026-11-24", "It agrees.", False),
        ("2026-11-25", "It agrees.", True),
        ("2026-11-25", " ", False),
        ("soon", "It agrees.", False),
    ],
)
def test_nobody_has_replied_after_the_day_of_the_memo(when, reply, is_told):
    """Is a reply that is quoted before it came one sentence, which names who replied and both days;
    and is nothing said of one that is awaited?
    """
    rows = full()["rows"] | {"asked-1-when": when, "asked-1-said": reply}
    told = [spaced(gap) for gap in capstone.gaps(full(rows=rows), DAY)]
    said = "“Finance (rule 12)” is said to have replied on 25 November 2026, and the memo is dated"
    assert [said in gap for gap in told] == ([True] if is_told else [])
    assert capstone.gaps(full(rows=rows)) == [], "without a day nothing is early"


def test_the_stop_stands_beside_the_aim():
    """Are now, aim and stop told in one sentence and drawn as two strokes, in one unit; and is a
    stop that is missing beside an aim a gap?
    """

    def row_of(own):
        made = capstone.blocks(full(own=own), DAY)
        return next(block[1][0] for block in made if block[0] == "chart")

    _, said, _, _, strokes, _ = row_of(full()["own"])
    assert "Of a hundred: now 41, aim 70, stop 55." in spaced(said)
    assert strokes == [[55, "stop 55"], [70, "aim 70"]]
    (gap,) = capstone.gaps(full(own=without("own", "stop")))
    assert "stopped is not given beside it" in gap
    assert capstone.document(capstone.blocks(full(own=full()["own"] | {"stop": "70"}), DAY))


@pytest.mark.parametrize(
    ("aim", "stop", "is_idle"), [("70", "38", True), ("70", "55", False), ("20", "45", True)]
)
def test_a_stop_that_no_failure_reaches_is_told(aim, stop, is_idle):
    """Is the writer told of a stop on the far side of today's count, which a trial that changes
    nothing never reaches; and of a fall that is the aim, the other way round?
    """
    told = capstone.gaps(full(own=full()["own"] | {"aim": aim, "stop": stop}))
    assert any("changes nothing is never stopped" in gap for gap in told) is is_idle
    assert len(told) == int(is_idle)


@pytest.mark.parametrize(
    ("stop", "drawn", "is_told"),
    [("50", "lot", True), ("41", "lot", True), ("55", "lot", False), ("50", "all", False)],
)
def test_a_stop_that_chance_alone_can_reach_is_told(stop, drawn, is_told):
    """Is the writer told, with a cure, of a stop within what chance leaves open beside today's
    count; and not where no chance picked the cases?
    """
    told = capstone.gaps(full(own=full()["own"] | {"stop": stop, "drawn": drawn}))
    assert ["chance alone leaves 32 to 51" in gap for gap in told] == [True] * is_told
    assert all("count more cases" in gap for gap in told)


@pytest.mark.parametrize(
    ("drawn", "said"),
    [
        ("hand", "Picked by hand"),
        ("all", "All cases were read"),
        ("", "is not said"),
        ("x", "is not"),
    ],
)
def test_only_what_chance_picked_has_a_range_of_chance(drawn, said):
    """Is the range left out, of words, chart and legend, unless the cases were picked by lot?"""
    made = capstone.blocks(full(own=full()["own"] | {"drawn": drawn}), DAY)
    chart = next(block for block in made if block[0] == "chart")
    assert said in chart[1][0][1]
    assert chart[1][0][3] is None
    shown = spaced(json_of(first_page(made)))
    assert "chance alone" not in shown
    assert "32 to 51" not in shown
    assert "32 to 51" in spaced(json_of(capstone.blocks(full(), DAY)))
    assert bool(capstone.gaps(full(own=full()["own"] | {"drawn": drawn}))) == (drawn in ("", "x"))


def test_what_it_quotes_is_listed_at_its_end():
    """Is the last thing a table of title, year and where: the count, the tables of the figures,
    what the writer names and each law once?
    """
    said = "Under the Civil Servants Act, 1973. The Civil Servants Act, 1973, again."
    made = capstone.blocks(full(sections=full()["sections"] | {"authority": said}), DAY)
    kind, heads, rows = made[-1]
    assert (kind, heads) == ("table", ["Title", "Year", "Where"])
    assert [spaced(row[0]) for row in rows] == [
        "A count of the writer's own: repairs within seven days",
        "Worldwide Governance Indicators",
        "A. Writer, A study of wells",
        "Civil Servants Act",
    ]
    assert [row[1] for row in rows[1:]] == ["2023", "2019", "1973"]
    assert rows[1][2] == "World Bank"
    signed = full(office=full()["office"] | {"rule": "rule 5 of the Rules of Business, 1973"})
    law = capstone.blocks(signed, DAY)[-1][2][-1]
    assert law == ["Rules of Business", "1973", "Law; quoted under “Signatures”"], (
        "who is competent stands where it is signed, not in the order"
    )
    assert capstone.blocks(capstone.blank(), DAY)[-1][0] == "quiet"


LAWS = {
    "Under the Punjab Employees Efficiency, Discipline and Accountability Act, 2006, section 4.": [
        ["Punjab Employees Efficiency, Discipline and Accountability Act", "2006"]
    ],
    "The Punjab Civil Servants (Appointment and Conditions of Service) Rules, 1974, rule 3.": [
        ["Punjab Civil Servants (Appointment and Conditions of Service) Rules", "1974"]
    ],
    "The Constitution of Kenya, 2010, and the Right to Information Act, 2005.": [
        ["Constitution of Kenya", "2010"],
        ["Right to Information Act", "2005"],
    ],
    "The County Governments Act, No. 17 of 2012; Police Order 2002.": [
        ["County Governments Act", "2012"],
        ["Police Order", "2002"],
    ],
    "In Lahore, Punjab Local Government Act 2022; Finance, Law and Planning agreed.": [
        ["Punjab Local Government Act", "2022"]
    ],
}


@pytest.mark.parametrize("said", LAWS)
def test_a_law_keeps_its_whole_name(said):
    """Is a name with a comma, a bracket or "to" in it whole, and is the place before it no part?"""
    sections = full()["sections"] | {"authority": said}
    made = capstone.blocks(full(sections=sections), DAY)
    assert [[spaced(part) for part in row[:2]] for row in made[-1][2][3:]] == LAWS[said]


def test_a_national_index_alone_is_no_evidence_on_an_office():
    """Is the writer told, and the one who signs too; and is neither where something was counted?"""
    (gap,) = capstone.gaps(full(own={}))
    assert "figures of a whole country are the only evidence" in gap
    alone = json_of(first_page(capstone.blocks(full(own={}), DAY)))
    assert "No count of this office’s own was made" in alone
    assert "No count of this office’s own" not in json_of(capstone.blocks(full(), DAY))

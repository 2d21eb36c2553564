"""The reform designer's logic: does it say what the tables say, for every setting,
and add nothing up?
"""

import json
import re
from itertools import chain, combinations
from pathlib import Path

import pytest

from course import paper
from course.capstone import reform
from course.errors import CourseError
from course.record import data

LEVERS = list(reform.tables()["levers"])


def ids(by_lever):
    return {entry["tension"] for entries in by_lever.values() for entry in entries}


def test_the_designer_offers_the_levers_of_the_table():
    """Are its twelve levers those that levers.csv marks, each in one group?"""
    marked = {row["lever"] for row in data.rows("levers") if row["designer"] == "yes"}
    assert set(LEVERS) == marked
    assert sorted(chain.from_iterable(reform.GROUPS.values())) == sorted(marked)


def test_every_setting_has_an_outcome():
    """Are there 793 sets in six sectors, and does each put every
    tension of its levers in exactly one place?
    """
    of_lever = {lever: set(paper.tensions(lever=lever)) for lever in LEVERS}
    seen = set()
    for setting in reform.every_outcome():
        found = reform.outcome(setting["levers"], setting["sector"])
        placed = [ids(found[force]) for force in ("bites", "weak", "silent")]
        assert set().union(*placed) == set().union(
            *(of_lever[lever] for lever in setting["levers"])
        )
        assert sum(map(len, placed)) == len(set().union(*placed))
        seen.add((setting["sector"], *setting["levers"]))
    assert len(seen) == 793 * 6


def test_what_bites_is_what_the_table_says(subtests):
    """Does each lever's list hold the tensions that tension_sectors.csv codes so,
    each with its two bases?
    """
    for sector in reform.SECTORS:
        with subtests.test(sector):
            for lever in LEVERS:
                found = reform.outcome([lever], sector)
                for force in ("bites", "weak", "silent"):
                    for entry in found[force].get(lever, []):
                        row = paper.tension(entry["tension"])
                        assert row["sectors"][sector] == (force, entry["here"])
                        assert row["basis"] == entry["basis"]


def test_another_sector_gives_another_result():
    """Does changing the sector change what at least a third of the levers meet?"""
    changed = [
        lever
        for lever in LEVERS
        if len({str(reform.outcome([lever], sector)["bites"]) for sector in reform.SECTORS}) > 1
    ]
    assert len(changed) >= len(LEVERS) / 3


def test_any_two_sectors_differ():
    """Do any two sectors differ for at least a third of the levers?"""

    def met(lever, sector):
        return ids(reform.outcome([lever], sector)["bites"])

    alike = [
        f"{one} and {other}"
        for one, other in combinations(reform.SECTORS, 2)
        if sum(met(lever, one) != met(lever, other) for lever in LEVERS) < len(LEVERS) / 3
    ]
    assert not alike, f"datasets/paper/tension_sectors.csv: tell apart {', '.join(alike)}"


def test_what_the_text_states_comes_first():
    """Does what the text says of this very sector lead, then what it states at all,
    then our judgement?
    """
    entries = reform.outcome(["loosen_hierarchy"], "security")["bites"]["loosen_hierarchy"]
    assert [(e["tension"], e["basis"], e["here"]) for e in entries] == [
        ("TN-26", "inferred", "stated"),
        ("TN-13", "stated", "editorial"),
        ("TN-20", "stated", "editorial"),
    ]
    for lever in LEVERS:
        for sector in reform.SECTORS:
            for entries in reform.outcome([lever], sector)["bites"].values():
                ranks = [(e["here"] != "stated", e["basis"] != "stated") for e in entries]
                assert ranks == sorted(ranks)


def test_no_total_is_given():
    """Is there no number in an outcome: no count, no score?"""
    found = json.dumps(reform.outcome(["kpi", "devolve"], "tax"))
    assert not re.search(r"[:\[ ]-?\d", found)


def test_the_order_of_ticking_does_not_matter():
    """Is the same set of levers the same design?"""
    assert reform.outcome(["devolve", "kpi"], "tax") == reform.outcome(
        ["kpi", "devolve", "kpi"], "tax"
    )


def test_what_holds_is_not_missing():
    """Are the preconditions that hold left out of what is missing, and only they?"""
    needed = reform.outcome(["contract_out"], "health")["missing"]
    assert "partners" in needed
    assert "oversight" in needed
    assert reform.outcome(["contract_out"], "health", held=["partners", "merit"])["missing"] == [
        name for name in needed if name != "partners"
    ]
    assert reform.outcome(["contract_out"], "health", held=needed)["missing"] == []


def test_nothing_chosen_meets_nothing():
    """Is a design without a lever empty rather than an error?"""
    found = reform.outcome([], "health")
    assert not any(
        found[part] for part in ("levers", "bites", "weak", "silent", "missing", "models")
    )


@pytest.mark.parametrize(
    ("levers", "sector", "held", "words"),
    [
        (["contract"], "health", [], "contract_out"),
        (["downsize"], "health", [], "no lever called 'downsize'"),
        (["kpi"], "helth", [], "health"),
        (["kpi"], "health", ["oversite"], "oversight"),
        (LEVERS[:5], "health", [], "at most 4"),
    ],
)
def test_a_slip_lists_the_nearest(levers, sector, held, words):
    """Is an unknown name answered with the nearest, and a fifth lever with a sentence?"""
    with pytest.raises(CourseError, match=words):
        reform.outcome(levers, sector, held)


def test_preconditions_rest_on_claims():
    """Does each cite claims that exist, and does each lever lean
    on at least one that the text states?
    """
    known = reform.tables()["preconditions"]
    for name, row in known.items():
        assert all(paper.claim(claim) for claim in row["claims"]), name
        assert set(row["needed_by"]) <= set(LEVERS), name
        assert row["basis"] in {"stated", "editorial"}
    for lever in LEVERS:
        assert any(
            lever in row["needed_by"] for row in known.values() if row["basis"] == "stated"
        ) or lever in {
            "fixed_term",
            "lateral_entry",
        }
    strict = {name for name, row in known.items() if "WF-26" in row["claims"]}
    assert strict == {"civil_society", "partners", "ethics", "think_tanks", "democracy"}


def test_models_bear_on_levers():
    """Has each lever a model to watch and at most four,
    and each model a reason of at most 18 words?
    """
    rows = data.rows("lever-models")
    for lever in LEVERS:
        assert 1 <= sum(row["lever"] == lever for row in rows) <= 4, lever
    for row in rows:
        assert row["lever"] in LEVERS
        assert row["model"] in reform.MODELS
        assert len(row["why"].split()) <= 18, row["why"]
    assert {row["model"] for row in rows} == set(reform.MODELS)


def test_a_compact_outcome_loses_no_id():
    """Does the line that the browser's is compared with hold every id and both bases?"""
    found = reform.outcome(["loosen_hierarchy", "politicise"], "security")
    told = reform.compact(found)
    assert told.startswith("loosen_hierarchy:TN-26os,TN-13so,TN-20so politicise:")
    assert all(name in told for name in [*found["missing"], *found["models"], "TN-47"])


def test_it_needs_no_view():
    """Does the module import neither widgets nor charts?"""
    source = Path(reform.__file__).read_text(encoding="utf-8")
    assert not re.search(r"ipywidgets|anywidget|plotly|course\.(?:widgets|charts)", source)

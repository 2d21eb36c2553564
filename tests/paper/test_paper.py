"""Is the paper whole as data: every id known, every silence kept,
nothing shown that has no source?
"""

import re
from itertools import pairwise

import pytest
import recipe

from course import _places, paper
from course.errors import CourseError
from course.items import questions
from course.record import data
from tools import coverage

TABLES_WITH_CLAIMS = [
    "glossary",
    "matrix",
    "timeline",
    "timeline-changes",
    "tensions",
    "endnotes",
    "skills",
]


@pytest.mark.parametrize("table", TABLES_WITH_CLAIMS)
def test_every_claim_named_exists(table):
    """Does each table name only claims that there are?"""
    path = data.passport(table)["path"]
    for number, row in enumerate(data.rows(table), 2):
        for claim in filter(None, row["claims"].split(";")):
            assert claim in paper.all_claims(), (
                f"datasets/{path}, row {number}: there is no claim {claim}"
            )


def test_every_claim_that_a_claim_names_exists():
    """And the claims, where one refers to another?"""
    prefixes = "|".join(sorted({c.split("-")[0] for c in paper.claims()}))
    for key, row in paper.all_claims().items():
        for named in re.findall(
            rf"\b(?:{prefixes})-(?:\d+|[a-z]\d?)\b", row["paraphrase"] + row["how_to_test"]
        ):
            assert named in paper.all_claims(), (
                f"datasets/paper/claims.csv, {key}: there is no claim {named}"
            )


def test_the_44_lettered_items_are_here():
    """CG a-h, NPM a-e, GOV a-h, PKB a-m, SK a-j?"""
    wanted = [
        f"{p}-{chr(97 + i)}"
        for p, n in (("CG", 8), ("NPM", 5), ("GOV", 8), ("PKB", 13), ("SK", 10))
        for i in range(n)
    ]
    assert sorted(coverage.lettered()) == sorted(wanted)
    assert len(wanted) == 44


@pytest.mark.parametrize(
    ("shape", "table", "more"),
    [(paper.Tension, "tensions", {"sectors"}), (paper.Event, "timeline", {"changes"})],
)
def test_a_record_has_the_fields_of_its_table(shape, table, more):
    """Does the type of a tension or an event name every column,
    and nothing else than is added to it?
    """
    assert set(shape.__annotations__) == {column["name"] for column in data.columns(table)} | more


def test_claims_by_dimension_paradigm_and_endnote():
    """Does each question return what a reader of the table finds by hand?"""
    rows = data.rows("claims")
    assert paper.claims(endnote=7) == [r["id"] for r in rows if "7" in r["endnotes"].split(";")]
    both = paper.claims(dimension="accountability", paradigm="governance")
    assert "GOV-c" in both
    assert all(paper.claim(c)["paradigm"] == "governance" for c in both)
    assert paper.claims() == [r["id"] for r in rows]
    with pytest.raises(CourseError, match="nearest are: accountability"):
        paper.claims(dimension="accountabilty")


def test_the_comparison_is_whole_and_keeps_its_silences():
    """Fifteen dimensions by four columns; is a cell either said with its claims,
    or silent and empty?
    """
    table = paper.matrix()
    assert len(table) == 15
    for dimension, row in table.items():
        assert list(row) == list(paper.COLUMNS)
        for column, cell in row.items():
            where = f"datasets/paper/matrix.csv, {dimension}, {column}"
            if cell.standing == "silent":
                assert not cell.says, f"{where}: the text is called silent, yet something is said"
                assert not cell.claims, f"{where}: the text is called silent, yet claims are named"
            else:
                assert cell.says, f"{where}: say what the text says, or call it silent"
                assert cell.claims, f"{where}: name the claims it rests on, or call it silent"
    assert paper.cell("service uniformity", "pakistan").standing == "silent"
    assert paper.cell("civil-military balance", "npm").standing == "silent"
    assert {c["dimension"] for c in paper.all_claims().values()} <= set(table)


def test_the_timeline_shows_its_gap_and_no_open_end():
    """Is 1956-58 there as a gap, and does nothing run past the paper's date?"""
    assert paper.event("T08")["kind"] == "gap"
    regimes = paper.timeline("regime", "gap")
    for before, after in pairwise(regimes):
        assert before["end"] == after["start"], (
            f"{before['id']} ends in {before['end']}, {after['id']} begins in {after['start']}"
        )
    assert max(e["end"] for e in paper.timeline()) <= 2019
    changes = {change for e in paper.timeline() for change, _ in e["changes"].values()}
    assert changes <= {"up", "down", "flat", "unclear"}
    assert all(set(e["changes"]) <= set(paper.DIMENSIONS) for e in paper.timeline())


def test_an_event_without_a_source_is_not_shown():
    """Does each event of the record name a source, and is general knowledge kept back?"""
    rows = data.rows("record")
    shown = paper.record()
    for row in rows:
        assert bool(row["source_1"]) == (row["confidence"] != "general knowledge"), (
            f"datasets/paper/record.csv, {row['id']}: source and confidence disagree"
        )
        assert not row["beside"] or paper.event(row["beside"])
    assert {r["id"] for r in rows} - {r["id"] for r in shown} == {
        r["id"] for r in rows if not r["source_1"]
    }
    assert len(shown) < len(rows)
    assert [r["start"] for r in shown] == sorted(r["start"] for r in shown)


def test_no_living_person_is_named_in_the_record():
    """Are living people named by office only? (Names that end before the present are history.)"""
    for row in paper.record():
        if row["start"] >= "2009":
            assert not re.search(
                r"Sharif|Khan\b|Bajwa|Munir|Zardari", row["event"] + row["statement"]
            ), f"{row['id']}: name the office"


def test_tensions_are_coded_for_six_sectors():
    """Is each tension of reform coded for each sector, and each inconsistency for none?"""
    for key in paper.tensions():
        tension = paper.tension(key)
        assert tension["lever"] in paper.levers(), f"{key}: no lever {tension['lever']}"
        assert tension["dimension"] in paper.dimensions(), (
            f"{key}: no dimension {tension['dimension']}"
        )
        wanted = set(paper.SECTORS) if key.startswith("TN") else set()
        assert set(tension["sectors"]) == wanted, (
            f"datasets/paper/tension_sectors.csv, {key}: one row a sector"
        )
        assert bool(tension["by_sector"]) == bool(wanted), (
            f"datasets/paper/tensions.csv, {key}: say why in by_sector"
        )


def test_the_sector_matters():
    """Does changing the sector change what bites,
    for at least a third of the designer's twelve levers?
    """
    designer = [row["lever"] for row in data.rows("levers") if row["designer"] == "yes"]
    assert len(designer) == 12
    moved = [
        lever
        for lever in designer
        if len({tuple(paper.tensions(lever=lever, sector=s)) for s in paper.SECTORS}) > 1
    ]
    assert len(moved) >= 4, f"only {moved} depend on the sector"


def test_tensions_by_lever_sector_and_claim():
    """Do the three questions meet?"""
    for key in paper.tensions(lever="contract_out", sector="justice"):
        assert paper.tension(key)["sectors"]["justice"][0] == "bites"
    assert "TN-01" in paper.tensions(claim="RS-40")
    with pytest.raises(CourseError, match="no sector"):
        paper.tensions(sector="defence")


def test_every_endnote_leads_to_a_work():
    """57 endnotes, each to a work of the bibliography?"""
    for number in range(1, 58):
        paper.reference(paper.endnote(number)["reference"])
    with pytest.raises(CourseError, match="endnotes 1 to 57"):
        paper.endnote(58)


def test_the_printed_bibliography_is_made_from_the_bib():
    """Is references.csv what pybtex makes of references.bib today?"""
    made = recipe.citations(_places.datasets()).to_dict("records")
    assert made == data.rows("references-printed"), (
        "datasets/paper/references.csv is old; run python datasets/recipe.py SOURCE"
    )


def test_uncertain_works_are_not_cited():
    """Does the course refuse to cite what it could not establish,
    and keep it out of every chapter?
    """
    doubtful = [
        k for k, w in paper.references().items() if w["status"] in {"uncertain", "not a source"}
    ]
    assert len(doubtful) >= 9
    bib = (_places.datasets() / "paper" / "references.bib").read_text(encoding="utf-8")
    chapters = "\n".join(
        p.read_text(encoding="utf-8") for p in _places.shipped_notebooks().glob("*.ipynb")
    )
    for key in doubtful:
        with pytest.raises(CourseError, match="does not cite it"):
            paper.cite(key)
        title = re.search(rf"\{{{key},.*?title = \{{(.*?)\}},?\n", bib, re.DOTALL).group(1)
        assert title not in chapters, f"a chapter cites {key}, which could not be established"
    assert "Implementation" not in paper.cite("downs1967")
    assert paper.cite("downs1967").startswith("Anthony Downs")


def test_ten_skills_with_all_their_claims():
    """Does each skill carry every claim of its letter?"""
    assert len(paper.skills()) == 10
    named = {c for s in paper.skills().values() for c in s["claims"].split(";")}
    assert named == {c for c in paper.claims() if c.startswith("SK-")}


def test_the_bank_names_only_what_exists():
    """69 items: does each rest on claims and tensions that there are?"""
    items = questions.bank()
    assert len(items) == 69
    for item in items:
        for claim in item["claims"]:
            assert claim in paper.all_claims(), (
                f"datasets/questions/bank.yaml, {item['id']}: no claim {claim}"
            )
        for tension in item.get("tensions", []):
            paper.tension(tension)
    assert {i["kind"] for i in items} == {"choice", "number", "match", "order", "text"}
    assert questions.bank(chapter="05", kind="order")
    assert all("CG-a" in i["claims"] for i in questions.bank(claim="CG-a"))


def test_the_bank_is_checked_against_its_schema():
    """Is a broken item named, with the schema that says what it lacks?"""
    text = data.text("bank").replace("    correct: true\n", "", 1)
    with pytest.raises(CourseError, match=r"bank-q01: .*schemas/bank.json"):
        questions.validate_bank(text)


def test_terms_have_a_meaning_and_urdu_only_with_a_source():
    """Is Urdu shown only where its source is named?"""
    for slug, term in paper.terms().items():
        assert term["definition"], slug
        assert bool(term["urdu"]) == bool(term["urdu_source"]), (
            f"datasets/paper/glossary.csv, {slug}: Urdu needs its source"
        )


def test_the_coverage_is_honest():
    """Does the report count as taught what chapter 01 teaches, and as open what no chapter does?"""
    rows = coverage.coverage()
    assert len(rows) == len(paper.claims())
    assert rows["CG-a"].taught == ("01",)
    assert rows["CG-a"].assessed
    assert not rows["CG-a"].open
    chapters = {p.name[:2] for p in _places.shipped_notebooks().glob("[0-9][0-9]-*.ipynb")}
    for row in rows.values():
        if row.owner not in chapters:
            assert row.open, f"{row.claim} is called taught, but chapter {row.owner} does not exist"
    waiting = [c for c in coverage.lettered() if rows[c].open]
    assert f"taught: {44 - len(waiting)} of 44" in coverage.report()
    assert all(c in coverage.report() for c in waiting)

"""Does the syllabus add up: weeks, hours, outcomes, notes?"""

import re
from fnmatch import fnmatch

from course import _places
from course.items import questions
from tools.blueprint import items

TEXT = (_places.root() / "SYLLABUS.md").read_text(encoding="utf-8")
CHAPTERS = sorted(_places.shipped_notebooks().glob("0[1-9]-*.ipynb"))


def section(heading):
    return re.split(r"^## ", TEXT, flags=re.MULTILINE)[
        [part.split("\n")[0] for part in re.split(r"^## ", TEXT, flags=re.MULTILINE)].index(heading)
    ]


def rows(heading):
    """The cells of a section's table, without its head."""
    lines = [line for line in section(heading).splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines[2:]]


def test_the_hours_add_up():
    """Is the total that of the lines above it, and that of the chapters what their cards say?"""
    *parts, (_, total) = rows("The load, honestly")
    assert sum(float(hours) for _, hours in parts) == float(total.strip("*")), (
        "SYLLABUS.md: mend the total"
    )
    minutes = sum(
        int(re.search(r"\*\*(\d+) minutes", p.read_text(encoding="utf-8")).group(1))
        for p in CHAPTERS
    )
    said = next(float(hours) for what, hours in parts if "01 to 09" in what)
    assert abs(minutes / 60 - said) < 0.25, (
        f"SYLLABUS.md: the cards add up to {minutes / 60:.1f} hours, not {said}"
    )


def test_sixteen_weeks_in_order_reach_every_chapter():
    """Are the weeks 1 to 16, each with a reading and a question, and is no chapter left out?"""
    weeks = rows("Sixteen weeks")
    assert [int(week[0]) for week in weeks] == list(range(1, 17))
    assert all(len(week) == 6 and all(week) for week in weeks), "SYLLABUS.md: a week lacks a cell"
    taught = set(re.findall(r"\d\d", " ".join(week[1] for week in weeks)))
    assert {f"{n:02d}" for n in range(10)} <= taught


def test_each_outcome_is_checked_by_items_that_exist():
    """Do the outcomes name chapters and items that are there?"""
    known = [item["id"] for _, _, item in items()]
    for name, _, chapters, checks in rows("Outcomes"):
        for number in re.findall(r"\d\d", chapters):
            assert list(_places.shipped_notebooks().glob(f"{number}-*.ipynb")), (
                f"SYLLABUS.md, {name}: no {number}"
            )
        for pattern in re.findall(r"`([^`]+)`", checks):
            assert any(fnmatch(item, pattern) for item in known), (
                f"SYLLABUS.md, {name}: no item {pattern}"
            )


def test_hand_ins_name_paragraphs_that_exist():
    """Is each paragraph that the syllabus asks for by id one of the course's?"""
    for week in rows("Sixteen weeks"):
        for name in re.findall(r"`([^`]+)`", week[5]):
            assert name in questions.reflections(), (
                f"SYLLABUS.md, week {week[0]}: there is no paragraph {name}"
            )


def test_weights_make_a_hundred():
    """Do the specimen weights, and the marks of both specimen papers, add up to 100?"""
    assert (
        sum(int(weight.rstrip(" %")) for _, weight in rows("Marks: a specimen, to change")) == 100
    )
    for paper in (
        "A specimen mid-term, 60 minutes, on paper",
        "A specimen final, two hours, open notes",
    ):
        assert sum(map(int, re.findall(r"\((\d+)\)", section(paper)))) == 100, (
            f"SYLLABUS.md, {paper}"
        )


def test_each_chapter_has_its_note():
    """Has the instructor a note for each chapter, with the heat and an exercise to end on?"""
    notes = section("Notes for the instructor, chapter by chapter")
    for n in range(10):
        note = re.search(rf"- \*\*{n:02d}\.\*\* (.*)", notes)
        said = note[1] if note else ""
        assert "Heat:" in said, f"SYLLABUS.md: chapter {n:02d} lacks a note with its heat"
        assert "Exit:" in said, f"SYLLABUS.md: the note of chapter {n:02d} lacks its exit exercise"

"""A district's schooling: is it the table's, with errors that know of clusters, and is the specimen
of the data project what the cell gives?
"""

import re
from math import sqrt

import pytest

from course import _places, districts
from course.errors import CourseError
from course.evidence.result import Z95, judge
from course.record import data

PAGE = _places.root() / "docs" / "data-project.md"


def rows(district, group="girls", indicator="in_school_5_10", survey="pslm"):
    """{year: (share, error)} of the table."""
    return {
        int(row["year"]): (float(row["estimate"]), float(row["se"]))
        for row in data.rows("pakistan-districts-schooling")
        if (row["district"], row["group"], row["indicator"], row["survey"])
        == (district, group, indicator, survey)
    }


def test_a_change_is_the_tables_with_errors_twice_as_large():
    """Is each estimate a difference of two rows, and its interval twice as wide as published?"""
    kept = rows("Lahore")
    for result in districts.finding("Lahore", group="girls").each:
        (before, a), (after, b) = (kept[year] for year in result.years)
        assert result.estimate == pytest.approx(after - before)
        low, high = result.bounds
        assert (high - low) / 2 == pytest.approx(2 * Z95 * sqrt(a**2 + b**2))


def test_the_published_error_is_that_of_children_drawn_one_by_one():
    """Is it the root of p(1-p)/n, so that it cannot know of clusters?"""
    for row in data.rows("pakistan-districts-schooling")[::97]:
        p, n, se = float(row["estimate"]), int(row["n"] or 0), row["se"]
        if se and n:
            assert float(se) == pytest.approx(sqrt(p * (1 - p) / n), abs=2e-4)


def test_the_verdict_is_that_of_every_pair_of_years():
    """Is it the rule of all cards, with half and twice the band, and with the published errors?"""
    found = districts.finding("Quetta", group="girls")
    assert found.verdict == judge(found.each, band=0.05)
    assert found.half == judge(found.each, band=0.025)
    verdicts = {districts.finding(n).verdict for n in districts.names() if has(n)}
    assert {"supports", "leaves open"} <= verdicts
    changed = [
        n
        for n in districts.names()
        if has(n) and (f := districts.finding(n)).verdict != f.as_published
    ]
    assert changed, "nowhere does it matter how errors are taken, so why say so?"


def has(district):
    try:
        districts.finding(district)
    except CourseError:
        return False
    return True


@pytest.mark.parametrize(
    ("asked", "cure"),
    [
        ({"district": "Lahor"}, "nearest are: .*Lahore"),
        ({"district": "Lahore", "survey": "psml"}, "pslm"),
        ({"district": "Lahore", "indicator": "reading"}, "it has: aser, in_school_5_10, all"),
        ({"district": "Lahore", "group": "women"}, "it has"),
    ],
)
def test_what_the_table_lacks_is_told(asked, cure):
    """Does a wrong word say what there is?"""
    with pytest.raises(CourseError, match=cure):
        districts.finding(**asked)


def test_the_specimen_is_what_the_cell_gives():
    """Does the page show what the cell prints, and no figure that it does not?"""
    page = PAGE.read_text(encoding="utf-8")
    told = repr(districts.finding("Lahore", group="girls"))
    assert told in page
    figures = re.compile(r"\N{MINUS SIGN}?\d\.\d\d")
    specimen = page.split("## A specimen")[1].split("The cell behind it")[0]
    assert set(figures.findall(specimen)) <= set(figures.findall(told))
    verdict = districts.finding("Lahore", group="girls").verdict
    assert verdict == "leaves open" and "**The record leaves it open.**" in specimen  # noqa: PT018


def test_the_page_names_questions_that_take_a_country():
    """Can each card that the page offers be asked of a country?"""
    from course.evidence import inquiries

    offered = PAGE.read_text(encoding="utf-8").split("The same with ")[1].split(". Here")[0]
    names = re.findall(r'"([a-z-]+)"', offered)
    assert len(names) >= 5
    assert all(inquiries.takes_country(name) for name in names)


def test_the_census_adds_up():
    """Do the districts give the Bureau's published total, and does no share leave 0 to 100?"""
    table = data.load("pakistan-districts-census")
    assert table.population_2023.sum() == 241_499_431
    shares = table.drop(columns=["province", "district", "population_2023", "population_2017"])
    assert ((shares.min() >= 0) & (shares.max() <= 100)).all()

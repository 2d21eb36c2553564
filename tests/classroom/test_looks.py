"""Do the pages of a class look alike because they take one base, and not because they repeat it?"""

import re
from itertools import combinations

import pytest

from course import _places
from course.classroom.style import style

ROOMS = _places.PACKAGE / "classroom"
BASE = (ROOMS / "base.css").read_text(encoding="utf-8")
PAGES = ("feedback", "page", "report")


def declared(*sheets):
    """{(the @media around it or "", a selector, a declaration)} of sheets."""
    found, around, words = set(), [], ""
    for sign in re.sub(r"/\*.*?\*/", "", "".join(sheets), flags=re.DOTALL):
        if sign == "{":
            around.append(" ".join(words.split()))
            words = ""
        elif sign == "}":
            selectors = around.pop().split(",")
            said = [" ".join(one.split()) for one in words.split(";") if one.strip()]
            where = "".join(around)
            found |= {(where, selector.strip(), one) for selector in selectors for one in said}
            words = ""
        else:
            words += sign
    return found


def of(page):
    """What the sheets of a page declare, without the base."""
    return declared(*(path.read_text("utf-8") for path in sorted((ROOMS / page).glob("*.css"))))


@pytest.mark.parametrize("name", ["feedback/feedback", "page/page", "report/report"])
def test_a_page_begins_with_the_base(name):
    """Does the page's own sheet come behind base.css, so that it may differ?"""
    own = (ROOMS / f"{name}.css").read_text(encoding="utf-8")
    assert BASE + own in style(*name.split("/"))


@pytest.mark.parametrize("page", PAGES)
def test_a_page_says_what_differs(page):
    """Is nothing of the base said again, and no colour of it set anew?"""
    base, own = declared(BASE), of(page)
    colours = {one.partition(":")[0] for _, _, one in base if one.startswith("--")}
    anew = {one for one in own if one[2].partition(":")[0] in colours}
    assert sorted(base & own | anew) == [], "base.css says that already"


def test_what_two_pages_say_the_base_says():
    """Does no declaration stand in the sheets of two pages?"""
    twice = {
        one: f"{first} and {second}: take it into base.css"
        for first, second in combinations(PAGES, 2)
        for one in of(first) & of(second)
        if one[1].count("(") == one[1].count(")")  # else it was cut at a comma of :is(a, b)
    }
    assert twice == {}


def test_no_sheet_repeats_the_base():
    """Does a colour of the base stand in no other sheet?"""
    colours = set(re.findall("#[0-9a-f]{6}", BASE))
    faults = [
        f"{path.relative_to(ROOMS)}: {colour} stands in base.css; take it from there"
        for path in sorted(ROOMS.rglob("*.css"))
        if path.name != "base.css"
        for colour in sorted(colours & set(re.findall("#[0-9a-f]{6}", path.read_text("utf-8"))))
    ]
    assert not faults, "\n".join(faults)

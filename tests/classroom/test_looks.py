"""Do the pages of a class look alike because they take one base, and not because they repeat it?"""

import re

import pytest

from course import _places
from course.classroom.style import style

ROOMS = _places.PACKAGE / "classroom"
BASE = (ROOMS / "base.css").read_text(encoding="utf-8")


@pytest.mark.parametrize("name", ["feedback/feedback", "page/page", "report/report"])
def test_a_page_begins_with_the_base(name):
    """Does the page's own sheet come behind base.css, so that it may differ?"""
    own = (ROOMS / f"{name}.css").read_text(encoding="utf-8")
    assert BASE + own in style(*name.split("/"))


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

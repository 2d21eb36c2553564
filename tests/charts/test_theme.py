"""Have the colours, which stand in Python and in style sheets, one value each?"""

import re

import pytest

from course import _places
from course.charts.theme import DARK, LIGHT

HOSTS = _places.PACKAGE / "hosts"
SHEETS = [*HOSTS.rglob("*.css")]
NAMED = re.compile(r"--chart-(\w+):\s*([^;]+);")


def blocks(path):
    """[{name: colour}] of the rules of a style sheet that give the chart's colours, in order."""
    rules = re.findall(r"\{([^{}]*)\}", path.read_text(encoding="utf-8"))
    return [dict(NAMED.findall(rule)) for rule in rules if NAMED.search(rule)]


@pytest.mark.parametrize("name", ["browser/shared.css", "pages/page.css"])
def test_a_page_has_the_colours_of_the_charts(name):
    """In JupyterLab and in a page, light and dark: every one, and the same?"""
    assert blocks(HOSTS / name) == [LIGHT, DARK]


def test_slides_have_the_light_ones():
    """Does a projector, which is never dark, show the same colours?"""
    assert blocks(HOSTS / "slides" / "slides.css") == [LIGHT]


def test_paper_has_greys_for_all_of_them():
    """Has each colour a grey in print, dark enough for a word, and lines lighter ones?"""
    (greys,) = blocks(HOSTS / "print" / "print.css")
    assert greys.keys() == LIGHT.keys()
    for name, grey in greys.items():
        digits = re.fullmatch("#(?:([0-9a-f])\\1\\1|(([0-9a-f]{2})\\3\\3))", grey)
        assert digits, f"{name}: {grey} is no grey"
        light = int((digits[1] or "") * 2 or digits[3], 16)
        assert light <= 0x76 or name == "grid", f"{name}: {grey} is below 4.5:1 on white"


def test_no_other_sheet_spells_them_out():
    """Is a colour of the charts written nowhere else, so that a change of it is one of all?"""
    theirs = {*LIGHT.values(), *DARK.values()}
    known = {HOSTS / name for name in ("browser/shared.css", "pages/page.css", "slides/slides.css")}
    found = {
        path.relative_to(HOSTS).as_posix(): sorted(
            set(re.findall("#[0-9a-f]{6}", path.read_text(encoding="utf-8"))) & theirs
        )
        for path in SHEETS
        if path not in known
    }
    spelled = {name: colours for name, colours in found.items() if colours}
    assert spelled == {}, "say var(--chart-NAME) there"

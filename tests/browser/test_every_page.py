"""Is every page of the edition for all: by axe, on a phone, enlarged twice, light and dark, with
targets that a finger hits and words that stay whole?
"""

import pytest
from looks import BROKEN, PARTED, SMALL, TINY

from course import _places
from course.hosts.pages.beside import BESIDE

STEMS = [path.stem for path in sorted(_places.shipped_notebooks().glob("*.ipynb"))]
PAGES = ["index", *(one.stem for one in BESIDE), *STEMS]
OFTEN = {
    "index",
    "method",
    "13-weighing-the-service",
}  # of each sort of page, one
EACH = [pytest.param(stem, marks=[] if stem in OFTEN else [pytest.mark.nightly]) for stem in PAGES]
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]

# Every place is woken, every figure that waits for a guess opened.
WAKE = """async () => {
  const rest = () => new Promise((done) => setTimeout(done, 60));
  for (let y = 0; y < document.documentElement.scrollHeight; y += innerHeight) {
    scrollTo(0, y);
    await rest();
  }
  for (const button of document.querySelectorAll('.sf-closed button'))
    if (button.offsetParent) button.click();
  await rest();
  scrollTo(0, 0);
  return document.querySelectorAll('.widget:not([data-live])').length;
}"""


@pytest.fixture
def opened(chromium, whole_edition):
    """A function (stem, width, height) that gives a page, all of it awake."""
    contexts = []

    def new(stem, width, height):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme="light", offline=True
        )
        contexts.append(context)
        context.route("**/plotly.js", lambda route: route.abort())  # its still is as wide
        page = context.new_page()
        page.goto((whole_edition / f"{stem}.html").as_uri())
        page.wait_for_timeout(300)
        page.evaluate(WAKE)
        page.wait_for_function("!document.querySelector('.widget:not([data-live])')")
        return page

    yield new
    for context in contexts:
        context.close()


@pytest.mark.parametrize("stem", EACH)
@pytest.mark.parametrize("size", [(360, 740), (640, 450)], ids=["a phone", "twice as large"])
def test_a_page_fits(opened, stem, size):
    """On a phone, and at 200 % of a screen of 1280: no way sideways, no word broken in two, no
    number parted from its per cent sign, no letters under 12 px, no target under 24?
    """
    page = opened(stem, *size)
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(BROKEN) == []
    assert page.evaluate(PARTED) == []
    assert page.evaluate(TINY) == []
    assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("stem", EACH)
def test_axe_finds_nothing_on_any_page(opened, stem):
    """Alive, one page in light and the next in dark: no violation of WCAG 2.2 A and AA, contrast
    among them? What stands on several pages is so asked in both.
    """
    from axe_playwright_python.sync_playwright import Axe

    page = opened(stem, 360, 740)
    scheme = ("light", "dark")[PAGES.index(stem) % 2]
    page.emulate_media(color_scheme=scheme)
    page.wait_for_timeout(300)
    options = {"runOnly": RULES, "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    told = [(v["id"], v["nodes"][0]["html"][:160]) for v in found]
    assert told == [], scheme


def test_a_comparison_is_seen_whole_on_a_phone(opened):
    """The tables of the review, which set four columns side by side, and one of long names of
    columns: is none cut off?
    """
    cut = "(all) => all.map((box) => box.scrollWidth - box.clientWidth)"
    for stem in ("03-governance", "04-review-and-synthesis"):
        page = opened(stem, 360, 740)
        assert set(page.locator(".scroll-x").evaluate_all(cut)) == {0}, stem

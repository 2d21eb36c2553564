"""Does a good answer wait until a student has kept her own, and is it there from then on?"""

import pytest

from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.reflect import reflect
from course.items import questions

pytestmark = pytest.mark.browser
NAME = "classic-flood"
MODEL = questions.reflection(NAME)["model"]


@pytest.fixture
def opened(chromium, tmp_path):
    """A phone with a page that holds one reflection; again: the same page, opened once more."""
    write([Chapter("01-flood", "Flood", [reflect(NAME)])], tmp_path, single=True)
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, has_touch=True, offline=True
    )

    def again():
        page = context.new_page()
        page.goto((tmp_path / "01-flood.html").as_uri())
        page.wait_for_selector("[data-live] textarea")
        return page

    yield again
    context.close()


def test_a_good_answer_waits_for_hers(opened):
    """Hidden before a word is kept, and when nothing but space is; folded after that; open at a
    tap; there the next day?
    """
    page = opened()
    summary = page.locator(f"[data-control='{NAME}-model']")
    keep = page.locator(f"[data-control='{NAME}-keep']")
    assert summary.is_hidden()
    page.locator("textarea").fill("  \n ")
    keep.tap()
    page.locator(".sf-kept", has_text="Kept").wait_for()
    assert summary.is_hidden()
    page.locator("textarea").fill("Nobody refused, and the chain did.")
    assert summary.is_hidden(), "what is not kept opens nothing"
    keep.tap()
    summary.wait_for()
    model = page.get_by_text(MODEL[:60])
    assert model.is_hidden()
    summary.tap()
    assert model.is_visible()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened().locator(f"[data-control='{NAME}-model']").is_visible()


def test_axe_finds_nothing_in_it(opened):
    """With the good answer open: no violation of WCAG 2 A and AA?"""
    from axe_playwright_python.sync_playwright import Axe

    page = opened()
    page.locator("textarea").fill("Nobody refused, and the chain did.")
    page.locator(f"[data-control='{NAME}-keep']").tap()
    page.locator(f"[data-control='{NAME}-model']").tap()
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "preload": False}
    found = Axe().run(page, context=".sf", options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []

"""Does a quiz end, and does the grid of progress tell it: at the first try, to see again,
and where it is explained?
"""

import pytest

from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.progress import progress
from course.interactives.quiz import quiz
from course.items import questions

pytestmark = pytest.mark.browser
PROSE = """## The idea

### The official as cipher

An official advises, then carries out ([CG-a](#claim-CG-a)).

### Answers travel upward

The tie is upward ([CG-03](#claim-CG-03))."""


@pytest.fixture(scope="module")
def asked():
    """Two questions of one right option, of which the prose explains both."""
    return [
        q for q in questions.of_chapter("classic") if q["id"] in ("classic-cipher", "classic-link")
    ]


@pytest.fixture
def phone(chromium, tmp_path, asked):
    """A phone with a page that holds prose and a quiz, and a page with the progress beside it."""
    prose = blocks(PROSE)
    for i, block in enumerate(prose):
        block.name = f"s{i}" if block.level else ""
    pages = [
        Chapter("01-quiz", "Quiz", [*prose, quiz("classic", asked)]),
        Chapter("00-start-here", "Progress", [progress()]),
    ]
    write(pages, tmp_path, single=True)
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)

    def opened(stem, waited):
        page = context.new_page()
        page.goto((tmp_path / f"{stem}.html").as_uri())
        page.locator(waited).first.wait_for()
        return page

    yield opened
    context.close()


def answer(page, item, *, right):
    """Choose an option that is right, or one that is not, and check it."""
    card = page.locator(f".sf-quiz form:has([data-control='{item['id']}-check'])")
    place = next(i for i, o in enumerate(item["options"]) if bool(o.get("correct")) == right)
    card.locator(f"input[value='{place}']").tap()
    card.locator("[data-control$='-check']").tap()
    card.get_by_text("Kept").wait_for()


def test_a_quiz_ends_with_what_to_see_again(phone, asked):
    """One right, one wrong and then mended: is the first try counted, is the other named, with
    section and claims, and a way back?
    """
    page = phone("01-quiz", ".sf-quiz")
    first, second = asked
    answer(page, first, right=False)
    assert page.locator(".sf-ended").count() == 0, "it ends once all is answered"
    page.locator("[data-control='next']").tap()
    answer(page, second, right=True)
    end = page.locator(".sf-ended")
    assert "1 of 2 were right at the first try." in end.inner_text()
    assert end.get_by_role("link", name="The official as cipher").get_attribute("href") == "#s1"
    assert end.get_by_role("link", name="CG-a", exact=True).get_attribute("href") == "#claim-CG-a"
    assert second["stem"] not in end.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    end.get_by_role("button", name="Question 1").tap()
    answer(page, first, right=True)
    assert "1 of 2 were right at the first try." in end.inner_text()
    assert "It is right by now." in end.inner_text()
    again = phone("01-quiz", ".sf-ended")
    assert "1 of 2 were right at the first try." in again.locator(".sf-ended").inner_text()


def test_the_grid_tells_each_cell_in_words_and_links_to_what_is_due(phone, asked):
    """After a wrong answer: does the cell say so, is the question listed under its chapter's link,
    and is all within a phone?
    """
    page = phone("01-quiz", ".sf-quiz")
    answer(page, asked[0], right=False)
    grid = phone("00-start-here", ".sf-grid")
    n = len(questions.of_chapter("classic"))
    said = f"01 Classic government. Questions: 0 right, 1 to see again, {n - 1} still open, of {n}."
    cell = grid.get_by_role("img", name=said)
    assert cell.get_attribute("title") == said
    assert cell.locator(".sf-is-again").count() == 1
    due = grid.locator(".sf-progress details")
    assert asked[0]["stem"] in due.inner_text()
    assert due.get_by_role("link").get_attribute("href") == "01-classic-government.html"
    assert grid.locator("progress").count() == 0
    assert grid.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert grid.locator(".sf-grid").bounding_box()["height"] <= 740, "the grid is one screen"


@pytest.mark.parametrize("stem", ["01-quiz", "00-start-here"])
def test_axe_finds_nothing_in_them(phone, asked, stem):
    """Ended and counted: no violation of WCAG 2 A and AA?"""
    from axe_playwright_python.sync_playwright import Axe

    page = phone("01-quiz", ".sf-quiz")
    answer(page, asked[0], right=False)
    page.locator("[data-control='next']").tap()
    answer(page, asked[1], right=True)
    page = phone(stem, ".sf-ended, .sf-grid")
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "preload": False}
    found = Axe().run(page, context=".sf", options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []

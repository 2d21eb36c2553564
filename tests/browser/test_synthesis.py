"""Are all cards one table that a phone can show, and does a claim open on its cards?"""

import pytest

from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.synthesis import synthesis

pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page_of(chromium, tmp_path_factory):
    """A function that opens the page on a screen of a width."""
    out = tmp_path_factory.mktemp("synthesis")
    write([Chapter("sy", "Synthesis", [synthesis()])], out, single=True)
    contexts = []

    def opened(width, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        page.goto((out / "sy.html").as_uri())
        page.wait_for_selector(".sf-sy")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("width", [360, 1280])
def test_the_table_fits(page_of, width):
    """Is nothing wider than the screen, are rows of 24 px and letters of 12 px at least,
    and does each mark say its verdict?
    """
    page = page_of(width)
    content = synthesis().content
    rows = page.locator(".sf-sy-claim")
    assert rows.count() == len(content["claims"])
    marks = page.locator(".sf-sy-cell[role=img]")
    told = [mark.get_attribute("aria-label") for mark in marks.all()]
    order = [kind["verdict"] for kind in content["kinds"]]
    assert told == [
        f"{verdict}: {claim['counts'][verdict]}"
        for claim in content["claims"]
        for verdict in order
        if verdict in claim["counts"]
    ]
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert all(row.bounding_box()["height"] >= 24 for row in rows.all())
    smallest = "Math.min(...[...document.querySelectorAll('.sf-sy *')].map((n) => "
    assert page.evaluate(f"{smallest}parseFloat(getComputedStyle(n).fontSize)))") >= 12


def test_a_claim_opens_by_keyboard_on_its_cards(page_of):
    """Does Enter on a row show each of its cards, once, however often it is opened?"""
    page = page_of(360)
    claim = max(synthesis().content["claims"], key=lambda one: len(one["cards"]))
    row = page.locator(".sf-sy-claim", has_text=claim["id"]).first
    row.locator("summary").focus()
    for _ in range(3):
        page.keyboard.press("Enter")
    cards = row.locator(".sf-sy-card")
    assert cards.count() == len(claim["cards"])
    for card, told in zip(cards.all(), claim["cards"], strict=True):
        assert card.is_visible()
        assert told["question"] in card.inner_text()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_mark_has_its_verdicts_colour(page_of, scheme):
    """Do two verdicts differ in colour, by day and by night, and from the words beside?"""
    page = page_of(1280, scheme)
    colours = [
        page.locator(f'.sf-sy-kind[data-verdict="{one}"]').evaluate(
            "n => getComputedStyle(n).color"
        )
        for one in ("supports", "contradicts", "leaves open")
    ]
    colours.append(page.locator(".sf-sy-words").first.evaluate("n => getComputedStyle(n).color"))
    assert len(set(colours)) == 4

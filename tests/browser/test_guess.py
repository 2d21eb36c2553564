"""What a student types and guesses, on a phone: is a number read back,
and does the opened figure say the guess?
"""

import pytest
from unfolding import unfold

import course
from course.hosts.pages import edition
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.predict import predict


@pytest.fixture(scope="module")
def page_of(chromium, tmp_path_factory):
    """A function that opens the page of a chapter at the width of a phone, by touch."""
    out = tmp_path_factory.mktemp("pages")
    edition(out, single=True, notebooks=["01"])
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)

    def opened(number):
        (chapter,) = out.glob(f"{number}-*.html")
        page = context.new_page()
        page.goto(chapter.as_uri())
        page.wait_for_selector(".sf-predict")
        return page

    yield opened
    context.close()


def test_a_number_is_read_back_as_it_is_typed(page_of):
    """Urdu digits and thousands marks: does the page say how it read them, and take them?"""
    page = page_of("01")
    card = page.locator(".sf-predict[data-chart='classic-half']")
    box = card.get_by_role("textbox")
    box.fill("1,200")
    card.get_by_text("Read as 1200.", exact=True).wait_for()
    box.fill("14")
    assert card.get_by_text("Read as").count() == 0
    box.fill("\u200f۲۰")
    card.get_by_text("Read as 20.", exact=True).wait_for()
    card.get_by_role("button", name="Commit").tap()
    figure = page.locator(".sf-figure:has([data-chart='implementation-chain'])")
    figure.get_by_text("You expected 20 offices; it is 14 offices.").wait_for()
    unfold(figure).get_by_text("your guess", exact=True).wait_for()
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_guess_stands_in_the_scene_that_it_opens(chromium, tmp_path):
    """A share that was guessed: is it a line behind so many of the hundred signs,
    with its words?
    """
    parts = [predict("classic-ladder"), course.explore("hierarchy")]
    write([Chapter(stem="guess", title="Guess", parts=parts)], tmp_path, single=True)
    context = chromium.new_context(viewport={"width": 360, "height": 740}, has_touch=True)
    page = context.new_page()
    page.goto((tmp_path / "guess.html").as_uri())
    card = page.locator(".sf-predict")
    card.locator("input[type=text]").fill("60")
    card.get_by_role("button", name="Commit").tap()
    page.locator("[data-module='explorable']").scroll_into_view_if_needed()
    stage = page.locator(".sf-stage")
    stage.locator("text", has_text="your guess").wait_for()
    lines = stage.locator("path[stroke-dasharray='4 3']")
    assert lines.count() == 2, "the line, and its key"
    # behind the sixtieth of a hundred files, at the end of a row; two more are the key's
    place = """(e) => { const box = e.getBoundingClientRect(); return [box.left,
      box.top + box.height / 2]; }"""
    signs = stage.locator("use:is([href$='-passed'], [href$='-file'])")
    x, y = lines.first.evaluate(place)
    last = signs.nth(signs.count() - 2 - 100 + 59).bounding_box()
    assert 0 <= x - (last["x"] + last["width"]) <= 4
    assert last["y"] <= y <= last["y"] + last["height"]
    context.close()


def test_a_choice_is_said_in_the_figure_that_it_opens(page_of):
    """Without an axis for it: does the figure say what was guessed beside what is so,
    and say nothing without a guess?
    """
    page = page_of("01")
    card = page.locator(".sf-predict[data-chart='classic-one-rule']")
    card.get_by_role("radio").first.tap()
    card.get_by_role("button", name="Commit").tap()
    figure = page.locator(".sf-figure:has([data-chart='uniform-or-local'])")
    said = figure.locator(".sf-guess", has_text="You expected: One number for every clinic")
    said.wait_for()
    assert (
        "It is: Local officers decide, above a minimum that the capital sets." in said.inner_text()
    )
    page.locator(
        ".sf-predict[data-chart='classic-ladder']"
    ).scroll_into_view_if_needed()  # a figure comes when it is near
    other = page.locator(".sf-figure:has([data-chart='hierarchy'])")
    other.get_by_role("button", name="Show it without a prediction").tap()
    assert other.locator(".sf-guess").is_hidden()

"""Is a verdict the reader's first: does the card keep its own back, and do the two stand side by
side once hers is kept?
"""

import pytest

from course import lessons
from course.evidence import inquiries
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.explorable import explorable
from course.interactives.predict import predict
from course.interactives.reasoned import verdict, yardstick

pytestmark = pytest.mark.browser
NAME = "golden-age"


@pytest.fixture(params=[pytest.param("light", marks=pytest.mark.nightly), "dark"])
def phone(chromium, tmp_path, request, watched):
    """A page of one question of a room, on a phone."""
    card = explorable(lessons.spec(NAME))
    parts = [predict(f"room-{NAME}"), yardstick(NAME), card, verdict(NAME)]
    write([Chapter("one", "One", parts)], tmp_path, single=True)
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, color_scheme=request.param, has_touch=True
    )
    page = context.new_page()
    errors, _ = watched(page)
    page.goto((tmp_path / "one.html").as_uri())
    page.wait_for_selector(".sf-reasoned")
    yield page
    context.close()
    assert errors == []


def part(page, kind):
    found = page.locator(f".sf-reasoned:has([data-control='{kind}-{NAME}-why'])")
    found.scroll_into_view_if_needed()
    return found


def choose(page, kind, option, why):
    asked = part(page, kind)
    asked.locator("input[type=radio]").nth(option).check()
    asked.locator(f"[data-control='{kind}-{NAME}-why']").fill(why)
    asked.locator(f"[data-control='{kind}-{NAME}-keep']").tap()
    asked.locator(".sf-beside").wait_for()
    return asked


def card_of(page):
    page.locator(".sf-figure.sf-evidence").scroll_into_view_if_needed()
    page.locator(".sf-figure.sf-evidence .sf-verdict-line").wait_for(state="attached")
    return page.locator(".sf-figure.sf-evidence")


def test_a_choice_without_a_reason_is_not_kept(phone):
    """Is each missing part asked for in a sentence, and nothing shown before?"""
    asked = part(phone, "yardstick")
    keep = asked.locator(f"[data-control='yardstick-{NAME}-keep']")
    keep.tap()
    assert "Choose one first." in asked.inner_text()
    asked.locator("input[type=radio]").first.check()
    asked.locator("textarea").first.fill(" \n ")
    keep.tap()
    assert "Write a sentence or two first." in asked.inner_text()
    assert "The course says" not in asked.inner_text()


def test_a_yardstick_stands_beside_the_courses_own(phone):
    """With both reasons, what each is good for, and no room to defend it?"""
    told = choose(phone, "yardstick", 0, "The claim names merit.").inner_text()
    for words in ("You say", "The claim names merit.", "The course says", "Agreement earns"):
        assert words in told
    assert "Defend yours" not in told
    assert phone.evaluate("document.documentElement.scrollWidth") == 360


def test_the_card_keeps_its_verdict_back_until_hers_is_kept(phone):
    """And after a reload, is hers there, with her defence?"""
    phone.locator(f"[data-control='room-{NAME}']").first.check()
    phone.locator(f"[data-control='room-{NAME}-commit']").tap()
    card = card_of(phone)
    part(phone, "verdict")
    assert card.locator(".sf-badge").count() == 0
    assert "yours to write first" in card.inner_text()
    assert card.locator(".sf-title").inner_text() == inquiries.words(NAME)["question"]
    card.locator("summary:has-text('Every choice')").tap()
    assert "read for the claim" not in card.inner_text()
    card.locator("summary:has-text('How we judge')").tap()
    assert "False verdicts to expect" not in card.inner_text()
    asked = choose(phone, "verdict", 0, "On impartiality every choice reads.")
    assert card.locator(".sf-badge").count() == 1
    assert card.locator(".sf-title").inner_text() != inquiries.words(NAME)["question"]
    for words in ("False verdicts to expect", "read for the claim"):
        assert words in card.inner_text()
    badges = asked.locator(".sf-badge").all_inner_texts()
    assert badges[:2] == ["The record supports it", card.locator(".sf-badge").inner_text()]
    defence = asked.locator(f"[data-control='verdict-{NAME}-defence']")
    defence.fill("The course hides which measure.")
    asked.locator(f"[data-control='verdict-{NAME}-defend']").tap()
    phone.reload()
    again = part(phone, "verdict")
    again.locator(".sf-beside").wait_for()
    assert defence.input_value() == "The course hides which measure."
    assert "On impartiality every choice reads." in again.inner_text()
    assert card_of(phone).locator(".sf-badge").count() == 1
    again.locator(f"[data-control='verdict-{NAME}-change']").tap()
    assert again.locator("input[type=radio]").first.is_checked()


def test_it_can_be_written_by_keys_alone(phone):
    """Is each step reached by Tab, and does the comparison take the focus?"""
    asked = part(phone, "yardstick")
    asked.locator("input[type=radio]").first.focus()
    phone.keyboard.press("ArrowDown")
    phone.keyboard.press("Tab")
    phone.keyboard.type("Because.")
    phone.keyboard.press("Tab")
    phone.keyboard.press("Enter")
    asked.locator(".sf-beside").wait_for()
    assert phone.evaluate("document.activeElement.className") == "sf-beside"

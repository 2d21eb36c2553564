"""Is the timeline one picture of a screen, chosen by touch, mouse and keys,
with nothing wider than a phone?
"""

import itertools

import pytest

from course.evidence import cases
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.timeline import timeline

pytestmark = pytest.mark.browser
SCREENS = [(1280, 900), (360, 740)]


@pytest.fixture(scope="module")
def page_of(chromium, tmp_path_factory):
    """A function that opens the page with the timeline, and that of a case, on a screen."""
    out = tmp_path_factory.mktemp("timeline")
    write(
        [Chapter("tl", "Timeline", [timeline(), timeline(cases.load("india"))])], out, single=True
    )
    contexts = []

    def opened(width, height, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, has_touch=width < 600
        )
        contexts.append(context)
        page = context.new_page()
        page.goto((out / "tl.html").as_uri())
        page.wait_for_selector(".sf-tl >> nth=1")
        return page

    yield opened
    for context in contexts:
        context.close()


@pytest.mark.parametrize("screen", SCREENS)
def test_the_overview_fits_one_screen(page_of, screen):
    """From the title to the foot of the strip, with the year named between:
    is it no higher than the screen?
    """
    page = page_of(*screen)
    part = page.locator(".sf-tl").first
    top = part.bounding_box()["y"]
    strip = part.locator(".sf-tl-strip").bounding_box()
    assert strip["y"] + strip["height"] - top <= screen[1] - 40, "a bar of the page needs 40"
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


@pytest.mark.parametrize("screen", SCREENS)
def test_no_name_lies_on_another_or_leaves_the_strip(page_of, screen):
    """Does each name keep clear of the one above it and stay in its line,
    with letters of 12 px at least?
    """
    page = page_of(*screen)
    strip = page.locator(".sf-tl-strip").first.bounding_box()
    for line in page.locator(".sf-tl").first.locator(".sf-tl-line").all():
        box = line.bounding_box()
        names = [n.bounding_box() for n in line.locator(".sf-tl-of").all() if n.is_visible()]
        names.sort(key=lambda n: n["y"])
        for one, other in itertools.pairwise(names):
            assert other["y"] >= one["y"] + one["height"] - 0.5
        assert all(n["x"] + n["width"] <= box["x"] + box["width"] + 0.5 for n in names)
        assert all(n["y"] + n["height"] <= strip["y"] + strip["height"] - 1 for n in names)
    sizes = page.evaluate(
        "[...document.querySelectorAll('.sf-tl *')].map((n) => "
        "parseFloat(getComputedStyle(n).fontSize))"
    )
    assert min(sizes) >= 12


def test_a_finger_chooses_and_still_scrolls(page_of):
    """By touch: does a tap on a government name its year and its accounts,
    and does the strip leave the page its scrolling?
    """
    page = page_of(360, 740)
    part = page.locator(".sf-tl").first
    line = part.locator(".sf-tl-line").last
    part.locator("[data-control='lane-service-law']").tap()
    line.tap(position={"x": 80, "y": line.bounding_box()["height"] * 27.5 / 79})
    assert part.locator(".sf-tl-named").inner_text() == "1974 Government of Z. A. Bhutto"
    assert (
        part.locator(".sf-tl-accounts").get_by_text("Administrative reforms of 1973").is_visible()
    )
    assert line.evaluate("(node) => getComputedStyle(node).touchAction") == "auto"
    for button in part.locator(".sf-tl-turn button").all():
        box = button.bounding_box()
        assert min(box["width"], box["height"]) >= 24


def test_keys_and_a_mouse_choose_too(page_of):
    """Arrows, pages, ends and a mouse that is drawn along: is the year told each time, and is the
    strip one stop of the tab?
    """
    page = page_of(1280, 900)
    strip = page.get_by_role("slider").first
    now = lambda: int(strip.get_attribute("aria-valuenow"))  # noqa: E731
    strip.focus()
    assert now() == 1957
    for key, year in [
        ("ArrowDown", 1958),
        ("ArrowLeft", 1957),
        ("PageUp", 1947),
        ("End", 2025),
        ("ArrowRight", 2025),
        ("Home", 1793),
        ("ArrowUp", 1793),
    ]:
        page.keyboard.press(key)
        assert now() == year, key
    assert strip.get_attribute("aria-valuetext") == "1793. Colonial service"
    box = page.locator(".sf-tl-line").nth(2).bounding_box()
    page.mouse.move(box["x"] + 60, box["y"] + 5)
    page.mouse.down()
    page.mouse.move(box["x"] + 60, box["y"] + box["height"] - 3, steps=5)
    page.mouse.up()
    assert now() == 2025
    assert strip.locator("[tabindex], button, a").count() == 0


def test_layers_come_and_go(page_of):
    """Does the strip begin with the dates of the constitution, add a layer that is ticked, and say
    how many are left out?
    """
    page = page_of(360, 740)
    part = page.locator(".sf-tl").first
    dates = part.locator(".sf-tl-date")
    shown = lambda: sum(date.is_visible() for date in dates.all())  # noqa: E731
    first = shown()
    assert 0 < first < dates.count() / 2
    part.get_by_role("slider").focus()
    page.keyboard.press("End")
    account = part.locator(".sf-tl-account").last
    assert account.get_by_text("layers that are not ticked").is_visible()
    for name in ("service-law", "events"):
        part.locator(f"[data-control='lane-{name}']").check()
    assert shown() == dates.count()
    assert account.get_by_text("layers that are not ticked").count() == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_a_case_has_a_strip_of_its_own(page_of):
    """Does a case show its record alone, with no government, and name the year?"""
    page = page_of(360, 740)
    case = page.locator(".sf-tl").nth(1)
    case.scroll_into_view_if_needed()
    assert case.locator(".sf-tl-block").count() == 0
    assert case.locator(".sf-tl-account").count() == 1
    assert case.locator(".sf-tl-account li").count() >= 1


@pytest.mark.parametrize("scheme", [pytest.param("light", marks=pytest.mark.nightly), "dark"])
def test_axe_finds_nothing_in_it(page_of, scheme):
    """Open and closed, light and dark: no violation of WCAG 2 A and AA?"""
    from axe_playwright_python.sync_playwright import Axe

    page = page_of(360, 740, scheme)
    for more in page.locator(".sf-tl-more > summary").all():
        more.click()
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "preload": False}
    found = Axe().run(page, context=".sf", options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []

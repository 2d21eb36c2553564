"""Who answers to whom, in a page: by keyboard, by a tap, on a phone, in light and dark,
moving and at rest.
"""

import pytest

import course
from course import paper
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write

OVER = "pakistan over classic"


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A page with the four maps, and one laid over another."""
    out = tmp_path_factory.mktemp("map")
    parts = [*blocks("# Maps"), course.accountability(), course.accountability(OVER)]
    write([Chapter(stem="maps", title="Maps", parts=parts)], out, single=True)
    return (out / "maps.html").as_uri()


@pytest.fixture
def opened(chromium, address):
    """A function (width, more settings) that gives the page, alive."""
    contexts = []

    def new(width, **more):
        contexts.append(chromium.new_context(viewport={"width": width, "height": 800}, **more))
        page = contexts[-1].new_page()
        page.goto(address)
        page.wait_for_function("document.querySelectorAll('.sf-ac').length === 2")
        return page

    yield new
    for context in contexts:
        context.close()


def test_a_line_opens_its_card_by_keyboard(opened):
    """From the summary to a line, Enter, and Escape back to where one was;
    at the last state too?
    """
    page = opened(1280)
    here = page.locator(".sf-ac").first
    here.locator("[data-control='map-pakistan']").focus()
    page.keyboard.press("Enter")
    assert paper.states()["pakistan"].says in here.inner_text()
    here.locator("[data-control='map-list']").focus()
    for key in ("Enter", "Tab", "Enter"):
        page.keyboard.press(key)
    row = here.locator("[data-control='line minister commands secretary']")
    assert row.get_attribute("aria-expanded") == "true"
    card = page.locator(f"[id='{row.get_attribute('aria-controls')}']")
    assert "PKH-40" in card.inner_text()
    assert "Stated by the text." in card.inner_text()
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Close"
    page.keyboard.press("Escape")
    assert row.get_attribute("aria-expanded") == "false"
    assert (
        page.evaluate("document.activeElement.dataset.control")
        == "line minister commands secretary"
    )


def test_a_tap_on_a_line_opens_its_card(opened):
    """Where the finger is, under the drawing, once only; and on no line, nothing?"""
    page = opened(360, has_touch=True, is_mobile=True)
    here = page.locator(".sf-ac").first
    line = here.locator("[data-line='desk commands citizens'] .sf-ac-stroke")
    line.scroll_into_view_if_needed()
    box = line.bounding_box()
    middle = (box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.touchscreen.tap(*middle)
    card = here.locator(".sf-ac-card")
    card.wait_for()
    assert "Inferred. The text says that rule flows down" in card.inner_text()
    assert card.bounding_box()["y"] < 800
    page.set_viewport_size({"width": 700, "height": 800})
    page.wait_for_function("document.querySelector('.sf-ac-map').viewBox.baseVal.width === 640")
    opened_line = here.locator(".sf-ac-open")
    assert opened_line.get_attribute("data-line") == "desk commands citizens", (
        "turned, it stands out still"
    )
    page.set_viewport_size({"width": 360, "height": 800})
    page.wait_for_function("document.querySelector('.sf-ac-map').viewBox.baseVal.width === 300")
    page.touchscreen.tap(*[value + 60 for value in line.bounding_box().values()][:2])
    assert card.count() == 1
    card.get_by_role("button", name="Close").click()
    assert card.count() == 0


@pytest.mark.parametrize("width", [320, 360, 599, 700, 1280])
def test_nothing_scrolls_sideways_and_words_are_large(opened, width):
    """With every list and a card open: is the page as wide as the window,
    and each word of a map at least 12 px high?
    """
    page = opened(width)
    page.evaluate("document.querySelectorAll('details').forEach((one) => (one.open = true))")
    for row in page.locator(".sf-ac-row").all()[:3]:
        row.click()
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    sizes = page.evaluate(
        """() => [...document.querySelectorAll('.sf-ac-map')].map((map) =>
          14 * map.getBoundingClientRect().width / map.viewBox.baseVal.width)"""
    )
    assert min(sizes) >= 12
    small = page.evaluate(
        """() => [...document.querySelectorAll('.sf-ac button, .sf-ac summary')].map((e) =>
          e.getBoundingClientRect())
          .filter((box) => box.height < 24 || box.width < 24).length"""
    )
    assert small == 0


def test_ids_are_unique(opened):
    """With two maps in one page and a card open in each?"""
    page = opened(360)
    for here in page.locator(".sf-ac").all():
        here.locator("summary").click()
        here.locator(".sf-ac-row").first.click()
    twice = page.evaluate(
        """() => { const ids = [...document.querySelectorAll('[id]')].map((e) => e.id);
          return ids.filter((id, i) => ids.indexOf(id) !== i); }"""
    )
    assert twice == []


def test_people_stay_and_lines_change(opened):
    """After a change of state: is each actor where it was,
    is each line of the new state there, and none of the old?
    """
    page = opened(1280)
    here = page.locator(".sf-ac").first
    places = (
        "[...document.querySelector('.sf-ac').querySelectorAll('.sf-ac-actor use')].map((e) => "
        "e.getAttribute('transform'))"
    )
    before = page.evaluate(places)
    for name, state in paper.states().items():
        here.locator(f"[data-control='map-{name}']").click()
        page.wait_for_timeout(900)
        drawn = here.locator(".sf-ac-line").evaluate_all("(all) => all.map((e) => e.dataset.line)")
        assert sorted(drawn) == sorted(line.key for line in state.lines)
        assert page.evaluate(places) == before


def test_play_goes_through_all_and_stops(opened):
    """From the first to the last, a few seconds each; a button pressed meanwhile ends it?"""
    page = opened(1280, reduced_motion="reduce")
    here = page.locator(".sf-ac").first
    play = here.locator("[data-control='map-play']")
    pressed = here.locator("[aria-pressed='true']")
    play.click()
    assert pressed.inner_text() == "New Public Management"
    page.wait_for_function(
        "document.querySelector('[aria-pressed=true]').textContent === 'Governance'"
    )
    here.locator("[data-control='map-classic']").click()
    assert "Play" in play.inner_text()
    page.wait_for_timeout(4000)
    assert pressed.inner_text() == "Classic government"


@pytest.mark.parametrize("motion", ["reduce", "no-preference"])
def test_motion_is_asked_for(opened, motion):
    """Does a line move only where the reader's system allows motion?"""
    page = opened(1280, reduced_motion=motion)
    took = page.locator(".sf-ac-line path").first.evaluate(
        "(e) => getComputedStyle(e).transitionDuration"
    )
    assert (took == "0.6s") == (motion == "no-preference")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_is_accessible(opened, scheme):
    """No violation of WCAG 2.2 A and AA with a list and a card open;
    is an outline at least 3:1 on its ground?
    """
    from axe_playwright_python.sync_playwright import Axe

    page = opened(360, color_scheme=scheme)
    for here in page.locator(".sf-ac").all():
        here.locator("summary").click()
        here.locator(".sf-ac-row").first.click()
    options = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        "preload": False,
    }
    found = Axe().run(page, context=".sf", options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found] == []
    outline = page.locator(".sf-absent use").first.evaluate("(e) => getComputedStyle(e).stroke")
    ground = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert contrast(outline, ground) >= 3


def light(colour):
    """The relative luminance of rgb(...), as WCAG has it."""
    parts = [int(part) / 255 for part in colour[4:-1].split(",")]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one, other):
    bright, dim = sorted((light(one), light(other)), reverse=True)
    return (bright + 0.05) / (dim + 0.05)

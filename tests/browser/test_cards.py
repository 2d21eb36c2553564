"""Is an evidence card read at a glance, and is all that is
folded in it reached by touch and by the keys?
"""

import pytest

import course
from course import lessons
from course.charts.theme import DARK, LIGHT
from course.evidence.result import VERDICTS
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.explorable import explorable

CARDS = lessons.names("weigh")
PARADIGMS = ("blue", "rust", "green", "plum")
# width: (height of a screen, how many a card may take)
SCREENS = {
    1280: (800, 1.6),
    360: (740, 2.5),
}

# What a card is made of from above, with the top of each part; what is folded is named "fold".
PARTS = """(card) => [...card.children].filter((e) => e.getClientRects().length).map((e) =>
  e.className.split(' ')[0] || e.tagName.toLowerCase())"""


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A page of every card, and one with a card that a prediction holds."""
    out = tmp_path_factory.mktemp("cards")
    every = [*blocks("# Cards"), *(explorable(lessons.spec(name)) for name in CARDS)]
    write([Chapter(stem="cards", title="Cards", parts=every)], out)
    return (out / "cards.html").as_uri()


@pytest.fixture(params=SCREENS, ids=str)
def page(request, chromium, address):
    width = request.param
    context = chromium.new_context(
        viewport={"width": width, "height": SCREENS[width][0]}, has_touch=width < 500, offline=True
    )
    page = context.new_page()
    page.set_default_timeout(60000)
    page.route("**/plotly.js", lambda route: None)  # the stills stand: twenty charts take long
    page.goto(address)
    yield page
    context.close()


def awake(page, name):
    """The card called `name`, alive."""
    place = page.locator("[data-module='explorable']").nth(CARDS.index(name))
    place.scroll_into_view_if_needed()
    card = place.locator(".sf-evidence")
    card.locator(".sf-still").first.wait_for()
    return card


def test_no_card_is_taller_than_its_screens(page):
    """Before unfolding: at most 1.6 screens at 1280, 2.5 at 360, and none scrolls sideways?"""
    width = page.viewport_size["width"]
    high, most = SCREENS[width]
    tall = {name: awake(page, name).bounding_box()["height"] / high for name in CARDS}
    assert len(tall) >= 19
    assert {name: round(share, 2) for name, share in tall.items() if share > most} == {}
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_a_card_stands_in_its_order(page):
    """Claim, verdict, finding, at most one control, chart, two sentences, then what is folded?"""
    orders = {tuple(awake(page, name).evaluate(PARTS)) for name in CARDS}
    folds = ("sf-fold",) * 4
    head = ("sf-claim", "sf-verdict-line", "sf-title")
    assert orders <= {
        (*head, *control, "sf-chart", "figcaption", *folds) for control in ((), ("sf-controls",))
    }
    assert page.locator(".sf-evidence .sf-fold[open]").count() == 0
    shown = page.locator(".sf-evidence > .sf-controls").evaluate_all(
        "(all) => all.map((e) => e.querySelectorAll('select, input').length)"
    )
    assert set(shown) == {1}


def test_a_verdict_has_a_sign_a_word_and_no_paradigms_colour(page):
    """Do no two verdicts share sign and word, and is each told by more than its colour?"""
    found = {}
    for name in CARDS:
        badge = awake(page, name).locator(".sf-badge")
        sign = badge.locator("path").get_attribute("d")
        found.setdefault(badge.get_attribute("data-verdict"), set()).add((sign, badge.inner_text()))
    assert set(found) <= {*VERDICTS, "cannot be tested here"}
    assert len(found) >= 3, "the cards hardly differ in their verdicts"
    assert all(len(looks) == 1 for looks in found.values())
    assert len({sign for looks in found.values() for sign, _ in looks}) == len(found)
    colours = page.locator(".sf-badge").evaluate_all(
        "(all) => all.map((e) => '#' + getComputedStyle(e).color.match(/\\d+/g).slice(0, 3)"
        ".map((n) => Number(n).toString(16).padStart(2, '0')).join(''))"
    )
    assert not set(colours) & {told[name] for told in (LIGHT, DARK) for name in PARADIGMS}


def test_every_choice_says_which_it_is(page):
    """By the keys and by touch: does each mark say its words,
    and do the record and the controls follow it?
    """
    card = awake(page, "merit-and-1973")
    card.locator(".sf-ways > summary").press("Enter")
    slider, words = card.locator("[data-control='choice']"), card.locator(".sf-choice")
    slider.press("Home")
    words.filter(has_text="years").wait_for()
    said = []
    for _ in range(16):
        said.append(words.inner_text())
        assert slider.get_attribute("aria-valuetext") == said[-1]
        slider.press("ArrowRight")
    assert len(set(said)) == 16
    assert all(told.startswith(("3 years", "5 years", "8 years", "15 years")) for told in said)
    slider.press("Home")
    title = card.locator(".sf-title").inner_text()
    curve = card.locator(".sf-curve")
    box = curve.bounding_box()
    curve.click(position={"x": box["width"] - 24, "y": 90})
    assert words.inner_text() == said[-1]
    assert card.locator(".sf-title").inner_text() != title
    years = words.inner_text().split(";")[0]
    assert card.locator("[data-control='window'] option:checked").inner_text() == years


def test_all_of_it_can_be_reached(page):
    """Unfolded: for and against, the rule, what to beware of, the source and both tables?"""
    card = awake(page, "performance")
    for summary in card.locator("summary").all():
        summary.click()
    text = card.inner_text()
    for words in (
        "What would count for it",
        "What would count against it",
        "What would change it",
        "Source:",
    ):
        assert words in text
    assert card.locator("table").count() == 2
    assert card.locator(".sf-fold li").count() >= 3
    assert {"country", "indicator", "window", "years"} <= set(
        card.locator("select").evaluate_all("(all) => all.map((e) => e.dataset.control)")
    )
    assert page.evaluate("document.documentElement.scrollWidth") <= page.viewport_size["width"]


def test_held_it_stays_closed(chromium, tmp_path):
    """Until the prediction is committed: are claim and invitation all that is seen?"""
    asked, held = course.predict("diagnosis-slide"), explorable(lessons.spec("performance"))
    write([Chapter(stem="held", title="Held", parts=[*blocks("# Held"), asked, held])], tmp_path)
    context = chromium.new_context(viewport={"width": 360, "height": 740}, offline=True)
    page = context.new_page()
    page.goto((tmp_path / "held.html").as_uri())
    place = page.locator("[data-module='explorable']")
    place.scroll_into_view_if_needed()
    place.locator(".sf-held .sf-closed").wait_for()
    assert place.locator(".sf-evidence").evaluate(PARTS) == ["sf-claim", "sf-closed"]
    assert place.locator("svg:visible").count() == 0
    place.locator(".sf-closed button").click()
    place.locator(".sf-badge").wait_for()
    context.close()

"""Does every part of a page fit a small screen, with large letters, held either way,
and in the system's own colours?
"""

import pytest

from course import _places
from course.hosts.pages import edition

SCREENS = [(320, 568), (360, 640), (412, 800), (640, 360)]
LETTERS = [pytest.param(False, marks=pytest.mark.nightly), True]
BETWEEN = [(360, 640), (412, 800)]
STEMS = ("00-start-here", "01-classic-government", "04-review-and-synthesis", "05-pakistan-history")
LARGE = "html { font-size: 200% } .sf { font-size: 30px !important }"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    out = tmp_path_factory.mktemp("small")
    edition(out, notebooks=[_places.shipped_notebooks() / f"{stem}.ipynb" for stem in STEMS])
    return {path.stem: path.as_uri() for path in out.glob("[0-9]*.html")}


@pytest.fixture
def phone(chromium):
    """A function (width, height, more settings) that gives a page of a phone."""
    contexts = []

    def new(width, height, **more):
        contexts.append(
            chromium.new_context(
                viewport={"width": width, "height": height},
                has_touch=True,
                is_mobile=True,
                offline=True,
                **more,
            )
        )
        # its still is as wide as a chart
        contexts[-1].route("**/plotly.js", lambda route: route.abort())
        return contexts[-1].new_page()

    yield new
    for context in contexts:
        context.close()


def read(page, address):
    page.goto(address)
    page.wait_for_selector("[data-live] :is(.sf-quiz, .sf-progress)", timeout=20000)
    return page


# The card of each link, opened where it stands: those that do not lie wholly in the window, or
# cannot be read to the end.
CARDS = """async () => {
  const wrong = [];
  for (const link of document.querySelectorAll('main a:is([href^="#claim-"], [href^="#term-"])')) {
    link.scrollIntoView({ block: 'center' });
    await new Promise((done) => setTimeout(done, 20));
    link.click();
    const card = document.querySelector('.sf-pop');
    const { left, top, right, bottom } = card.getBoundingClientRect();
    const { clientWidth } = document.documentElement;
    const fits = !card.hidden && left >= 0 && top >= 0 && right <= clientWidth
      && bottom <= innerHeight;
    const whole = card.scrollWidth <= card.clientWidth + 1;
    const reads = card.scrollHeight <= card.clientHeight + 1 || getComputedStyle(card)
      .overflowY === 'auto';
    if (!fits || !whole || !reads) wrong.push([link.textContent, left, top, right, bottom,
      clientWidth, innerHeight]);
    document.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape' }));
  }
  return wrong;
}"""


@pytest.mark.parametrize("large", LETTERS, ids=["letters as ever", "letters of 200 %"])
@pytest.mark.parametrize(
    "screen",
    [pytest.param(one, marks=[pytest.mark.nightly] * (one in BETWEEN)) for one in SCREENS],
    ids=["x".join(map(str, screen)) for screen in SCREENS],
)
def test_a_card_lies_within_the_screen(phone, pages, screen, large):
    """Does the card of each claim and term of the first two pages lie wholly in the window?"""
    page = phone(*screen)
    for stem in STEMS[:2]:
        read(page, pages[stem])
        if large:
            page.add_style_tag(content=LARGE)
        assert page.evaluate(CARDS) == [], stem


# What reaches over the right edge and does not stand in a part that scrolls by itself.
WIDE = """() => [...document.querySelectorAll('body *')].filter((e) => {
  const { right, width, height } = e.getBoundingClientRect();
  return width > 1 && height > 1 && right > document.documentElement.clientWidth + 1
    && !e.closest(
      '.scroll-x, main > details, pre, .main-svg, [hidden], .plot-container, .sf-mx-ear');
}).slice(0, 5).map((e) => `${e.tagName} ${e.className} ${e.textContent.slice(0, 40)}`)"""


@pytest.mark.parametrize("large", LETTERS, ids=["letters as ever", "letters of 200 %"])
def test_nothing_is_wider_than_a_phone(phone, pages, large):
    """At 320 px, is every part of a page within the window?"""
    page = phone(320, 568)
    found = {}
    for stem in STEMS:
        read(page, pages[stem])
        if large:
            page.add_style_tag(content=LARGE)
        for place in page.locator("[data-module='explorable']").all():
            place.scroll_into_view_if_needed()
            place.locator(".sf-figure").wait_for()
        for tab in page.locator(".sf-tab").all():
            if tab.is_visible():
                tab.click()
                found.setdefault(stem, set()).update(page.evaluate(WIDE))
        found.setdefault(stem, set()).update(page.evaluate(WIDE))
    assert {stem: wide for stem, wide in found.items() if wide} == {}


LOOK = """(e) => {
  const { borderTopWidth, borderTopColor, textDecorationLine } = getComputedStyle(e);
  return [borderTopWidth, borderTopColor, textDecorationLine];
}"""


def test_the_current_tab_is_told_in_forced_colours(phone, pages):
    """Where the system draws its own colours and no grounds,
    does the current question's tab look unlike the others?
    """
    page = phone(360, 640, forced_colors="active")
    read(page, pages["01-classic-government"])
    tabs = page.locator(".sf-quiz .sf-tab")
    looks = [tabs.nth(i).evaluate(LOOK) for i in range(3)]
    assert looks[1] == looks[2]
    assert looks[0][0] != looks[1][0]
    assert looks[0][2] == "underline"


def test_links_of_a_page_look_as_its_first_line_says(phone, pages):
    """Is a word that opens a card underlined with dots, as the page says, in the edition too?"""
    page = read(phone(360, 640), pages["01-classic-government"])
    assert "underlined with dots" in page.locator(".sf-live").inner_text()
    link = page.locator("main a[href^='#term-']").first
    assert link.evaluate("(e) => getComputedStyle(e).textDecorationStyle") == "dotted"


def test_a_page_does_not_speak_of_what_is_not_there(phone, pages):
    """Does a page without JupyterLab speak of menus, cells, keys of a keyboard or a kernel,
    where it says how to use it?
    """
    found = {}
    for stem in STEMS:
        page = read(phone(360, 640), pages[stem])
        words = page.locator("body").inner_text()
        for said in (
            "Run All",
            "in the menu",
            "answers file",
            "the kernel does not",
            "stands here as on paper",
        ):
            if said in words:
                found.setdefault(stem, []).append(said)
        code = page.locator("details.code").count()
        if code:
            assert page.get_by_text("Code runs in JupyterLab.").count() == code
    assert found == {}

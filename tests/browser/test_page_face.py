"""What a reader meets first: the home page, the bar that stays, the margin;
and how far the first control is.
"""

from itertools import pairwise

import pytest
from looks import SMALL

from course import _places

STEM = "01-classic-government"
STEMS = [path.stem for path in sorted(_places.shipped_notebooks().glob("*.ipynb"))]
# A control within so many screens of so wide and high a window.
SCREENS = {(1280, 900): 2, (360, 740): 4}


@pytest.fixture
def opened(chromium):
    """A function (address, width, height, scheme) that gives a page of that window,
    which must log no error.
    """
    contexts, errors = [], []

    def new(address, width=1280, height=900, scheme="light", **more):
        context = chromium.new_context(
            viewport={"width": width, "height": height}, color_scheme=scheme, offline=True, **more
        )
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        return page

    yield new
    for context in contexts:
        context.close()
    assert errors == []


@pytest.mark.parametrize("width", [1280, 360])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_home_page_is_for_all(opened, whole_edition, width, scheme):
    """No violation of WCAG 2 A and AA, no way sideways, no target under 24 px?"""
    from axe_playwright_python.sync_playwright import Axe

    page = opened((whole_edition / "index.html").as_uri(), width, 800, scheme)
    options = {
        "runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"],
        "preload": False,
    }
    found = Axe().run(page, options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(SMALL) == []


def test_the_home_page_tells_how_far_the_reader_is(opened, whole_edition):
    """After one answer: does the chapter's tile say so, and no other's?"""
    page = opened((whole_edition / f"{STEM}.html").as_uri())
    page.wait_for_selector("[data-live] .sf-quiz", timeout=20000)
    card = page.locator(".sf-card:has([data-control='classic-cipher'])")
    card.locator("input").first.check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Kept in this browser.").wait_for()
    page.get_by_role("link", name="All chapters").first.click()
    told = page.locator(".told", has_text="1 of")
    told.wait_for()
    assert told.count() == 1
    assert "Classic government" in page.locator("li", has=told).inner_text()


@pytest.mark.parametrize("width", [1280, 360])
def test_the_bar_stays(opened, whole_edition, width):
    """Half way down: are the chapter's name, the way on and the place in it seen, and does a
    section chosen there show?
    """
    page = opened((whole_edition / f"{STEM}.html").as_uri(), width, 740)
    page.evaluate("scrollTo(0, document.body.scrollHeight / 2)")
    page.wait_for_function("document.querySelector('.bar .done i').offsetWidth > innerWidth / 4")
    bar = page.locator(".bar")
    assert bar.bounding_box()["y"] == 0
    assert "01 Classic government" in bar.inner_text()
    assert bar.locator(".next").get_attribute("href") == "02-new-public-management.html"
    bar.locator("summary").click()
    bar.get_by_role("link", name="The ladder").click()
    heading = page.locator("main h3", has_text="The ladder")
    assert bar.bounding_box()["height"] <= heading.bounding_box()["y"] < 200
    assert not bar.locator(".sheet").is_visible()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.evaluate(SMALL) == []


@pytest.mark.nightly
def test_claims_stand_in_the_margin_or_at_the_end(opened, whole_edition):
    """Is a claim right of its paragraph where there is room, else behind its last word;
    do no two lie on one another?
    """
    page = opened((whole_edition / f"{STEM}.html").as_uri(), 1280)
    edges = (
        "(e) => [e.closest('p, li').getBoundingClientRect().right, e.getBoundingClientRect().left]"
    )
    for claims in page.locator("main .claims").all():
        right, left = claims.evaluate(edges)
        assert left > right
    boxes = [one.bounding_box() for one in page.locator("main .claims").all()]
    for above, below in pairwise(boxes):
        assert above["y"] + above["height"] <= below["y"]
    page.set_viewport_size({"width": 360, "height": 740})
    for claims in page.locator("main .claims").all():
        right, left = claims.evaluate(edges)
        assert left < right
    link = page.locator("a[href='#claim-CG-a']").first
    link.scroll_into_view_if_needed()
    link.click()
    assert "CG-a" in page.locator(".sf-pop").inner_text()


def test_a_line_is_as_long_as_a_reader_likes(opened, whole_edition):
    """On a wide screen: do full lines of prose hold 62 to 72 characters, most of them?"""
    page = opened((whole_edition / f"{STEM}.html").as_uri())
    lines = page.evaluate("""() => [...document.querySelectorAll('main > p')].flatMap((p) => {
      const { width } = p.getBoundingClientRect();
      const range = document.createRange();
      range.selectNodeContents(p);
      const rows = new Set([...range.getClientRects()].map(({ bottom }) =>
        Math.round(bottom / 10)));
      return p.querySelector('.claims') || rows.size < 4 ? [] : [p.textContent.length / rows.size];
    })""")
    usual = sorted(lines)[len(lines) // 2]
    assert 56 <= usual <= 72, usual  # its last line, which is not full, counts among them


FIRST = """() => {
  const seen = [...document.querySelectorAll(
    'main :is(input, select, textarea, button, .sf-ac-map, .sf-figure summary)')].filter((e) => {
    const { width, height } = e.getBoundingClientRect();
    return width > 1 && height > 1 && !(e.matches('summary') ? e.parentElement.parentElement : e)
      .closest('details:not([open])')
      && getComputedStyle(e).visibility === 'visible';
  });
  return seen.length ? (seen[0].getBoundingClientRect().top + scrollY) / innerHeight : null;
}"""


@pytest.mark.nightly
@pytest.mark.parametrize(
    "size",
    [(1280, 900), (360, 740)],
    ids=["x".join(map(str, size)) for size in SCREENS],
)
def test_the_first_control_is_near(opened, whole_edition, size):
    """Is there something to move or answer within two screens of a desk, four of a phone?"""
    width, height = size
    page = opened((whole_edition / f"{STEMS[0]}.html").as_uri(), width, height)
    far = {}
    for stem in STEMS:
        page.goto((whole_edition / f"{stem}.html").as_uri())
        page.wait_for_selector("[data-live] .sf", state="attached")
        first = None
        for screen in range(20):  # a chart comes to life when the reader is near
            page.evaluate("(n) => scrollTo(0, n * innerHeight)", screen)
            page.wait_for_timeout(150)
            first = page.evaluate(FIRST)
            if first is not None and first < screen + 1:
                break
        if first is None or first > SCREENS[size]:
            far[stem[:2], width] = first
    print(
        "beyond",
        SCREENS[size],
        "screens:",
        {name: round(at or 99, 1) for (name, _), at in far.items()},
    )
    assert far == {}

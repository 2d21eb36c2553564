"""Does chapter 01 live as a file: no server, no kernel, no network;
in Chromium and in Firefox, and with scripts off?
"""

import pytest
from unfolding import UNFOLD, unfold

from course import _places
from course.hosts.pages import edition

FORMS = ["folder", pytest.param("single", marks=pytest.mark.nightly)]
STEM = "01-classic-government"


@pytest.fixture(scope="module", params=FORMS)
def address(request, tmp_path_factory):
    if request.param == "folder":
        out = request.getfixturevalue("whole_edition")
    else:
        out = tmp_path_factory.mktemp("single")
        edition(out, single=True, notebooks=[_places.shipped_notebooks() / f"{STEM}.ipynb"])
    return (out / f"{STEM}.html").as_uri()


@pytest.fixture
def window(chromium, request, watched):
    """A page without a network; what it logged and asked for is judged at the end."""
    width, scheme = getattr(request, "param", (1280, "light"))
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, has_touch=width < 500
    )
    context.set_offline(True)
    page = context.new_page()
    errors, outside = watched(page)
    # A page from a file asks nobody, this machine included.
    page.on(
        "request", lambda r: outside.append(r.url) if r.url.startswith(("http", "ws")) else None
    )
    yield page
    context.close()
    assert errors == [], "The page logged errors; open it and read the browser's console."
    assert outside == [], "The page asked another machine for something; ship it inside the course."


def awake(page, address):
    page.goto(address)
    page.wait_for_selector("[data-live] .sf-quiz", timeout=20000)
    for place in page.locator(
        "[data-module='explorable']"
    ).all():  # a chart lives when the reader comes near
        place.scroll_into_view_if_needed()
        place.locator(".sf-figure").wait_for()
    while page.locator(".sf-held .sf-closed button").count():
        page.locator(".sf-held .sf-closed button").first.click()
    return page


windows = pytest.mark.parametrize(
    "window",
    [pytest.param((1280, "light"), marks=pytest.mark.nightly), (360, "dark")],
    indirect=True,
    ids=["wide", "narrow-dark"],
)


@windows
def test_it_lives_from_a_file(window, address):
    """Do the slider, a question and a card answer, and does no page run sideways?"""
    page = awake(window, address)
    figure = page.locator(".sf-figure:has([data-chart='implementation-chain'])")
    figure.scroll_into_view_if_needed()
    unfold(figure)
    page.wait_for_selector("[data-chart='implementation-chain'] .main-svg", timeout=20000)
    slider = figure.locator("[data-control=clearances]")
    slider.focus()
    before = figure.locator(".sf-title").inner_text()
    page.keyboard.press("ArrowRight")
    page.wait_for_function("(t) => !document.body.innerText.includes(t)", arg=before)
    card = page.locator(".sf-card:has([data-control='classic-cipher'])")
    card.locator("input").first.check()
    card.get_by_role("button", name="Check").click()
    assert len(card.locator(".sf-verdict").inner_text()) > 30
    card.get_by_text("Kept in this browser.").wait_for()
    page.locator("a[href='#claim-CG-a']").first.focus()
    assert "CG-a" in page.locator(".sf-pop").inner_text()
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 0
    page.reload()
    page.wait_for_selector("[data-live] .sf-quiz", timeout=20000)
    assert (
        "1✓" in page.locator(".sf-tab").first.inner_text()
        or "1✗" in page.locator(".sf-tab").first.inner_text()
    )


def test_the_other_chapters_are_found(window, whole_edition):
    """Does the search on the contents page lead to a chapter by its words?"""
    window.goto((whole_edition / "index.html").as_uri())
    window.get_by_label("Find in all chapters").fill("voter roll")
    window.locator("#found a").first.click()
    assert STEM in window.url


def test_axe_finds_nothing(window, address):
    """Is the page clean of violations of WCAG 2 A and AA, alive and all figures drawn?"""
    from axe_playwright_python.sync_playwright import Axe

    page = awake(window, address)
    for figure in page.locator(".sf-figure").all():
        figure.scroll_into_view_if_needed()
        page.wait_for_timeout(300)
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "preload": False}
    found = Axe().run(page, options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:120]) for v in found] == []


def test_two_tabs_lose_nothing(chromium, address):
    """Do two pages that answer at once keep every answer, and does each carry all of them away?"""
    context = chromium.new_context()
    first, second = context.new_page(), context.new_page()
    for page in (first, second):
        page.goto(address)
        page.wait_for_selector("[data-live] .sf-quiz", timeout=20000)
    for _ in range(3):
        for page in (first, second):
            card = page.locator(".sf-card:has([data-control='classic-cipher'])")
            card.locator("input").first.check()
            card.get_by_role("button", name="Check").click()
            card.get_by_text("Kept in this browser.").wait_for()
    kept = first.evaluate(
        "Object.keys(localStorage).filter((k) => k.startsWith('steel-frame:answer:')).length"
    )
    context.close()
    assert kept == 6


HOSTILE = ["<img src=x onerror=alert(1)>", "\u202eolleh", "x" * 100_000, "a\x00b", "🌊 احتساب"]


def test_hostile_text_is_kept_whole_and_shown_as_text(window, address):
    """Markup, an override, 100 KB, a null, an emoji: shown as text after a reload,
    kept to the character?
    """
    page = window
    for words in HOSTILE:
        page.goto(address)
        page.wait_for_selector("[data-live] .sf-quiz", timeout=20000)
        box = page.locator("[data-control='classic-flood']")
        box.evaluate(
            "(e, words) => { e.value = words; e.dispatchEvent(new Event('input')); }", words
        )
        page.locator("[data-control='classic-flood-keep']").click()
        page.get_by_text("Kept in this browser.").last.wait_for()
        page.reload()
        page.wait_for_selector("[data-live] .sf-quiz", timeout=20000)
        assert page.locator("[data-control='classic-flood']").input_value() == words
        assert page.locator("img[src=x]").count() == 0
        page.evaluate("localStorage.clear()")


def test_with_scripts_off_it_reads_well(chromium, address):
    """Are the stills seen, the answers there to open, the claims at the foot,
    and nothing that asks for a kernel?
    """
    context = chromium.new_context(
        java_script_enabled=False, viewport={"width": 360, "height": 800}
    )
    page = context.new_page()
    page.goto(address)
    assert page.locator("svg.still").count() == 4
    assert page.locator("svg.still").first.is_visible()
    assert not page.get_by_text("Run All Cells").first.is_visible()
    page.locator("summary", has_text="Answers, each explained").first.click()
    page.locator("a[href='#claim-CG-a']").first.click()
    assert page.locator("#claim-CG-a").is_visible()
    context.close()


def test_readable_within_two_seconds_on_a_slow_phone(chromium, address):
    """At a quarter of the speed, is the chapter's first screen painted within 2 s?"""
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    page = context.new_page()
    context.new_cdp_session(page).send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address)
    painted = page.wait_for_function(
        "performance.getEntriesByName('first-contentful-paint')[0]?.startTime"
    )
    took = painted.json_value()
    context.close()
    print(f"first words after {took:.0f} ms")
    assert took <= 2000, f"the first words came after {took:.0f} ms; make the page lighter"


@pytest.mark.nightly
def test_firefox_too(firefox, address):
    """In Debian's Firefox: all alive, a slider by key, a question explained and kept, no error?"""
    page = firefox
    page.open(address)
    page.until("document.querySelector('[data-live] .sf-quiz')")
    page.ask("document.querySelectorAll('[data-module=explorable]')[1].scrollIntoView()")
    page.until("document.querySelector('[data-control=clearances]')")
    page.ask(
        "[...document.querySelectorAll('.sf-held .sf-closed button')].map((b) => b.click()).length"
    )
    page.ask(UNFOLD)
    page.until("document.querySelector(\"[data-chart='implementation-chain'] .main-svg\")")
    title = (
        "document.querySelector('.sf-figure:has([data-control=clearances]) .sf-title').textContent"
    )
    before = page.ask(title)
    page.ask("document.querySelector('[data-control=clearances]').focus()")
    page.keys("\ue014\ue014")  # arrow right, twice
    assert page.ask(title) != before
    page.ask("document.querySelector('[data-control=classic-cipher]').click()")
    page.ask("document.querySelector('[data-control=classic-cipher-check]').click()")
    page.until(
        "document.querySelector('.sf-kept').textContent !== undefined && "
        "document.body.innerText.includes('Kept in this browser.')"
    )
    assert page.ask("document.documentElement.scrollWidth - innerWidth") <= 0
    assert page.errors == []

"""Every interactive, in JupyterLab and in both forms of the edition,
by mouse and by keys, wide and as a phone.
"""

import functools
import json
from pathlib import Path

import pytest
from stored import notebook, shown
from unfolding import UNFOLD, unfold

import course
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.quiz import quiz

SPECIMENS = Path(__file__).parents[1] / "specimens.json"
CELLS = [
    "course.start()",
    'course.explore("implementation-chain")',
    'course.explore("hierarchy")',
    'course.weigh("merit-and-effectiveness")',
    'course.explore("timeline")',
    "course.compare()",
    "course.accountability()",
    'course.desk("first")',
    "course.design()",
    'course.reflect("classic-flood")',
    'from course.interactives.quiz import quiz\nquiz("kinds", json.load(open("specimens.json")))',
    "course.progress()",
]


@functools.cache
def documents():
    items = json.loads(SPECIMENS.read_text(encoding="utf-8"))
    return [
        quiz("kinds", items) if "quiz" in call else eval(call, {"course": course}) for call in CELLS
    ]


def gallery():
    return Chapter(stem="gallery", title="Gallery", parts=[*blocks("# Gallery"), *documents()])


@pytest.fixture
def page(seen, chromium, served, watched, tmp_path_factory):
    """The gallery, alive; judged at the end for errors, requests and width."""
    front, width, scheme = seen
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, accept_downloads=True
    )
    page = context.new_page()
    page.set_default_timeout(15000)
    errors, outside = watched(page)
    if front == "lab":
        (served.folder / "answers.jsonl").unlink(missing_ok=True)
        served.put("gallery.ipynb", notebook(*map(shown, documents()), ours=True))
        page.goto(served.address("gallery.ipynb"))
    else:
        out = tmp_path_factory.mktemp(front)
        write([gallery()], out, single=front == "single")
        page.goto((out / "gallery.html").as_uri())
    page.wait_for_selector(".sf-progress", timeout=60000)
    if front != "lab":
        for place in page.locator("[data-module='explorable']").all():
            place.scroll_into_view_if_needed()
            place.locator(".sf-figure").wait_for()
    yield page
    overflow = page.evaluate(
        """() => [...document.querySelectorAll('.sf, .sf *')].filter((e) => e.clientWidth
          && e.scrollWidth > e.clientWidth + 2
          && getComputedStyle(e).overflowX === 'visible'
            && !e.closest('.scroll-x, svg, .js-plotly-plot, .sf-chart'))
          .filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) =>
            e.className)"""
    )
    context.close()
    if front == "lab":  # the browser logs what the server refuses; see `questions`
        errors[:] = [error for error in errors if "400 (Bad Request)" not in error]
    assert errors == [], "The page logged errors; open it and read the browser's console."
    assert outside == [], "The page asked another machine for something; ship it inside the course."
    assert overflow == [], "Something runs off the page sideways."


def kept(scope):
    scope.get_by_text("Kept in").first.wait_for()


def test_each_interactive_does_its_work(page, front):
    """Twelve interactives, each touched as a student would; the answers are kept, carried out,
    brought back, deleted.

    Before that, is each clean of violations of WCAG 2.1 A and AA, with a cell open and a lever
    pulled?
    """
    clean(page)
    explorables(page)
    timeline(page)
    matrix(page)
    accountability(page)
    desk(page)
    designer(page)
    questions(page, front)
    progress(page, front)


def clean(page):
    from axe_playwright_python.sync_playwright import Axe

    cell = page.locator("[data-control^='cell-0-']").first
    cell.click()
    page.locator(".sf-levers input").first.check()
    options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "preload": False}
    found = Axe().run(page, context=".sf", options=options).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found] == []
    cell.click()
    page.locator(".sf-levers input").first.uncheck()


def explorables(page):
    chain = page.locator(".sf-figure:has([data-chart='implementation-chain'])")
    chain.scroll_into_view_if_needed()
    unfold(chain).locator(
        ".sf-chart"
    ).scroll_into_view_if_needed()  # on a phone it lies below the scene
    chain.locator(".main-svg").first.wait_for()
    at = chain.locator("output").first
    play = chain.locator("[data-control='clearances-play']")
    play.focus()
    page.keyboard.press("Enter")
    start = int(at.inner_text())
    page.wait_for_function(
        "([e, n]) => Number(e.textContent) > n + 1", arg=[at.element_handle(), start]
    )
    page.keyboard.press("Enter")
    stood = at.inner_text()
    page.wait_for_timeout(600)
    assert at.inner_text() == stood, "Pause does not hold the slider"
    hierarchy = page.locator(".sf-figure:has([data-chart='hierarchy'])")
    hierarchy.scroll_into_view_if_needed()
    unfold(hierarchy)
    before = hierarchy.locator("figcaption p").first.inner_text()
    hierarchy.locator("[data-control='supervision']").focus()
    page.keyboard.press("Space")
    page.wait_for_function(
        "([e, t]) => e.textContent !== t",
        arg=[hierarchy.locator("figcaption p").first.element_handle(), before],
    )
    merit = page.locator(".sf-figure:has([data-chart='merit-and-effectiveness'])")
    merit.scroll_into_view_if_needed()
    merit.locator(".main-svg").first.wait_for()
    drawn = (
        "document.querySelector(\"[data-chart='merit-and-effectiveness']\").data.map((t) => t.name)"
    )
    assert "India" in page.evaluate(drawn)
    merit.locator(".sf-ways > summary").press("Enter")
    merit.locator("[data-control='show India']").focus()
    page.keyboard.press("Space")
    page.wait_for_function(f"() => !{drawn}.includes('India')")


def timeline(page):
    line = page.locator(".sf-tl")
    line.scroll_into_view_if_needed()
    strip = line.get_by_role("slider")
    strip.focus()
    for _ in range(17):
        page.keyboard.press("ArrowDown")
    assert strip.get_attribute("aria-valuetext") == "1974. Government of Z. A. Bhutto"
    account = line.locator(".sf-tl-accounts")
    assert account.get_by_text("Zulfikar Ali Bhutto", exact=True).is_visible()
    assert account.get_by_text("Constitution of 1973").is_visible()
    line.locator("[data-control='lane-service-law']").check()
    strip.focus()
    page.keyboard.press("Home")
    assert strip.get_attribute("aria-valuenow") == "1793"
    assert account.get_by_text("East India Company Act 1793").is_visible()
    line.locator("[data-control='timeline-later']").click()
    assert strip.get_attribute("aria-valuenow") == "1853"
    assert account.get_by_text("The text says nothing").is_visible()
    column = line.locator(".sf-tl-line").last
    column.click(position={"x": 60, "y": column.bounding_box()["height"] * 11.9 / 79})
    assert strip.get_attribute("aria-valuenow") == "1958"
    assert "A break on 7 October 1958" in line.locator(".sf-tl-named").inner_text()
    line.locator(".sf-tl-more > summary").click()
    line.locator("[data-control='layer-theory']").focus()
    page.keyboard.press("Space")
    assert not line.get_by_text("Wilson on administration").first.is_visible()
    for choice in line.locator("select").all():
        choice.focus()
        page.keyboard.press("ArrowDown")
    assert line.get_by_text("no interval", exact=False).count() >= 1


def matrix(page):
    table = page.locator(".sf-mx")
    table.scroll_into_view_if_needed()
    cell = table.locator("[data-control^='cell-0-']").first
    cell.focus()
    page.keyboard.press("Enter")
    assert cell.get_attribute("aria-expanded") == "true"
    assert "CG-a" in table.locator(".sf-mx-panel").first.inner_text()
    page.keyboard.press("Escape")
    assert cell.get_attribute("aria-expanded") == "false"


def accountability(page):
    maps = page.locator(".sf-ac")
    maps.scroll_into_view_if_needed()
    maps.locator("[data-control='map-npm']").focus()
    page.keyboard.press("Enter")
    maps.locator("[data-control='map-list']").focus()
    page.keyboard.press("Enter")
    line = maps.locator("[data-control='line manager commands desk']")
    line.focus()
    page.keyboard.press("Enter")
    assert "NPM-b" in maps.locator(".sf-ac-card").inner_text()
    page.keyboard.press("Escape")
    assert line.get_attribute("aria-expanded") == "false"


def desk(page):
    sitting = page.locator(".sf-desk")
    sitting.scroll_into_view_if_needed()
    card = sitting.locator("form.sf-card:visible")
    card.locator("input[type=radio]").first.focus()
    page.keyboard.press("Space")
    card.locator("textarea").fill("<b>because</b>")
    card.locator("[data-control$='-decide']").click()
    kept(card)
    assert "would" in card.inner_text() or "argument" in card.inner_text().lower()
    assert page.locator(".sf-desk b", has_text="because").count() == 0


def designer(page):
    reform = page.locator(".sf-designer")
    reform.scroll_into_view_if_needed()
    levers = reform.locator(".sf-levers input[type=checkbox]")
    for i in range(4):
        levers.nth(i).focus()
        page.keyboard.press("Space")
    levers.nth(4).focus()
    page.keyboard.press("Space")
    assert not levers.nth(4).is_checked(), "a fifth lever must be refused"
    before = reform.locator(".sf-part").first.inner_text()
    reform.locator("[data-control='justice']").check()
    assert reform.locator(".sf-part").first.inner_text() != before
    reform.locator("[data-control='reform-argument']").fill(
        "From counting files to answering people."
    )
    reform.locator("[data-control='reform-keep']").click()
    kept(reform)


def questions(page, front):
    quiz = page.locator(".sf-quiz")
    quiz.scroll_into_view_if_needed()
    match = quiz.locator(".sf-card:has([data-control='specimen-match'])")
    offered = ["by indicators of performance", "to many, in the end to the courts"]
    for select, label in zip(
        match.locator("select").all(), ["to the minister and the house", *offered], strict=True
    ):
        select.select_option(label=label)
    match.get_by_role("button", name="Check").click()
    assert match.locator(".sf-verdict").inner_text().startswith("✓")
    if front == "lab":  # a server keeps the course's own items, and the specimens are none of them
        match.get_by_text("belongs to no question here").wait_for()
    else:
        kept(match)
    quiz.get_by_role("button", name="Next").click()
    text = quiz.locator(".sf-card:has([data-control='specimen-text'])")
    text.locator("textarea").fill("Nobody voted for her.")
    text.get_by_role("button", name="Check").click()
    text.get_by_role("button", name="partly").click()
    assert "You said: partly" in text.inner_text()
    quiz.get_by_role("button", name="Next").click()
    order = quiz.locator(".sf-card:has([data-control='specimen-order'])")
    order.scroll_into_view_if_needed()
    grip, last = (
        order.locator(".sf-grip").first.bounding_box(),
        order.locator("li").last.bounding_box(),
    )
    page.mouse.move(grip["x"] + 5, grip["y"] + 10)
    page.mouse.down()
    page.mouse.move(grip["x"] + 5, last["y"] + last["height"] + 4, steps=6)
    page.mouse.up()
    order.get_by_role("button", name="Check").click()
    assert order.locator(".sf-verdict").inner_text().startswith("✓"), order.inner_text()


def progress(page, front):
    part = page.locator(".sf-progress")
    part.scroll_into_view_if_needed()
    with page.expect_download() as download:
        part.locator("[data-control='export']").click()
    carried = Path(download.value.path()).read_bytes()
    items = {json.loads(line)["item"] for line in carried.decode("utf-8").splitlines()}
    specimens = {"specimen-match", "specimen-text", "specimen-order"}
    assert items & {*specimens, "reform-design"} == {"reform-design"} | (
        set() if front == "lab" else specimens
    )
    part.locator("[data-control='forget']").click()
    part.locator("[data-control='forget-yes']").click()
    part.get_by_text("Deleted.").wait_for()
    part.locator("input[type=file]").set_input_files(
        {"name": "answers.jsonl", "mimeType": "text/plain", "buffer": carried + b'{"torn'}
    )
    part.get_by_text(f"{len(carried.splitlines())} answers were new here").wait_for()


@pytest.mark.nightly
def test_firefox_too(firefox, tmp_path):
    """In Debian's Firefox, from one file: is every interactive alive, does it answer,
    and is nothing logged?
    """
    write([gallery()], tmp_path, single=True)
    firefox.open((tmp_path / "gallery.html").as_uri())
    for i in range(3):
        firefox.ask(f"document.querySelectorAll('[data-module=explorable]')[{i}].scrollIntoView()")
        firefox.until(
            f"document.querySelectorAll('[data-module=explorable]')[{i}].querySelector('.sf-figure')"
        )
        firefox.ask(UNFOLD)
        firefox.until(
            f"document.querySelectorAll('[data-module=explorable]')[{i}].querySelector('.main-svg')"
        )
    firefox.until(f"document.querySelectorAll('[data-live]').length === {len(CELLS)}")
    firefox.click("[data-control^='cell-0-']")
    assert (
        firefox.ask("document.querySelector('.sf-mx-cell').getAttribute('aria-expanded')") == "true"
    )
    firefox.click(".sf-levers input")
    assert firefox.ask("document.querySelector('.sf-part').innerText.length") > 100
    assert firefox.ask("document.documentElement.scrollWidth - innerWidth") <= 0
    assert firefox.errors == []

"""A chapter's slides as a room sees them: opened from a file, turned by keys, read from afar."""

import pytest

from course.hosts import slides
from course.hosts.chapters import chosen
from course.hosts.pages.reading import read

# What is too small of the slide that is shown, or lies outside of it. The foot names sources.
LOOK = """() => {
  const slide = document.querySelector('.slide.now');
  const foot = slide.querySelector('.foot').getBoundingClientRect().top + 2;
  const words = [...slide.querySelectorAll(
    'h1, h2, .says, td, th, blockquote p, .signs p, .kind, .foot')];
  const size = (node) => parseFloat(getComputedStyle(node).fontSize);
  const least = (node) => ({ H1: 40, H2: 40 })[node.tagName]
    ?? (node.matches('.kind') ? 24 : node.matches('.foot') ? 20 : 28);
  return words.filter((node) => size(node) < least(node)
      || (!node.matches('.foot') && node.getBoundingClientRect().bottom > foot))
    .map((node) => `${slide.id}: ${node.textContent}`);
}"""


def written(number, folder):
    """The deck of a chapter, which stands as slides.html in the folder."""
    told = slides.deck(read(chosen([number])[0]), slides.lines(number))
    (folder / "slides.html").write_text(slides.on_screen(told), encoding="utf-8")
    return told


@pytest.fixture(scope="module")
def page(chromium, tmp_path_factory):
    """The slides of chapter 01 from a file, and all that the page asks for."""
    folder = tmp_path_factory.mktemp("slides")
    written("01", folder)
    context = chromium.new_context(viewport={"width": 1280, "height": 720})
    page = context.new_page()
    page.asked, page.wrong = [], []
    page.on("request", lambda request: page.asked.append(request.url))
    page.on("pageerror", lambda error: page.wrong.append(str(error)))
    page.goto((folder / "slides.html").as_uri())
    yield page
    context.close()


def shown(page):
    return page.evaluate("document.querySelector('.slide.now').id")


def test_keys_turn_the_slides_and_each_is_read_from_afar(page):
    """Arrows, space, Home and End; a title of 40 px and words of 28 on a screen of 1280 by 720?"""
    count = page.locator(".slide").count()
    page.keyboard.press("End")
    assert shown(page) == f"slide-{count}"
    page.keyboard.press("Home")
    faults = []
    for number in range(1, count + 1):
        assert shown(page) == f"slide-{number}"
        faults += page.evaluate(LOOK)
        page.keyboard.press("ArrowRight" if number % 2 else " ")
    assert not faults, "\n".join(faults)
    page.keyboard.press("ArrowLeft")
    assert shown(page) == f"slide-{count - 1}"


def test_a_figure_moves_on_its_slide_and_nothing_is_asked_of_a_machine(page):
    """Does the sentence beside it follow the slider, whose arrows turn no slide?"""
    page.evaluate("location.hash = '#slide-6'")
    page.wait_for_selector(".slide.now .moves .sf-title")
    before = page.inner_text(".slide.now .sf-title")
    page.locator(".slide.now .moves input[type=range]").focus()
    page.keyboard.press("ArrowRight")
    page.wait_for_function(
        "(t) => document.querySelector('.slide.now .sf-title').innerText !== t", arg=before
    )
    assert shown(page) == "slide-6"
    assert [url for url in page.asked if not url.startswith(("file:", "blob:"))] == []
    assert page.wrong == []


# Frames in which a slide that wakes shows neither its drawing nor what is alive.
BARE = """async (to) => { location.hash = to; let bare = 0;
  for (let n = 0; n < 90; n += 1) {
    await new Promise(requestAnimationFrame);
    const places = [...document.querySelectorAll(`${to} .place`)];
    if (!places.some((p) => p.childElementCount && p.style.opacity !== "0")) bare += 1;
  }
  return bare; }"""


def test_a_picture_stands_while_it_wakes_and_no_button_lies_on_it(page):
    """Is the drawing in sight until the live one has its size; and are the buttons that the mouse
    calls no higher than the foot?
    """
    fresh = page.context.new_page()
    fresh.goto(page.url.partition("#")[0])
    fresh.wait_for_selector(".slide.now")
    assert fresh.evaluate(BARE, "#slide-6") == 0
    fresh.wait_for_selector("#slide-6 .moves:not([style*='opacity'])")
    fresh.mouse.move(300, 300)
    foot = fresh.locator("#slide-6 .foot").bounding_box()
    assert fresh.locator(".turns").bounding_box()["y"] >= foot["y"]
    assert fresh.locator("#slide-6 .waits").count() == 0
    fresh.close()


def test_the_lecturers_window_turns_with_the_rooms(page):
    """Has it the notes, the clock and the next slide, and does either turn both?"""
    page.evaluate("document.activeElement.blur(); location.hash = '#slide-3'")
    with page.expect_popup() as opened:
        page.keyboard.press("n")
    notes = opened.value
    notes.wait_for_selector(".notes.now")
    assert shown(notes) == "slide-3"
    assert notes.evaluate("document.querySelector('.slide.next').id") == "slide-4"
    assert slides.lines("01").slides[2].ask in notes.inner_text(".notes.now")
    notes.keyboard.press("ArrowRight")
    page.wait_for_selector("#slide-4.now")
    page.keyboard.press("End")
    notes.wait_for_selector("#slide-16.now")
    assert ":" in notes.inner_text("[data-time=gone]")
    notes.close()


def test_the_page_has_no_barrier(page):
    """What axe finds of the slide that is shown?"""
    from axe_playwright_python.sync_playwright import Axe

    page.evaluate("location.hash = '#slide-9'")
    page.wait_for_selector(".slide.now .moves")
    found = Axe().run(page).response["violations"]
    assert [(one["id"], one["nodes"][0]["html"][:90]) for one in found] == []


# Letters of the question that is shown, in px of the screen. What is asked and what may be chosen.
ASKED = """() => [...document.querySelectorAll(
    '.slide.now :is(.question, .question li, .sf-card p, .sf-card legend, .sf-card label span)')]
  .filter((node) => node.textContent.trim() && node.checkVisibility())
  .filter((node) => parseFloat(getComputedStyle(node).fontSize) * node.currentCSSZoom < 27.9)
  .map((node) => `${document.title}, ${location.hash}: ${node.textContent.slice(0, 60)}`)"""


@pytest.mark.parametrize("number", slides.chapters())
def test_a_question_is_read_from_the_last_row(chromium, tmp_path, number):
    """Has each word of a question, and of what may be chosen, 28 px at 1280 by 720, and room?"""
    told = written(number, tmp_path)
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    page.goto((tmp_path / "slides.html").as_uri())
    faults = []
    for place, slide in enumerate(told.slides, 1):
        if slide.item:
            page.evaluate(f"location.hash = '#slide-{place}'")
            page.wait_for_selector(f"#slide-{place}.now")
            if slide.live and slide.look == "asked":
                page.wait_for_selector(".slide.now .place[data-live]:not([style*='opacity'])")
            faults += page.evaluate(ASKED)
            if page.locator(".slide.now .place[data-long]").count():
                faults.append(f"{number}, slide {place}: longer than its room; shorten its title")
    page.close()
    assert not faults, "\n".join(faults)


# Words of the slide that is shown, of a live picture too, with fewer px than its foot has.
SMALL = """() => {
  const walker = document.createTreeWalker(document.querySelector('.slide.now'), 4);
  const small = [];
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const one = node.parentElement;
    const wide = document.createRange();
    wide.selectNodeContents(node);
    if (!node.textContent.trim() || wide.getBoundingClientRect().width < 2
      || one.closest('script, style, title, desc') || !one.checkVisibility()) continue;
    const drawn = one.ownerSVGElement && one.getScreenCTM();
    const times = drawn ? Math.hypot(drawn.b, drawn.d) : one.currentCSSZoom;
    if (parseFloat(getComputedStyle(one).fontSize) * times < 20.7)
      small.push(`${location.hash}: ${node.textContent.slice(0, 60)}`);
  }
  return small;
}"""


@pytest.mark.parametrize("number", ["06", "08"])
def test_no_word_of_a_slide_is_smaller_than_its_foot(chromium, tmp_path, number):
    """Has each word, also of what is alive, at least the letters of the foot?"""
    told = written(number, tmp_path)
    page = chromium.new_page(viewport={"width": 1280, "height": 720})
    page.goto((tmp_path / "slides.html").as_uri())
    faults = []
    for place, slide in enumerate(told.slides, 1):
        page.evaluate(f"location.hash = '#slide-{place}'")
        page.wait_for_selector(f"#slide-{place}.now")
        if slide.live:
            page.wait_for_selector(".slide.now .place[data-live]:not([style*='opacity'])")
            page.wait_for_timeout(500)
        faults += page.evaluate(SMALL)
    page.close()
    assert not faults, "\n".join(faults)

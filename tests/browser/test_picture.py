"""Is a picture of each chart there at once, does plotly.js wait for the reader,
and does nothing get lost or jump?
"""

import json
import re
from dataclasses import replace

import pytest
from drawn import WORDS, alike
from phones import Phone

from course import lessons
from course.hosts.pages import edition
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write
from course.interactives.explorable import explorable
from course.interactives.interactive import made
from tools.checking.slow_line import served_folder

CHAIN = "[data-chart='implementation-chain']"
PROSE = "\n\n".join(["Words before the chart. " * 12] * 40)


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    """A server of pages: `far`, a chart after much prose; `scene`, one beside a scene;
    `hostile`, one of a stranger's; in `course/`, chapter 01.
    """
    out = tmp_path_factory.mktemp("pages")
    # apart, since each has the modules of its own pages alone
    edition(out / "course", notebooks=["01"])
    spec = lessons.spec("implementation-chain")
    chain = explorable(replace(spec, scene=None))
    parts = {
        "scene": [*blocks("# Scene"), explorable(spec)],
        "far": [*blocks(f"# Far\n\n{PROSE}"), chain, *blocks(PROSE)],
        "hostile": [*blocks("# Hostile"), chain],
    }
    write([Chapter(stem=stem, title=stem, parts=some) for stem, some in parts.items()], out)
    page = out / "hostile.html"  # beside a sound twin, so that what the browser makes of it is seen
    words = page.read_text(encoding="utf-8")
    assert chain.stored["data"] in words
    page.write_text(
        words.replace(chain.stored["data"], hostile(chain).stored["data"]), encoding="utf-8"
    )
    yield from served(out)


def served(folder):
    server, found = served_folder(folder)
    yield found
    server.shutdown()
    server.server_close()


# By day one chart in four, by night every one.
CHARTS = [lessons.names()[::4], pytest.param(lessons.names(), marks=pytest.mark.nightly)]


@pytest.fixture(scope="module", params=CHARTS, ids=["some", "every"])
def charts(request, tmp_path_factory):
    """(the address of a page of charts, their number)."""
    out = tmp_path_factory.mktemp("charts")
    documents = [explorable(lessons.spec(name)) for name in request.param]
    write([Chapter(stem="charts", title="Charts", parts=[*blocks("# Charts"), *documents])], out)
    for address in served(out):
        yield f"{address}/charts.html", len(documents)


def hostile(document):
    """The document with colours that are addresses, markup in its words,
    and sizes and symbols that no chart has.
    """
    text = json.dumps(document.content)
    text = re.sub(r'"#[0-9a-f]{6}"', '"url(https://elsewhere.example/x)"', text)
    content = json.loads(
        text.replace("asked once", "<img src=https://elsewhere.example/y onerror=alert(1)>")
    )
    content["figure"]["data"][-1]["marker"] = {"symbol": "constructor", "size": 1e308}
    content["figure"]["data"][0]["line"] = {"width": "1em", "dash": "__proto__"}
    return made("explorable", "implementation-chain", content)


@pytest.fixture
def phone(chromium, watched, request):
    told = {"viewport": {"width": 360, "height": 800}, "has_touch": True} | getattr(
        request, "param", {}
    )
    context = chromium.new_context(**told)
    yield Phone(context, watched)
    context.close()


def test_the_still_is_there_before_plotly_is_asked_for(phone, address):
    """Far from the reader: a still and no plotly.js; near: plotly.js,
    and nothing on the page moves when it comes.
    """
    page = phone.page
    page.goto(f"{address}/far.html")
    phone.at("[data-module='explorable']", below=600)
    still = page.locator(f"{CHAIN} .sf-still")
    still.wait_for()
    page.wait_for_timeout(700)
    assert phone.asked == 0, "plotly.js was asked for though the reader is far from the chart"
    assert still.bounding_box()["height"] > 300
    assert page.locator(CHAIN).get_attribute("aria-label").startswith("Chart: ")
    phone.at(CHAIN)
    assert phone.waits()
    page.evaluate(
        "new PerformanceObserver((l) => (window.moved = (window.moved ?? 0) + "
        "l.getEntries().length)).observe({type: 'layout-shift'})"
    )
    tall = page.evaluate("document.body.scrollHeight")
    phone.come()
    page.locator(f"{CHAIN} .main-svg").first.wait_for()
    page.wait_for_function("!document.querySelector('.sf-still')")
    page.wait_for_timeout(300)
    assert page.evaluate("document.body.scrollHeight") == tall
    assert page.evaluate("window.moved ?? 0") == 0
    assert phone.errors == []


DRAWN = """
  window.drawn = [];
  new MutationObserver((changes) => changes.forEach(({ addedNodes }) => addedNodes.forEach((node) =>
    node.classList?.contains("sf-still") && window.drawn.push(Number(node.getAttribute("width"))),
  ))).observe(document, { childList: true, subtree: true });
"""


def test_a_still_is_drawn_once_at_the_width_that_it_keeps(phone, address):
    """As a page wakes, is no chart drawn in a frame that goes a moment later?"""
    page = phone.page
    page.add_init_script(DRAWN)
    page.goto(f"{address}/far.html")
    phone.at("[data-module='explorable']", below=600)
    page.locator("[data-live] .sf-still").wait_for()
    page.wait_for_timeout(300)
    assert page.evaluate("window.drawn") == [page.locator(CHAIN).evaluate("(e) => e.clientWidth")]


def test_a_touch_before_plotly_is_there_is_not_lost(phone, address):
    """A slider moved while plotly.js is on its way: do words and still follow at once,
    and the chart when it comes?
    """
    page = phone.page
    page.goto(f"{address}/far.html")
    phone.at("[data-module='explorable']", below=600)
    page.locator(f"{CHAIN} .sf-still").wait_for()
    title = page.locator(".sf-title").inner_text()
    picture = page.locator(f"{CHAIN} .sf-still").inner_html()
    slider = page.locator("[data-control='clearances']")
    slider.evaluate(
        "(e) => { e.value = Number(e.value) + 5; e.dispatchEvent(new Event('input', {bubbles: "
        "true})); }"
    )
    page.wait_for_function(
        "(t) => document.querySelector('.sf-title').textContent !== t", arg=title
    )
    assert page.locator(f"{CHAIN} .sf-still").inner_html() != picture
    assert phone.waits(), "a touch asks for plotly.js"
    phone.come()
    page.locator(f"{CHAIN} .main-svg").first.wait_for()
    stands = page.locator(".sf-control output").first.inner_text()
    drawn = page.evaluate(
        f"document.querySelector(\"{CHAIN}\").data.find((t) => t.name === 'your chain').x[0]"
    )
    assert str(drawn) == stands


def test_who_saves_data_pays_by_a_touch_alone(phone, address):
    """With the browser's data saver on: is plotly.js not asked for until the figure is touched?"""
    page = phone.page
    page.add_init_script(
        "Object.defineProperty(navigator, 'connection', {value: {saveData: true}})"
    )
    page.goto(f"{address}/far.html")
    phone.at("[data-module='explorable']")
    phone.at(f"{CHAIN} .sf-still")
    page.wait_for_timeout(500)
    assert phone.asked == 0
    page.locator("[data-control='clearances']").tap()
    assert phone.waits()


def test_beside_a_scene_the_chart_waits(phone, address):
    """Its scene seen and moved, and the keyboard gone past it:
    is plotly.js not asked for until the chart is unfolded?
    """
    page = phone.page
    page.goto(f"{address}/scene.html")
    phone.at("[data-module='explorable']")
    page.locator(".sf-scene use").first.wait_for()
    before = page.locator(".sf-scene").inner_html()
    page.locator("[data-control='clearances']").press("ArrowRight")
    assert page.locator(".sf-scene").inner_html() != before
    fold = page.locator(".sf-more > summary")
    phone.at(".sf-more > summary")
    fold.press("Tab")
    page.wait_for_timeout(500)
    assert phone.asked == 0
    fold.tap()
    page.locator(f"{CHAIN} .sf-still").wait_for()
    assert phone.waits()
    phone.come()
    page.locator(f"{CHAIN} .main-svg").first.wait_for()
    assert phone.errors == []


def test_if_plotly_never_comes(phone, address):
    """Do the still, the table and a sentence stand there, and does the still go on answering?"""
    page = phone.page
    page.goto(f"{address}/far.html")
    phone.at("[data-module='explorable']")
    phone.at(f"{CHAIN} .sf-still")
    page.wait_for_timeout(300)
    phone.fail()
    page.get_by_text("The chart did not arrive.").wait_for()
    assert page.locator(".sf-figure details table").is_visible()
    before = page.locator(f"{CHAIN} .sf-still").inner_html()
    page.locator("[data-control='clearances']").press("ArrowRight")
    assert page.locator(f"{CHAIN} .sf-still").inner_html() != before
    assert phone.outside == []


def test_a_held_figure_shows_no_still(phone, address):
    """Before its prediction: is nothing of the figure seen,
    neither while the page comes to life nor after?
    """
    page, waiting = phone.page, []
    page.route("**/assets/course.js", lambda route: waiting.append(route))  # noqa: PLW0108 Playwright takes no builtin
    page.goto(f"{address}/course/01-classic-government.html", wait_until="commit")
    twin = page.locator("[data-held] svg.still").first
    twin.wait_for(state="attached")
    # nothing is painted before
    page.wait_for_function("[...document.styleSheets].some((sheet) => sheet.cssRules.length)")
    assert not twin.is_visible()
    assert page.locator("[data-held]").count() == 4
    waiting[0].continue_()
    page.wait_for_selector("[data-live] .sf-quiz")
    for place in page.locator("[data-held]").all():
        place.scroll_into_view_if_needed()
        place.locator(".sf-closed").wait_for()
    assert page.locator(".sf-held :is(.sf-still, .sf-scene use)").count() == 0
    page.locator(".sf-closed button").first.tap()
    page.locator(".sf-figure:not(.sf-held) :is(.sf-still, .sf-scene use)").first.wait_for()


WINDOWS = [
    {"viewport": {"width": 360, "height": 800}, "color_scheme": "dark"},
    pytest.param(
        {"viewport": {"width": 1280, "height": 900}, "has_touch": False}, marks=pytest.mark.nightly
    ),
]


@pytest.mark.parametrize("phone", WINDOWS, indirect=True, ids=["narrow-dark", "wide-light"])
def test_still_and_chart_look_alike(phone, charts):
    """Of a chart of the course: the same words at the same places, to four pixels,
    at the same height?
    """
    page, stills = phone.page, {}
    address, count = charts
    page.goto(address)
    for place in page.locator("[data-module='explorable']").all():
        place.scroll_into_view_if_needed()
        place.locator(".sf-chart").wait_for(state="attached")
        place.evaluate(
            "(e) => e.querySelectorAll('.sf-more').forEach((more) => (more.open = true))"
        )
        chart = place.locator(".sf-chart")
        chart.locator(".sf-still").wait_for()
        stills[chart.get_attribute("data-chart")] = (
            chart.evaluate(WORDS),
            chart.bounding_box()["height"],
        )
    phone.come()
    assert len(stills) == count
    for chart in page.locator(".sf-chart").all():
        chart.scroll_into_view_if_needed()
        chart.locator(".main-svg").first.wait_for()
        page.wait_for_function("(e) => !e.querySelector('.sf-still')", arg=chart.element_handle())
        name = chart.get_attribute("data-chart")
        words, height = stills[name]
        assert alike(words, chart.evaluate(WORDS)) == [], name
        assert chart.bounding_box()["height"] == height, name


def test_a_still_trusts_no_strangers_figure(phone, address):
    """Colours that are addresses, markup as words, sizes and symbols from nowhere:
    is nothing asked for, nothing run?
    """
    page = phone.page
    page.on("dialog", lambda dialog: pytest.fail("a script of the document ran"))
    page.goto(f"{address}/hostile.html")
    phone.at("[data-module='explorable']")
    still = page.locator(f"{CHAIN} .sf-still")
    still.wait_for()
    assert "<img src" in still.text_content()
    assert set(still.evaluate("(e) => [...e.querySelectorAll('*')].map((n) => n.tagName)")) <= {
        "path",
        "rect",
        "text",
        "tspan",
        "svg",
        "g",
    }
    assert "elsewhere" not in still.evaluate(
        "(e) => [...e.querySelectorAll('*')].flatMap((n) => [...n.attributes].map((a) => "
        "a.value)).join()"
    )
    page.wait_for_timeout(300)
    assert phone.outside == []
    assert phone.errors == []

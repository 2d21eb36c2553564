"""One contract, asked of every host: a document is shown, its chart comes,
its answers are kept, carried and deleted.
"""

from pathlib import Path

import pytest
from hostile import GOOD
from hosts import HOSTS, START, STEM
from unfolding import unfold

from course.items import answers

QUIZ = ".sf-quiz"
CARD = ".sf-card:has([data-control='classic-cipher'])"


class Window:
    """A host, and one window on it for all the questions."""

    def __init__(self, host, page, watched):
        self.host, self.page = host, page
        self.errors, self.outside = watched(page)

    def open(self, stem=STEM, waits_for=QUIZ):
        self.host.open(self.page, stem, waits_for)
        return self.page

    def lines(self):
        return self.host.lines(self.page)


NIGHTLY = "a plain kernel"  # each cell is run first, which takes twice as long


@pytest.fixture(
    scope="module",
    params=[pytest.param(h, marks=[pytest.mark.nightly] * (h == NIGHTLY)) for h in HOSTS],
)
def window(request, chromium, watched, tmp_path_factory):
    host = HOSTS[request.param](tmp_path_factory.mktemp("host"))
    context = chromium.new_context(viewport={"width": 1280, "height": 900}, accept_downloads=True)
    page = context.new_page()
    page.set_default_timeout(30000)
    found = Window(host, page, watched)
    yield found
    context.close()
    if hasattr(host, "close"):
        host.close()


def test_showing_writes_nothing_and_the_chart_comes(window):
    """Opened, with a chart drawn by plotly.js: is no answer written,
    and nothing asked of another machine?
    """
    page = window.open()
    if page.locator(".widget").count():
        page.locator("[data-module='explorable']").first.scroll_into_view_if_needed()
    figure = page.locator(".sf-figure").first
    figure.wait_for()
    figure.scroll_into_view_if_needed()
    assert figure.locator("use, .sf-chart svg").count() == 0, (
        "held by its prediction, it shows nothing"
    )
    figure.locator(".sf-closed button").click()
    unfold(figure).locator(".sf-chart .main-svg").first.wait_for()
    page.wait_for_function("() => !document.querySelector('.sf-still')")
    assert window.lines() == []
    assert window.outside == []


def test_a_theme_recolours_the_chart(window):
    """Turned dark while it is open: do the words of the chart turn light, and back?"""
    page = window.page
    ink = "() => getComputedStyle(document.querySelector('.sf-chart .xtitle')).fill"
    for light, wanted in (("false", "rgb(232, 235, 238)"), ("true", "rgb(27, 33, 39)")):
        page.evaluate("(light) => (document.body.dataset.jpThemeLight = light)", light)
        page.wait_for_function(f"(wanted) => ({ink})() === wanted", arg=wanted)


def test_an_answer_is_kept_and_there_again(window):
    """Answered, opened anew: is the answer one line of the contract, and shown?"""
    page = window.page
    card = page.locator(CARD)
    card.scroll_into_view_if_needed()
    card.locator("input[value='1']").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Kept in").wait_for()
    (line,) = window.lines()
    assert (line["item"], line["answer"]) == ("classic-cipher", 1)
    page = window.open()
    page.wait_for_function("() => /1[✓✗]/.test(document.querySelector('.sf-tab').innerText)")
    assert page.locator(CARD).locator("input[value='1']").is_checked()


HOSTILE = [
    GOOD | {"n": 900, "answer": 99},
    GOOD | {"n": 901, "item": "classic-flood", "kind": "text", "answer": {"text": {"toString": 1}}},
    GOOD
    | {
        "n": 902,
        "item": "classic-half",
        "kind": "number",
        "answer": "<img src=x onerror=alert(1)>",
    },
    GOOD
    | {
        "n": 903,
        "item": "reform-design",
        "kind": "design",
        "answer": {"sector": [], "levers": 3, "argument": {}},
    },
]


def test_answers_that_do_not_fit_break_nothing(window):
    """Stored by an older version or a stranger: are they not shown,
    and does the page answer as before?
    """
    window.host.put(window.page, HOSTILE)
    page = window.open()
    assert page.locator(CARD).locator("input[value='1']").is_checked(), (
        "the newest answer that fits is shown"
    )
    assert page.locator("img[src=x]").count() == 0
    assert page.locator(".sf-predict[data-chart='classic-half'] button").first.is_visible()
    assert page.get_by_text("could not be started").count() == 0


def test_answers_are_taken_deleted_and_brought(window):
    """Carried out as a file that Python reads, deleted, brought in again: is nothing lost,
    and nothing left?
    """
    page = window.open(START, ".sf-progress")
    part = page.locator(".sf-progress")
    part.scroll_into_view_if_needed()
    with page.expect_download() as download:
        part.locator("[data-control='export']").click()
    carried = Path(download.value.path()).read_bytes()
    assert [line["answer"] for line in answers.lines_of(carried) if line["device"] != "a1"] == [1]
    part.locator("[data-control='forget']").click()
    part.locator("[data-control='forget-yes']").click()
    part.get_by_text("Deleted.").wait_for()
    assert window.lines() == []
    part.locator("input[type=file]").set_input_files(
        {"name": "answers.jsonl", "mimeType": "text/plain", "buffer": carried + b'{"torn'}
    )
    part.get_by_text("answers were new here").or_(
        part.get_by_text("answer was new here")
    ).wait_for()
    assert [line["answer"] for line in window.lines() if line["device"] != "a1"] == [1]
    assert window.outside == []


def test_what_an_earlier_edition_kept_in_this_browser_is_shown(chromium, tmp_path):
    """The page of today, opened by a browser in which the edition
    before documents kept answers: are they there?
    """
    kept = (Path(__file__).parents[1] / "earlier" / "browser.json").read_text(encoding="utf-8")
    context = chromium.new_context(viewport={"width": 360, "height": 800}, has_touch=True)
    page = context.new_page()
    host = HOSTS["folder"](tmp_path)
    host.open(page, STEM, QUIZ)
    page.evaluate(
        "(kept) => Object.entries(JSON.parse(kept))"
        ".forEach(([k, v]) => localStorage.setItem(k, v))",
        kept,
    )
    host.open(page, STEM, QUIZ)
    page.wait_for_function("() => /1[✓✗]/.test(document.querySelector('.sf-tab').innerText)")
    assert (
        page.locator("[data-control='classic-flood']").input_value()
        == "The clerk wrote it down twice."
    )
    figure = page.locator("[data-module='explorable']").nth(1)
    figure.scroll_into_view_if_needed()
    figure.get_by_text("You expected 20 offices").wait_for()
    context.close()

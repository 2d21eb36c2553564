"""Is what a student types safe, whatever happens to the kernel, the page and the disk,
until it is kept?
"""

import json
import re
from pathlib import Path

import pytest
from stored import notebook, shown

from course import _places
from course.hosts.pages import edition
from course.interactives.asked import asked
from course.items import answers

CHAPTER = "01-classic-government.ipynb"
WORDS = 'The flood came first. "Who signs?" <b>سیلاب</b> 🌊\nA second line.'
ASKED = [
    {"id": "say-it", "kind": "text", "stem": "Say it.", "words": 50, "points": 2},
    {"id": "count-it", "kind": "number", "stem": "Count it.", "unit": "%", "points": 1},
]


@pytest.fixture(scope="module")
def lab(served):
    """The course with two sheets of the same questions in it, as they are stored after a run."""
    for name in ("sheet-a", "sheet-b"):
        (served.folder / name).mkdir()
        (served.folder / name / "items.json").write_text(
            json.dumps({"items": ASKED}), encoding="utf-8"
        )
        asks = [shown(asked(item), f"import course\ncourse.ask({item['id']!r})") for item in ASKED]
        served.put(f"{name}/{name}.ipynb", notebook(*asks, ours=True))
    return served


@pytest.fixture
def page(windows):
    with windows.lent() as window:
        yield window.page


def opened(page, lab, notebook, waits_for):
    page.goto(lab.address(notebook))
    page.wait_for_selector(waits_for, timeout=60000)
    return page


CASES = {"chapter": (CHAPTER, "classic-flood"), "graded sheet": ("sheet-a/sheet-a.ipynb", "say-it")}


@pytest.mark.nightly
@pytest.mark.parametrize("case", ["chapter", "graded sheet"])
def test_the_cure_that_is_told_loses_nothing(page, lab, case):
    """The server does not answer: is that said, and after what the page says to do,
    is the text there, and kept then?
    """
    notebook, item = CASES[case]
    words = f"{WORDS} ({case})"
    box = f"textarea[data-control='{item}']"
    told = page.locator(f".sf-card:has({box}) p.sf-kept")
    opened(page, lab, notebook, box).locator(box).fill(words)
    page.route("**/steel-frame/api/keep*", lambda route: route.abort())
    page.locator(f"[data-control='{item}-keep']").click()
    told.filter(has_text="Not kept").wait_for(timeout=20000)
    assert "What you entered is safe in this browser." in told.inner_text()
    assert "load this page again" in told.inner_text()
    page.unroute("**/steel-frame/api/keep*")
    page.reload()
    told.filter(has_text="not kept yet").wait_for(timeout=60000)
    assert page.locator(box).input_value() == words
    page.locator(f"[data-control='{item}-keep']").click()
    told.filter(has_text=re.compile("^Kept")).wait_for()
    file = lab.folder / Path(notebook).parent / "answers.jsonl"
    assert [line["answer"] for line in answers.read(file) if line["item"] == item][-1] == words
    assert page.evaluate(DRAFTS) == []
    assert notebook not in lab.sessions()


DRAFTS = "() => Object.keys(localStorage).filter((key) => key.startsWith('steel-frame:draft:'))"


def test_a_reload_loses_nothing_and_sheets_are_told_apart(page, lab):
    """Typed on one sheet and reloaded: is it there again,
    and does another sheet with the same question stay empty?
    """
    words = "Typed on the second sheet alone."
    box, number = "textarea[data-control='say-it']", page.locator("input[data-control='count-it']")
    opened(page, lab, "sheet-b/sheet-b.ipynb", box)
    number.fill("12,5")
    page.locator(box).fill(words)
    page.wait_for_timeout(400)
    opened(page, lab, "sheet-a/sheet-a.ipynb", box)
    assert words not in page.locator(box).input_value()
    assert number.input_value() == ""
    opened(page, lab, "sheet-b/sheet-b.ipynb", box)
    assert number.input_value() == "12,5"
    assert page.locator(box).input_value() == words


# The page for a phone
# -------------------------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    out = tmp_path_factory.mktemp("pages")
    stems = ("00-start-here", "01-classic-government", "07-the-way-forward", "09-capstone")
    edition(out, notebooks=[_places.shipped_notebooks() / f"{stem}.ipynb" for stem in stems])
    named = {path.stem[:2]: path.as_uri() for path in out.glob("[0-9]*.html")}
    return named | {"index": (out / "index.html").as_uri()}


@pytest.fixture(scope="module")
def window(chromium):
    context = chromium.new_context(
        viewport={"width": 360, "height": 800}, has_touch=True, offline=True
    )
    yield context.new_page()
    context.close()


@pytest.fixture
def phone(window, pages):
    """The one window of these tests, in which nothing is kept yet."""
    errors = []

    def note(error):
        errors.append(str(error))

    window.on("pageerror", note)
    window.goto(pages["index"])
    window.evaluate("localStorage.clear()")
    yield window
    window.goto("about:blank")
    window.remove_listener("pageerror", note)
    assert errors == []


def read(page, address):
    page.goto(address)
    page.wait_for_function(
        "[...document.querySelectorAll('.widget')].every((e) => e.dataset.live || "
        "e.dataset.module === 'explorable')"
    )
    return page


# Where a student types or chooses: page, what to do, how to see it again.
LEFT = {
    "a paragraph": ("01", "textarea[data-control='classic-flood']", WORDS),
    "a guess": ("01", "input[data-control='classic-half']", "25"),
    "a number": ("01", "input[data-control='classic-chain']", "36,5"),
    "a reason at the desk": ("00", "textarea[data-control='desk-first-hamlet-why']", WORDS),
    "an argument": ("07", "textarea[data-control='reform-argument']", WORDS),
    "a line of the memo": ("09", "[data-control='memo-what']", "one office"),
    "a section of the memo": ("09", "textarea[data-control^='section-']", WORDS),
}

TYPE = "(e, text) => { e.value = text; e.dispatchEvent(new Event('input', { bubbles: true })); }"


@pytest.mark.parametrize("left", LEFT)
def test_what_is_typed_is_there_after_a_reload(phone, pages, left):
    """Typed and never kept, then the page is loaded again at once: is it there,
    and does the page say so?
    """
    stem, where, words = LEFT[left]
    read(phone, pages[stem]).locator(where).first.evaluate(TYPE, words)
    read(phone, pages[stem])
    assert phone.locator(where).first.input_value() == words
    widget = phone.locator(".sf").filter(has=phone.locator(where)).first
    if stem != "09":  # the memo is kept by itself when the page goes
        assert "This is what you left here. It is not kept yet." in widget.evaluate(
            "(e) => e.textContent"
        )


def test_what_is_chosen_is_there_after_a_reload(phone, pages):
    """A tick that was not checked, a lever and steps put in another order: are they there?"""
    read(phone, pages["07"]).locator("[data-control='merit'], .sf-levers input").first.check()
    read(phone, pages["01"]).locator("[data-control='classic-cipher']").nth(2).evaluate(
        "(e) => e.click()"
    )
    read(phone, pages["01"])
    assert phone.locator("[data-control='classic-cipher']").nth(2).is_checked()
    read(phone, pages["07"])
    assert phone.locator("[data-control='merit'], .sf-levers input").first.is_checked()


def test_kept_is_kept_and_no_draft_stays(phone, pages):
    """Once it is kept, is the draft gone? Is a draft that says what is kept dropped,
    and a newer one shown?
    """
    box, keep = "textarea[data-control='classic-flood']", "[data-control='classic-flood-keep']"
    read(phone, pages["01"]).locator(box).fill(WORDS)
    phone.locator(keep).click()
    phone.get_by_text("Kept in this browser.").last.wait_for()
    assert phone.evaluate(DRAFTS) == []
    key = "steel-frame:draft:::classic-flood"
    phone.evaluate("([key, value]) => localStorage.setItem(key, value)", [key, json.dumps([WORDS])])
    read(phone, pages["01"])
    assert phone.get_by_text("It is not kept yet.").count() == 0
    assert phone.evaluate(DRAFTS) == []
    phone.locator(box).evaluate(TYPE, "and more")
    read(phone, pages["01"])
    assert phone.locator(box).input_value() == "and more"
    phone.get_by_text("It is not kept yet.").wait_for()


HOSTILE = ["[", "null", '[{"a":1}]', '["a","b"]', "x" * 2_000_000]


@pytest.mark.nightly
def test_a_hostile_draft_is_passed_over(phone, pages):
    """Whatever stands in the browser under a draft's name,
    does every part of the page come to life, empty?
    """
    for stem, names in {
        "01": ("classic-flood", "classic-cipher", "classic-half"),
        "00": ("desk-first-hamlet",),
        "07": ("reform-design",),
        "09": ("policy-memo",),
    }.items():
        read(phone, pages[stem])
        for value in HOSTILE:
            for name in names if len(value) < 1000 else names[:1]:
                put = "([k, v]) => localStorage.setItem('steel-frame:draft:::' + k, v)"
                phone.evaluate(put, [name, value])
            read(phone, pages[stem])
            assert phone.get_by_text("It is not kept yet.").count() == 0, (stem, value[:20])
            assert (
                phone.locator(".widget:not([data-live]):not([data-module=explorable])").count() == 0
            )
            assert phone.locator(".sf-fault").count() == 0
            phone.evaluate("localStorage.clear()")


def test_delete_my_answers_deletes_drafts(phone, pages):
    """Does *Delete my answers* leave nothing of what was typed?"""
    read(phone, pages["01"]).locator("textarea[data-control='classic-flood']").evaluate(TYPE, WORDS)
    read(phone, pages["00"])
    assert len(phone.evaluate(DRAFTS)) == 1
    phone.locator("[data-control='forget']").click()
    phone.locator("[data-control='forget-yes']").click()
    phone.get_by_text("Deleted.").wait_for()
    assert phone.evaluate(DRAFTS) == []
    read(phone, pages["01"])
    assert phone.locator("textarea[data-control='classic-flood']").input_value() == ""


REFUSE = """() => {
  window.full = true;
  const put = Storage.prototype.setItem;
  Storage.prototype.setItem = function (...parts) {
    if (window.full) throw new DOMException("full", "QuotaExceededError");
    return put.apply(this, parts);
  };
}"""


@pytest.mark.parametrize(
    "left", ["a paragraph", "a reason at the desk", "an argument", "a section of the memo"]
)
def test_a_failed_keep_can_be_tried_again(phone, pages, left):
    """The store is full: is that said, with a cure that loses nothing? There is room again:
    does the same button keep it?
    """
    stem, where, words = LEFT[left]
    read(phone, pages[stem])
    phone.evaluate(REFUSE)
    widget = phone.locator(".sf").filter(has=phone.locator(where)).first
    if stem == "07":
        widget.locator(".sf-levers input").first.check()
    if stem == "00":
        widget.locator(".sf-card:not([hidden]) input[type=radio]").first.check()
    if stem == "09":
        phone.locator("[data-control='step-4']").click()
    widget.locator(where).first.fill(words)
    button = widget.locator("button:visible", has_text=re.compile("^(Keep|Decide|Argue)")).last
    button.click()
    widget.get_by_text("Not kept").first.wait_for()
    widget.get_by_text("Copy it to another place").first.wait_for()
    assert widget.locator(where).first.input_value() == words
    phone.evaluate("window.full = false")
    button.click()
    widget.get_by_text("Kept in this browser.").first.wait_for()
    lines = phone.evaluate(
        "Object.keys(localStorage).filter((k) => k.startsWith('steel-frame:answer:')).length"
    )
    assert lines == 1
    assert phone.evaluate(DRAFTS) == []


def test_without_a_store_the_page_works(chromium, pages):
    """Where the browser refuses to store anything, is the page alive,
    and does it say that nothing is kept?
    """
    context = chromium.new_context(viewport={"width": 360, "height": 800})
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new DOMException('no', "
        "'SecurityError'); } });"
    )
    page = read(context.new_page(), pages["01"])
    page.locator("textarea[data-control='classic-flood']").fill(WORDS)
    page.locator("[data-control='classic-flood-keep']").click()
    page.get_by_text("Not kept").last.wait_for()
    assert page.locator("textarea[data-control='classic-flood']").input_value() == WORDS
    context.close()

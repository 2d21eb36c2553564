"""Do answers travel from the phone's page to JupyterLab and back, and lose nothing on the way?"""

import json
from pathlib import Path

import pytest

from course import _places
from course.hosts.pages import edition
from course.items import answers

START, CHAPTER = "00-start-here", "01-classic-government"
WORDS = 'The flood came first. "Who signs?" \\ <b>سیلاب</b> 🌊 \u202eback\u202c\nA second line.'


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The two chapters as single pages, as they are sent to a phone."""
    out = tmp_path_factory.mktemp("phone")
    shipped = _places.shipped_notebooks()
    edition(out, single=True, notebooks=[shipped / f"{stem}.ipynb" for stem in (START, CHAPTER)])
    return {path.stem: path.as_uri() for path in out.glob("*.html")}


@pytest.fixture
def phone(chromium):
    """A function that gives a page of a new phone, with no network."""
    contexts = []

    def new():
        contexts.append(
            chromium.new_context(
                viewport={"width": 360, "height": 800}, has_touch=True, offline=True
            )
        )
        return contexts[-1].new_page()

    yield new
    for context in contexts:
        context.close()


def read(page, address, waits_for):
    page.goto(address)
    page.wait_for_selector(waits_for, timeout=60000)
    return page


def card(page, item):
    """The card of a question of the first quiz, turned to."""
    found = page.locator(f".sf-card:has([data-control='{item}'])")
    for tab in page.locator(".sf-tab").all():
        if found.is_visible():
            break
        tab.click()
    return found


def choose(page, item, option, kept):
    asked = card(page, item)
    asked.locator(f"input[value='{option}']").check()
    asked.get_by_role("button", name="Check").click()
    asked.get_by_text(kept).wait_for()


def taken(page):
    """The file that the page gives to carry away, as {(device, n): line}."""
    part = page.locator(".sf-progress")
    part.scroll_into_view_if_needed()
    with page.expect_download() as download:
        part.locator("[data-control='export']").click()
    raw = Path(download.value.path()).read_bytes()
    lines = [json.loads(line) for line in raw.decode("utf-8").splitlines()]
    named = {(line["device"], line["n"]): line for line in lines}
    assert len(named) == len(lines)
    return raw, named


def bring(page, raw, said):
    part = page.locator(".sf-progress")
    part.locator("input[type=file]").set_input_files(
        {"name": "answers.jsonl", "mimeType": "application/jsonl", "buffer": raw}
    )
    part.get_by_text(said).wait_for()


def answer_on_the_phone(page):
    """A guess, a choice changed later, a number, several, and words of one's own."""
    page.locator("[data-control='classic-half']").first.fill("30")
    page.locator("[data-control='classic-half']").first.press("Enter")
    choose(page, "classic-cipher", 0, "Kept in this browser.")
    choose(page, "classic-cipher", 1, "Kept in this browser.")
    number = card(page, "classic-chain")
    number.locator("input").fill("36")
    number.get_by_role("button", name="Check").click()
    number.get_by_text("Kept in this browser.").wait_for()
    box = page.locator("[data-control='classic-flood']")
    box.fill(WORDS)
    page.locator("[data-control='classic-flood-keep']").click()
    page.get_by_text("Kept in this browser.").last.wait_for()


@pytest.mark.nightly
def test_from_the_phone_to_jupyterlab_and_back(phone, pages, window, served):
    """Is each line, to the character, on every machine in the end,
    and shown there as the answer given?
    """
    first = read(phone(), pages[CHAPTER], "[data-live] .sf-quiz")
    answer_on_the_phone(first)
    carried, on_phone = taken(read(first, pages[START], "[data-live] .sf-progress"))
    assert {line["item"] for line in on_phone.values()} >= {
        "classic-cipher",
        "classic-chain",
        "classic-flood",
    }
    assert [line["answer"] for line in on_phone.values() if line["item"] == "classic-flood"] == [
        WORDS
    ]

    (served.folder / "answers.jsonl").unlink(missing_ok=True)
    page = window
    read(page, served.address(f"{START}.ipynb"), ".sf-progress")
    bring(page, carried, f"{len(on_phone)} answers were new here; nothing was overwritten.")
    bring(page, carried, "0 answers were new here")
    kept = answers.read(served.folder / "answers.jsonl")
    assert {(line["device"], line["n"]): line for line in kept} == on_phone
    read(page, served.address(f"{CHAPTER}.ipynb"), ".sf-quiz")
    assert card(page, "classic-cipher").locator("input[value='1']").is_checked()
    assert page.locator("[data-control='classic-flood']").input_value() == WORDS
    choose(page, "classic-link", 0, "Kept in your answers file.")
    read(page, served.address(f"{START}.ipynb"), ".sf-progress")
    returned, on_both = taken(page)
    assert len(on_both) == len(on_phone) + 1
    assert {name: on_both[name] for name in on_phone} == on_phone

    bring(first, returned, "1 answer was new here")
    assert taken(first)[1] == on_both
    another = read(phone(), pages[START], "[data-live] .sf-progress")
    bring(another, returned, f"{len(on_both)} answers were new here")
    assert taken(another)[1] == on_both
    read(another, pages[CHAPTER], "[data-live] .sf-quiz")
    assert card(another, "classic-link").locator("input[value='0']").is_checked()
    assert another.locator("[data-control='classic-flood']").input_value() == WORDS


def test_a_full_browser_says_so(phone, pages):
    """If there is no room for what is brought in, is that said,
    rather than that it was new here?
    """
    page = read(phone(), pages[START], "[data-live] .sf-progress")
    page.evaluate(
        """() => {
          let size = 4194304;
          for (let i = 0; size >= 1; i++) try { localStorage.setItem(`full-${i}`,
            "x".repeat(size)); } catch { size /= 2; }
        }"""
    )
    line = {
        "v": 1,
        "at": "2026-11-24T10:00:00Z",
        "device": "k3f9",
        "n": 1,
        "item": "classic-cipher",
    }
    line |= {"kind": "choice", "answer": 0, "score": 0, "mode": "practice", "seconds": 3}
    bring(page, json.dumps(line).encode() + b"\n", "This browser has no room for all of them")

"""Does a page stand what a stranger's file, a wrong clock or a broken
part puts before it, and can all be deleted?
"""

import base64
import gzip
import json
import os
import re
from pathlib import Path

import pytest
from hostile import GOOD, HARMED

from course import _places
from course.hosts.pages import edition
from course.items import answers

START, CHAPTER = "00-start-here", "01-classic-government"
MARK = "steel-frame:answer:"


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    """The two chapters as single pages: {stem: path}."""
    out = tmp_path_factory.mktemp("phone")
    shipped = _places.shipped_notebooks()
    edition(out, single=True, notebooks=[shipped / f"{stem}.ipynb" for stem in (START, CHAPTER)])
    return {path.stem: path for path in out.glob("*.html")}


@pytest.fixture
def context(chromium):
    """A phone without a network."""
    made = chromium.new_context(
        viewport={"width": 360, "height": 800}, has_touch=True, offline=True
    )
    yield made
    made.close()


def read(page, path, waits_for):
    page.goto(path.as_uri())
    page.wait_for_selector(waits_for, timeout=60000)
    return page


def choose(page, option):
    card = page.locator(".sf-card:has([data-control='classic-cipher'])")
    page.locator(".sf-quiz .sf-tab").first.click()
    card.locator(f"input[value='{option}']").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Kept in this browser.").wait_for()


def taken(page):
    """The bytes that the page gives to carry away."""
    with page.expect_download() as download:
        page.locator("[data-control='export']").click()
    return Path(download.value.path()).read_bytes()


HOSTILE = [
    *(GOOD | {"n": i} | {field: value} for i, (field, value) in enumerate(HARMED, 1)),
    GOOD | {"n": 900, "answer": 99},
    GOOD | {"n": 901, "item": "classic-flood", "kind": "text", "answer": {"text": {"toString": 1}}},
    GOOD
    | {
        "n": 902,
        "item": "reform-design",
        "kind": "design",
        "answer": {"sector": [], "levers": 3, "argument": {}},
    },
]


def test_hostile_lines_blank_nothing(context, pages):
    """Kept by an older edition, or in a file that is brought in: does every part live,
    and can they be deleted?
    """
    page = read(context.new_page(), pages[CHAPTER], "[data-live] .sf-quiz")
    raw = "".join(json.dumps(line) + "\n" for line in HOSTILE)
    page.evaluate(
        "([mark, texts]) => "
        "texts.forEach((text, i) => localStorage.setItem(`${mark}x:${i}`, text))",
        [
            MARK,
            [
                *(json.dumps(line) for line in HOSTILE if len(json.dumps(line)) < 50_000),
                "{",
                "null",
                "",
            ],
        ],
    )
    page.reload()
    page.wait_for_selector("[data-live] .sf-quiz", timeout=60000)
    for module in ("quiz", "predict", "reflect"):
        places = page.locator(f"[data-module='{module}']")
        assert places.count() == page.locator(f"[data-module='{module}'][data-live]").count() > 0, (
            module
        )
    assert page.locator(".sf-tab").first.inner_text() == "1", "no answer is shown"
    choose(page, 1)
    page = read(page, pages[START], "[data-live] .sf-progress")
    part = page.locator(".sf-progress")
    part.locator("input[type=file]").set_input_files(
        {"name": "answers.jsonl", "mimeType": "application/jsonl", "buffer": raw.encode()}
    )
    part.get_by_text("0 answers were new here").wait_for()
    lines = answers.lines_of(taken(page))
    assert [line["answer"] for line in lines if line["item"] == "classic-cipher"][-1] == 1
    page.locator("[data-control='forget']").click()
    page.locator("[data-control='forget-yes']").click()
    part.get_by_text("Deleted.").wait_for()
    assert (
        page.evaluate(f"Object.keys(localStorage).filter((k) => k.startsWith('{MARK}')).length")
        == 0
    )


def test_a_part_that_fails_keeps_its_words_and_leaves_the_others(context, pages, tmp_path):
    """The first quiz of a page is damaged: does the rest live,
    and does it say so above its text as on paper?
    """
    words = pages[CHAPTER].read_text(encoding="utf-8")
    packed = re.search(r'{"module":"quiz".*?"data":"([^"]+)"', words)[1]
    content = json.loads(gzip.decompress(base64.b64decode(packed))) | {"items": 3}
    odd = base64.b64encode(gzip.compress(json.dumps(content).encode())).decode("ascii")
    broken = tmp_path / "broken.html"
    broken.write_text(words.replace(packed, odd), encoding="utf-8")
    page = read(context.new_page(), broken, "[data-live] .sf-predict")
    page.get_by_text("This part could not be started").wait_for()
    assert (
        page.locator("[data-module='quiz']").first.get_by_text("Answers, each explained").count()
        > 0
    )
    assert page.locator("[data-module='reflect'][data-live]").count() > 0


def test_the_clock_is_no_order(context, pages):
    """Two tabs, one whose clock stands in 2031: is the later answer the newest here, in a file, on
    another phone, in Python?
    """
    mad, sane = context.new_page(), context.new_page()
    mad.clock.set_fixed_time("2031-05-05T10:00:00Z")
    for page, option in ((mad, 0), (sane, 1)):
        read(page, pages[CHAPTER], "[data-live] .sf-quiz")
        choose(page, option)
    sane.reload()
    sane.wait_for_selector("[data-live] .sf-quiz")
    assert sane.locator(".sf-card:has([data-control='classic-cipher']) input").nth(1).is_checked()
    read(sane, pages[START], "[data-live] .sf-progress")
    raw = taken(sane)
    assert [line["answer"] for line in answers.lines_of(raw)] == [0, 1]
    assert answers.bring_in(raw) == 2
    assert answers.latest(["classic-cipher"])["classic-cipher"]["answer"] == 1
    # The line of 2031 comes back alone, and the answer of today stays the newest.
    sane.locator("input[type=file]").set_input_files(
        {
            "name": "answers.jsonl",
            "mimeType": "application/jsonl",
            "buffer": raw.splitlines(keepends=True)[0],
        }
    )
    sane.get_by_text("0 answers were new here").wait_for()
    assert taken(sane) == raw


@pytest.mark.nightly
def test_in_jupyterlab_a_file_that_cannot_be_read_is_told(windows, served):
    """A pipe in the place of answers.jsonl: does the chapter say so,
    and is nothing given to take along?
    """
    path = served.folder / "answers.jsonl"
    path.unlink(missing_ok=True)
    os.mkfifo(path)
    with windows.lent() as window:
        page = window.page
        page.goto(served.address(f"{CHAPTER}.ipynb"))
        page.wait_for_selector(".sf-quiz", timeout=60000)
        said = page.get_by_text("Earlier answers could not be read").first
        said.scroll_into_view_if_needed()
        card = page.locator(".sf-card:has([data-control='classic-cipher'])")
        card.locator("input[value='1']").check()
        card.get_by_role("button", name="Check").click()
        card.get_by_text("Your answer could not be kept").wait_for()
        page.goto(served.address(f"{START}.ipynb"))
        page.wait_for_selector(".sf-progress", timeout=60000)
        page.locator("[data-control='export']").click()
        page.locator(".sf-progress").get_by_text(
            "Earlier answers could not be read"
        ).last.wait_for()
    path.unlink()

"""The page of feedback in a real Chromium: on any screen, on paper, and whatever was written."""

import pdfs
import pytest
from given_back import fed_back

PLANTED = "<script>document.title = 'ran'</script><img src='https://example.org/seen.png'>"


@pytest.fixture
def shown(chromium, watched, tmp_path):
    """A function that opens a text as a file: (page, errors, addresses that were asked for)."""
    contexts = []

    def show(text, width=1280, scheme="light"):
        path = tmp_path / "feedback.html"
        path.write_text(text, encoding="utf-8")
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        errors, _ = watched(page)
        asked = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page, errors, [url for url in asked if url != path.as_uri()]

    yield show
    for context in contexts:
        context.close()


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        pytest.param(1280, "light", marks=pytest.mark.nightly),
        (360, "dark"),
        pytest.param(360, "light", marks=pytest.mark.nightly),
    ],
)
def test_it_reads_on_any_screen(shown, width, scheme):
    """Does nothing stick out, does axe find nothing, is no word under 12 px and no link too small
    to touch?
    """
    from axe_playwright_python.sync_playwright import Axe

    page, errors, asked = shown(fed_back(), width, scheme)
    assert page.evaluate("document.documentElement.scrollWidth") == width
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    small = page.evaluate(
        "[...document.querySelectorAll('main *')].filter((one) => one.innerText"
        " && parseFloat(getComputedStyle(one).fontSize) < 12).length"
    )
    assert small == 0
    low = page.evaluate(
        "[...document.querySelectorAll('a')].map((one) => one.getBoundingClientRect().height)"
        ".filter((height) => height < 24).length"
    )
    assert low == 0
    assert (errors, asked) == ([], [])


def test_nothing_written_in_it_runs(shown):
    """Words of the student, of the lecturer, and a name: are they shown as words; and were markup
    planted in the page itself, would its policy refuse it?
    """
    text = fed_back(student=PLANTED, words=PLANTED)
    page, errors, asked = shown(text)
    assert page.locator("script, img").count() == 0
    assert page.locator(".words").inner_text().strip() == PLANTED
    assert page.locator("style").count() == 1
    assert (errors, asked) == ([], [])
    page, errors, _ = shown(text.replace("<main>", f"<main>{PLANTED}", 1))
    assert page.title() != "ran"
    assert len(errors) == 2
    assert all("Content Security Policy" in error for error in errors), errors


def test_it_is_read_by_keyboard(shown):
    """Does Tab go through the questions in their order, and Enter to the one?"""
    page, *_ = shown(fed_back())
    for _ in range(3):
        page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.innerText") == "Question 3"
    page.keyboard.press("Enter")
    name = page.evaluate("location.hash.slice(1)")
    assert page.locator(f"[id='{name}'] h2").inner_text() == "Question 3"
    assert page.locator(f"[id='{name}']").is_visible()


def test_on_paper_an_essay_has_a_page_of_its_own(shown, tmp_path):
    """With its rubric, and is all of it in grey?"""
    page, *_ = shown(fed_back())
    path = tmp_path / "feedback.pdf"
    page.pdf(path=path, format="A4")
    pages = pdfs.pages(path)
    essay = next(text for text in pages if "Question 9" in text and "How it was marked" in text)
    assert essay.split()[:2] == ["Question", "9"]
    assert len(pages) <= 8

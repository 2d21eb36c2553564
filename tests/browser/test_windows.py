"""Does chapter 01 work for a reader in any window, wide or as a phone, light or dark,
by mouse and by keyboard, and by axe?
"""

import json

import pytest

CHAIN = "implementation-chain"
WINDOWS = [(360, "dark")]
MORE = [(1280, "light"), (1280, "dark"), (360, "light")]


@pytest.fixture(
    scope="module",
    params=[*WINDOWS, *(pytest.param(one, marks=pytest.mark.nightly) for one in MORE)],
    ids=[f"{w}-{s}" for w, s in WINDOWS + MORE],
)
def alive(request, reading):
    """The chapter alive in a window, which several tests share, one after the other."""
    with reading(*request.param) as reader:
        yield reader.open().alive()


SIDEWAYS = """() => [...document.querySelectorAll(
  '.jp-OutputArea-output, .jp-RenderedMarkdown, body')]
  .filter((e) => e.scrollWidth > e.clientWidth + 2 && !e.closest('pre, .scroll-x')).map((e) =>
    e.className)"""


def test_it_renders(alive):
    """All charts drawn and described, every part fitting its width,
    in the theme the system asks for?
    """
    page = alive.page
    assert page.evaluate(SIDEWAYS) == []
    dark = page.evaluate("document.body.dataset.jpThemeLight === 'false'")
    scheme = page.evaluate("matchMedia('(prefers-color-scheme: dark)').matches")
    assert dark == scheme, "JupyterLab must follow the system's theme"
    ink = page.locator(".sf-chart .xtick text").first.evaluate("(e) => getComputedStyle(e).fill")
    assert ink == ("rgb(232, 235, 238)" if dark else "rgb(27, 33, 39)"), (
        "the chart must follow the theme"
    )
    for figure in page.locator(".sf-figure").all():
        assert figure.locator("figcaption p").first.inner_text()
        assert figure.locator(".sf-source").text_content().startswith("Source:")
        assert figure.get_attribute("aria-describedby")


def test_the_slider_moves_the_chart(alive):
    """By a click on the rail, and by real key presses with JupyterLab listening?"""
    page = alive.page
    figure = alive.figure(CHAIN)
    slider = figure.locator("[data-control=clearances]")
    slider.scroll_into_view_if_needed()

    def height():
        return figure.locator(".sf-chart").evaluate(
            "(e) => e.data.find((t) => t.name === 'your chain').y[0]"
        )

    before = height()
    box = slider.bounding_box()
    page.mouse.click(box["x"] + box["width"] * 0.75, box["y"] + box["height"] / 2)
    page.wait_for_function(
        "(h) => "
        "document.querySelector(\"[data-chart='implementation-chain']\").data.at(-1).y[0] < h",
        arg=before,
    )
    by_mouse = height()
    shown = int(figure.locator("output").first.inner_text())
    for _ in range(5):
        page.keyboard.press("ArrowLeft")
    assert int(figure.locator("output").first.inner_text()) == shown - 5
    page.wait_for_function(
        "(h) => "
        "document.querySelector(\"[data-chart='implementation-chain']\").data.at(-1).y[0] > h",
        arg=by_mouse,
    )
    assert figure.locator(".sf-title").inner_text().startswith(f"{shown - 5} clearances")


def test_a_choice_moves_by_keyboard(alive):
    """Does the weighing go from levels to changes by key, with its verdict?"""
    page = alive.page
    figure = alive.figure("merit-and-effectiveness")
    figure.locator("[data-control=compare]").focus()
    page.keyboard.press("ArrowDown")
    page.wait_for_function(
        "() => "
        "document.querySelector(\"[data-chart='merit-and-effectiveness']\").layout.xaxis.title.text.startsWith('Change')"
    )
    assert "supports it" in figure.locator(".sf-badge").inner_text()


def test_the_quiz_explains_and_keeps(alive):
    """Is a wrong answer explained, a right one too, each kept, by keyboard alone?"""
    page = alive.page
    card = alive.question("classic-link")
    card.locator("input[value='0']").focus()
    page.keyboard.press("Space")
    page.keyboard.press("Enter")
    card.get_by_text("That is the governance paradigm").wait_for()
    card.get_by_text("Kept in your answers file.").wait_for()
    number = alive.question("classic-chain")
    number.locator("input").focus()
    page.keyboard.press("Control+a")  # an answer of an earlier window may stand there
    page.keyboard.type("95 %")
    page.keyboard.press("Enter")
    number.get_by_text("That is one office.").wait_for()
    number.get_by_text("Show a hint").click()
    number.get_by_text("0.95 × 0.95").wait_for()
    number.get_by_text("Kept in your answers file.").wait_for()
    lines = [
        json.loads(line)
        for line in (alive.served.folder / "answers.jsonl").read_text(encoding="utf-8").splitlines()
    ]
    assert {(line["item"], line["answer"], line["score"]) for line in lines[-2:]} == {
        ("classic-link", 0, 0),
        ("classic-chain", 95, 0),
    }


def test_axe_finds_nothing_in_what_is_ours(alive):
    """Interactives and prose, with a card open and questions answered:
    no violation of WCAG 2 A and AA?
    """
    from axe_playwright_python.sync_playwright import Axe

    page = alive.page
    card = alive.question("classic-link")
    card.locator("input[value='1']").check()
    card.get_by_role("button", name="Check").click()
    page.locator("a[href='#term-cipher']").first.focus()
    rules = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}
    found = Axe().run(page, context={"include": [[".sf"], [".jp-RenderedMarkdown"]]}, options=rules)
    told = [
        f"{v['id']}: {node['html'][:160]}"
        for v in found.response["violations"]
        for node in v["nodes"]
    ]
    assert told == [], "\n".join(told)

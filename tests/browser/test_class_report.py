"""The report on a class in a real Chromium: hostile names and a planted
script do nothing, and it reads on any screen.
"""

import pytest
from synthetic_class import BAD, choice, line, synthetic_class

from course.classroom.cycle.assignment import Assignment
from course.classroom.report.analysis import analyse
from course.classroom.report.report import write

PLANTED = (
    "<script>document.title = 'ran'</script>"
    "<img src='https://example.org/seen.png' onerror=\"document.title = 'ran'\">"
    "<link rel='stylesheet' href='https://example.org/seen.css'>"
    "<iframe src='https://example.org/'></iframe>"
    "<form action='https://example.org/'><button id='send'>Send</button></form>"
    "<style>h1 { display: none }</style>"
)
NAMES = [
    PLANTED,
    '"><svg onload="document.title = \'ran\'">',
    "</style></title><script>alert(1)</script>",
    "javascript:alert(1)",
    "محمد علی",
]


def hostile(folder):
    """The report, with names, on a class whose names, mistakes and title are markup."""
    asked = tuple(choice(f"t-{k}") for k in range(3))
    asked[0]["options"][1] |= {"text": PLANTED, "misconception": NAMES[1], "feedback": NAMES[2]}
    sheet = Assignment("hostile", NAMES[2], ("01",), 10, {"word": NAMES[1]}, asked)
    lines = [
        line("t-0", 1, 1),
        line("t-1", 0, 2),
        line(PLANTED, PLANTED, 3),
        line("t-2", PLANTED, 4),
    ]
    return write(analyse(sheet, dict.fromkeys(NAMES, lines)), folder, names=True)[0]


@pytest.fixture
def opened(chromium, watched):
    """A function that opens a file and returns (page, errors, {address: sent,
    or why it was not}); a dialog is an error.
    """
    contexts = []

    def open_(path, width=1280, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": 900}, color_scheme=scheme
        )
        contexts.append(context)
        page = context.new_page()
        errors, _ = watched(page)
        asked = {}
        page.on("request", lambda request: asked.update({request.url: "sent"}))
        page.on("requestfailed", lambda request: asked.update({request.url: request.failure}))
        page.on("dialog", lambda dialog: (errors.append(dialog.message), dialog.dismiss()))
        page.goto(path.as_uri())
        page.wait_for_timeout(500)
        return page, errors, asked

    yield open_
    for context in contexts:
        context.close()


def test_nothing_that_a_student_wrote_executes_or_asks(opened, tmp_path):
    """Do hostile names and options stand as words, with no script run,
    no request but for the page, no error?
    """
    path = hostile(tmp_path)
    page, errors, asked = opened(path)
    assert page.title() == f"{NAMES[2]}: report"
    assert page.locator("script, img, iframe, form, link").count() == 0
    named = page.locator(".students bdi").all_inner_texts()
    assert sorted(named) == sorted(NAMES)
    page.locator("summary").first.click()
    assert page.locator("details[open]").count() == 1, "it folds without a script"
    assert asked == {path.as_uri(): "sent"}
    assert errors == []


def test_the_policy_holds_even_if_markup_came_through(opened, tmp_path):
    """Were a script, a picture, a style, a frame and a form planted in the page itself,
    would the browser refuse them all?
    """
    path = hostile(tmp_path)
    html = path.read_text(encoding="utf-8")
    harmed = tmp_path / "harmed.html"
    harmed.write_text(html.replace("<h1", f"{PLANTED}<h1", 1), encoding="utf-8")
    page, errors, asked = opened(harmed)
    assert page.title() == f"{NAMES[2]}: report"
    assert page.locator("h1").is_visible(), "the planted style does not apply"
    page.evaluate("document.getElementById('send').click()")
    page.wait_for_timeout(300)
    assert page.url == harmed.as_uri()
    assert {why for url, why in asked.items() if not url.startswith("file:")} == {"csp"}, asked
    assert len(errors) >= 6, "each refusal is in the console"
    assert all("Content Security Policy" in error for error in errors), errors


@pytest.fixture(scope="module")
def reported(tmp_path_factory):
    """The report on a class of fifty, with names."""
    made = synthetic_class(0)
    return write(
        analyse(made.assignment, made.answers), tmp_path_factory.mktemp("report"), names=True
    )[0]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [pytest.param(1280, "light", marks=pytest.mark.nightly), (360, "dark")],
)
def test_it_reads_on_any_screen(opened, reported, width, scheme):
    """Does nothing stick out, does axe find nothing, and are the flagged items a touch away?"""
    from axe_playwright_python.sync_playwright import Axe

    page, errors, _ = opened(reported, width, scheme)
    page.evaluate(
        "[...document.querySelectorAll('details')].slice(0, 5).forEach((fold) => { fold.open = "
        "true; })"
    )
    assert page.evaluate("document.documentElement.scrollWidth") == width
    page.locator(".do-marks a").first.click()
    flagged = page.evaluate("location.hash").removeprefix("#i-")
    assert flagged in BAD
    assert page.locator(f"#i-{flagged}").is_visible()
    found = Axe().run(page).response["violations"]
    assert [(v["id"], v["nodes"][0]["html"]) for v in found] == []
    assert errors == []

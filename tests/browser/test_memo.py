"""The policy memo in a real browser: filled, ticked, exported, reloaded,
in JupyterLab and in both forms of the edition.
"""

import re
from html import unescape
from pathlib import Path

import pytest
from stored import notebook, shown

import course
from course.hosts.pages.prose import blocks
from course.hosts.pages.reading import Chapter
from course.hosts.pages.writing import write

DOUBT = "A court that says otherwise."
HOSTILE = "Ends <img src=x onerror=alert(1)> & begins."


class Desk:
    """A window on a page that holds the memo and nothing else."""

    def __init__(self, page, front, served, out):
        self.page, self.front, self.served, self.out = page, front, served, out

    def open(self):
        if self.front == "lab":
            self.page.goto(self.served.address("writing.ipynb"))
        else:
            self.page.goto((self.out / "memo.html").as_uri())
        self.page.wait_for_selector(".sf-memo", timeout=60000)

    def at(self, control):
        return self.page.locator(f"[data-control='{control}']")

    def step(self, number):
        self.at(f"step-{number}").click()

    def axe(self):
        from axe_playwright_python.sync_playwright import Axe

        options = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"], "preload": False}
        found = Axe().run(self.page, context=".sf-memo", options=options).response["violations"]
        assert [(v["id"], v["nodes"][0]["html"][:160]) for v in found] == []


@pytest.fixture
def desk(seen, chromium, served, watched, tmp_path):
    """The memo, alive; judged at the end for errors, requests and width."""
    front, width, scheme = seen
    context = chromium.new_context(
        viewport={"width": width, "height": 900}, color_scheme=scheme, accept_downloads=True
    )
    page = context.new_page()
    page.set_default_timeout(15000)
    errors, outside = watched(page)

    def dialog(shown):
        # JupyterLab asks whether to leave a page that it has not saved
        if shown.type != "beforeunload":
            errors.append(f"a dialog: {shown.message}")
        shown.accept()

    page.on("dialog", dialog)
    if front == "lab":
        for old in [*served.folder.glob("answers.jsonl"), *served.folder.glob("memo*.*")]:
            old.unlink()
        served.put(
            "writing.ipynb", notebook(shown(course.start()), shown(course.memo()), ours=True)
        )
    else:
        write(
            [Chapter(stem="memo", title="Memo", parts=[*blocks("# Memo"), course.memo()])],
            tmp_path,
            single=front == "single",
        )
    desk = Desk(page, front, served, tmp_path)
    desk.open()
    yield desk
    context.close()
    assert errors == [], "The page logged errors; open it and read the browser's console."
    assert outside == [], "The page asked another machine for something; ship it inside the course."


def fill(desk):
    """A memo on India (in the lab on Kenya), by mouse and by keys."""
    page = desk.page
    desk.axe()
    for part, said in {"counted": HOSTILE, "found": "41", "of": "100", "aim": "70"}.items():
        desk.at(f"own-{part}").fill(said)
    if desk.front == "lab":
        desk.at("country-code").fill("ken")
        desk.at("country-ask").click()
        page.wait_for_function(
            "() => document.querySelector('[data-control=country]').value === 'KEN'"
        )
    else:
        assert desk.at("country-code").count() == 0, (
            "without a kernel no other country can be asked for"
        )
        desk.at("country").select_option("IND")
    boxes = page.locator("[data-control^='figure-performance:']")
    for i in range(5):
        boxes.nth(i).focus()
        page.keyboard.press("Space")
    assert [boxes.nth(i).is_checked() for i in range(5)] == [True] * 4 + [False], (
        "a fifth figure must be refused"
    )
    assert desk.at("bears-performance:ge").count() == 1, "a ticked figure is asked how it bears"
    boxes.nth(1).focus()
    page.keyboard.press("Space")
    page.keyboard.press("Space")
    assert page.locator("[data-control^='bears-']").count() == 4
    desk.at("bears-performance:ge").fill(HOSTILE)
    desk.step(2)
    desk.at("memo-sector").select_option("health")
    for lever in ("contract_out", "devolve", "kpi", "fixed_term", "remove_tenure"):
        desk.at(f"lever-{lever}").focus()
        page.keyboard.press("Space")
    assert not desk.at("lever-remove_tenure").is_checked(), "a fifth lever must be refused"
    desk.at("answer-TN-01").fill(HOSTILE)
    desk.at("held-courts").check()
    desk.axe()
    desk.step(3)
    assert desk.at("option-a-name").count() == 0, "to change nothing has its name already"
    desk.at("option-a-cost").fill("three days of waiting")
    desk.at("option-b-name").fill(HOSTILE)
    desk.at("choice-b").check()
    desk.axe()
    desk.step(4)
    desk.at("memo-what").fill("requests by members")
    desk.at("memo-towards").fill("a published term")
    desk.at("office-file").fill(HOSTILE)
    desk.at("section-change").fill(HOSTILE)
    desk.axe()
    desk.step(5)
    desk.at("rubric-aim-3").check()
    desk.axe()
    desk.step(6)
    page.get_by_text("Kept in").first.wait_for()
    desk.axe()


def typed_last(desk):
    """A change that is kept a little later, with no click on Keep it."""
    desk.step(4)
    # What was said of the keeping before goes, so that a new word on it is seen.
    desk.page.evaluate("document.querySelectorAll('.sf-kept').forEach((e) => (e.textContent = ''))")
    desk.page.get_by_text("Kept in").wait_for(state="hidden")
    desk.at("section-doubt").fill(DOUBT)
    desk.at("section-doubt").blur()
    desk.page.get_by_text("Kept in").wait_for(timeout=9000)


@pytest.mark.parametrize(
    "seen",
    [
        pytest.param(("lab", 1280, "light"), marks=pytest.mark.nightly),
        ("single", 360, "light"),
        pytest.param(("folder", 1280, "dark"), marks=pytest.mark.nightly),
    ],
    ids=["lab", "single", "folder"],
)
def test_a_memo_is_written_exported_and_there_again(desk, front):
    """Filled, ticked, exported, changed once more and reloaded: is all of it there,
    are gaps told, runs nothing hostile?
    """
    page = desk.page
    fill(desk)
    country = "Kenya" if front == "lab" else "India"
    # The document that is signed, and behind it the sheet for the class.
    document, for_class = page.locator(".sf-preview").all()
    seen = document.inner_text()
    file = re.escape(HOSTILE.rstrip("."))
    assert re.search(rf"File no\.\s+{file}", seen), seen
    assert "Remarks:" in seen
    assert "TN-01" not in seen
    assert "TN-01" in for_class.inner_text()
    assert re.search(rf"{country}: .*government effectiveness", seen)
    assert HOSTILE in seen
    assert page.locator(".sf-preview img").count() == 0
    assert f"Approve option B: {HOSTILE}" in seen
    assert page.locator(".sf-preview .strip svg :is(rect, line, path)").count() >= 3, (
        "the count is drawn"
    )
    open_ = page.locator(".sf-card:visible > div > ul").first.inner_text()
    assert "TN-02 bites, and is not answered" in open_
    assert "TN-01" not in open_
    assert page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
    with page.expect_download() as download:
        desk.at("memo-save").click()
    saved = Path(download.value.path()).read_text(encoding="utf-8")
    exports = [saved]
    with page.expect_download() as download:
        desk.at("memo-save-class").click()
    assert download.value.suggested_filename == "memo-class.html"
    if front == "lab":
        for name in ("memo", "memo-2"):
            desk.at("memo-write").click()
            page.locator(".sf-kept", has_text=f"{name}.html, {name}.docx").wait_for()
            exports.append((desk.served.folder / f"{name}.html").read_text(encoding="utf-8"))
            assert (desk.served.folder / f"{name}.docx").stat().st_size > 10_000
    else:
        assert desk.at("memo-write").count() == 0
    for html in exports:
        assert "<img" not in html
        assert HOSTILE in unescape(html)
        assert re.search(rf"{country}: .*government effectiveness", html)
    reading = page.context.new_page()
    (desk.out / "read.html").write_text(saved, encoding="utf-8")
    reading.goto((desk.out / "read.html").as_uri())
    assert reading.locator("h1").inner_text() == "Requests by members: a published term"
    assert reading.evaluate("document.compatMode") == "CSS1Compat"
    reading.close()
    typed_last(desk)
    desk.open()
    page.wait_for_function(
        "(name) => document.querySelector('[data-control=country] "
        "option:checked')?.textContent === name",
        arg=country,
    )
    assert desk.at("figure-performance:ge").is_checked()
    assert desk.at("bears-performance:ge").input_value() == HOSTILE
    assert desk.at("own-found").input_value() == "41"
    desk.step(2)
    assert desk.at("answer-TN-01").input_value() == HOSTILE
    assert desk.at("held-courts").is_checked()
    desk.step(3)
    assert desk.at("option-b-name").input_value() == HOSTILE
    assert desk.at("choice-b").is_checked()
    desk.step(4)
    assert desk.at("office-file").input_value() == HOSTILE
    assert desk.at("section-change").input_value() == HOSTILE
    desk.step(5)
    assert desk.at("rubric-aim-3").is_checked()
    assert desk.at("section-doubt").input_value() == DOUBT


@pytest.mark.parametrize("seen", [("single", 360, "light")], ids=["phone"])
def test_groups_are_told_apart_and_reached_on_a_phone(desk):
    """Has each group a box and a name, and a button as large as a thumb that leads there?"""
    desk.step(1)
    assert desk.page.locator(".sf-card:visible .sf-group").count() == 2
    desk.step(4)
    groups = desk.page.locator(".sf-card:visible .sf-group")
    links = desk.page.locator(".sf-card:visible .sf-go button")
    assert groups.count() == links.count() == len(course.capstone.words()["page"]["groups"])
    for at in range(links.count()):
        assert links.nth(at).bounding_box()["height"] >= 44
        group = groups.nth(at)
        edges = group.evaluate(
            "(e) => Math.min(...['Top', 'Left', 'Bottom'].map((side) =>"
            " parseFloat(getComputedStyle(e)[`border${side}Width`])))"
        )
        assert edges >= 1
        links.nth(at).click()
        assert group.locator("> legend").evaluate("(e) => e === document.activeElement")
        top = group.bounding_box()["y"]
        assert 0 <= top < 450 or at == links.count() - 1
    assert desk.page.evaluate("document.documentElement.scrollWidth - innerWidth") <= 1
    desk.at("asked-1-whom").fill("Finance")
    desk.step(6)
    assert "Not yet asked" in desk.page.locator(".sf-preview").first.inner_text().replace(
        "not", "Not"
    )

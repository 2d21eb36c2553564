"""A Jupyter of the same environment that nobody started with `course`:
does a chapter live, and reopen whole?
"""

import json
import shutil
import subprocess
import sys

import pytest
from unfolding import unfold

from course import _places
from course.hosts.front_ends import VIEW
from course.interactives import MIME
from course.items import answers
from tools.checking.serving import served

SHIPPED = _places.shipped_notebooks() / "01-classic-government.ipynb"


def outputs(path):
    book = json.loads(path.read_text(encoding="utf-8"))
    return [o["data"] for c in book["cells"] if c["cell_type"] == "code" for o in c["outputs"]]


CELLS = sum(MIME in data for data in outputs(SHIPPED))  # each leaves a twin


def put(folder):
    """The chapter as shipped, under another name."""
    folder.mkdir()
    shutil.copyfile(SHIPPED, folder / "mine.ipynb")


def run_all(page):
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("program", "place"),
    [("lab", "doc/tree"), ("notebook", "notebooks")],
)
def test_opened_run_saved_and_reopened(chromium, tmp_path, watched, program, place):
    """Live when it is opened, after Run All and an edit, and when it is reopened,
    the kernel gone? No view is saved?
    """
    folder = tmp_path / "course"
    put(folder)
    command = ("jupyter", program, f"--ServerApp.root_dir={folder}", "--allow-root")
    with served(tmp_path, folder, command) as url:
        address = f"{url}/{place}/mine.ipynb?token=test"
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        _, outside = watched(page)
        page.goto(address)
        page.wait_for_selector(".steel-frame-document .sf-quiz", state="attached", timeout=60000)
        page.evaluate(
            "document.querySelectorAll('.steel-frame-document').forEach((e) => (e.dataset.old "
            "= 'true'))"
        )
        run_all(page)
        page.wait_for_selector(
            ".steel-frame-document:not([data-old]) .sf-quiz", state="attached", timeout=60000
        )
        page.locator(".jp-MarkdownCell h1").first.click()
        page.keyboard.press("Enter")
        page.wait_for_selector(".jp-MarkdownCell .cm-content:focus")
        page.keyboard.press("Control+End")
        page.keyboard.type(" One word more.")
        page.keyboard.press("Control+s")
        page.wait_for_function("() => !document.title.startsWith('*')")
        page.wait_for_timeout(1500)
        saved = outputs(folder / "mine.ipynb")
        assert sum(MIME in data for data in saved) == CELLS
        assert not any(VIEW in data for data in saved)
        page.evaluate(
            """async () => {
              const xsrf = document.cookie.match(/_xsrf=([^;]+)/)?.[1];
              for (const k of await (await fetch('/api/sessions?token=test')).json())
                await fetch(`/api/sessions/${k.id}?token=test`, {method: 'DELETE',
                  headers: {'X-XSRFToken': xsrf ?? ''}});
            }"""
        )
        page.goto(address)
        page.wait_for_selector(".steel-frame-document .sf-quiz", state="attached", timeout=60000)
        assert page.get_by_text("One word more").count() >= 1
        assert (
            page.evaluate(
                "async () => (await (await fetch('/api/sessions?token=test')).json()).length"
            )
            == 0
        )
        assert outside == []
        context.close()


# Voila's own page asks for its icons there, whatever the notebook holds; without internet it has
# none.
OF_VOILA = "https://cdn.jsdelivr.net/npm/@fortawesome/"


@pytest.mark.nightly
def test_voila_runs_it_and_it_is_alive(chromium, tmp_path, watched):
    """Voila runs all cells itself: is each interactive alive, no twin beside it,
    and is an answer kept by the kernel?
    """
    folder = tmp_path / "course"
    put(folder)
    with served(tmp_path, folder, ("voila", str(folder / "mine.ipynb"))) as url:
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        _, outside = watched(page)
        page.goto(f"{url}/?token=test")
        page.wait_for_selector(".sf-quiz", timeout=90000)
        page.wait_for_function("(n) => document.querySelectorAll('.sf').length >= n", arg=CELLS)
        assert page.get_by_text("stands here as on paper").count() == 0
        assert page.locator(".steel-frame-document").count() == 0
        figure = page.locator(".sf-figure").first
        figure.scroll_into_view_if_needed()
        figure.locator(".sf-closed button").click()
        unfold(figure).locator(".main-svg").first.wait_for(timeout=60000)
        card = page.locator(".sf-card:has([data-control='classic-cipher'])")
        card.locator("input[value='1']").check()
        card.get_by_role("button", name="Check").click()
        card.get_by_text("Kept in your answers file.").wait_for()
        context.close()
    assert [line["answer"] for line in answers.read(folder / "answers.jsonl")] == [1]
    assert [url for url in outside if not url.startswith(OF_VOILA)] == []


def by_nbconvert(out):
    """Run and converted at once."""
    ran("nbconvert", "--execute", "--to", "html", "--output-dir", str(out), str(SHIPPED))
    return out / f"{SHIPPED.stem}.html"


def by_papermill(out):
    """Run by papermill, which leaves a notebook; converted afterwards."""
    notebook = out / "mine.ipynb"
    ran("papermill", "--no-progress-bar", str(SHIPPED), str(notebook))
    data = outputs(notebook)
    assert sum(MIME in each and "text/html" in each for each in data) == CELLS
    assert not any(VIEW in each for each in data)
    ran("nbconvert", "--to", "html", str(notebook))
    return notebook.with_suffix(".html")


def ran(module, *arguments):
    command = [sys.executable, "-m", module, *arguments]
    subprocess.run(command, check=True, capture_output=True, timeout=120)


@pytest.mark.parametrize(
    "run", [by_nbconvert, pytest.param(by_papermill, marks=pytest.mark.nightly)]
)
def test_run_where_nobody_looks_on_it_is_a_whole_page(chromium, tmp_path, run):
    """Run and converted without a front end: is every interactive there as its twin,
    without internet?
    """
    context = chromium.new_context(viewport={"width": 1000, "height": 900}, offline=True)
    page = context.new_page()
    page.goto(run(tmp_path).as_uri())
    shown = page.locator(
        ".jp-OutputArea-output .jp-RenderedHTMLCommon, .jp-RenderedHTMLCommon.jp-OutputArea-output"
    )
    assert shown.count() >= CELLS
    assert all(shown.nth(i).inner_text().strip() for i in range(shown.count()))
    assert page.locator("figcaption").count() >= 4
    context.close()

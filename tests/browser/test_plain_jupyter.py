"""A Jupyter of the same environment that nobody started with `course`: does a chapter live, and reopen whole?"""

import json
import subprocess
import sys

import pytest
from kernels import wait_for_kernel

from course import _places
from course.checking.serving import served
from course.hosts.front_ends import VIEW
from course.interactives import MIME

CHAPTER = "01-classic-government.ipynb"
CELLS = 11  # of the chapter, each of which leaves a twin


def put_a_changed_copy(folder):
    """The chapter with one changed cell, which no extension of ours runs by itself, and without what it gave."""
    book = json.loads((_places.shipped_notebooks() / CHAPTER).read_text(encoding="utf-8"))
    for cell in book["cells"]:
        cell["source"] = [line.replace('"classic-half"', "'classic-half'") for line in cell["source"]]
        if cell["cell_type"] == "code":
            cell["outputs"] = []
    folder.mkdir()
    (folder / "mine.ipynb").write_text(json.dumps(book), encoding="utf-8")


def outputs(path):
    book = json.loads(path.read_text(encoding="utf-8"))
    return [o["data"] for c in book["cells"] if c["cell_type"] == "code" for o in c["outputs"]]


@pytest.mark.parametrize(("program", "place"), [("lab", "doc/tree"), ("notebook", "notebooks")])
def test_run_saved_and_reopened(chromium, tmp_path, watched, program, place):
    """Run All, one edit, saved, the kernel gone: does the next reader see every twin, and no `model not found`?"""
    folder = tmp_path / "course"
    put_a_changed_copy(folder)
    command = ("jupyter", program, f"--ServerApp.root_dir={folder}", "--allow-root")
    with served(tmp_path, folder, command) as url:
        address = f"{url}/{place}/mine.ipynb?token=test"
        context = chromium.new_context(viewport={"width": 1280, "height": 900})
        page = context.new_page()
        page.goto(address)
        page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60000)
        wait_for_kernel(page)
        page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
        page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
        page.wait_for_selector(".sf-quiz", timeout=60000)
        page.wait_for_function("() => document.querySelectorAll('.sf-figure').length === 4", timeout=60000)
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
                await fetch(`/api/sessions/${k.id}?token=test`, {method: 'DELETE', headers: {'X-XSRFToken': xsrf ?? ''}});
            }"""
        )
        context.close()
        fresh = chromium.new_context(viewport={"width": 1280, "height": 900})
        page = fresh.new_page()
        _, outside = watched(page)
        page.goto(address)
        page.wait_for_selector(".jp-RenderedHTML", timeout=60000)
        page.wait_for_timeout(3000)
        text = page.evaluate("() => document.body.innerText")
        assert "model not found" not in text.lower()
        assert "Loading widget" not in text
        assert page.get_by_text("One word more").count() >= 1
        assert page.locator(".jp-RenderedHTML").count() >= 4, "the window shows the twins at its head"
        assert outside == []
        fresh.close()


def test_nbconvert_makes_a_whole_page(chromium, tmp_path, watched):
    """Run and converted without a front end: is every interactive there as its twin, with nothing asked of the internet?"""
    command = [sys.executable, "-m", "nbconvert", "--execute", "--to", "html", "--output-dir", str(tmp_path)]
    subprocess.run(
        [*command, str(_places.shipped_notebooks() / CHAPTER)], check=True, capture_output=True, timeout=120
    )
    context = chromium.new_context(viewport={"width": 1000, "height": 900}, offline=True)
    page = context.new_page()
    page.goto((tmp_path / f"{CHAPTER.removesuffix('.ipynb')}.html").as_uri())
    shown = page.locator(
        ".jp-OutputArea-output .jp-RenderedHTMLCommon, .jp-RenderedHTMLCommon.jp-OutputArea-output"
    )
    assert shown.count() >= CELLS
    assert all(shown.nth(i).inner_text().strip() for i in range(shown.count()))
    assert page.locator("figcaption").count() >= 4
    context.close()

"""Is what a student types safe, whatever happens to the kernel, the page and the disk, until it is kept?"""

import json
import re

import pytest

CHAPTER = "01-classic-government.ipynb"
WORDS = 'The flood came first. "Who signs?" <b>سیلاب</b> 🌊\nA second line.'
ASKED = [
    {"id": "say-it", "kind": "text", "stem": "Say it.", "words": 50, "points": 2},
    {"id": "count-it", "kind": "number", "stem": "Count it.", "unit": "%", "points": 1},
]


@pytest.fixture(scope="module")
def lab(served):
    """The course with two sheets of the same questions in it."""
    for name in ("sheet-a", "sheet-b"):
        (served.folder / name).mkdir()
        (served.folder / name / "items.json").write_text(json.dumps({"items": ASKED}), encoding="utf-8")
        cells = [
            {
                "cell_type": "code",
                "id": f"c{i}",
                "metadata": {},
                "execution_count": None,
                "outputs": [],
                "source": f"import course\ncourse.ask({item['id']!r})",
            }
            for i, item in enumerate(ASKED)
        ]
        kernel = {"kernelspec": {"name": "python3", "display_name": "Python 3"}}
        book = {"cells": cells, "metadata": kernel, "nbformat": 4, "nbformat_minor": 5}
        (served.folder / name / f"{name}.ipynb").write_text(json.dumps(book), encoding="utf-8")
    return served


@pytest.fixture
def page(chromium):
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    yield context.new_page()
    context.close()


def opened(page, lab, kernel_awaited, notebook, waits_for):
    page.goto(lab.address(notebook))
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60000)
    kernel_awaited(page)
    if "/" in notebook:
        run_all(page)
    page.wait_for_selector(waits_for, timeout=60000)
    return page


def run_all(page):
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()


KILL = """async () => {
  const ask = (path, method = 'GET') => {
    const token = document.cookie.match(/_xsrf=([^;]+)/)?.[1] ?? '';
    return fetch(path + '?token=test', { method, headers: { 'X-XSRFToken': token } });
  };
  for (const { id } of await (await ask('/api/kernels')).json()) await ask(`/api/kernels/${id}`, 'DELETE');
}"""

CONTROLS = [
    (CHAPTER, "classic-flood", "classic-flood-keep"),
    ("sheet-a/sheet-a.ipynb", "say-it", "say-it-keep"),
]


@pytest.mark.parametrize(("notebook", "box", "button"), CONTROLS, ids=["chapter", "graded sheet"])
def test_the_cure_that_is_told_loses_nothing(page, lab, kernel_awaited, notebook, box, button):
    """Type, kill the kernel, keep; do what the page says, to the letter: is the text there, and is it kept then?"""
    field = f"textarea[data-control='{box}']"
    opened(page, lab, kernel_awaited, notebook, field)
    page.locator(field).fill(WORDS)
    page.evaluate(KILL)
    page.wait_for_timeout(1500)
    page.locator(f"[data-control='{button}']").click()
    said = page.locator(f".sf-card:has({field}) .sf-kept", has_text="Not kept")
    said.wait_for(timeout=20000)
    told = said.inner_text()
    print(told)
    assert "safe in this browser" in told
    assert "Choose Run, then Run All Cells" in told
    run_all(page)
    again = page.locator(f".sf-card:has({field}) .sf-kept", has_text="not kept yet")
    page.wait_for_timeout(3000)
    page.screenshot(path=f"/tmp/pg-{box}.png")
    again.wait_for(timeout=60000)
    assert page.locator(field).input_value() == WORDS
    page.locator(f"[data-control='{button}']").click()
    page.locator(f".sf-card:has({field}) .sf-kept", has_text=re.compile("^Kept")).first.wait_for()

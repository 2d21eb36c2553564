"""Does a chapter live when it is opened, with no kernel,
and does a kernel come once a cell is run, for any notebook?
"""

import json
import time

import pytest
from stored import notebook

START = "00-start-here.ipynb"

COUNTS = """() => [...document.querySelectorAll(
  '.jp-NotebookPanel:not(.lm-mod-hidden) .jp-InputPrompt')]
  .map((e) => e.textContent)"""


@pytest.fixture(autouse=True)
def no_kernel_before(served):
    """Each test begins without a kernel: what an earlier one left
    running would be taken up again.
    """
    served.end_kernels()


def run_cell(page, number):
    """Shift+Enter in the code cell `number` of the notebook in front."""
    cell = page.locator(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-CodeCell").nth(number)
    cell.scroll_into_view_if_needed()
    cell.click(position={"x": 60, "y": 8})  # beside what it shows
    page.keyboard.press("Escape")
    page.keyboard.press("Shift+Enter")
    return cell


@pytest.mark.nightly
def test_opened_cold_it_lives_soon_after_the_page(chromium, cold_server):
    """A fresh server, an empty browser, no click: is the first interactive there as soon as
    JupyterLab shows the text?
    """
    took, shown = [], []
    for _ in range(2):  # a slow start gets a second try: the machine that tests is not always quiet
        with cold_server() as course:
            context = chromium.new_context(viewport={"width": 1280, "height": 900})
            page = context.new_page()
            started = time.perf_counter()
            page.goto(course.address().removesuffix("&reset"), wait_until="commit")
            page.wait_for_selector(".jp-NotebookPanel .jp-RenderedMarkdown h1", timeout=60000)
            shown.append(time.perf_counter() - started)
            page.wait_for_selector(".sf-quiz", timeout=60000)
            took.append(time.perf_counter() - started)
            assert course.sessions() == []
            context.close()
        if took[-1] <= max(6, 1.5 * shown[-1]):
            break
    print(f"every interactive alive after {took} s; JupyterLab shows the text after {shown} s")
    assert min(took) <= max(6, 1.5 * min(shown)), f"the interactives came after {min(took):.1f} s"


def test_two_chapters_read_and_answered_without_a_kernel(reader):
    """Two chapters opened in one window and answered: is no cell run, no kernel started,
    every answer kept and shown?
    """
    page = reader.open().alive(open_all=False).page
    before = page.evaluate(COUNTS)
    at = page.evaluate(
        "[...document.querySelectorAll('.jp-Cell')].findIndex((c) => "
        "c.classList.contains('jp-mod-active'))"
    )
    assert at <= 0
    assert page.evaluate("document.querySelector('.jp-WindowedPanel-outer').scrollTop") == 0
    card = reader.question("classic-cipher")
    card.locator("input[value='2']").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Kept in your answers file.").wait_for()
    assert page.evaluate(COUNTS) == before
    page.goto(reader.served.address(START))
    desk = page.locator(".sf-desk form.sf-card:visible")
    desk.locator("input[type=radio]").first.check(timeout=60000)
    desk.locator("textarea").fill("<b>because</b>")
    desk.locator("[data-control$='-decide']").click()
    desk.get_by_text("Kept in your answers file.").first.wait_for()
    assert reader.served.sessions() == []
    again = reader.open().alive(open_all=False).question("classic-cipher")
    assert again.locator("input[value='2']").is_checked()
    assert "Right." in again.inner_text()
    assert reader.served.sessions() == []


def test_the_first_cell_that_is_run_starts_a_kernel(reader):
    """Shift+Enter: is there no dialog, is what it gives alive,
    and do a student's own widgets work, after a restart too?
    """
    name = reader.served.copy("own.ipynb")
    path = reader.served.folder / name
    chapter = json.loads(path.read_text(encoding="utf-8"))
    slider = "import ipywidgets\nipywidgets.IntSlider(value=7, description='mine')"
    own = notebook(slider, "import course\ncourse.weigh('performance')")["cells"]
    chapter["cells"][1:1] = own
    reader.served.put(name, chapter)
    page = reader.open(name).page
    page.wait_for_selector(".sf-quiz", timeout=60000)
    assert reader.served.sessions() == []
    cell = run_cell(page, 1)
    cell.locator(".widget-slider").wait_for(timeout=60000)
    assert page.locator(".jp-Dialog").count() == 0
    assert len(reader.served.sessions()) == 1
    drawn = run_cell(page, 2)
    drawn.locator(".steel-frame-document [data-chart='performance'] .main-svg").first.wait_for(
        timeout=60000
    )
    page.locator("#jp-MainMenu").get_by_text("Kernel", exact=True).click()
    page.locator(".lm-Menu-item[data-command='kernelmenu:restart']").click()
    page.locator(".jp-Dialog .jp-mod-accept").click()
    page.wait_for_timeout(1000)
    cell = run_cell(page, 1)
    cell.locator(".jp-InputPrompt", has_text="[1]").wait_for(timeout=60000, state="attached")
    cell.locator(".widget-slider").wait_for(timeout=60000)
    assert page.get_by_text("Loading widget").count() == 0


@pytest.mark.nightly
def test_run_all_without_a_kernel_runs_all(reader):
    """Run All Cells, when none runs yet: is every cell run, once,
    and is every interactive alive afterwards?
    """
    name = reader.served.copy("all.ipynb")
    page = reader.open(name).alive().page
    reader.run_all().alive()
    assert page.locator(".steel-frame-document[data-old]").count() == 0
    assert len(reader.served.sessions()) == 1
    assert page.locator(".lm-Widget .jp-OutputArea-output.jupyter-widgets").count() == 0


def test_a_strangers_notebook_is_as_in_plain_jupyterlab(reader, kernel_awaited):
    """A notebook not of the course: does its kernel start at once, is nothing run, and are its
    widgets and figures shown?
    """
    slider = "import ipywidgets\nipywidgets.IntSlider(value=7)"
    figure = "import plotly.graph_objects as go\ngo.Figure(go.Scatter(x=[1, 2], y=[1, 2]))"
    page = reader.open(
        reader.served.put("stranger.ipynb", notebook(slider, "print('ran')", figure))
    ).page
    kernel_awaited(page)
    assert reader.served.sessions() == ["stranger.ipynb"]
    page.wait_for_timeout(1500)
    assert page.locator(".jp-OutputArea-output").count() == 0
    run_cell(page, 0).locator(".widget-slider").wait_for(timeout=60000)
    run_cell(page, 2).locator(".main-svg").first.wait_for(timeout=60000)


@pytest.mark.nightly
def test_a_readers_own_figure_beside_the_courses(reader):
    """A chart of the course is drawn first: is a figure of a kind that a
    release's plotly.js does not know drawn as well?
    """
    name = reader.served.copy("beside.ipynb")
    path = reader.served.folder / name
    chapter = json.loads(path.read_text(encoding="utf-8"))
    figure = "import plotly.graph_objects as go\ngo.Figure(go.Heatmap(z=[[1, 2], [3, 4]]))"
    chapter["cells"][1:1] = notebook("import course\ncourse.weigh('performance')", figure)["cells"]
    reader.served.put(name, chapter)
    page = reader.open(name).page
    page.wait_for_selector(".sf-quiz", timeout=60000)
    run_cell(page, 1).locator("[data-chart='performance'] .main-svg").first.wait_for(timeout=60000)
    run_cell(page, 2).locator(".heatmaplayer image").wait_for(timeout=60000)


@pytest.mark.nightly
def test_saved_and_reopened_it_lives_with_its_answers(reader):
    """A chapter with a card of the student's own, saved, its kernel gone:
    is all of it alive again, with the answers?
    """
    name = reader.served.copy("saved.ipynb")
    path = reader.served.folder / name
    chapter = json.loads(path.read_text(encoding="utf-8"))
    chapter["cells"][1:1] = notebook("import course\ncourse.weigh('performance')")["cells"]
    reader.served.put(name, chapter)
    page = reader.open(name).page
    page.wait_for_selector(".sf-quiz", timeout=60000)
    run_cell(page, 1).locator(".main-svg").first.wait_for(timeout=60000)
    card = reader.question("classic-cipher")
    card.locator("input[value='2']").check()
    card.get_by_role("button", name="Check").click()
    card.get_by_text("Kept in your answers file.").wait_for()
    page.keyboard.press("Escape")
    page.locator("#jp-MainMenu").get_by_text("File", exact=True).click()
    with page.expect_response(lambda r: r.request.method == "PUT" and "/api/contents/" in r.url):
        page.locator(".lm-Menu-item[data-command='docmanager:save']").click()
    saved = path.read_text(encoding="utf-8")
    assert "widget-view" not in saved
    page.goto("about:blank")
    reader.served.end_kernels()
    reader.open(name)
    page.wait_for_selector(".sf-quiz", timeout=60000)
    assert reader.served.sessions() == []
    page.locator(".jp-CodeCell").nth(1).locator(".main-svg").first.wait_for()
    assert reader.question("classic-cipher").locator("input[value='2']").is_checked()


@pytest.mark.nightly
def test_a_module_beside_it_does_not_matter(reader):
    """Beside Python files that could pose as a module: does the chapter live,
    and does a cell of it run the course's?
    """
    folder = reader.served.folder / "posing"
    for name in ("course/__init__.py", "pandas.py", "plotly.py"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text("print('ran')", encoding="utf-8")
    chapter = (reader.served.folder / START).read_text(encoding="utf-8")
    (folder / START).write_text(chapter, encoding="utf-8")
    page = reader.open(f"{folder.name}/{START}").page
    page.locator(".sf-progress").wait_for(timeout=60000)
    reader.run_all()
    assert "'ran'" not in page.content()

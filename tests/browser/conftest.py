"""A real JupyterLab, as `course` serves it, and a real Chromium."""

import contextlib
import json
from pathlib import Path
from urllib.request import Request, urlopen

import pytest
from chromiums import launched
from kernels import wait_for_kernel
from unfolding import unfold
from windows import Windows, watch

from tools.checking.serving import served as started

CHAPTER = "01-classic-government.ipynb"
DOCUMENT = ".steel-frame-document"
# A worker takes file after file. What takes longest comes first, or one worker ends alone with it;
# needs --no-loadscope-reorder.
LONG = [
    "hosts", "live", "opening", "cards", "picture", "web_edition", "drafts", "pages_of_a_server",
    "slides", "explorable", "every_page", "interactives", "still", "windows", "javascript",
    "small_screens", "printed", "memo", "stored_documents", "labels", "accountability", "verdicts",
    "upgrade", "keyboard",
]  # fmt: skip


def pytest_collection_modifyitems(items):
    place = {f"test_{name}.py": n for n, name in enumerate(LONG)}
    items.sort(key=lambda item: place.get(item.path.name, len(LONG)))
    for item in items:
        own = item.get_closest_marker("bundle") or item.get_closest_marker("basic")
        if Path(__file__).parent in item.path.parents and not own:
            item.add_marker("browser")


class Served:
    """A running course: its address, and the student's folder."""

    def __init__(self, url, folder):
        self.url, self.folder = url, folder

    def address(self, notebook=CHAPTER):
        return f"{self.url}/doc/tree/{notebook}?token=test&reset"

    def put(self, name, book):
        """A notebook (a dict) in the student's folder; returns its name."""
        (self.folder / name).write_text(json.dumps(book), encoding="utf-8")
        return name

    def asked(self, path, method="GET"):
        """What the server answers of itself, as JSON."""
        request = Request(
            f"{self.url}/{path}", method=method, headers={"Authorization": "token test"}
        )
        with urlopen(request, timeout=30) as reply:
            raw = reply.read()
        return json.loads(raw) if raw else None

    def sessions(self):
        """Every notebook that has a kernel."""
        return [session["path"] for session in self.asked("api/sessions")]

    def end_kernels(self):
        for session in self.asked("api/sessions"):
            self.asked(f"api/sessions/{session['id']}", "DELETE")

    def copy(self, name):
        """The chapter once more, under another name; returns that."""
        return self.put(name, json.loads((self.folder / CHAPTER).read_text(encoding="utf-8")))


@contextlib.contextmanager
def serve(home):
    """A course in an empty home, until the block ends."""
    folder = home / "steel-frame"
    with started(home, folder) as url:  # STEEL_FRAME_STRICT, set by tests/conftest.py, goes along
        yield Served(url, folder)


@pytest.fixture(scope="session")
def served(tmp_path_factory):
    with serve(tmp_path_factory.mktemp("home")) as course:
        yield course


@pytest.fixture
def cold_server(tmp_path_factory):
    """Starts a course of its own, as often as it is called."""
    return lambda: serve(tmp_path_factory.mktemp("cold"))


@pytest.fixture(scope="session")
def chromium():
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = launched(playwright.chromium)
        yield browser
        browser.close()


@pytest.fixture
def firefox():
    """A fresh Debian Firefox; see firefox.py."""
    from firefox import firefox as fresh

    with fresh() as window:
        yield window


@pytest.fixture(scope="session")
def kernel_awaited():
    """A function that waits until a page's kernel is connected and idle."""
    return wait_for_kernel


@pytest.fixture(scope="session")
def watched():
    """A function that begins to watch a page."""
    return watch


def run_all(page):
    """Run, Run All Cells, by JupyterLab's menu."""
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()


class Reader:
    """A browser window on a chapter; remembers what went wrong and what left the machine."""

    def __init__(self, page, served, errors, outside):
        self.page, self.served = page, served
        self.errors, self.outside = errors, outside

    def open(self, notebook=CHAPTER):
        self.page.goto(self.served.address(notebook))
        self.page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=60000)
        return self

    def alive(self, open_all=True):
        """Wait until the chapter lives; open what waits for a prediction, unless told not to."""
        self.page.wait_for_selector(".sf-quiz", timeout=60000)
        self.page.wait_for_function(
            "() => document.querySelectorAll('.sf-figure').length === 4", timeout=60000
        )
        if open_all:
            closed = self.page.locator(".sf-held .sf-closed button")
            while closed.count():
                closed.first.click()
        for figure in self.page.locator(
            ".sf-figure:not(.sf-held)"
        ).all():  # plotly.js comes when one is near
            figure.scroll_into_view_if_needed()
            unfold(figure).locator(
                ".sf-chart"
            ).scroll_into_view_if_needed()  # it lies below the scene
            figure.locator(".sf-chart .main-svg").first.wait_for(timeout=60000)
        return self

    def run_all(self):
        """Run, Run All Cells, by the menu; returns when every document is drawn anew."""
        self.page.evaluate(
            f"document.querySelectorAll('{DOCUMENT}').forEach((e) => (e.dataset.old = 'true'))"
        )
        shown = self.page.locator(DOCUMENT).count()
        run_all(self.page)
        self.page.wait_for_function(
            "([name, n]) => document.querySelectorAll(`${name}:not([data-old]) .sf`).length >= n",
            arg=[DOCUMENT, shown],
            timeout=60000,
        )
        return self

    def figure(self, name):
        return self.page.locator(f".sf-figure:has([data-chart='{name}'])")

    def question(self, item):
        """The card of a question, turned to."""
        tabs = self.page.locator(".sf-tab")
        card = self.page.locator(f".sf-card:has([data-control='{item}'])")
        for i in range(tabs.count()):
            if card.is_visible():
                break
            tabs.nth(i).click()
        return card


@pytest.fixture(scope="session")
def reader_of():
    """A function (page, address, student's folder) that gives a
    Reader of a course served elsewhere.
    """
    return lambda page, url, folder: Reader(page, Served(url, folder), *watch(page))


@pytest.fixture(scope="session")
def windows(chromium):
    """Lends windows that stay open from test to test; see windows.py."""
    return Windows(chromium)


@pytest.fixture
def window(windows):
    """A page 1280 wide, such as JupyterLab needs."""
    with windows.lent() as window:
        yield window.page


@pytest.fixture(scope="session")
def reading(windows, served):
    """A function (width, "light" or "dark") that lends a window for the length of a block, and
    judges it at the end.
    """

    @contextlib.contextmanager
    def lent(width=1280, scheme="light"):
        with windows.lent(width, scheme) as window:
            reader = Reader(window.page, served, window.errors, window.outside)
            yield reader
            assert reader.errors == [], (
                "The page logged errors; open the chapter and read the browser's console."
            )
            assert reader.outside == [], (
                "The page asked another machine for something; ship it inside the course."
            )

    return lent


@pytest.fixture
def reader(reading, request):
    """A window of the test's own; parametrise with (width, "light" or "dark")."""
    with reading(*getattr(request, "param", ())) as reader:
        yield reader


# JupyterLab both wide and as a phone, at night; the two forms of the edition, which differ in where
# their scripts lie, in one each.
SEEN = [
    pytest.param(("lab", 1280, "light"), marks=pytest.mark.nightly),
    pytest.param(("lab", 360, "dark"), marks=pytest.mark.nightly),
    pytest.param(("folder", 1280, "dark"), marks=pytest.mark.nightly),
    ("single", 360, "light"),
]
NAMES = ["lab-1280-light", "lab-360-dark", "folder-1280-dark", "single-360-light"]


@pytest.fixture(params=SEEN, ids=NAMES)
def seen(request):
    """(front, width, "light" or "dark") in which an interactive is seen."""
    return request.param


@pytest.fixture
def front(seen):
    return seen[0]

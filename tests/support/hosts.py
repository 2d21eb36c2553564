"""The places where a document is shown, each behind the same few words,
so that one test can ask all of them the same.
"""

import json
import shutil

from course import _places
from course.hosts.pages import edition
from tools.checking.serving import served

__all__ = ["HOSTS", "START", "STEM", "Kernel", "Lab", "Pages", "ServerPages"]

START, STEM = "00-start-here", "01-classic-government"
MARK = "steel-frame:answer:"


class Pages:
    """The edition in a folder, or as one file a chapter: answers lie in the browser."""

    def __init__(self, home, *, single=False):
        shipped = _places.shipped_notebooks()
        edition(
            home, single=single, notebooks=[shipped / f"{stem}.ipynb" for stem in (START, STEM)]
        )
        self.home = home

    def address(self, stem):
        return (self.home / f"{stem}.html").as_uri()

    def open(self, page, stem, waits_for):
        page.goto(self.address(stem))
        page.wait_for_selector(waits_for, timeout=60000)

    def lines(self, page):
        """The answers that are kept, as told on this page."""
        texts = page.evaluate(
            f"Object.keys(localStorage).filter((k) => k.startsWith('{MARK}')).map((k) => "
            "localStorage[k])"
        )
        return [json.loads(text) for text in texts]

    def put(self, page, lines):
        """Lay lines beside the others, as an older version or a stranger would have."""
        page.evaluate(
            f"(texts) => texts.forEach((text, i) => localStorage.setItem(`{MARK}x:${{i + 1}}`, "
            "text))",
            [json.dumps(line) for line in lines],
        )


class Lab:
    """The course's own JupyterLab: the server keeps answers in a file, and no kernel runs."""

    command = ("course",)

    def __init__(self, home):
        self.folder = home / "steel-frame"
        self._served = served(home, self.folder, self._command())
        self.url = self._served.__enter__()

    def _command(self):
        return self.command

    def close(self):
        self._served.__exit__(None, None, None)

    def address(self, stem):
        return f"{self.url}/doc/tree/{stem}.ipynb?token=test&reset"

    def open(self, page, stem, waits_for):
        page.goto(self.address(stem))
        page.wait_for_selector(waits_for, timeout=60000)

    def lines(self, _page):
        path = self.folder / "answers.jsonl"
        return (
            [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]
            if path.exists()
            else []
        )

    def put(self, _page, lines):
        text = "".join(json.dumps(line) + "\n" for line in lines)
        with (self.folder / "answers.jsonl").open("a", encoding="utf-8") as file:
            file.write(text)


class ServerPages(Lab):
    """The same server's pages, as `course read` opens them."""

    def address(self, stem):
        return f"{self.url}/steel-frame/{stem}.html?token=test"


class Kernel(Lab):
    """A JupyterLab without the course's extensions: a kernel gives each document as a widget."""

    def __init__(self, home):
        (home / "steel-frame").mkdir()
        for stem in (START, STEM):
            shutil.copyfile(
                _places.shipped_notebooks() / f"{stem}.ipynb",
                home / "steel-frame" / f"{stem}.ipynb",
            )
        super().__init__(home)

    def _command(self):
        off = "--ServerApp.jpserver_extensions={'course.hosts.jupyter.extension': False}"
        return ("jupyter", "lab", f"--ServerApp.root_dir={self.folder}", "--allow-root", off)

    def open(self, page, stem, waits_for):
        page.goto(self.address(stem))
        page.get_by_text("stands here as on paper").first.wait_for(timeout=60000)
        page.get_by_text("choose Run, then Run All Cells").first.wait_for()
        assert page.locator(".sf").count() == 0, "before a kernel, it shows twins alone"
        page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
        page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()
        # every cell runs in a kernel that has just started
        page.wait_for_selector(waits_for, timeout=120000)
        assert page.locator(".steel-frame-document").count() == 0, "a widget brought it to life"


HOSTS = {
    "folder": Pages,
    "single": lambda home: Pages(home, single=True),
    "pages of a server": ServerPages,
    "JupyterLab": Lab,
    "a plain kernel": Kernel,
}

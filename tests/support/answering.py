"""Answer an assignment in a browser, as a student does: by the page's own inputs."""

import json
import re
import time
from urllib.request import Request, urlopen

from kernels import wait_for_kernel

from tools.checking.serving import answers

__all__ = ["Sheet", "answer"]


def _served(person, server):
    for _ in range(600):
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\S*token=(\w+)", person.said())
        if found and answers(int(found[1])):  # Jupyter names its port a moment before it listens
            return found[1], found[2]
        assert server.poll() is None, person.said()
        time.sleep(0.1)
    raise AssertionError(person.said())


class Sheet:
    """A student's sheet in a browser's page: `name` in the folder of a Person whose server runs."""

    def __init__(self, page, person, server, name):
        self._page, self._name = page, name
        self._port, self._token = _served(person, server)

    def open(self):
        """Open it; returns when its cells are there."""
        where = f"http://127.0.0.1:{self._port}/doc/tree/{self._name}/{self._name}.ipynb"
        self._page.goto(f"{where}?token={self._token}&reset")
        self._page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=90000)

    def address(self, path):
        """Where the student's server shows `path`, with what lets her in."""
        return f"http://127.0.0.1:{self._port}/{path}?token={self._token}"

    def is_empty(self):
        """Holds no cell a document?"""
        path = f"api/contents/{self._name}/{self._name}.ipynb"
        cells = self._asked(path)["content"]["cells"]
        return not any(cell.get("outputs") for cell in cells)

    def run_all(self):
        """Choose Run, Run All Cells, once the kernel is there that a
        sheet of an earlier version starts.
        """
        wait_for_kernel(self._page)
        self._page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
        self._page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()

    def kernels(self):
        """How many kernels run on the student's server."""
        return len(self._asked("api/kernels"))

    def _asked(self, path):
        url = f"http://127.0.0.1:{self._port}/{path}"
        with urlopen(
            Request(url, headers={"Authorization": f"token {self._token}"}), timeout=30
        ) as reply:
            return json.loads(reply.read())


def _fill(card, item, given):
    match item["kind"]:
        case "choice":
            card.locator(f"input[value='{given}']").check()
        case "several":
            for place, box in enumerate(card.locator("input").all()):
                box.set_checked(place in given)
        case "classify" | "match":
            for pick, value in zip(card.locator("select").all(), given, strict=True):
                pick.select_option(str(value))
        case "order":
            for place, step in enumerate(given):
                while card.locator("li").nth(place).locator(f"[data-step='{step}']").count() == 0:
                    card.locator(f"[data-step='{step}'][data-by='-1']").click()
        case "number":
            card.locator("input").fill(str(given))
        case _:
            card.locator("textarea").fill(given)


def answer(page, item, given):
    """Give one answer and wait until it is kept."""
    keep = page.locator(f"[data-control='{item['id']}-keep']")
    keep.wait_for(timeout=90000)
    card = page.locator(f".sf-card:has([data-control='{item['id']}-keep'])")
    _fill(card, item, given)
    keep.click()
    card.locator(".sf-kept", has_text=re.compile(r"^Kept")).wait_for(timeout=30000)

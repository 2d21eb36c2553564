"""Answer an assignment in a browser, as a student does: by the page's own inputs."""

import re
import time

from kernels import wait_for_kernel

from course.checking.serving import answers

__all__ = ["answer", "open_sheet"]


def _served(person, server):
    for _ in range(600):
        found = re.search(r"http://127\.0\.0\.1:(\d+)/\S*token=(\w+)", person.said())
        if found and answers(int(found[1])):  # Jupyter names its port a moment before it listens
            return found[1], found[2]
        assert server.poll() is None, person.said()
        time.sleep(0.1)
    raise AssertionError(person.said())


def open_sheet(page, person, server, name):
    """Open the sheet and choose Run, Run All Cells; returns when each item is there."""
    port, token = _served(person, server)
    page.goto(f"http://127.0.0.1:{port}/doc/tree/{name}/{name}.ipynb?token={token}&reset")
    page.wait_for_selector(".jp-NotebookPanel .jp-Cell", timeout=90000)
    wait_for_kernel(page)
    page.locator("#jp-MainMenu").get_by_text("Run", exact=True).click()
    page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click()


def _fill(card, item, given):
    match item["kind"]:
        case "choice":
            card.locator("input").nth(given).check()
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

"""How long from an address to an interactive that lives, and what is there when a chapter is saved
and opened again.

`course check --measure opening` opens chapters in the course's JupyterLab, as pages, and in
JupyterLab as it comes, each in a fresh window of Chromium, in turn.
"""

import asyncio
import json
import re
import shutil
import tempfile
from pathlib import Path
from statistics import median
from typing import Any
from urllib.request import Request, urlopen

from course import _places
from tools.checking.reading import CHAPTERS, Reader, chromium, documents
from tools.checking.serving import served

__all__ = ["ROUNDS", "opening"]

ROUNDS = 5
_PLAIN = (
    "jupyter",
    "lab",
    "--ServerApp.jpserver_extensions={'course.hosts.jupyter.extension': False}",
    "--allow-root",
)
_BEFORE = {"lab": "5.2 s", "late": "1.1 s", "page": "-", "kernels": "2", "again": "twins"}
_GOAL = {
    "lab": "-",
    "late": "<= 0.3 s",
    "page": "<= 0.6 s",
    "kernels": "0",
    "again": "live, answers shown",
}


def _asked(url: str, path: str, method: str = "GET") -> Any:
    headers = {"Authorization": "token test"}
    request = Request(f"{url}/{path}", method=method, headers=headers)  # noqa: S310 this machine's own server
    with urlopen(request, timeout=60) as reply:  # noqa: S310 the same
        raw = reply.read()
    return json.loads(raw) if raw else None


def _in_lab(url, stem):
    return f"{url}/doc/tree/{stem}.ipynb?token=test"


async def _waits(browser, course, plain, rounds):
    """{"plain", "lab", "page": [seconds of each round]}; those of the course as Reader.open gives
    them.
    """
    found = {"plain": [], "lab": [], "page": []}
    for turn in range(rounds + 1):
        async with Reader(browser) as reader:
            plainly = await reader.text(_in_lab(plain, CHAPTERS[0]))
        async with Reader(browser) as reader:
            lab = await reader.open(_in_lab(course, CHAPTERS[0]), documents(CHAPTERS[0]))
        async with Reader(browser) as reader:
            page = await reader.open(f"{course}/steel-frame/{CHAPTERS[0]}.html?token=test")
        # the first does not count: files are read from the disk, servers load what they need
        if turn:
            found["plain"].append(plainly)
            found["lab"].append(lab)
            found["page"].append(page)
    return found


async def _read_and_kept(browser, url):
    """(kernels after two chapters were read and answered,
    how a chapter is after Save with its kernel gone).
    """
    async with Reader(browser) as reader:
        for stem in CHAPTERS:
            await reader.open(_in_lab(url, stem), documents(stem))
            await reader.answer()
        kernels = len(_asked(url, "api/kernels"))
        cell = reader.page.locator(".jp-CodeCell").first
        await cell.click(position={"x": 60, "y": 8})
        await reader.page.keyboard.press("Escape")
        await reader.page.keyboard.press("Shift+Enter")
        await reader.page.locator(".jp-InputPrompt", has_text=re.compile(r"\d")).first.wait_for(
            state="attached"
        )
        await reader.page.keyboard.press("Control+s")
        await _saved(reader.page)
    for kernel in _asked(url, "api/kernels"):
        _asked(url, f"api/kernels/{kernel['id']}", "DELETE")
    async with Reader(browser) as reader:
        seen = await reader.open(_in_lab(url, CHAPTERS[-1]), documents(CHAPTERS[-1]))
        is_answered, left = await reader.is_answered(), len(_asked(url, "api/kernels"))
    told = (
        f"{seen['live']} of {documents(CHAPTERS[-1])} live, its answer "
        f"{'shown' if is_answered else 'not shown'}, {left} kernels"
    )
    return kernels, told


async def _saved(page):
    await page.wait_for_function("!document.querySelector('.jp-mod-dirty')")


async def _all(course, plain, rounds):
    async with chromium("opening") as browser:
        waits = await _waits(browser, course, plain, rounds)
        return waits, *await _read_and_kept(browser, course)


def _lines(waits, kernels, again, rounds):
    plain, lab, page = median(waits["plain"]), waits["lab"], waits["page"]
    first, text = (median(one[name] for one in lab) for name in ("first", "text"))
    late = median(max(0, one["last"] - one["text"]) for one in lab)
    on_page = median(one["first"] for one in page)
    yield (
        f"Chapter 01 in a fresh window of Chromium, {rounds} times each in turn, medians. "
        "JupyterLab as it comes shows the "
        f"chapter's text after {plain:.1f} s; the course's after {text:.1f} s, "
        f"{text / plain:.2f} times."
    )
    yield from ("", "| | before | goal | now |", "|---|---|---|---|")
    rows = {
        "lab": (
            "in JupyterLab, from the address to the first interactive",
            f"{first:.1f} s; {first / plain:.2f} times plain JupyterLab's text",
        ),
        "late": ("in JupyterLab, the last interactive after the text", f"{late:.2f} s"),
        "page": (
            "`course read`, from the address to the first interactive",
            f"{on_page:.2f} s; {on_page / plain:.2f} times plain JupyterLab's text",
        ),
        "kernels": ("kernels after two chapters were read and answered", str(kernels)),
        "again": ("a chapter with a cell run, saved, its kernel gone, opened again", again),
    }
    for name, (what, now) in rows.items():
        yield f"| {what} | {_BEFORE[name]} | {_GOAL[name]} | {now} |"


def opening(rounds=ROUNDS):
    """Measure and return markdown lines. Raises CourseError if
    playwright or Chromium is missing, or a page fails.
    """
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True, prefix="steel-frame-") as place:
        ours, plain = Path(place, "ours"), Path(place, "plain")
        ours.mkdir()
        plain.mkdir()
        shutil.copy(_places.shipped_notebooks() / f"{CHAPTERS[0]}.ipynb", plain)
        command = (*_PLAIN, f"--ServerApp.root_dir={plain}")
        with served(ours) as course, served(plain, command=command) as other:
            found = asyncio.run(_all(course, other, rounds))
    return list(_lines(*found, rounds))

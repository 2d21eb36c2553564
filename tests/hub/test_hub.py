"""Does a hub carry a class: thirty students at once read chapter 01 and answer in it,
two of them in a real browser?
"""

import asyncio
import json
import os
import time
from types import SimpleNamespace

import psutil
import pytest
from chromiums import launched

from course import _places
from course.interactives import MIME
from course.items import answers, questions
from tools.checking import processes
from tools.checking.serving_hub import hub
from tools.checking.student import Student

STUDENTS = int(os.environ.get("STEEL_FRAME_STUDENTS", "30"))
CHAPTER = "01-classic-government.ipynb"
CODE = [
    cell
    for cell in json.loads((_places.shipped_notebooks() / CHAPTER).read_text("utf-8"))["cells"]
    if cell["cell_type"] == "code"
]
STORED = [out["data"][MIME] for cell in CODE for out in cell["outputs"] if MIME in out["data"]]
FIGURES = sum(stored["module"] == "explorable" for stored in STORED)
QUESTION, ANSWER = "classic-cipher", 2
# The page shows the options in an order of its own.
ASKED = next(item for item in questions.of_chapter("classic") if item["id"] == QUESTION)
WORDS = ASKED["options"][ANSWER]["text"]
# two in a browser; the third runs the whole chapter
READER, BY_HAND, RUNNER = (
    "student0",
    "student1",
    "student2",
)
LECTURER = """
c.Spawner.environment.update({"STEEL_FRAME_CLASS": lambda spawner: (
    "~/class" if spawner.user.name == "amina" else "")})
"""


def test_options_are_jupyterhubs():
    """Is each option of deploy/jupyterhub_config.py one that the class it names has?"""
    from jupyterhub.app import JupyterHub
    from jupyterhub.spawner import Spawner
    from traitlets.config import Config

    config = Config()
    path = _places.root() / "deploy" / "jupyterhub_config.py"
    exec(
        compile(path.read_text(encoding="utf-8"), str(path), "exec"), {"get_config": lambda: config}
    )
    classes = {"JupyterHub": JupyterHub, "Spawner": Spawner}
    for owner, section in config.items():
        for option in section:
            assert option in classes[owner].class_traits(config=True), (
                f"{owner} has no option {option}"
            )


async def by_wire(url, name):
    """Log in, read the chapter and answer in it, or run it; returns what the Student tells."""
    async with Student(url, name) as student:
        await student.log_in()
        await student.served()
        if name == RUNNER:
            return await student.run(CHAPTER)
        return await student.read(CHAPTER, QUESTION, ANSWER)


async def in_a_browser(browser, url, name):
    """Log in by the form, be led to the start page, open the chapter, answer in it;
    one of two runs a cell by hand.
    """
    errors = []
    context = await browser.new_context(viewport={"width": 1280, "height": 900})
    page = await context.new_page()
    page.set_default_timeout(200000)
    await page.goto(f"{url}/hub/login")
    await page.locator("#username_input").fill(name)
    await page.locator("#password_input").fill("x")
    await page.locator("#login_submit").click()
    await page.wait_for_url(f"**/user/{name}/doc/tree/00-start-here.ipynb*")
    page.on("pageerror", lambda error: errors.append(str(error)))
    await page.goto(f"{url}/user/{name}/doc/tree/{CHAPTER}")
    await page.wait_for_selector(".sf-quiz")
    await page.wait_for_function(
        f"() => document.querySelectorAll('.sf-figure').length === {FIGURES}"
    )
    card = page.locator(".sf-quiz .sf-card").first
    await card.locator(".sf-option", has_text=WORDS).click()
    await card.locator("button", has_text="Check").click()
    await card.locator(".sf-kept", has_text="Kept in your answers file.").wait_for()
    if name == BY_HAND:
        cell = page.locator(".jp-CodeCell").first
        await cell.click(position={"x": 60, "y": 8})  # beside what it shows
        await page.evaluate("document.querySelector('.steel-frame-document').dataset.old = 'true'")
        await page.keyboard.press("Escape")
        await page.keyboard.press("Control+Enter")
        await cell.locator(".steel-frame-document:not([data-old]) .sf").wait_for()
    shown = await page.locator("text=This part cannot be shown").count()
    await context.close()
    assert (errors, shown) == ([], 0), f"{name}: the page logged errors, or a part cannot be shown"
    return {"documents": len(STORED), "kept": True}


async def whole_class(url):
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await launched(playwright.chromium)
        students = [
            (in_a_browser(browser, url, name) if name in (READER, BY_HAND) else by_wire(url, name))
            for name in (f"student{n}" for n in range(STUDENTS))
        ]
        try:
            return await asyncio.gather(*students, return_exceptions=True)
        finally:
            await browser.close()


def kernels(pids):
    """Those of these processes that are kernels."""
    return [
        pid for pid in pids if any("ipykernel" in word for word in psutil.Process(pid).cmdline())
    ]


def ports(pids):
    """The ports on which these processes listen."""
    lines = [line for pid in pids for line in psutil.Process(pid).net_connections(kind="inet")]
    return {line.laddr.port for line in lines if line.status == psutil.CONN_LISTEN}


@pytest.fixture(scope="module")
def taught(tmp_path_factory):
    """A hub on which everybody has come at once: what each was told, seconds,
    each one's processes and ports, what is left.
    """
    folder = tmp_path_factory.mktemp("hub")
    began = time.monotonic()
    with hub(folder) as url:
        told = asyncio.run(whole_class(url))
        seconds = time.monotonic() - began
        homes = sorted((folder / "homes").iterdir())
        running = {home.name: processes.of(home) for home in homes}
        listening = {name: ports(pids) for name, pids in running.items()}
        started = {name: len(kernels(pids)) for name, pids in running.items()}
    left = [pid for home in homes for pid in processes.of(home)]
    print(
        f"{STUDENTS} students: {seconds:.0f} s from the hub's start to the last answer of the "
        "last student"
    )
    found = {
        "told": told,
        "running": running,
        "listening": listening,
        "started": started,
        "left": left,
    }
    return SimpleNamespace(**found, folder=folder)


def test_everybody_reads_and_answers(taught):
    """Has each student the whole chapter, and the one who runs it every cell without an error?"""
    assert [str(one) for one in taught.told if not isinstance(one, dict)] == []
    assert len(taught.told) == STUDENTS
    ran = [one for one in taught.told if "cells" in one]
    assert [one["cells"] for one in ran] == [len(CODE)]
    assert all(
        one == {"documents": len(STORED), "kept": True} for one in taught.told if one not in ran
    )


def test_each_answer_is_in_its_students_file(taught):
    """Once, in the folder of the student who gave it, beside the chapters?"""
    for home in (taught.folder / "homes").iterdir():
        folder = home / "steel-frame"
        assert len(list(folder.glob("*.ipynb"))) == len(
            list(_places.shipped_notebooks().glob("*.ipynb"))
        )
        kept = [(line["item"], line["answer"]) for line in answers.read(folder / "answers.jsonl")]
        assert kept == ([] if home.name == RUNNER else [(QUESTION, ANSWER)]), home.name


def test_a_kernel_is_only_where_a_cell_was_run(taught):
    """Have thirty a server each, and only those a kernel who ran a cell themselves?"""
    assert [name for name, pids in taught.running.items() if not pids] == []
    assert len(taught.running) == STUDENTS
    assert {name for name, count in taught.started.items() if count} == {BY_HAND, RUNNER}
    assert sum(taught.started.values()) == 2


def test_no_kernel_was_given_ports(taught):
    """Is there no port that was drawn for a kernel, and that another might draw too before the
    kernel takes it?

    One is the server's, and one a kernel takes by itself, for what its children print. With ports
    there would be seven.
    """
    for name, found in taught.listening.items():
        assert len(found) <= 1 + taught.started[name], name
    assert len(set.union(*taught.listening.values())) >= STUDENTS


def test_nothing_is_left_running(taught):
    """When the hub is told to stop, do its servers and kernels stop too?"""
    assert taught.left == []


async def _read(url, name):
    """Follow the link for phones, log in, answer the first question of chapter 01; returns the
    addresses that were shown.
    """
    from playwright.async_api import async_playwright

    async with async_playwright() as playwright:
        browser = await launched(playwright.chromium)
        context = await browser.new_context(
            viewport={"width": 360, "height": 780}, has_touch=True, is_mobile=True
        )
        page = await context.new_page()
        page.set_default_timeout(60000)
        errors = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        await page.goto(f"{url}/hub/user-redirect/steel-frame/")
        await page.locator("#username_input").fill(name)
        await page.locator("#password_input").fill("x")
        await page.locator("#login_submit").click()
        await page.locator(f"a[href='{CHAPTER.removesuffix('.ipynb')}.html']").first.tap()
        await page.locator("[data-live] .sf-quiz").first.wait_for()
        address = page.url
        card = page.locator(".sf-quiz .sf-card").first
        await card.locator(".sf-option", has_text=WORDS).tap()
        await card.locator("button", has_text="Check").tap()
        await card.locator(".sf-kept", has_text="Kept in your answers file.").wait_for()
        lab = await page.locator(".home a", has_text="Open in JupyterLab").get_attribute("href")
        await browser.close()
    assert errors == []
    return address, lab


def test_a_phone_reads_pages(tmp_path):
    """Does one link lead each student to their own pages,
    which keep answers in the student's file without a kernel?
    """
    with hub(tmp_path) as url:
        address, lab = asyncio.run(_read(url, "zara"))
        running = processes.of(tmp_path / "homes" / "zara")
        started = kernels(running)
    name = CHAPTER.removesuffix(".ipynb")
    assert (address, lab) == (
        f"{url}/user/zara/steel-frame/{name}.html",
        f"/user/zara/doc/tree/{CHAPTER}",
    )
    assert running
    assert started == []
    [line] = answers.read(tmp_path / "homes" / "zara" / "steel-frame" / "answers.jsonl")
    assert line["answer"] == 2


async def _asked(url):
    """What a lecturer and a student get of formgrader,
    of terminals and of the list of assignments.
    """
    found = {}
    for name in ("amina", "ali"):
        async with Student(url, name) as one:
            await one.log_in()
            await one.served()
            found[name] = {
                "formgrader": await one.asked("GET", "formgrader/manage_assignments"),
                "assignments": await one.asked("GET", "formgrader/api/assignments"),
                "terminal": await one.asked("POST", "api/terminals"),
                "list": await one.asked("GET", "courses"),
            }
    return found


def test_a_lecturer_marks_and_a_student_does_not(tmp_path):
    """Has the lecturer's server formgrader on the class folder and a terminal,
    and a student's neither?
    """
    from course.classroom.cycle.init import init

    names = init(tmp_path / "homes" / "amina" / "class", course="policy-test", seed=1)
    with hub(tmp_path, LECTURER) as url:
        found = asyncio.run(_asked(url))
    lecturer, student = found["amina"], found["ali"]
    assert lecturer["formgrader"].status_code == 200
    assert {one["name"] for one in lecturer["assignments"].json()} == set(names)
    assert lecturer["terminal"].status_code == 200
    assert {student[what].status_code for what in ("formgrader", "assignments", "terminal")} == {
        404
    }
    assert student["list"].status_code == 200, "a student must be able to fetch and hand in"

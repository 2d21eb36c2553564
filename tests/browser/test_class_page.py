"""The lecturer's page in a real Chromium: on any screen, by keyboard, on paper; a step is begun,
seen under way and seen done; and whatever a student wrote is text.
"""

import asyncio
import threading

import pdfs
import pytest
from class_pages import HOSTILE, KEY, class_with_essays
from tornado.httpserver import HTTPServer
from tornado.netutil import bind_sockets

from course.classroom import steps
from course.classroom.cycle.told import Told
from course.classroom.page import alone
from course.classroom.page.running import Runner
from course.interface.words import say


class Served:
    """A class's page, served by a thread of this process."""

    def __init__(self, folder):
        self.runner, self.ready = Runner(folder.path), threading.Event()
        self.thread = threading.Thread(target=lambda: asyncio.run(self._serve()), daemon=True)
        self.thread.start()
        self.ready.wait(600)

    async def _serve(self):
        sockets = bind_sockets(0, "127.0.0.1")
        host = f"127.0.0.1:{sockets[0].getsockname()[1]}"
        self.url = f"http://{host}/class/"
        server = HTTPServer(alone.application(self.runner, KEY, {host}))
        server.add_sockets(sockets)
        self.loop, self.end = asyncio.get_running_loop(), asyncio.Event()
        self.ready.set()
        await self.end.wait()
        server.stop()
        await server.close_all_connections()

    def close(self):
        self.loop.call_soon_threadsafe(self.end.set)
        self.thread.join(600)


@pytest.fixture(scope="module")
def klass(tmp_path_factory):
    folder, name, task = class_with_essays(tmp_path_factory.mktemp("page") / "class")
    served = Served(folder)
    yield served, name, task
    served.close()


@pytest.fixture
def opened(chromium, watched, klass):
    """A function that opens an address below the page: (page, errors); none may be left."""
    served, *_ = klass
    contexts, told = [], []

    def open_(path="", width=1280, scheme="light"):
        context = chromium.new_context(
            viewport={"width": width, "height": 800}, color_scheme=scheme
        )
        contexts.append(context)
        context.set_default_timeout(300_000)  # a busy machine is slow, not broken
        page = context.new_page()
        told.append(watched(page))
        page.goto(f"{served.url}?key={KEY}")
        page.goto(f"{served.url}{path}")
        return page

    yield open_
    for context in contexts:
        context.close()
    every = [one for errors, outside in told for one in (*errors, *outside)]
    assert [one for one in every if "404 (Not Found)" not in one] == []  # a page asked for so


def faults(page):
    from axe_playwright_python.sync_playwright import Axe

    found = Axe().run(page).response["violations"]
    return [f"{one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        pytest.param(1280, "light", marks=pytest.mark.nightly),
        (360, "dark"),
        pytest.param(360, "light", marks=pytest.mark.nightly),
    ],
)
def test_it_reads_on_any_screen(opened, klass, width, scheme):
    """Home, steps with something said, one answer: does nothing stick out, does axe find nothing,
    and is nothing that is pressed too small to touch?
    """
    served, name, task = klass
    served.runner.start(steps.Asked("grade", name))  # refused: it was never released
    served.runner.wait(600)
    for path in ("", f"of/{name}/", f"of/{name}/mark/{task}/1", "of/nothing/"):
        page = opened(path, width, scheme)
        assert page.evaluate("document.documentElement.scrollWidth") == width, path
        assert faults(page) == [], path
        low = page.evaluate(
            "[...document.querySelectorAll('a, button, summary, label.level')].filter((one) => "
            "one.getBoundingClientRect().height < 24).map((one) => one.outerHTML)"
        )
        assert low == []


def test_a_step_by_keyboard(opened, klass, monkeypatch):
    """Tab to a step, Enter: is it seen under way, line by line, with the others shut, and then what
    it said?
    """
    _, name, _ = klass
    going = threading.Event()

    def slow(folder, asked):
        told = Told(folder, asked.step, asked.name)
        with told.underway("Holding", 2) as bar:
            told.append(f"{HOSTILE}: done.")
            bar.step()
            going.wait(600)
            bar.step()
        return told

    monkeypatch.setitem(steps._DO, "release", slow)
    page = opened(f"of/{name}/")
    for _ in range(20):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.innerText") == "Release the sheet":
            break
    page.keyboard.press("Enter")
    page.get_by_text("Under way: Holding").wait_for()
    page.locator("#lines li").wait_for()
    assert page.locator("#lines li").inner_text() == f"{HOSTILE}: done."
    assert page.get_by_role("button", name="Mark by the key").is_disabled()
    assert faults(page) == []
    going.set()
    page.locator("#release .ended").wait_for()
    assert page.locator("#release .told li").inner_text() == f"{HOSTILE}: done."
    assert page.get_by_role("button", name="Mark by the key").is_enabled()


def test_what_is_typed_is_not_lost(opened, klass):
    """A level left out: is the browser's own sentence said, and all that was typed kept; and is a
    hostile essay text?
    """
    _, name, task = klass
    pages = [opened(f"of/{name}/mark/{task}/{n}") for n in (1, 2)]
    assert sum(HOSTILE in page.locator(".answer").inner_text() for page in pages) == 1
    assert all(page.locator(".answer :is(img, script)").count() == 0 for page in pages)
    page = pages[0]
    page.locator("#comment").fill("my words")
    page.get_by_role("button", name="Keep this mark").click()
    assert page.locator("#comment").input_value() == "my words"
    assert page.locator("input:invalid").count() > 0


def test_on_paper(opened, klass, tmp_path):
    """Is the state of each step there, and no button, nor what only a screen can unfold?"""
    _, name, _ = klass
    path = tmp_path / "steps.pdf"
    opened(f"of/{name}/").pdf(path=path, format="A4")
    text = "".join(pdfs.pages(path))
    assert "Mark essays without names" in text
    for word in ("class.dry", "class.all", "class.add", "class.terminal"):
        assert say(word) not in text


def test_hand_ins_by_keyboard(opened, klass, tmp_path):
    """Two files chosen, Enter on the button: is one taken and the other refused in a sentence, seen
    where it was pressed; and is more than can be sent told before it is sent?
    """
    _, name, _ = klass
    files = [tmp_path / "zara.jsonl", tmp_path / "<b>.jsonl"]
    for path in files:
        path.write_text("nothing", encoding="utf-8")
    page = opened(f"of/{name}/", 360)
    page.get_by_text(say("class.bring"), exact=True).focus()
    page.keyboard.press("Enter")
    assert faults(page) == []
    page.locator("#files").set_input_files([files[0]] * 81)
    assert page.locator("#files:invalid").count() == 1
    page.locator("#files").set_input_files(files)
    assert page.locator("#files:invalid").count() == 0
    page.get_by_role("button", name=say("class.bring_do")).focus()
    page.keyboard.press("Enter")
    page.locator("#bring .told li").first.wait_for()
    told = page.locator("#bring .told li").all_inner_texts()
    noise = say("class.bring_noise")
    refused = [say("class.bring_refused", file=path.name, why=noise) for path in files]
    assert told == [say("class.bring_kept_none"), *refused]
    assert page.evaluate("document.documentElement.scrollWidth") == 360
    assert faults(page) == []

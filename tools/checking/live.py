"""What a room costs: two hundred phones as sockets, and twenty as real Chromiums."""

import asyncio
import json
import os
import random
import socket
import statistics
import tempfile
import time

from tools.checking import processes
from tools.checking.flood import flood, row
from tools.checking.live_room import LiveRoom, phone

__all__ = ["live"]

_SOCKETS, _BROWSERS = 200, 20
_QUESTION = "classic-one-rule"
_FIRST = ("", "assets/course.css", "assets/course.js", "assets/phone.js")
_SPREAD = 10  # seconds in which all vote
_SPEECH = 30  # seconds that a page may take


def _free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


class _Wall:
    """A projector's socket: when it was told of which number of answers."""

    def __init__(self):
        self.told = []

    async def look(self, base):
        from tornado.websocket import websocket_connect

        link = await websocket_connect(f"{base.replace('http', 'ws')}/room/socket")
        while (text := await link.read_message()) is not None:
            state = json.loads(text)
            self.told.append((time.monotonic(), state.get("round"), state["answered"]))

    def seen(self, number, answered):
        """When it first showed at least so many answers of a round."""
        return next(at for at, one, n in self.told if one == number and n >= answered)


async def _joined(room, join, name):
    """A phone's pages and its socket; returns the socket."""
    from tornado.httpclient import AsyncHTTPClient
    from tornado.websocket import websocket_connect

    for path in _FIRST:
        await AsyncHTTPClient().fetch(
            join + path, headers={"Accept-Encoding": "gzip"}, request_timeout=60
        )
    link = await websocket_connect(f"{join.replace('http', 'ws')}socket?phone={name}")
    await link.read_message()
    room.append(link)


async def _voted(join, name, number):
    """When a phone sent its answer, and how many there were with it."""
    from tornado.httpclient import AsyncHTTPClient

    await asyncio.sleep(random.random() * _SPREAD)  # noqa: S311 nothing secret hangs on it
    sent = {"phone": name, "round": number, "answer": random.randrange(3)}  # noqa: S311
    at = time.monotonic()
    reply = await AsyncHTTPClient().fetch(
        f"{join}vote", method="POST", body=json.dumps(sent),
        headers={"Content-Type": "application/json"}, request_timeout=60,
    )  # fmt: skip
    return at, json.loads(reply.body)["answered"]


async def _hour(room):
    """(seconds until all had joined, seconds of each vote to the wall, cores, MiB)."""
    from tornado.httpclient import AsyncHTTPClient

    AsyncHTTPClient.configure(None, max_clients=_SOCKETS)
    pids, join, names = [room.process.pid], room.join, [phone() for _ in range(_SOCKETS)]
    wall, links = _Wall(), []
    looking = asyncio.create_task(wall.look(room.base))
    used, began = processes.processor(pids), time.monotonic()
    await asyncio.gather(*(_joined(links, join, name) for name in names))
    joined = time.monotonic() - began
    _, told = await asyncio.to_thread(room.do, "ask", question=_QUESTION)
    votes = await asyncio.gather(*(_voted(join, name, told["round"]) for name in names))
    await asyncio.sleep(2)
    took = time.monotonic() - began
    cores = (processes.processor(pids) - used) / took
    seen = [wall.seen(told["round"], answered) - at for at, answered in votes]
    memory = processes.memory(pids)
    looking.cancel()
    for link in links:
        link.close()
    await asyncio.to_thread(room.do, "close")
    await asyncio.to_thread(room.do, "rest")
    return joined, seen, cores, memory


def _browsers(room):
    """The same with Chromiums."""
    from playwright.sync_api import sync_playwright

    pids = [room.process.pid]
    with sync_playwright() as tool:
        browser = tool.chromium.launch(
            executable_path="/usr/bin/chromium", args=["--no-sandbox", "--disable-gpu"]
        )
        wall = browser.new_page(viewport={"width": 1280, "height": 720})
        wall.goto(f"{room.base}/room")
        used, began = processes.processor(pids), time.monotonic()
        pages = []
        for _ in range(_BROWSERS):
            page = browser.new_context(viewport={"width": 360, "height": 740}).new_page()
            page.goto(room.join, wait_until="commit")
            pages.append(page)
        for page in pages:
            page.get_by_text("You are connected").wait_for(timeout=_SPEECH * 4000)
        joined = time.monotonic() - began
        room.do("ask", question=_QUESTION)
        seen = []
        for n, page in enumerate(pages, 1):
            page.locator(".live-asked input").first.check()
            button = page.get_by_role("button", name="Send my answer")
            at = time.monotonic()
            button.click()
            wall.get_by_text(f"{n} of {_BROWSERS} have answered").wait_for(timeout=60_000)
            seen.append(time.monotonic() - at)
        took = time.monotonic() - began
        cores, memory = (processes.processor(pids) - used) / took, processes.memory(pids)
        browser.close()
    return joined, seen, cores, memory


def _row(name, joined, seen, cores, memory):
    p95 = statistics.quantiles(seen, n=20)[-1]
    return f"| {name} | {joined:.1f} | {p95 * 1000:.0f} | {cores:.2f} | {memory:.0f} |"


def live():
    """The lines of MEASURED.md about a room."""
    with tempfile.TemporaryDirectory() as home, LiveRoom(home, _free_port()) as room:
        time.sleep(_SPEECH)  # a lecturer starts it before the class comes
        load = os.getloadavg()[0]  # what else the machine had to do, of which the server is asked
        sockets = asyncio.run(_hour(room))
        browsers = _browsers(room)
        flooded = asyncio.run(flood(room))
    yield (
        "A room on this machine, which its phones share: each loads the home page and its scripts, "
        "opens a socket, and answers within ten seconds. From the answer's sending to the "
        "projector, the 95th of 100; cores and memory are the server's alone. The machine's load "
        f"before it began was {load:.1f} on {os.cpu_count()} cores."
    )
    yield ""
    yield "| phones | all joined (s) | answer to projector, p95 (ms) | cores | memory (MiB) |"
    yield "|---|---|---|---|---|"
    yield _row(f"{_SOCKETS} sockets", *sockets)
    yield _row(f"{_BROWSERS} Chromiums", *browsers)
    yield ""
    yield row(*flooded)

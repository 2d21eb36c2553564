"""How long does a touch take until the page shows its answer, near the kernel and far from it?

`course check --measure latency` shows one chart three ways (see latency_notebooks.py) in the
course's own JupyterLab and a real Chromium, with a round trip added between the two, and gives what
it measured as markdown.
"""

import asyncio
import contextlib
import shutil
import tempfile
from dataclasses import dataclass, field
from importlib.util import find_spec
from itertools import product
from pathlib import Path

from course.errors import CourseError
from tools.checking import latency_notebooks as chart
from tools.checking.serving import served

__all__ = ["ROUNDS", "ROUND_TRIPS", "latency"]

ROUND_TRIPS = (0, 100, 300)  # ms, added
ROUNDS = 8
_DRAGS, _MOVES = 1, 20  # a drag takes as long as ten touches
_ABOUT = (
    "One chart of 20 countries, 25 years and 6 indicators with intervals, three ways in the "
    "course's JupyterLab, with a round trip added between it and Chromium. Time runs from the "
    "input event to the second animation frame after the chart shows the new state; after a drag "
    f"of {_MOVES} moves 50 ms apart, from the last move to the last repaint."
)
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


class _Line:
    """A TCP proxy here that holds everything back by half of `round_trip` (ms), each way."""

    def __init__(self, port):
        self._target, self._joined, self._last, self.round_trip = port, set(), 0.0, 0

    async def open(self):
        self._server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        self.address = f"http://127.0.0.1:{self._server.sockets[0].getsockname()[1]}"
        return self

    async def _join(self, reader, writer):
        self._joined.add(asyncio.current_task())
        far_reader, far_writer = await asyncio.open_connection("127.0.0.1", self._target)
        await asyncio.gather(self._carry(reader, far_writer), self._carry(far_reader, writer))

    async def _carry(self, reader, writer):
        loop, under_way = asyncio.get_running_loop(), asyncio.Queue()

        async def deliver():
            while parcel := await under_way.get():
                due, data = parcel
                await asyncio.sleep(due - loop.time())
                writer.write(data)
                await writer.drain()

        delivery = asyncio.create_task(deliver())
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(1 << 18):
                due = loop.time() + self.round_trip / 2000
                self._last = max(self._last, due)
                under_way.put_nowait((due, data))
        under_way.put_nowait(None)
        with contextlib.suppress(ConnectionError):
            await delivery
        writer.close()

    async def rest(self, seconds=0.15, limit=5):
        """Wait for quiet: what a touch sends after its answer must not meet the next."""
        loop = asyncio.get_running_loop()
        start = loop.time()
        while loop.time() < min(start + limit, max(start, self._last) + seconds):  # noqa: ASYNC110 bytes, no event
            await asyncio.sleep(0.02)

    async def close(self):
        self._server.close()
        # the browser is gone: each connection ends by itself
        await asyncio.wait(self._joined, timeout=5)


class _Page:
    """One way's notebook in JupyterLab, and what a student does there to its first figure."""

    def __init__(self, page, line, way):
        self._page, self._line, self._way = page, line, way
        self._cells, self._bytes = page.locator(".jp-Notebook .jp-Cell"), 0
        self._at = {"indicator": 0, "year": 0}

    async def open(self):
        self.cdp = await self._page.context.new_cdp_session(self._page)
        self.cdp.on("Network.loadingFinished", self._count)
        self.cdp.on("Network.webSocketFrameReceived", self._count)
        await self.cdp.send("Network.enable")
        await self._page.goto(f"{self._line.address}/doc/tree/{self._way}.ipynb?token=test&reset")
        await self._cells.nth(2).wait_for(timeout=60000)
        await self._line.rest(1)
        return self

    def _count(self, event):
        """Add what a request or a websocket's frame brought;
        binary frames (opcode 2) are told in base64.
        """
        if frame := event.get("response"):
            text = frame["payloadData"]
            self._bytes += (
                len(text.rstrip("=")) * 3 // 4 if frame["opcode"] == 2 else len(text.encode())
            )
        else:
            self._bytes += int(event["encodedDataLength"])

    async def run(self, cell):
        """Run a cell and wait until it has its number and its figure;
        returns the bytes that came in.
        """
        before, prompt = self._bytes, self._cells.nth(cell).locator(".jp-InputPrompt")
        for turn in range(600):
            said = await prompt.text_content()
            if any(map(str.isdigit, said)):
                break
            # before the page has its kernel, a run comes to nothing
            if "*" not in said and turn % 20 == 0:
                await self._cells.nth(cell).locator(".jp-InputArea-editor").click()
                await self._page.keyboard.press("Shift+Enter")
            await asyncio.sleep(0.1)
        if cell:
            await self._cells.nth(cell).locator(chart.DRAWN).first.wait_for(timeout=60000)
        await self._line.rest(1)
        return self._bytes - before

    async def _arm(self, control, at, quiet=0):
        """Watch for the state in which `control` stands at its value number `at`."""
        self._at[control] = at
        indicator = list(chart.INDICATORS)[self._at["indicator"]]
        wanted = chart.label(indicator, chart.YEARS[self._at["year"]])
        await self._line.rest()
        await self._page.evaluate(chart.WATCH, [wanted, quiet])

    async def slide(self):
        """Move the slider by one with an arrow key, to and fro; returns ms until it shows."""
        step = -1 if self._at["year"] % 2 else 1
        await self._cells.nth(1).locator(chart.SLIDER).focus()
        await self._arm("year", self._at["year"] + step)
        await self._page.keyboard.press("ArrowRight" if step > 0 else "ArrowLeft")
        return await self._page.evaluate("window.answered")

    async def choose(self):
        """Choose the next indicator; returns ms until it shows."""
        at = (self._at["indicator"] + 1) % len(chart.INDICATORS)
        await self._arm("indicator", at)
        await self._cells.nth(1).locator(chart.DROPDOWN).select_option(index=at)
        return await self._page.evaluate("window.answered")

    async def drag(self):
        """Pull the slider over 20 years, one each 50 ms; ms from last move to last repaint."""
        slider, way = self._cells.nth(1).locator(chart.SLIDER), 1 if self._at["year"] < 5 else -1
        await slider.scroll_into_view_if_needed()
        x, y, step = await slider.evaluate(chart.PLACE, len(chart.YEARS) - 1)
        await self._page.mouse.move(x, y)
        await self._page.mouse.down()
        there, still = self._at["year"] + way * _MOVES, 800 + 2 * self._line.round_trip
        await self._arm("year", there, quiet=still)
        loop, sent = asyncio.get_running_loop(), []
        start = loop.time()
        for i in range(1, _MOVES + 1):  # at their times, whether or not the page keeps up
            move = {
                "type": "mouseMoved",
                "x": x + way * i * step,
                "y": y,
                "button": "left",
                "buttons": 1,
            }
            sent.append(asyncio.create_task(self.cdp.send("Input.dispatchMouseEvent", move)))
            await asyncio.sleep(start + i * 0.05 - loop.time())
        await asyncio.gather(*sent)
        answer = await self._page.evaluate("window.answered")
        await self._page.mouse.up()
        return answer


@dataclass(frozen=True)
class _Took:
    """Bytes of the first figure and of a further one; the ms of each touch,
    by round trip and kind.
    """

    first: int
    further: int
    touches: dict[tuple[int, str], list[float]] = field(default_factory=dict)


async def _measured(browser, line, way, rounds):
    """What one way takes."""
    page = await browser.new_page(viewport={"width": 1280, "height": 900})
    one = await _Page(page, line, way).open()
    await one.run(0)
    found = _Took(await one.run(1), await one.run(2))
    await one.cdp.send("Network.disable")
    touches = {"slider": one.slide, "dropdown": one.choose, "drag": one.drag}
    await one.slide()
    await one.choose()  # the first of each does not count: code is compiled, fonts are read
    for turn, (trip, kind) in product(range(rounds), product(ROUND_TRIPS, touches)):
        line.round_trip = trip
        if kind != "drag" or turn < _DRAGS:
            found.touches.setdefault((trip, kind), []).append(await touches[kind]())
    line.round_trip = 0
    await page.close()
    return found


async def _all(port, rounds):
    from playwright.async_api import async_playwright

    line = await _Line(port).open()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(
            executable_path=shutil.which("chromium"), args=_FLAGS
        )
        try:
            return {way: await _measured(browser, line, way, rounds) for way in chart.WAYS}
        finally:
            await browser.close()
            await line.close()


def _ms(values, share):
    return f"{sorted(values)[round(share * (len(values) - 1))]:.0f} ms"


def _tables(found: dict[str, _Took]):
    yield "| way | round trip added | slider, p50 | p95 | dropdown, p50 | p95 | after a drag |"
    yield "|---|---|---|---|---|---|---|"
    for way, trip in product(found, ROUND_TRIPS):
        slider, dropdown, drag = (
            found[way].touches[trip, kind] for kind in ("slider", "dropdown", "drag")
        )
        figures = [_ms(values, share) for values in (slider, dropdown) for share in (0.5, 0.95)]
        yield f"| {chart.WAYS[way]} | {trip} ms | {' | '.join(figures)} | {_ms(drag, 0.5)} |"
    yield from (
        "",
        "| way | to the browser for the first figure | for a further one |",
        "|---|---|---|",
    )
    for way, took in found.items():
        first, further = (f"{count / 1e6:.2f} MB" for count in (took.first, took.further))
        yield f"| {chart.WAYS[way]} | {first} | {further} |"


def latency(rounds=ROUNDS):
    """Measure and return markdown lines: what was run, and two tables.

    rounds: how often each control is touched at each round trip. Raises CourseError if a package or
    Chromium is missing, or a chart never answers.
    """
    missing = [
        name for name in ("playwright", "matplotlib", "ipywidgets") if find_spec(name) is None
    ]
    if missing:
        raise CourseError(
            f"{' and '.join(missing)} missing: run `uv sync --group browser --group bench`."
        )
    from playwright.async_api import Error

    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as home:
            chart.write(Path(home))
            with served(Path(home)) as url:
                found = asyncio.run(_all(int(url.rpartition(":")[2]), rounds))
    except Error as error:
        raise CourseError(
            f"latency: {str(error).splitlines()[0]}; mend it and run again."
        ) from error
    return [
        f"{_ABOUT} Each control is touched {rounds} times at each round trip.",
        "",
        *_tables(found),
    ]

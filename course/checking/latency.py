"""How long does a touch take until the page shows its answer, near the kernel and far from it?

`python -m course.checking.latency` shows one chart three ways (see latency_notebooks.py) in the course's own JupyterLab
and a real Chromium, with a round trip added between the two, and prints what it measured as markdown.
"""

import argparse
import asyncio
import contextlib
import os
import platform
import shutil
import sys
from datetime import UTC, datetime
from importlib.util import find_spec

from course.checking import latency_notebooks as chart
from course.errors import CourseError

__all__ = ["ROUNDS", "ROUND_TRIPS", "latency", "main"]

ROUND_TRIPS = (0, 100, 300)  # ms, added
ROUNDS = 12
_MOVES = 20
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]


class _Line:
    """A TCP proxy on this machine that holds everything back by half of `round_trip` (ms), each way."""

    def __init__(self, port):
        self._target, self.round_trip, self._moved = port, 0, 0.0

    async def open(self):
        self._server = await asyncio.start_server(self._join, "127.0.0.1", 0)
        self.port = self._server.sockets[0].getsockname()[1]
        return self

    async def _join(self, reader, writer):
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
                self._moved = loop.time()

        delivery = asyncio.create_task(deliver())
        with contextlib.suppress(ConnectionError):
            while data := await reader.read(1 << 18):
                self._moved = loop.time()
                under_way.put_nowait((self._moved + self.round_trip / 2000, data))
        under_way.put_nowait(None)
        with contextlib.suppress(ConnectionError):
            await delivery
        writer.close()

    async def rest(self, seconds=0.2, limit=5):
        """Wait until nothing has passed for so long: what a touch sends after its answer must not meet the next."""
        loop = asyncio.get_running_loop()
        end = loop.time() + limit
        while (left := min(end, self._moved + seconds) - loop.time()) > 0:  # noqa: ASYNC110 bytes may pass meanwhile
            await asyncio.sleep(left)

    def close(self):
        self._server.close()


class _Page:
    """One way's notebook in JupyterLab, and what a student does there to its first figure."""

    def __init__(self, page, line, way):
        self._page, self._line, self._way = page, line, way
        self._at, self._bytes = {"slider": 0, "dropdown": 0}, 0
        self._cells = page.locator(".jp-Notebook .jp-Cell")

    async def open(self):
        self._cdp = await self._page.context.new_cdp_session(self._page)
        self._cdp.on("Network.loadingFinished", lambda e: self._count(e["encodedDataLength"]))
        self._cdp.on("Network.webSocketFrameReceived", lambda e: self._count(_length(e["response"])))
        await self._cdp.send("Network.enable")
        await self._page.goto(
            f"http://127.0.0.1:{self._line.port}/doc/tree/{self._way}.ipynb?token=test&reset"
        )
        await self._cells.nth(2).wait_for(timeout=60000)
        return self

    def _count(self, length):
        self._bytes += int(length)

    async def run(self, cell):
        """Run a cell and wait until it has its number; returns the bytes that came in."""
        from playwright.async_api import TimeoutError as TooLate

        await self._line.rest(1)
        before, prompt = self._bytes, self._cells.nth(cell).locator(".jp-InputPrompt")
        for _ in range(30):  # before the page has its kernel, a run comes to nothing
            if "*" not in await prompt.text_content():
                await self._cells.nth(cell).locator(".jp-InputArea-editor").click()
                await self._page.keyboard.press("Shift+Enter")
            with contextlib.suppress(TooLate):
                await prompt.filter(has_text=f"[{cell + 1}]").wait_for(state="attached", timeout=2000)
                break
        if cell:
            await self._cells.nth(cell).locator(chart.DRAWN).first.wait_for(timeout=60000)
        await self._line.rest(1)
        return self._bytes - before

    async def count_no_more(self):
        await self._cdp.send("Network.disable")

    async def _arm(self, kind, at, quiet=0):
        """Watch for the state in which the control `kind` stands at `at`."""
        self._at[kind] = at
        self._wanted = chart.label(
            list(chart.INDICATORS)[self._at["dropdown"]], chart.YEARS[self._at["slider"]]
        )
        await self._line.rest()
        await self._page.evaluate(chart.WATCH, [self._wanted, quiet])

    async def _answered(self, since):
        answer = await self._page.evaluate("window.answered")
        if answer is None:
            raise CourseError(
                f"latency: {self._way} did not show {self._wanted!r} in 20 seconds; run it again."
            )
        return answer[since]

    async def slide(self):
        """Move the slider by one with an arrow key, to and fro; returns ms until it shows."""
        step = 1 if self._at["slider"] % 2 == 0 and self._at["slider"] < len(chart.YEARS) - 1 else -1
        await self._cells.nth(1).locator(chart.SLIDER).focus()
        await self._arm("slider", self._at["slider"] + step)
        await self._page.keyboard.press("ArrowRight" if step > 0 else "ArrowLeft")
        return await self._answered("first")

    async def choose(self):
        """Choose the next indicator; returns ms until it shows."""
        at = (self._at["dropdown"] + 1) % len(chart.INDICATORS)
        await self._arm("dropdown", at)
        await self._cells.nth(1).locator(chart.DROPDOWN).select_option(index=at)
        return await self._answered("first")

    async def drag(self):
        """Pull the slider over 20 years, one each 50 ms; returns ms from the last move to the last repaint."""
        slider = self._cells.nth(1).locator(chart.SLIDER)
        await slider.scroll_into_view_if_needed()
        x, y, step = await slider.evaluate(chart.PLACE, len(chart.YEARS) - 1)
        step *= 1 if self._at["slider"] + _MOVES < len(chart.YEARS) else -1
        await self._page.mouse.move(x, y)
        await self._page.mouse.down()
        way = _MOVES if step > 0 else -_MOVES
        await self._arm("slider", self._at["slider"] + way, quiet=1000 + 2 * self._line.round_trip)
        loop, sent = asyncio.get_running_loop(), []
        start = loop.time()
        for i in range(1, _MOVES + 1):  # at their times, whether or not the page keeps up
            event = {"type": "mouseMoved", "x": x + i * step, "y": y, "button": "left", "buttons": 1}
            sent.append(asyncio.create_task(self._cdp.send("Input.dispatchMouseEvent", event)))
            await asyncio.sleep(start + i * 0.05 - loop.time())
        await asyncio.gather(*sent)
        answer = await self._answered("last")
        await self._page.mouse.up()
        return answer


def _length(frame):
    """Bytes of a websocket frame as CDP tells it: binary ones in base64 (opcode 2)."""
    text = frame["payloadData"]
    return len(text.rstrip("=")) * 3 // 4 if frame["opcode"] == 2 else len(text.encode())


async def _measured(browser, line, way, rounds):
    """What one way takes: {"bytes": [first figure, a further one], (round trip, kind of touch): [ms, ...]}."""
    page = await browser.new_page(viewport={"width": 1280, "height": 900})
    one = await _Page(page, line, way).open()
    await one.run(0)
    found = {"bytes": [await one.run(1), await one.run(2)]}
    await one.count_no_more()
    touches = {"slider": one.slide, "dropdown": one.choose, "drag": one.drag}
    await one.slide()
    await one.choose()  # the first of each does not count: code is compiled, fonts are read
    for turn in range(rounds):
        for trip in ROUND_TRIPS:
            line.round_trip = trip
            for kind, touch in touches.items():
                if kind != "drag" or turn == 0:
                    found.setdefault((trip, kind), []).append(await touch())
    line.round_trip = 0
    await page.close()
    return found


async def _all(port, rounds):
    from playwright.async_api import async_playwright

    line = await _Line(port).open()
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=shutil.which("chromium"), args=_FLAGS)
        try:
            return {way: await _measured(browser, line, way, rounds) for way in chart.WAYS}
        finally:
            await browser.close()
            line.close()


def _share(values, share):
    return f"{sorted(values)[round(share * (len(values) - 1))]:.0f} ms"


def _size(count):
    return f"{count / 1e6:.2f} MB" if count >= 1e6 else f"{count / 1000:.0f} KB"


def _tables(found):
    yield "| way | round trip added | slider, p50 | p95 | dropdown, p50 | p95 | after a drag |"
    yield "|---|---|---|---|---|---|---|"
    for way, part in found.items():
        for trip in ROUND_TRIPS:
            figures = [
                _share(part[trip, kind], share) for kind in ("slider", "dropdown") for share in (0.5, 0.95)
            ]
            figures.append(_share(part[trip, "drag"], 0.5))
            yield f"| {chart.WAYS[way]} | {trip} ms | {' | '.join(figures)} |"
    yield from ("", "| way | to the browser for the first figure | for a further one |", "|---|---|---|")
    for way, part in found.items():
        yield f"| {chart.WAYS[way]} | {' | '.join(map(_size, part['bytes']))} |"


def latency(rounds=ROUNDS):
    """Measure and return markdown lines: what was run, when, where, and two tables. Takes about three minutes.

    rounds: how often each control is touched at each round trip. Raises CourseError if a package is missing or a chart
    never answers.
    """
    missing = [name for name in ("playwright", "matplotlib") if find_spec(name) is None]
    if missing:
        raise CourseError(
            f"latency needs {' and '.join(missing)}; run `uv sync --group browser --group bench` first."
        )
    from course.checking.measuring import _processor

    with chart.served() as port:
        found = asyncio.run(_all(port, rounds))
    command = f"python -m course.checking.latency --rounds {rounds}"
    machine = f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {_processor()}"
    about = f"""One chart of 20 countries, 25 years and 6 indicators with intervals, shown three ways in the course's JupyterLab,
with a round trip added between it and Chromium. From the input event to the second animation frame after the chart
shows the new state; a drag is {_MOVES} moves 50 ms apart, from the last of them to the last repaint."""
    return [
        "## Latency",
        "",
        f"Written by `{command}` on {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, {machine}.",
        "",
        about.replace("\n", " "),
        "",
        *_tables(found),
    ]


def main(arguments=None):
    """Run the command; returns the exit code. A CourseError is printed as its one sentence."""
    parser = argparse.ArgumentParser(prog="python -m course.checking.latency", description=latency.__doc__)
    parser.add_argument(
        "--rounds", type=int, default=ROUNDS, help="touches of each control at each round trip"
    )
    try:
        lines = latency(parser.parse_args(arguments).rounds)
    except CourseError as error:
        sys.stderr.write(f"{error}\n")
        return 2
    sys.stdout.write("\n".join(lines) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())

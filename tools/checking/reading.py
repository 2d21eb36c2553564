"""A reader in Chromium who opens chapters, in JupyterLab or as pages:
what there is to see, and after how long.
"""

import asyncio
import contextlib
import json
import shutil
import time
from contextlib import asynccontextmanager
from importlib.util import find_spec
from typing import TYPE_CHECKING

from course import _places
from course.errors import CourseError
from course.interactives import MIME

if TYPE_CHECKING:
    from playwright.async_api import Page

__all__ = ["CHAPTERS", "Reader", "chromium", "documents"]

# the first question of each is answered by one click
CHAPTERS = (
    "01-classic-government",
    "03-governance",
)
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"]
_WAIT = 180_000  # milliseconds; a busy machine is slow, not broken

# In the page, at each frame: seconds from the address to its text, to the first interactive that
# lives, and to the last of so many. In a page a chart lives once the reader is near: there `last`
# waits for the others.
_WATCH = """
(() => {
  const seen = (window.seen = {});
  const now = () => performance.now() / 1000;
  const living = ".steel-frame-document .sf, [data-live]";
  const look = () => {
    const head = document.querySelector(".jp-RenderedMarkdown h1, main h1, body > h1");
    if (head?.getBoundingClientRect().height) seen.text ??= now();
    if (document.querySelector(living)) seen.first ??= now();
    const parts = [...document.querySelectorAll(
      ".steel-frame-document, .widget[data-module]:not([data-module='explorable'])")];
    const isLive = (part) => part.matches("[data-live]") || part.querySelector(".sf");
    seen.live = parts.filter(isLive).length;
    const all = WANTED || parts.length;
    if (document.readyState !== "loading" && all && seen.live >= all) seen.last ??= now();
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
})();
"""


def documents(stem):
    """How many interactives a chapter stores."""
    book = json.loads((_places.shipped_notebooks() / f"{stem}.ipynb").read_text(encoding="utf-8"))
    outputs = [output for cell in book["cells"] for output in cell.get("outputs", ())]
    return sum(MIME in output.get("data", {}) for output in outputs)


@asynccontextmanager
async def chromium(what):
    """Chromium, for the length of a block. Raises CourseError,
    which names `what` is measured, if it or a page fails.
    """
    if find_spec("playwright") is None:
        raise CourseError("playwright missing: run `uv sync --group browser`.")
    from playwright.async_api import Error, async_playwright

    try:
        async with async_playwright() as playwright:
            browser = await playwright.chromium.launch(
                executable_path=shutil.which("chromium"), args=_FLAGS
            )
            try:
                yield browser
            finally:
                await browser.close()
    except Error as error:
        raise CourseError(
            f"{what}: {str(error).splitlines()[0]}; mend it and run again."
        ) from error


class Reader:
    """A fresh window: `async with Reader(browser, cookies) as reader`. cookies:
    as playwright has them, of a login.
    """

    def __init__(self, browser, cookies=()):
        self._browser, self._cookies = browser, list(cookies)
        self._page: Page | None = None

    @property
    def page(self) -> "Page":
        """The tab that was opened last. Raises CourseError if none was."""
        if self._page is None:
            raise CourseError("This reader has opened nothing yet; open an address first.")
        return self._page

    async def __aenter__(self):
        self._context = await self._browser.new_context(viewport={"width": 1280, "height": 900})
        await self._context.add_cookies(self._cookies)
        return self

    async def __aexit__(self, *_):
        await self._context.close()

    async def _until(self, told):
        """Wait for what a line of JavaScript says, asked from outside:
        a page of the server lets no such line in.
        """
        end = time.monotonic() + _WAIT / 1000
        while not await self.page.evaluate(f"Boolean({told})"):
            if time.monotonic() > end:
                raise CourseError(
                    f"{self.page.url}: no {told} after {_WAIT / 1000:.0f} s; open it in a browser."
                )
            await asyncio.sleep(0.1)

    async def _tab(self, address, wanted=0):
        """A new tab, watched from its first frame. The one before goes: of two, JupyterLab sends
        one to another workspace.
        """
        if self._page:
            await self._page.close()
        self._page = await self._context.new_page()
        self.page.set_default_timeout(_WAIT)
        await self.page.add_init_script(_WATCH.replace("WANTED", str(wanted)))
        await self.page.goto(address, wait_until="commit")

    async def open(self, address, wanted=0):
        """Open an address in a new tab: {"text", "first", "last"} in seconds, when all `wanted`
        interactives live.

        wanted: how many there are in JupyterLab; 0: a page, which knows them itself.
        """
        await self._tab(address, wanted)
        await self._until("window.seen?.last && window.seen.text")
        return await self.page.evaluate("window.seen")

    async def text(self, address):
        """Open a notebook whose interactives are not waited for: seconds until its text stands."""
        await self.open_plain(address)
        await self._until("window.seen?.text")
        return await self.page.evaluate("window.seen.text")

    async def open_plain(self, address):
        """Open a notebook; returns when JupyterLab shows its cells."""
        await self._tab(address)
        await self.page.locator(".jp-Notebook .jp-Cell").first.wait_for()

    async def scroll(self):
        """Go through a page to its end, so that every chart lives."""
        for part in await self.page.locator(".widget[data-module]").all():
            await part.scroll_into_view_if_needed()
        await self._until(
            "document.querySelectorAll('.widget[data-module]:not([data-live])').length === 0"
        )

    async def answer(self):
        """Answer the first question of the quiz; returns when the server has kept it."""
        card = self.page.locator(".sf-quiz .sf-card:visible").first
        await card.locator(".sf-option").first.click()
        await card.get_by_role("button", name="Check").click()
        await card.get_by_text("Kept in your answers file.").wait_for()

    async def is_answered(self):
        """Does the first question show an answer?"""
        await self.page.locator(".sf-quiz .sf-tab").first.click()
        card = self.page.locator(".sf-quiz .sf-card:visible").first
        return await card.locator("input:checked").count() > 0

    async def run_all(self, drawn):
        """Run every cell by JupyterLab's menu; returns when `drawn` is there.
        Before a kernel is there, it asks again.
        """
        from playwright.async_api import TimeoutError as TooLateError

        for _ in range(_WAIT // 10_000):
            # a menu that was open is closed by the click that should open it
            with contextlib.suppress(TooLateError):
                await (
                    self.page.locator("#jp-MainMenu")
                    .get_by_text("Run", exact=True)
                    .click(timeout=3000)
                )
                await self.page.locator(".lm-Menu-item[data-command='runmenu:run-all']").click(
                    timeout=2000
                )
                return await self.page.locator(drawn).last.wait_for(timeout=5000)
        raise CourseError(
            f"{self.page.url}: no {drawn} after every cell was run; open it in a browser."
        )

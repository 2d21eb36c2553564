"""The picture of a chapter for README: a reader has guessed, and the scene draws the guess."""

import asyncio
import tempfile
from pathlib import Path

from course import _places
from course.hosts.pages import edition
from tools.checking.reading import chromium

__all__ = ["portrait"]

_STEM = "01-classic-government"
_ASKED, _GUESS = "classic-ladder", "80"  # per cent
_WIDE, _HIGH = 820, 1240
_BAR = 56  # px, which stand over the page


async def _shown(address, out):
    async with chromium("picture") as browser:
        page = await browser.new_page(
            viewport={"width": _WIDE, "height": _HIGH}, color_scheme="light"
        )
        await page.goto(address)
        field = page.locator(f"[data-control='{_ASKED}']")
        await field.scroll_into_view_if_needed()
        await field.fill(_GUESS)
        await page.locator(f"[data-control='{_ASKED}-commit']").click()
        await page.locator(".sf-guess:visible").first.wait_for()
        await page.locator(".sf-scene").first.wait_for()
        card = page.locator(f".widget:has([data-control='{_ASKED}'])")
        await card.evaluate(f"(card) => scrollBy(0, card.getBoundingClientRect().top - {_BAR})")
        await page.wait_for_timeout(500)  # the next figures come to life as they come near
        await card.evaluate(f"(card) => scrollBy(0, card.getBoundingClientRect().top - {_BAR})")
        await page.screenshot(path=out)


def portrait(out):
    """Write the picture (PNG) to the path `out`. Raises CourseError without the group `browser`."""
    with tempfile.TemporaryDirectory() as folder:
        edition(folder, notebooks=[_places.shipped_notebooks() / f"{_STEM}.ipynb"])
        asyncio.run(_shown((Path(folder) / f"{_STEM}.html").as_uri(), Path(out)))
    return f"{out} shows {_STEM} as it is now."

"""The pictures of README, taken from the real pages: a reader who predicts, commits and then sees,
in motion, and four stills.
"""

import asyncio
import io
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from course import _places
from course.errors import CourseError
from course.hosts.pages import edition
from tools.checking.reading import chromium

__all__ = ["pictures"]

_CLASSIC, _START, _PAST = "01-classic-government", "00-start-here", "12-weighing-the-past"
_LAB = "11-lab-between-the-parties"
_ASKED, _GUESS = "classic-ladder", "80"  # per cent
_BAR = 56  # px, which stand over the page
_COLOURS = 96  # of a picture: letters keep their edges, and it is small
_WHITE, _ALL_BUT = (255, 255, 255), 248
_MOVING = {"width": 680, "height": 470}


@dataclass(frozen=True)
class _Still:
    """A part of a page as it first stands: which widget of it, and how large a piece."""

    name: str
    stem: str
    widget: str
    width: int
    height: int


_STILLS = (
    _Still("desk", _START, "[data-module='desk']", 680, 510),
    _Still("accountability", _CLASSIC, "[data-module='accountability']", 680, 510),
    _Still("card", _PAST, ":has(.sf-evidence)", 680, 510),
    _Still("phone", _LAB, "[data-module='explorable']", 360, 510),
)


async def _near(page, part):
    """Scroll until the part stands under the bar, and what comes near has come to life."""
    for _ in range(3):
        await part.evaluate(f"(part) => scrollBy(0, part.getBoundingClientRect().top - {_BAR + 8})")
        await page.wait_for_timeout(400)


class _Film:
    """Frames of a page, each with its milliseconds."""

    def __init__(self, page):
        self._page = page
        self.frames = []

    async def shot(self, milliseconds):
        raw = await self._page.screenshot(clip={"x": 0, "y": _BAR, **_MOVING})
        self.frames.append((raw, milliseconds))

    async def glide(self, pixels, steps=8):
        for _ in range(steps):
            await self._page.evaluate(f"scrollBy(0, {pixels / steps})")
            await self.shot(70)


async def _predicted(browser, address):
    """The frames of a reader who guesses, commits and sees."""
    size = {"width": _MOVING["width"], "height": _MOVING["height"] + _BAR}
    page = await browser.new_page(viewport=size, color_scheme="light")
    await page.goto(address)
    field = page.locator(f"[data-control='{_ASKED}']")
    await field.scroll_into_view_if_needed()
    card = page.locator(f".widget:has([data-control='{_ASKED}'])")
    await _near(page, card)
    film = _Film(page)
    await film.shot(2200)
    for n in range(1, len(_GUESS) + 1):
        await field.fill(_GUESS[:n])
        await film.shot(500 if n < len(_GUESS) else 1100)
    commit = page.locator(f"[data-control='{_ASKED}-commit']")
    await commit.focus()
    await film.shot(600)
    await commit.click()
    await page.locator(".sf-guess:visible").first.wait_for()
    await page.wait_for_timeout(600)
    await film.shot(2600)
    scene = page.locator(".sf-figure:has(.sf-scene)").first
    top = await scene.evaluate(f"(part) => part.getBoundingClientRect().top - {_BAR + 8}")
    await film.glide(top)
    await film.shot(1800)
    picture = page.locator(".sf-scene").first
    top = await picture.evaluate("(part) => part.getBoundingClientRect().bottom - innerHeight + 24")
    await film.glide(top, steps=4)
    await film.shot(4200)
    await page.close()
    return film.frames


async def _still(browser, folder, still):
    size = {"width": still.width, "height": still.height + _BAR}
    page = await browser.new_page(viewport=size, color_scheme="light")
    await page.goto((folder / f"{still.stem}.html").as_uri())
    part = page.locator(f".widget{still.widget}").first
    await part.scroll_into_view_if_needed()
    await _near(page, part)
    closed = part.locator(".sf-closed button:visible")
    if await closed.count():
        await closed.click()
        await _near(page, part)
    clip = {"x": 0, "y": _BAR, "width": still.width, "height": still.height}
    raw = await page.screenshot(clip=clip)
    await page.close()
    return raw


def _few(image):
    """The image in few colours. What is all but white is white, as the page is."""
    from PIL import Image

    plain = image.quantize(_COLOURS, dither=Image.Dither.NONE)
    told = plain.getpalette()
    colours = [told[n : n + 3] for n in range(0, len(told), 3)]
    plain.putpalette(
        [part for one in colours for part in (_WHITE if min(one) >= _ALL_BUT else one)]
    )
    return plain


def _plain(raw):
    """A screenshot in few colours."""
    from PIL import Image

    with Image.open(io.BytesIO(raw)) as image:
        return _few(image.convert("RGB"))


def _joined(frames, out):
    """Write the frames as a GIF, in one palette: GitHub lets a reader stop one."""
    from PIL import Image

    opened = [Image.open(io.BytesIO(raw)).convert("RGB") for raw, _ in frames]
    all_of_them = Image.new("RGB", (opened[0].width, opened[0].height * len(opened)))
    for n, image in enumerate(opened):
        all_of_them.paste(image, (0, n * image.height))
    few = _few(all_of_them)
    wide, high = opened[0].size
    plain = [few.crop((0, n * high, wide, (n + 1) * high)) for n in range(len(opened))]
    plain[0].save(
        out,
        save_all=True,
        append_images=plain[1:],
        duration=[milliseconds for _, milliseconds in frames],
        loop=0,
        optimize=True,
    )


async def _taken(folder, out):
    async with chromium("picture") as browser:
        frames = await _predicted(browser, (folder / f"{_CLASSIC}.html").as_uri())
        _joined(frames, out / "predict.gif")
        for still in _STILLS:
            raw = await _still(browser, folder, still)
            _plain(raw).save(out / f"{still.name}.png", optimize=True)


def pictures(out):
    """Write the pictures into the folder `out`; returns a sentence with their sizes.

    Raises CourseError without the groups `browser` and `bench`, which brings Pillow.
    """
    if find_spec("PIL") is None:
        raise CourseError("Pillow is missing: run `uv sync --group browser --group bench`.")
    out = Path(out)
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        stems = dict.fromkeys([_CLASSIC, *(still.stem for still in _STILLS)])
        edition(folder, notebooks=[_places.shipped_notebooks() / f"{stem}.ipynb" for stem in stems])
        asyncio.run(_taken(Path(folder), out))
    sizes = (f"{path.name} {path.stat().st_size // 1000} KB" for path in sorted(out.iterdir()))
    return f"{out}: {', '.join(sizes)}."

"""The chapters as a room's phones get them: the edition, with the room's own script on each page;
and what the room's pages share. Each is made once and kept packed.
"""

import asyncio
import gzip
from concurrent.futures import ThreadPoolExecutor
from functools import cache

from course import _places
from course.charts import covers
from course.hosts.browser import text
from course.hosts.pages import writing
from course.hosts.pages.page import Tile, contents
from course.hosts.pages.reading import read
from course.hosts.pages.served import Pages
from course.interactives import MODULES
from course.interface.templates import part
from course.live.asked import KINDS

__all__ = ["HTML", "JAVASCRIPT", "Shelf"]

HTML, CSS, JAVASCRIPT = "text/html", "text/css", "text/javascript"


def _course():
    return writing.modules((*MODULES, text.PAGE)) + writing.host()


def _with_figure(page):
    some = ("explorable", text.PAGE)
    return writing.modules(some) + writing.given() + text.script(f"../pages/{page}")


def _styles():
    return writing.styles(MODULES) + "".join(
        writing.own(f"../browser/live/{name}.css") for name in ("live", "wall")
    )


_ASSETS = {
    "course.css": (_styles, CSS),
    "course.js": (_course, JAVASCRIPT),
    "plotly.js": (writing.library, JAVASCRIPT),
    "phone.js": (lambda: text.script("live/phone", KINDS), JAVASCRIPT),
    "wall.js": (lambda: _with_figure("wall"), JAVASCRIPT),
    "lecturer.js": (lambda: _with_figure("lecturer"), JAVASCRIPT),
}


class Shelf:
    """The pages and assets by name, each packed. They are made in a thread of their own, so that
    a room answers meanwhile.
    """

    def __init__(self, word):
        self._maker = ThreadPoolExecutor(2, "steel-frame-live")
        self._pages = Pages(_places.shipped_notebooks())
        styled, scripted = (part("assets.html", element) for element in ("styled", "scripted"))
        self._head = styled("assets/course.css") + part("live.html", "head")(word)
        self._scripted = scripted
        self._kept = {}

    def warm(self, *names):
        """Begin with what every phone asks for first, then lay out one chapter after the other:
        who asks for one meanwhile waits for no other.
        """
        first, *rest = names or ("", *_ASSETS, *(f"{stem}.html" for stem in covers.stems()))
        self._made(first)
        if rest:
            self._maker.submit(self.warm, *rest)

    async def get(self, name):
        """(bytes as gzip, kind) of a page or an asset; None if nothing is called so. The home page
        has no name.
        """
        if name in self._kept:
            return self._kept[name]
        return await asyncio.get_running_loop().run_in_executor(self._maker, self._made, name)

    async def figure(self, opens, first):
        """The interactive called `opens` as a notebook stores it; None if no chapter has it."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._maker, _figure, opens, first)

    def _made(self, name):
        if name not in self._kept:
            words, kind = self._text(name)
            if words is None:
                return None
            self._kept[name] = gzip.compress(words.encode("utf-8"), 6, mtime=0), kind
        return self._kept[name]

    def _text(self, name):
        if name in _ASSETS:
            make, kind = _ASSETS[name]
            return make(), kind
        if name == "search.js":
            return self._pages.search(), JAVASCRIPT
        scripts = ["assets/course.js", "assets/phone.js"]
        if not name:
            return contents(_tiles(), style=self._head, scripts=self._foot(scripts)), HTML
        stem = name.removesuffix(".html")
        return self._pages.page(stem, self._head, self._foot(scripts)), HTML

    def _foot(self, scripts):
        return part("live.html", "foot")(self._scripted, scripts)


def _tiles():
    """The chapters as their covers tell of them: no phone waits until all are laid out."""
    shown = ((stem, covers.cover(stem)) for stem in covers.stems())
    return [Tile(stem, one.name, one.time, (), "") for stem, one in shown if one]


@cache
def _figure(opens, first):
    """The chapter whose question it is is looked through first."""
    paths = sorted(_places.shipped_notebooks().glob("*.ipynb"))
    for path in sorted(paths, key=lambda path: not path.stem.startswith(first)):
        for one in read(path).parts:
            if getattr(one, "module", "") == "explorable" and one.id == opens:
                return one.stored
    return None

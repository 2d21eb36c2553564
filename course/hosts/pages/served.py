"""Pages as a Jupyter server gives them: each chapter as it lies in the reader's folder now.

Only the course's own chapters are pages, by their names. What lies under such a name may be
anybody's all the same: it is read as `reading` reads a stranger's notebook, no link is followed,
and what cannot be read gives way to the chapter as it was shipped. A page is made when it is asked
for, and kept until its file changes.
"""

import hashlib
import json
import os
import secrets
import stat
import threading
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from markupsafe import Markup

from course import _places
from course.errors import CourseError
from course.hosts.browser import text
from course.hosts.pages.beside import BESIDE, beside, links
from course.hosts.pages.page import Tile, contents, page, tile
from course.hosts.pages.reading import read
from course.hosts.pages.writing import modules, styles
from course.interactives import MODULES
from course.interface.words import say

__all__ = ["Pages", "assets", "pages"]

_MOST = 10_000_000  # bytes of a chapter; the largest as shipped has some 300,000

# Where the head and the foot of a page go, which differ each time it is given. No notebook can know
# the word.
_MARK = secrets.token_hex(16)
_HEAD, _FOOT = (Markup(f"<!--{part} {_MARK}-->") for part in ("head", "foot"))  # noqa: S704 ours


@dataclass(frozen=True)
class _Kept:
    """One page: its HTML, and what the home page and the search say of it."""

    tile: Tile
    words: str
    html: str


def _mark_of(path):
    """What changes when a chapter is saved; None if no plain file of a usual size lies there."""
    try:
        seen = os.lstat(path)
    except OSError:
        return None
    if not stat.S_ISREG(seen.st_mode) or seen.st_size > _MOST:
        return None
    return seen.st_mtime_ns, seen.st_size, seen.st_ino


class Pages:
    """The pages of the chapters in `folder`. lab: the address of that folder in JupyterLab,
    if it can be opened there.
    """

    def __init__(self, folder, lab=None):
        self._folder, self._lab = Path(folder), lab
        self._shipped = {
            path.stem: path for path in sorted(_places.shipped_notebooks().glob("*.ipynb"))
        }
        self._kept = {}
        self._lock = threading.Lock()

    def _made(self, path, told="", *, is_there=True):
        chapter = read(path)
        lab = f"{self._lab}{quote(path.name)}" if self._lab and is_there else None
        html = page(
            chapter,
            style=_HEAD,
            scripts=_FOOT,
            home="./",
            lab=lab,
            told=told,
            stems=self._shipped,
            people=links(),
        )
        return _Kept(tile(chapter), chapter.words, html)

    def _of(self, stem):
        shipped = self._shipped[stem]
        path = self._folder / shipped.name
        mark = _mark_of(path)
        with self._lock:
            known, kept = self._kept.get(stem, (None, None))
            if kept and known == mark:
                return kept
            kept = self._read(path, mark, shipped)
            self._kept[stem] = mark, kept
        return kept

    def _read(self, path, mark, shipped):
        if mark:
            try:
                return self._made(path)
            except CourseError:
                pass
        return self._made(
            shipped, say("server.unread") if os.path.lexists(path) else "", is_there=False
        )

    def page(self, stem, head, foot):
        """The page of a chapter as HTML, with elements of its head and foot (text);
        None if no chapter is called so.
        """
        for one in BESIDE:
            if stem == one.stem:
                html = page(beside(one), style=_HEAD, scripts=_FOOT, home="./", people=links())
                return _filled(html, head, foot)
        if stem not in self._shipped:
            return None
        return _filled(self._of(stem).html, head, foot)

    def contents(self, head, foot):
        """The home page as HTML."""
        every = [self._of(stem).tile for stem in self._shipped]
        return _filled(contents(every, style=_HEAD, scripts=_FOOT, people=links()), head, foot)

    def search(self):
        """The script of the home page: the words of every chapter,
        and how they are looked through.
        """
        every = [self._of(stem) for stem in self._shipped]
        texts = [
            {"title": one.tile.title, "address": f"{quote(one.tile.stem)}.html", "text": one.words}
            for one in every
        ]
        return f"window.steelFrameTexts={json.dumps(texts, ensure_ascii=False)};\n" + text.script(
            "../pages/search"
        )


def _filled(html, head, foot):
    return html.replace(_HEAD, head, 1).replace(_FOOT, foot, 1)


@cache
def pages(folder, lab=None):
    """The Pages of a folder: the same whenever it is asked for,
    so that what one thread has made another gives.
    """
    return Pages(folder, lab)


@cache
def assets():
    """{name: text} of what all pages share. A name changes with its text,
    so that a browser may keep it for good.
    """
    script = modules((*MODULES, text.SERVER)) + text.script("../pages/served")
    found = {}
    for ending, whole in (("css", styles(MODULES)), ("js", script)):
        found[f"course-{hashlib.sha256(whole.encode()).hexdigest()[:16]}.{ending}"] = whole
    return found

"""The modules of the browser, as JupyterLab's renderer fetches them, all in one: GET
steel-frame/api/modules/all, as JSON.

They come from the same files as everywhere else, so that no copy lies in the extension of
JupyterLab and goes stale.
"""

import asyncio
import gzip
import hashlib
import json
from functools import cache

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web

from course.charts import covers
from course.charts.signs import path_of
from course.hosts.browser import text
from course.hosts.front_ends import OFFER
from course.interactives import MODULES
from course.interface.words import said_of
from course.items import answers

__all__ = ["ModulesHandler", "offer"]

# What the renderer may have to say itself, where no module can.
_SENTENCES = {
    "damaged": "server.damaged",
    "large": "server.large",
    "unknown": "server.unknown",
    "failed": "host.not_started",
}


_FRAME = "frame"  # no interactive's module: what stands around a chapter


def _framed():
    """{"chapters", "signs"}: each chapter's cover, and the paths of all the signs that stand in
    them.
    """
    chapters = [{"stem": stem} | covers.plain(stem) for stem in covers.stems()]
    return {
        "chapters": chapters,
        "signs": {name: path_of(name) for one in chapters for name, *_ in one["row"]},
    }


@cache
def _text():
    """What text.parts and _framed have, and the "style" of all modules, as JSON."""
    style = text.styles((*MODULES, _FRAME))
    every = text.parts((*MODULES, text.SERVER, _FRAME)) | _framed() | {"style": style}
    return json.dumps(every, ensure_ascii=False).encode("utf-8")


@cache
def _packed():
    return gzip.compress(_text(), 6, mtime=0)


@cache
def _version():
    """Changes with any of the texts, so that a browser may keep them for good."""
    return hashlib.sha256(_text()).hexdigest()[:16]


def offer(app):
    """Tell JupyterLab's pages what is here: OFFER among their options, {version, modules,
    sentences}.
    """
    told = app.settings.setdefault("page_config_data", {})
    told[OFFER] = {
        "version": _version(),
        "modules": list(MODULES),
        "sentences": said_of(_SENTENCES),
    }


def _know_what_is_asked():
    from course.hosts import keeping  # loaded with the first answer, or for those of another day

    keeping.items()


class ModulesHandler(APIHandler):
    """GET steel-frame/api/modules/all?v=VERSION: {"files", "modules"} of text.parts, "style", the
    CSS of all, {"chapters", "signs"}.
    """

    auth_resource = "contents"

    @web.authenticated
    @authorized
    async def get(self):
        if self.get_argument("v", "") == _version():
            self.set_header("Cache-Control", "private, max-age=31536000, immutable")
        self.set_header("Content-Encoding", "gzip")
        await self.finish(_packed())
        if answers.begun():
            # A notebook follows soon, whose first question to the server would wait for this.
            asyncio.get_running_loop().run_in_executor(None, _know_what_is_asked)

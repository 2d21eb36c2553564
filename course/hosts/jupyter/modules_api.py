"""The modules of the browser, as JupyterLab's renderer fetches them, all in one: GET steel-frame/api/modules/all, as JSON.

They come from the same files as everywhere else, so that no copy lies in the extension of JupyterLab and goes stale.
"""

import asyncio
import gzip
import hashlib
import json
from functools import cache

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web

from course.hosts import keeping
from course.hosts.browser import text
from course.hosts.front_ends import OFFER
from course.interactives import MODULES
from course.interface.words import said_of

__all__ = ["ModulesHandler", "offer"]

# What the renderer may have to say itself, where no module can.
_SENTENCES = {
    "damaged": "server.damaged",
    "large": "server.large",
    "unknown": "server.unknown",
    "failed": "host.not_started",
}


@cache
def _text():
    """What text.parts has, and the "style" of all modules, as JSON."""
    every = text.parts((*MODULES, text.SERVER)) | {"style": text.styles(MODULES)}
    return json.dumps(every, ensure_ascii=False).encode("utf-8")


@cache
def _packed():
    return gzip.compress(_text(), 6, mtime=0)


@cache
def _version():
    """Changes with any of the texts, so that a browser may keep them for good."""
    return hashlib.sha256(_text()).hexdigest()[:16]


def offer(app):
    """Tell JupyterLab's pages what is here: OFFER among their options, {version, modules, sentences}."""
    told = app.settings.setdefault("page_config_data", {})
    told[OFFER] = {"version": _version(), "modules": list(MODULES), "sentences": said_of(_SENTENCES)}


class ModulesHandler(APIHandler):
    """GET steel-frame/api/modules/all?v=VERSION: {"files", "modules"} of text.parts, and "style", the CSS of all."""

    auth_resource = "contents"

    @web.authenticated
    @authorized
    async def get(self):
        if self.get_argument("v", "") == _version():
            self.set_header("Cache-Control", "private, max-age=31536000, immutable")
        self.set_header("Content-Encoding", "gzip")
        await self.finish(_packed())
        # A notebook follows soon, whose first question to the server would wait for this.
        asyncio.get_running_loop().run_in_executor(None, keeping.items)

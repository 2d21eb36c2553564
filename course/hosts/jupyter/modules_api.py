"""The modules of the browser, as JupyterLab's renderer fetches them: GET steel-frame/api/modules/NAME, as JSON.

They come from the same files as everywhere else, so that no copy lies in the extension of JupyterLab and goes stale.
"""

import gzip
import hashlib
import json
from functools import cache

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import APIHandler
from tornado import web

from course.hosts.front_ends import OFFER
from course.interactives import MODULES
from course.widgets import text
from course.words import said_of

__all__ = ["ModulesHandler", "offer"]

# What the renderer may have to say itself, where no module can.
_SENTENCES = {
    "damaged": "server.damaged",
    "large": "server.large",
    "unknown": "server.unknown",
    "failed": "host.not_started",
}
_SERVER = "server"  # not an interactive's: the host that keeps answers on the server


@cache
def _text(name):
    """{"script", "style"} of a module, as JSON."""
    script, style = (text.for_server(), "") if name == _SERVER else (text.module(name), text.style(name))
    return json.dumps({"script": script, "style": style}, ensure_ascii=False).encode("utf-8")


@cache
def _packed(name):
    return gzip.compress(_text(name), 6, mtime=0)


@cache
def _version():
    """Changes with any of the texts, so that a browser may keep each for good."""
    every = b"".join(map(_text, (*MODULES, _SERVER)))
    return hashlib.sha256(every).hexdigest()[:16]


def offer(app):
    """Tell JupyterLab's pages what is here: OFFER among their options, {version, modules, sentences}."""
    told = app.settings.setdefault("page_config_data", {})
    told[OFFER] = {"version": _version(), "modules": list(MODULES), "sentences": said_of(_SENTENCES)}


class ModulesHandler(APIHandler):
    """GET steel-frame/api/modules/NAME?v=VERSION: {"script": an ES module, "style": its CSS}."""

    auth_resource = "contents"

    @web.authenticated
    @authorized
    async def get(self, name):
        if name not in (*MODULES, _SERVER):
            raise web.HTTPError(404, "There is no such module; load the page again.")
        if self.get_argument("v", "") == _version():
            self.set_header("Cache-Control", "private, max-age=31536000, immutable")
        self.set_header("Content-Encoding", "gzip")
        await self.finish(_packed(name))

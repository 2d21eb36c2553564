"""The course as pages on a Jupyter server: GET steel-frame/, steel-frame/<chapter>.html,
steel-frame/assets/<name>.

A page holds the token against forged requests, so a policy of its own guards it: scripts run by a
word drawn for each page, or as a module that such a script made; nothing is fetched from elsewhere;
no other page shows it in a frame.
"""

import asyncio
import gzip
import secrets
from concurrent.futures import ThreadPoolExecutor
from functools import cached_property
from pathlib import Path
from urllib.parse import quote

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from course import _places

__all__ = ["handlers", "of_server"]

_POLICY = (
    "default-src 'none'; script-src 'nonce-{nonce}' blob:; style-src 'self' 'unsafe-inline'; "
    "img-src 'self' data: blob:; "
    "font-src 'self' data:; connect-src 'self'; base-uri 'none'; form-action 'none'; "
    "frame-ancestors 'none'"
)
_FOR_GOOD = "private, max-age=31536000, immutable"
_SMALL = 1000  # bytes that are not worth packing

_maker = ThreadPoolExecutor(1, "steel-frame-pages")


def of_server(server):
    """The Pages (course/hosts/pages/served.py) of a server: of its reader's folder, or of the
    chapters that it serves to be edited.
    """
    from course.hosts.pages.served import pages  # loads what draws: only once a page is asked for

    root, folder = Path(server.root_dir).resolve(), _places.course_folder().resolve()
    if root == _places.shipped_notebooks().resolve():
        folder = root
    lab = None
    if folder.is_relative_to(root) and "jupyterlab" in server.extension_manager.extensions:
        below = "".join(f"{quote(part)}/" for part in folder.relative_to(root).parts)
        lab = url_path_join(server.base_url, "doc", "tree", "/") + below
    return pages(folder, lab)


class _Page(JupyterHandler):
    """What all of them share. Login is Jupyter's own, or the hub's."""

    auth_resource = "contents"

    @cached_property
    def nonce(self):
        """The word by which this page's scripts run."""
        return secrets.token_urlsafe(16)

    @property
    def content_security_policy(self):
        return _POLICY.format(nonce=self.nonce)

    async def made(self, call, *arguments):
        """What a call gives, made in a thread of its own."""
        return await asyncio.get_running_loop().run_in_executor(_maker, call, *arguments)

    def head_and_foot(self, *scripts):
        """Elements for the page: its style, who keeps its answers,
        and its scripts from steel-frame/assets.
        """
        from course.hosts.pages.served import assets
        from course.interface.templates import part

        style, course = assets()
        told = {"base": self.base_url, "xsrf": self.xsrf_token.decode("utf-8")}
        head = part("served.html", "head")(style, told, {"baseUrl": self.base_url})
        foot = part("served.html", "foot")(self.nonce, (course, *scripts))
        return head, foot

    def give(self, text, kind, cached="private, no-cache"):
        """Send a text, packed where the browser takes that."""
        raw = text.encode("utf-8")
        self.set_header("Content-Type", f"{kind}; charset=utf-8")
        self.set_header("Cache-Control", cached)
        self.set_header("Vary", "Accept-Encoding")
        if len(raw) > _SMALL and "gzip" in self.request.headers.get("Accept-Encoding", ""):
            self.set_header("Content-Encoding", "gzip")
            raw = gzip.compress(raw, 5, mtime=0)
        return self.finish(raw)


class ContentsHandler(_Page):
    """All chapters, and the search in them."""

    @web.authenticated
    @authorized
    async def get(self, slash):
        if not slash:  # links on the page are beside it
            return self.redirect(f"{self.base_url}steel-frame/")
        every = await self.made(of_server, self.serverapp)
        text = await self.made(every.contents, *self.head_and_foot("search.js"))
        return await self.give(text, "text/html")


class ChapterHandler(_Page):
    """One chapter."""

    @web.authenticated
    @authorized
    async def get(self, stem):
        every = await self.made(of_server, self.serverapp)
        text = await self.made(every.page, stem, *self.head_and_foot())
        if text is None:
            raise web.HTTPError(404, "The course has no such chapter.")
        await self.give(text, "text/html")


class AssetHandler(_Page):
    """What the pages share."""

    @web.authenticated
    @authorized
    async def get(self, name):
        from course.hosts.pages.served import assets

        if name == "search.js":
            every = await self.made(of_server, self.serverapp)
            await self.give(await self.made(every.search), "text/javascript")
        elif name in assets():
            kind = "text/css" if name.endswith(".css") else "text/javascript"
            await self.give(assets()[name], kind, _FOR_GOOD)
        else:
            raise web.HTTPError(404)


def handlers(base_url):
    """The handlers of the pages under a server's base URL, for its web application."""
    home = url_path_join(base_url, "steel-frame")
    return [
        (f"{home}(/?)", ContentsHandler),
        (f"{home}/assets/([a-z0-9.-]+)", AssetHandler),
        (f"{home}/([a-z0-9-]+)\\.html", ChapterHandler),
    ]

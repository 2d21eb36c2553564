"""The lecturer's page on the server that a hub started for her: STEEL_FRAME_CLASS names her class
folder. course/hosts/jupyter/lecturer names this extension, so no student's server has it.
"""

import os
from datetime import UTC, datetime
from typing import Any

from jupyter_server.auth.decorator import authorized
from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from course import _places
from course.classroom.page import handlers, reply
from course.classroom.page.running import Runner
from course.interface.words import say

__all__ = ["load"]

LINK = "steelFrameClass"  # under which JupyterLab's page is told of it


class _Hosted(reply.Page, JupyterHandler):
    """Login, the token against forged requests and who may do what are the server's own."""

    auth_resource = "contents"

    async def prepare(self) -> None:
        await super().prepare()
        self.check_size()
        if self.current_user and not isinstance(self, handlers.State):
            # who marks essays for an hour is not idle, so the hub does not end this server
            self.settings["api_last_activity"] = datetime.now(UTC)

    @property
    def home(self) -> str:
        return url_path_join(self.base_url, "steel-frame", reply.HOME)


def _hosted(page: type[reply.Page]) -> Any:
    ways = {
        way: web.authenticated(authorized(getattr(page, way)))
        for way in ("get", "post")
        if way in vars(page)
    }
    return type(page.__name__, (_Hosted, page), ways)


def load(server: Any) -> None:
    """Load the page into a lecturer's server; into another's, nothing."""
    chosen = os.environ.get("STEEL_FRAME_CLASS")
    if not chosen:
        return
    app = server.web_app
    home = url_path_join(app.settings["base_url"], "steel-frame", reply.HOME)
    path = _places.at_home(chosen, "STEEL_FRAME_CLASS").resolve()
    app.settings[reply.SETTING] = Runner(path)
    told = {"address": home, "words": say("class.link"), "title": say("class.link_told")}
    app.settings.setdefault("page_config_data", {})[LINK] = told
    app.add_handlers(".*$", [(at, _hosted(page)) for at, page in handlers.pages(home)])


def _jupyter_server_extension_points():
    return [{"module": "course.classroom.page.extension"}]


_load_jupyter_server_extension = load

"""The course's server extension: what any Jupyter server of the environment does for the course,
however it was started.

etc/ in the wheel names it, and so do the course's own settings. It keeps twins at save (saving.py),
gives a stranger's notebook without its widgets (strangers.py), leaves out scripts of extensions
that are off (switched_off.py), keeps answers (handlers.py) and serves the chapters as pages
(pages.py).
"""

import os
from pathlib import Path

from jupyter_core.paths import jupyter_path

from course.hosts.front_ends import EXTENSION
from course.hosts.jupyter import pages
from course.hosts.jupyter.handlers import handlers
from course.hosts.jupyter.modules_api import offer
from course.hosts.jupyter.saving import keep_twins
from course.hosts.jupyter.strangers import open_without_widgets
from course.hosts.jupyter.switched_off import fetch_no_more

__all__ = ["load"]

_LOADED = "steel_frame"  # an entry of the server's settings


def _lab_draws():
    """Is the course's own extension of JupyterLab found,
    which brings documents to life without a kernel?
    """
    folders = map(Path, jupyter_path("labextensions"))
    return any((folder / "steel-frame" / "package.json").is_file() for folder in folders)


def load(server):
    """Load all of it into a server; asked once more, under its earlier name, it does nothing."""
    app = server.web_app
    if app.settings.get(_LOADED):
        return
    app.settings[_LOADED] = True
    server.contents_manager.register_pre_save_hook(keep_twins)
    open_without_widgets(server.contents_manager)
    base_url = app.settings["base_url"]
    app.add_handlers(".*$", [*handlers(base_url), *pages.handlers(base_url)])
    offer(app)
    # once all are loaded: JupyterHub's sets its own
    server.io_loop.add_callback(fetch_no_more, app.settings)
    if _lab_draws():
        os.environ[EXTENSION] = "1"  # every kernel that starts from here reads it


def _jupyter_server_extension_points():
    return [{"module": "course.hosts.jupyter.extension"}]


_load_jupyter_server_extension = load

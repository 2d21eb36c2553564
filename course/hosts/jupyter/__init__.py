"""A Jupyter server as host: it keeps the answers itself, and no kernel runs for that."""

from jupyter_server.utils import url_path_join

from course.hosts.jupyter import answers_api
from course.hosts.jupyter.modules_api import ModulesHandler, offer

__all__ = ["handlers", "offer"]


def handlers(base_url):
    """Every handler under a server's base URL, for its web application."""
    module = url_path_join(base_url, "steel-frame", "api", "modules", "all")
    return [(module, ModulesHandler), *answers_api.handlers(base_url)]

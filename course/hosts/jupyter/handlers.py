"""What a server answers: every handler of the course, but for its pages."""

from jupyter_server.utils import url_path_join

from course.hosts.jupyter import answers_api
from course.hosts.jupyter.modules_api import ModulesHandler

__all__ = ["handlers"]


def handlers(base_url):
    """Every handler under a server's base URL, for its web application."""
    module = url_path_join(base_url, "steel-frame", "api", "modules", "all")
    return [(module, ModulesHandler), *answers_api.handlers(base_url)]

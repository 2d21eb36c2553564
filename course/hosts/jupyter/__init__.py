"""A Jupyter server as host: it keeps the answers itself, and no kernel runs for that."""

from course.hosts.jupyter.answers_api import handlers

__all__ = ["handlers"]

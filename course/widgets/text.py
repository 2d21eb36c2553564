"""The text of a widget's JavaScript and style: shared.js and shared.css in front, then its own.

A module imports nothing, so the same text serves JupyterLab and any page without a server.
"""

from functools import cache
from pathlib import Path

__all__ = ["module", "style"]

_HERE = Path(__file__).parent


def _read(name):
    path = _HERE / name
    return path.read_text(encoding="utf-8") if path.exists() else ""


@cache
def module(name):
    """The ES module of widget `name`."""
    return _read("shared.js") + "\n" + _read(f"{name}.js")


@cache
def style(name):
    """The CSS of widget `name`."""
    return _read("shared.css") + "\n" + _read(f"{name}.css")

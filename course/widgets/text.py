"""The text of a widget's JavaScript and style: what it shares with others in front, then its own.

A module imports nothing, so the same text serves JupyterLab and any page without a server. Each widget sends its text
again, so lines that are only comment, and indentation, stay at home.
"""

import re
from functools import cache
from pathlib import Path

__all__ = ["MODULES", "for_kernel", "for_server", "module", "part", "style", "styles"]

_HERE = Path(__file__).parent

# widget -> the files of its module, in order
MODULES = {
    "asked": ("shared", "blanks", "numerals", "drafts", "asking", "keeping", "asked"),
    "cards": ("shared", "cards"),
    "desk": ("shared", "blanks", "numerals", "drafts", "asking", "keeping", "turning", "desk"),
    "designer": ("shared", "blanks", "drafts", "keeping", "reform", "designer"),
    "explorable": ("shared", "controls", "marks", "still", "picture", "explorable"),
    "matrix": ("shared", "sections", "matrix"),
    "memo": ("shared", "blanks", "drafts", "reform", "turning", "capstone", "memo"),
    "predict": ("shared", "blanks", "numerals", "drafts", "asking", "keeping", "predict"),
    "progress": ("shared", "drafts", "progress"),
    "quiz": ("shared", "blanks", "numerals", "drafts", "asking", "keeping", "turning", "quiz"),
    "reflect": ("shared", "blanks", "drafts", "keeping", "reflect"),
    "timeline": ("shared", "sections", "timeline"),
}

# widget -> the files of its style, where they are not those of its module
STYLES = {
    "designer": ("shared", "asking", "reform", "designer"),
    "memo": ("shared", "asking", "reform", "memo"),
}


def _joined(names, ending):
    paths = [_HERE / f"{name}.{ending}" for name in names]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths if path.exists())
    return re.sub(r"^(?:[ \t]*//.*\n|[ \t]+)", "", text, flags=re.MULTILINE)


@cache
def module(name):
    """The ES module of interactive `name`: it exports show({ data, host, el, signal })."""
    return _joined(MODULES[name], "js")


@cache
def for_kernel(name):
    """The same with a plain kernel as its host: an anywidget's module."""
    return _joined((*MODULES[name], "plotly", "kernel"), "js")


@cache
def for_server():
    """The ES module of a Jupyter server as host: it exports serverHost, see server.js."""
    return _joined(("../edition/fits", "plotly", "server"), "js")


@cache
def part(name):
    """One file that modules and hosts share."""
    return _joined((name,), "js")


@cache
def style(name):
    """The CSS of widget `name`."""
    return _joined(STYLES.get(name, MODULES[name]), "css")


def styles(names):
    """The CSS of all the widgets named, each file of it once."""
    files = dict.fromkeys(file for name in sorted(names) for file in STYLES.get(name, MODULES[name]))
    return _joined(files, "css")

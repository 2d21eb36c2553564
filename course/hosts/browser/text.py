"""The text of a widget's JavaScript and style: the sentences that it says, what it shares with
others, then its own.

A file says what it needs by importing it (joining.py), so no list does. The text imports nothing
and serves JupyterLab and any page without a server. Which kinds of items it may ask, the kinds
themselves say.
"""

import re
from functools import cache
from pathlib import Path

from course.hosts.browser import joining
from course.interactives import MODULES
from course.interface import words
from course.items.kinds import KINDS

__all__ = [
    "MODULES",
    "PAGE",
    "SERVER",
    "for_kernel",
    "module",
    "parts",
    "script",
    "style",
    "styles",
]

_HERE = Path(__file__).parent
_CSS_AT_HOME = re.compile(r"/\*[\s\S]*?\*/\n?|^[ \t]+", re.MULTILINE)  # comments, indentation
# No interactive's modules, but hosts that keep answers: on a Jupyter server, and in the browser
# that shows a page.
SERVER = "server"
PAGE = "page"
# module -> its own file, where it is called otherwise
_FILES: dict[str, str] = {PAGE: "../pages/host"}

# widget -> the files of its style, where they are not those of its module
STYLES = {
    "designer": ("shared", "asking", "reform", "designer"),
    "memo": ("shared", "asking", "reform", "memo", "memo/sheet"),
}


def _asked(module):
    """The kinds of items that a module may ask or, as a host, keep."""
    return tuple(
        name for name, kind in KINDS.items() if module in (SERVER, PAGE) or module in kind.asked_in
    )


def _order(name: str, kinds):
    """The files of a module in order; kinds: those that it asks."""
    own = [f"kinds/{kind}" for kind in kinds if (_HERE / "kinds" / f"{kind}.js").exists()]
    return joining.order("words", *own, _FILES.get(name, name))


@cache
def _said(name, is_last, language):
    """A file as a page gets it: with the sentences of a language for their keys."""
    text = joining.alone(name) if is_last else joining.wrapped(name)
    return words.inside(text.replace('"LANGUAGE"', f'"{language}"'), language)


def _file(name, is_last=False):
    return _said(name, is_last, words.language())


def parts(names):
    """{"files": {file: text}, "modules": {name: its files in order}}: each file once, however many
    modules share it.

    names are of MODULES, SERVER or PAGE. Joined by line ends, the files of a module are what
    `module` gives.
    """
    ordered = {name: _order(name, _asked(name)) for name in sorted(names)}
    last = {files[-1] for files in ordered.values()}
    every = dict.fromkeys(file for files in ordered.values() for file in files)
    return {"files": {file: _file(file, file in last) for file in every}, "modules": ordered}


def _joined(files, last):
    return "\n".join(_file(file, file == last) for file in files)


def module(name):
    """The ES module of interactive `name`: it exports show({ data, host, el, signal }). SERVER
    exports serverHost, PAGE pageHost.
    """
    files = _order(name, _asked(name))
    return _joined(files, files[-1])


def for_kernel(name, kinds=None):
    """The same with a plain kernel as its host: an anywidget's module. kinds: those of its items,
    where not all are needed.
    """
    asked = tuple(kind for kind in _asked(name) if kinds is None or kind in kinds)
    files = _order(name, asked)
    more = [file for file in joining.order("kernel") if file not in files]
    return f"{_joined([*files, *more], name)}\nexport default $kernel.widgetOf(show);\n"


def script(name, kinds=()):
    """A file that a page runs as it comes, with what it needs and the kinds of items that it asks,
    in a block of its own: nothing of it is seen outside.
    """
    return f"{{\n{_joined(_order(name, kinds) if kinds else joining.order(name), name)}}}\n"


def _css(names):
    paths = [_HERE / f"{name}.css" for name in ("type", *names)]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths if path.exists())
    return _CSS_AT_HOME.sub("", text)


@cache
def style(name):
    """The CSS of widget `name`."""
    return _css(_style_files(name))


def styles(names):
    """The CSS of all the widgets named, each file of it once."""
    return _css(dict.fromkeys(file for name in sorted(names) for file in _style_files(name)))


def _style_files(name):
    return STYLES.get(name) or _order(name, _asked(name))

"""The text of a widget's JavaScript and style: the sentences that it says, what it shares with others, then its own.

A module imports nothing, so the same text serves JupyterLab and any page without a server. Each widget sends its text
again, so lines that are only comment, and indentation, stay at home.
"""

import re
from functools import cache
from pathlib import Path

from course import words
from course.items.kinds import KINDS

__all__ = [
    "MODULES",
    "SERVER",
    "fits",
    "for_kernel",
    "for_server",
    "module",
    "part",
    "parts",
    "speaking",
    "style",
    "styles",
]

_HERE = Path(__file__).parent

# widget -> the files of its module, in order
MODULES = {
    "asked": ("shared", "blanks", "numerals", "drafts", "kinds", "asking", "keeping", "asked"),
    "cards": ("shared", "cards"),
    "desk": ("shared", "blanks", "numerals", "drafts", "kinds", "asking", "keeping", "turning", "desk"),
    "designer": ("shared", "blanks", "drafts", "keeping", "reform", "designer"),
    "explorable": ("shared", "controls", "marks", "still", "picture", "explorable"),
    "matrix": ("shared", "sections", "matrix"),
    "memo": ("shared", "blanks", "drafts", "reform", "turning", "capstone", "memo"),
    "predict": ("shared", "blanks", "numerals", "drafts", "kinds", "asking", "keeping", "predict"),
    "progress": ("shared", "drafts", "progress"),
    "quiz": ("shared", "blanks", "numerals", "drafts", "kinds", "asking", "keeping", "turning", "quiz"),
    "reflect": ("shared", "blanks", "drafts", "keeping", "reflect"),
    "timeline": ("shared", "sections", "timeline"),
}

# widget -> the files of its style, where they are not those of its module
STYLES = {
    "designer": ("shared", "asking", "reform", "designer"),
    "memo": ("shared", "asking", "reform", "memo"),
}


def _asked(module):
    """The kinds of items that a module may ask."""
    return tuple(name for name, kind in KINDS.items() if module in kind.asked_in)


def _kinds(names):
    """The files of kinds of items, what all share in front."""
    return ["kinds/kind", "kinds/parts", *(f"kinds/{name}" for name in names)]


def _files(names, kinds):
    """Names of files as they stand here; "kinds" are those of the kinds told."""
    return [name for told in names for name in (_kinds(kinds) if told == "kinds" else [told])]


def _joined(names, ending):
    paths = [_HERE / f"{name}.{ending}" for name in names]
    text = "\n".join(path.read_text(encoding="utf-8") for path in paths if path.exists())
    return re.sub(r"^(?:[ \t]*//.*\n|[ \t]+)", "", text, flags=re.MULTILINE)


@cache
def _spoken(text, language):
    return _joined(("words",), "js").replace("LANGUAGE", language) + "\n" + words.inside(text, language)


def speaking(text):
    """A program of ours as a page gets it: with `say` in front, and sentences of the language that is shown for their keys."""
    return _spoken(text, words.language())


SERVER = "server"  # no interactive's: the host that keeps answers on a Jupyter server, see server.js


def _file(name):
    own = fits() if name == "fits" else _joined((name,), "js")
    return (
        own.replace("LANGUAGE", words.language()) if name == "words" else words.inside(own, words.language())
    )


def parts(names):
    """{"files": {file: text}, "modules": {name: its files in order}}: each file once, however many modules share it.

    Joined by line ends, the files of a module are what `module` gives; those of SERVER what `for_server` gives.
    """
    ordered = {
        name: ["words", "fits", "plotly", "server"]
        if name == SERVER
        else ["words", *_files(MODULES[name], _asked(name))]
        for name in sorted(names)
    }
    files = dict.fromkeys(file for own in ordered.values() for file in own)
    return {"files": {file: _file(file) for file in files}, "modules": ordered}


@cache
def _own(name, kinds):
    return _joined(_files(MODULES[name], kinds), "js")


def module(name):
    """The ES module of interactive `name`: it exports show({ data, host, el, signal })."""
    return speaking(_own(name, _asked(name)))


def for_kernel(name, kinds=None):
    """The same with a plain kernel as its host: an anywidget's module. kinds: those of its items, where not all are needed."""
    asked = tuple(kind for kind in _asked(name) if kinds is None or kind in kinds)
    return speaking(_own(name, asked) + "\n" + _joined(("plotly", "kernel"), "js"))


def for_server():
    """The ES module of a Jupyter server as host: it exports serverHost, see server.js."""
    return speaking(fits() + "\n" + _joined(("plotly", "server"), "js"))


@cache
def part(name):
    """One file that modules and hosts share."""
    return _joined((name,), "js")


@cache
def fits():
    """A script: `steelFrameFits(item, answer)` says whether a page of ours could have sent that answer to that item."""
    kinds = re.sub(r"^export ", "", _joined(_kinds(KINDS), "js"), flags=re.MULTILINE)
    return f"const steelFrameFits = (() => {{\n{kinds}return fits;\n}})();\n"


@cache
def style(name):
    """The CSS of widget `name`."""
    return _joined(_style_files(name), "css")


def styles(names):
    """The CSS of all the widgets named, each file of it once."""
    return _joined(dict.fromkeys(file for name in sorted(names) for file in _style_files(name)), "css")


def _style_files(name):
    return _files(STYLES.get(name, MODULES[name]), _asked(name))

"""The text of a widget's JavaScript and style: the sentences that it says, what it shares with others, then its own.

A module imports nothing, so the same text serves JupyterLab and any page without a server. Each widget sends its text
again, so lines that are only comment, and indentation, stay at home.
"""

import re
from functools import cache
from pathlib import Path

from course.interface import words
from course.items.kinds import KINDS

__all__ = [
    "MODULES",
    "SERVER",
    "fits",
    "for_kernel",
    "module",
    "part",
    "parts",
    "speaking",
    "style",
    "styles",
]

_HERE = Path(__file__).parent
SERVER = "server"  # no interactive's module: the host that keeps answers on a Jupyter server, see server.js

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
def _said(name, language):
    """A file as a page gets it: with the sentences of a language for their keys."""
    if name == "words":
        return _joined((name,), "js").replace("LANGUAGE", language)
    return words.inside(fits() if name == "fits" else _joined((name,), "js"), language)


def _file(name):
    return _said(name, words.language())


def _ordered(name, kinds):
    """The files of a module in order; kinds: those that it asks."""
    own = ("fits", "plotly", "server") if name == SERVER else _files(MODULES[name], kinds)
    return ["words", *own]


def speaking(text):
    """A program of ours as a page gets it: with `say` in front, and sentences of the language that is shown for their keys."""
    return f"{_file('words')}\n{words.inside(text, words.language())}"


def parts(names):
    """{"files": {file: text}, "modules": {name: its files in order}}: each file once, however many modules share it.

    names are of MODULES, or SERVER. Joined by line ends, the files of a module are what `module` gives.
    """
    ordered = {name: _ordered(name, _asked(name)) for name in sorted(names)}
    files = dict.fromkeys(file for own in ordered.values() for file in own)
    return {"files": {file: _file(file) for file in files}, "modules": ordered}


def module(name):
    """The ES module of interactive `name`: it exports show({ data, host, el, signal }). That of SERVER exports serverHost."""
    return "\n".join(map(_file, _ordered(name, _asked(name))))


def for_kernel(name, kinds=None):
    """The same with a plain kernel as its host: an anywidget's module. kinds: those of its items, where not all are needed."""
    asked = tuple(kind for kind in _asked(name) if kinds is None or kind in kinds)
    return "\n".join(map(_file, (*_ordered(name, asked), "plotly", "kernel")))


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

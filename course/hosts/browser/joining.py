"""Files of JavaScript that import each other, as one text that imports nothing.

A file becomes a function that gives what the file exports, and its path with a $ in front is what
that function gave; to import is to take from there. So a name of one file is none of another. The
last file stays a module or a script, as it is. Lines that are only comment, types, and indentation
stay at home, and so do line ends within a statement, where a line ends or begins with a sign that
says so.
"""

import posixpath
import re
from functools import cache
from pathlib import Path

__all__ = ["alone", "imported", "order", "wrapped"]

_HERE = Path(__file__).parent
_IMPORT = re.compile(r"^import \{([^}]*)\} from \"(\.[\w./]*)\.js\";\n", re.MULTILINE)
_EXPORT = re.compile(r"^export (?=const (\w+))", re.MULTILINE)
_AT_HOME = re.compile(r"^\s*//.*\n|[ \t]*/\*\*(?:[^*]|\*(?!/))*\*/[ \t]*\n?|^\s+", re.MULTILINE)
_GOES_ON = ("(", "[", "{", ",", "=", "=>", "&&", "||")
_WENT_ON = (")", "]", "}", ".", "? ", ": ", "&&", "||", "??")


def _seamless(text: str) -> str:
    """The same with fewer line ends. A line that may end with a comment keeps its own."""
    found = [""]
    for line in text.splitlines():
        before = found[-1]
        if "//" in before or not (before.endswith(_GOES_ON) or line.startswith(_WENT_ON)):
            found.append(line)
        elif line.startswith((")", "]", "}")):
            found[-1] = before.removesuffix(",") + line
        else:
            found[-1] += line
    return "\n".join(found[1:]) + "\n"


@cache
def _source(name: str) -> str:
    return (_HERE / f"{name}.js").read_text(encoding="utf-8")


@cache
def imported(name: str) -> list[str]:
    """The files that a file imports, named as it is: from this folder, without ending."""
    return [_beside(name, other) for _, other in _IMPORT.findall(_source(name))]


def _beside(name: str, other: str) -> str:
    """The file that `name` imports as `other`."""
    found = posixpath.normpath(f"{posixpath.dirname(f'{_HERE.name}/{name}')}/{other}")
    return posixpath.relpath(found, _HERE.name)


def order(*names: str) -> list[str]:
    """These files and all that they need, each once, behind what it imports."""
    found: dict[str, None] = {}

    def visit(name: str) -> None:
        for other in imported(name):
            visit(other)
        found[name] = None

    for name in names:
        visit(name)
    return list(found)


def _given(name: str) -> str:
    """What a file's function gave: its whole path, for two folders may hold one name, behind a sign
    that no name of ours begins with.
    """
    return "$" + re.sub(r"\W+", "_", name)


def alone(name: str) -> str:
    """A file whose imports are taken from the functions in front of it."""

    def taken(found: re.Match[str]) -> str:
        names = re.sub(r"\s+", " ", found[1].replace(" as ", ": ")).strip(" ,")
        return f"const {{ {names} }} = {_given(_beside(name, found[2]))};\n"

    return _seamless(_AT_HOME.sub("", _IMPORT.sub(taken, _source(name))))


def wrapped(name: str) -> str:
    """A file as a function that is called at once.
    One that exports nothing is called for what it does.
    """
    text = alone(name)
    offered = ", ".join(_EXPORT.findall(text))
    body = _EXPORT.sub("", text)
    if not offered:
        return f"(() => {{\n{body}}})();\n"
    return f"const {_given(name)} = (() => {{\n{body}return {{ {offered} }};\n}})();\n"

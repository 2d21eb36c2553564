"""The project's own code, as the rules read it: each file once."""

import ast
from functools import cache

from course import _places

__all__ = ["CODE", "PYTHON", "ROOT", "name", "root_of", "text", "tree"]

ROOT = _places.root()
CODE = sorted(
    p
    for room in ("course", "tools")
    for p in (ROOT / room).rglob("*")
    if p.suffix in {".py", ".js", ".ts", ".css"}
)
PYTHON = [p for p in CODE if p.suffix == ".py"]


def name(path):
    """Where a file is, from the root of the project."""
    return path.relative_to(ROOT).as_posix()


@cache
def text(path):
    """What stands in a file."""
    return path.read_text(encoding="utf-8")


@cache
def tree(path):
    """A file of Python, parsed."""
    return ast.parse(text(path))


def root_of(node):
    """The name that an expression begins with: re, of re.compile("a").sub."""
    while not isinstance(node, ast.Name):
        node = getattr(node, "value", None) or getattr(node, "func", None)
        if node is None:
            return ""
    return node.id

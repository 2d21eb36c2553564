"""Is HTML written by templates, and read by a parser?"""

import ast
import re

from sources import root_of, tree

from course import _places

PACKAGE = _places.PACKAGE
PYTHON = sorted(PACKAGE.rglob("*.py"))
ELEMENT = re.compile(r"</?[a-z][a-z0-9]*[\s>/]|</?[a-z][a-z0-9]*$|<!doctype", re.IGNORECASE)
# Where elements stand in Python all the same, each with its reason.
SPARED = {
    "charts/still.py": "a chart's SVG, some thousand elements drawn from numbers",
    "charts/accountability/svg.py": "the same: a map of signs and lines",
    "charts/symbols.py": "the same: the marks of a chart",
    "charts/pictures/svg.py": "the same: a scene of signs",
    "charts/strip.py": "the same: the years of a timeline",
    "hosts/pages/prose.py": "the Markdown renderer's own elements, one a method",
    "hosts/pages/folds.py": "the marks of a fold as a chapter's Markdown holds them; nothing is "
    "written",
    "interface/templates/__init__.py": "a filter of the templates",
    "classroom/cycle/cycle.py": "a policy put into nbgrader's own page",
    "classroom/exports/moodle.py": "a paragraph inside a text of XML, which Moodle wants as HTML",
}
PLOTLY = re.compile(r"%\{[xyt]|<extra>|^<br>$|<br>")  # plotly's own small language for what hovers


def where(path):
    return path.relative_to(PACKAGE).as_posix()


def strings(path):
    """(line, text) of each string of a Python file that is no docstring and no pattern."""
    passed, nodes = set(), list(ast.walk(tree(path)))
    for node in nodes:
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            passed.add(id(node.value))
        if isinstance(node, ast.Call) and root_of(node.func) == "re":
            passed |= {id(inner) for inner in ast.walk(node)}
    for node in nodes:
        if (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and id(node) not in passed
        ):
            yield node.lineno, node.value


def test_html_is_written_by_templates():
    """Does a string of Python hold an element? templates/ holds what is written as HTML."""
    faults = [
        f"{where(path)}:{line}: {text.strip()[:80]}"
        for path in PYTHON
        if where(path) not in SPARED
        for line, text in strings(path)
        if ELEMENT.search(text) and not PLOTLY.search(text)
    ]
    assert not faults, "write it in course/interface/templates:\n" + "\n".join(faults)


def test_what_is_spared_still_needs_it():
    """Is no file named that has nothing to spare?"""
    idle = [
        one for one in SPARED if not any(ELEMENT.search(text) for _, text in strings(PACKAGE / one))
    ]
    assert not idle, f"take out of SPARED: {', '.join(idle)}"


def test_no_pattern_reads_html():
    """Does a regular expression look for an element? A parser does, or better:
    the structure that it was made of.
    """
    faults = []
    for path in PYTHON:
        for node in ast.walk(tree(path)):
            if not (isinstance(node, ast.Call) and root_of(node.func) == "re" and node.args):
                continue
            pattern = "".join(
                n.value
                for n in ast.walk(node.args[0])
                if isinstance(n, ast.Constant) and isinstance(n.value, str)
            )
            if re.search(r"</?[a-z]+\b(?!>\w*\))", re.sub(r"\(\?P?<[=!]?\w*>?", "", pattern)):
                faults.append(f"{where(path)}:{node.lineno}: {pattern[:80]}")
    # nbgrader's pages are not ours; scripts and links are taken out of them before they are read
    # offline
    assert [fault for fault in faults if not fault.startswith("classroom/cycle/cycle.py")] == []

"""Would JupyterLab read the space between two dollar signs as mathematics?"""

import csv
import json
import re

import pytest
import yaml

from course import _places

ROOT = _places.root()
CODE = re.compile(r"^(```|~~~).*?^\1|(`+)(?!`).+?(?<!`)\2(?!`)", re.MULTILINE | re.DOTALL)
CURE = (
    "JupyterLab reads what stands between them as mathematics, a backslash or not; name the money "
    "in words or as USD, and put what is code between backquotes"
)


def strings(value):
    """Every string in what a file holds."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for one in value.values() if isinstance(value, dict) else value:
            yield from strings(one)


def held(path):
    """The (where, text) of a file that a reader is shown: of a notebook its prose, and else all."""
    raw = path.read_text(encoding="utf-8")
    if raw.count("$") < 2:
        return
    if path.suffix == ".ipynb":
        for n, cell in enumerate(json.loads(raw)["cells"], 1):
            if cell["cell_type"] == "markdown":
                yield f", cell {n}", "".join(cell["source"])
    elif path.suffix == ".csv":
        for row in csv.reader(raw.splitlines(keepends=True)):
            yield from (("", cell) for cell in row)
    else:
        read = json.loads if path.suffix == ".json" else yaml.safe_load
        yield from (("", text) for text in strings(read(raw)))


def read_as_mathematics(text):
    """The paragraphs, or whole lists, with two signs that are no code. One behind a backslash
    counts too: JupyterLab takes the backslash away before it looks for mathematics.
    """
    parts = re.split(r"\n\s*\n", CODE.sub("", text))
    return [" ".join(part.split()) for part in parts if part.count("$") > 1]


def files():
    """What is shown as a chapter, a sheet or the text of an interactive; a schema never is."""
    for folder in ("datasets", "notebooks"):
        for path in sorted((ROOT / folder).rglob("*")):
            shown = path.suffix in {".ipynb", ".yaml", ".csv", ".json"}
            if shown and "schemas" not in path.parts and ".ipynb_checkpoints" not in path.parts:
                yield path


def test_no_paragraph_has_two_dollar_signs():
    """Is each amount written so that it stays an amount?"""
    faults = [
        f"{path.relative_to(ROOT).as_posix()}{where}: {part[:90]!r} has two dollar signs; {CURE}"
        for path in files()
        for where, text in held(path)
        for part in read_as_mathematics(text)
    ]
    assert not faults, "\n".join(faults)


@pytest.mark.parametrize(
    ("name", "content", "seen"),
    [
        ("a.yaml", {"a": [{"b": "It costs $5 here\nand $6 there."}]}, 1),
        ("a.yaml", {"a": "It costs $5 here.", "b": "It costs $6 there."}, 0),
        ("a.yaml", {"a": "It costs $5 here.\n\nIt costs $6 there."}, 0),
        ("a.yaml", {"a": "Write `$HOME` or `$PATH`.\n\n```\n$a $b\n```\n"}, 0),
        ("a.yaml", {"a": "Two posts:\n\n- one at $5\n- one at $6"}, 1),
        ("a.json", {"a": r"It costs \$5 here and \$6 there."}, 1),
        ("a.ipynb", {"cells": [{"cell_type": "markdown", "source": ["$5", " and $6"]}]}, 1),
        ("a.ipynb", {"cells": [{"cell_type": "code", "source": ["'$5' + '$6'"]}]}, 0),
        ("a.csv", "id,text\n1,$5\n2,It costs $5 here and $6 there", 1),
    ],
)
def test_the_rule_sees_what_jupyterlab_would(tmp_path, name, content, seen):
    """Two in one paragraph of any kind of file; not one each, and none in code?"""
    path = tmp_path / name
    path.write_text(content if isinstance(content, str) else json.dumps(content), encoding="utf-8")
    assert len([part for _, text in held(path) for part in read_as_mathematics(text)]) == seen

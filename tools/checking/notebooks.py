"""Run notebooks in a clean kernel; store their outputs in one canonical form, or compare with what
is stored.

Canonical: no widget view or state, no kernel's version, runs numbered in order, every cell with an
id of its own that it keeps, so that the same course gives the same bytes on any machine.
"""

import difflib
import hashlib
import json
import re
import sys
from collections import Counter
from copy import deepcopy
from itertools import count

from course.errors import CourseError
from course.hosts.chapters import METADATA, chosen
from course.hosts.jupyter.beside import use_our_kernel
from course.hosts.jupyter.encrypted import encrypted
from course.hosts.jupyter.saving import without_views
from tools.checking import quoting

__all__ = ["canonical", "check", "executed", "read", "stored", "write"]

SECONDS_A_CELL = 60
_ID = re.compile(r"[A-Za-z0-9_-]{1,64}")  # what nbformat allows
KEPT_CELL_METADATA = ("jupyter", "tags", "editable", "deletable", "nbgrader")


def _is_id(name):
    return isinstance(name, str) and bool(_ID.fullmatch(name))


def _new_id(cell, taken):
    """An id made of the cell's own words: the same on every machine, wherever the cell stands."""
    words = "".join(cell["source"])
    tried = (hashlib.sha256(f"{words}{turn or ''}".encode()).hexdigest()[:8] for turn in count())
    return next(f"cell-{name}" for name in tried if f"cell-{name}" not in taken)


def _with_ids(cells):
    """Give a new id to each cell that has none, an invalid one,
    or one that an earlier cell has; others keep theirs.
    """
    taken = {cell["id"] for cell in cells if _is_id(cell.get("id"))}
    seen = set()
    for cell in cells:
        if not _is_id(cell.get("id")) or cell["id"] in seen:
            cell["id"] = _new_id(cell, taken)
            taken.add(cell["id"])
        seen.add(cell["id"])


def canonical(notebook):
    """The notebook (a dict, changed in place) in its canonical form."""
    without_views(notebook)
    _with_ids(notebook["cells"])
    notebook["metadata"] = {
        **deepcopy(METADATA),
        **{k: v for k, v in notebook["metadata"].items() if k == "course"},
    }
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 5
    run = 0
    for cell in notebook["cells"]:
        cell["metadata"] = {k: v for k, v in cell["metadata"].items() if k in KEPT_CELL_METADATA}
        if cell["cell_type"] == "code":
            run += 1
            cell["execution_count"] = run
            for output in cell["outputs"]:
                if "execution_count" in output:
                    output["execution_count"] = run
    return notebook


def stored(notebook):
    """The text of a notebook (a dict), as its file holds it."""
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def read(path):
    """The notebook at `path` as stored, a dict. Raises CourseError if it is none."""
    try:
        notebook = json.loads(path.read_text(encoding="utf-8"))
        if all(isinstance(cell["source"], str | list) for cell in notebook["cells"]):
            return notebook
    except (OSError, ValueError, KeyError, TypeError):
        pass
    raise CourseError(
        f"{path} is no notebook; open it in JupyterLab and save it, or fetch it again."
    )


def _refuse_doubles(path):
    """Raise CourseError if two cells have one id, as a merge leaves them."""
    found = Counter(str(cell.get("id")) for cell in read(path)["cells"])
    doubles = [name for name, often in found.items() if often > 1]
    if doubles:
        raise CourseError(
            f"{path.name}: {found[doubles[0]]} cells have the id {doubles[0]!r}; "
            "run `course check --write`, which gives the later ones a new id."
        )


def executed(path):
    """The notebook at `path` after a run in a clean kernel, canonical.
    Raises CourseError if a cell fails.
    """
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError
    from traitlets.config import Config

    use_our_kernel()
    kept = read(path)
    quoting.in_notebook(kept)
    _with_ids(kept["cells"])  # nbformat would give what is missing a random one
    notebook = nbformat.reads(json.dumps(kept), as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
        config=Config(encrypted()),
    )
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError) as error:
        last = str(error).strip().splitlines()[-1]
        raise CourseError(
            f"notebooks/{path.name}: a cell fails ({last}); mend it and run `course check --write`."
        ) from None
    return canonical(json.loads(nbformat.writes(notebook)))


def write(names=()):
    """Run the notebooks and store what they give, and what their prose, the questions and the
    slides quote of the cards. Returns the exit code.
    """
    for name in quoting.in_words():
        print(f"datasets/{name}: quotes the cards anew")
    for path in chosen(names):
        path.write_text(stored(executed(path)), encoding="utf-8", newline="\n")
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} KB")
    return 0


def check(names=()):
    """Run the notebooks and compare with what is stored, to the letter.
    Returns 1 if any differs.
    """
    differing = 0
    paths = chosen(names)
    for path in paths:
        _refuse_doubles(path)
    for path in paths:
        kept, fresh = path.read_text(encoding="utf-8"), stored(executed(path))
        if kept != fresh:
            differing += 1
            lines = difflib.unified_diff(
                kept.splitlines(), fresh.splitlines(), "stored", "now", lineterm="", n=0
            )
            shown = [line[:160] for line in lines][:12]
            print(
                f"{path.name}: stored outputs differ from a clean run; if the change is meant, "
                "run `course check --write`.",
                *shown,
                sep="\n  ",
                file=sys.stderr,
            )
    return int(differing > 0)

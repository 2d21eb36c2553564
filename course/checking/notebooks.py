"""Run notebooks in a clean kernel; store their outputs in one canonical form, or compare with what is stored.

Canonical: no widget view or state, no kernel's version, cells and runs numbered in order, so that the same
course gives the same bytes on any machine.
"""

import difflib
import json
import sys
from pathlib import Path

from course import _places
from course._beside import use_our_kernel
from course.errors import CourseError
from course.lab.saving import without_views

__all__ = ["canonical", "check", "executed", "shipped", "shipped_file", "write"]

SECONDS_A_CELL = 60
METADATA = {
    "kernelspec": {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"},
    "language_info": {"name": "python"},
}
KEPT_CELL_METADATA = ("jupyter", "tags", "editable", "deletable", "nbgrader")


def canonical(notebook):
    """The notebook (a dict, changed in place) in its canonical form."""
    without_views(notebook)
    notebook["metadata"] = {**METADATA, **{k: v for k, v in notebook["metadata"].items() if k == "course"}}
    notebook["nbformat"], notebook["nbformat_minor"] = 4, 5
    run = 0
    for number, cell in enumerate(notebook["cells"], 1):
        cell["id"] = f"cell-{number:02d}"
        cell["metadata"] = {k: v for k, v in cell["metadata"].items() if k in KEPT_CELL_METADATA}
        if cell["cell_type"] == "code":
            run += 1
            cell["execution_count"] = run
            for output in cell["outputs"]:
                if "execution_count" in output:
                    output["execution_count"] = run
    return notebook


def _text(notebook):
    return json.dumps(notebook, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def executed(path):
    """The notebook at `path` after a run in a clean kernel, canonical. Raises CourseError if a cell fails."""
    import nbformat
    from nbclient import NotebookClient
    from nbclient.exceptions import CellExecutionError, CellTimeoutError

    use_our_kernel()
    notebook = nbformat.read(path, as_version=4)
    client = NotebookClient(
        notebook,
        timeout=SECONDS_A_CELL,
        kernel_name="python3",
        resources={"metadata": {"path": str(path.parent)}},
    )
    try:
        client.execute()
    except (CellExecutionError, CellTimeoutError) as error:
        last = str(error).strip().splitlines()[-1]
        raise CourseError(
            f"notebooks/{path.name}: a cell fails ({last}); mend it and run `course check --write`."
        ) from None
    return canonical(json.loads(nbformat.writes(notebook)))


def shipped():
    """The code cells of every chapter, one JSON text a chapter: what the JupyterLab extension may run on opening."""
    chapters = []
    for path in sorted(_places.shipped_notebooks().glob("*.ipynb")):
        cells = json.loads(path.read_text(encoding="utf-8"))["cells"]
        code = ["".join(cell["source"]) for cell in cells if cell["cell_type"] == "code"]
        chapters.append(json.dumps(code, ensure_ascii=False, separators=(",", ":")))
    return json.dumps(chapters, indent=1, ensure_ascii=False) + "\n"


def shipped_file():
    """Where the extension looks for what `shipped` gives."""
    return _places.lab_share() / "labextensions" / "steel-frame" / "static" / "shipped.json"


def _chosen(names):
    if names:
        return [Path(name) for name in names]
    return sorted(_places.shipped_notebooks().glob("*.ipynb"))


def write(names=()):
    """Run the notebooks and store what they give. Returns the exit code."""
    for path in _chosen(names):
        path.write_text(_text(executed(path)), encoding="utf-8", newline="\n")
        print(f"{path.name}: {path.stat().st_size / 1000:.0f} KB")
    shipped_file().write_text(shipped(), encoding="utf-8", newline="\n")
    return 0


def check(names=()):
    """Run the notebooks and compare with what is stored, to the letter. Returns 1 if any differs."""
    differing = 0
    for path in _chosen(names):
        stored, fresh = path.read_text(encoding="utf-8"), _text(executed(path))
        if stored != fresh:
            differing += 1
            lines = difflib.unified_diff(
                stored.splitlines(), fresh.splitlines(), "stored", "now", lineterm="", n=0
            )
            shown = [line[:160] for line in lines][:12]
            print(
                f"{path.name}: stored outputs differ from a clean run; if the change is meant, run `course check --write`.",
                *shown,
                sep="\n  ",
                file=sys.stderr,
            )
    return int(differing > 0)

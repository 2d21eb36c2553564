"""Pytest on a copy of the project, in a fork of a process that has its libraries loaded already:
half of what a short run takes is loading them.
"""

import multiprocessing
import os
import sys
import tempfile
from pathlib import Path

__all__ = ["pytest_on"]

# Nothing that pytest wants to rewrite when it loads it (hypothesis, nbval), and nothing of ours.
LOADED = (
    "pytest",
    "pandas",
    "plotly.graph_objects",
    "jinja2",
    "yaml",
    "markdown_it",
    "scipy.stats",
)
_forks = multiprocessing.get_context("forkserver")
_forks.set_forkserver_preload(list(LOADED))


# The fork loads this file before it knows the copy, so nothing of the course is imported here.
_ROOT = Path(__file__).parents[2]
_OURS = (_ROOT, _ROOT / "tests" / "support", _ROOT / "datasets")


def _child(project, arguments, path, out):
    """In the fork: import the copy's course, tell everything to `out`, exit with pytest's code."""
    with Path(out).open("wb") as file:
        os.dup2(file.fileno(), 1)
        os.dup2(file.fileno(), 2)
    for name in [name for name in os.environ if name.startswith(("PYTEST", "COV_"))]:
        del os.environ[name]
    os.environ["PYTHONPATH"] = project  # for what the tests start
    os.chdir(project)
    sys.path[:] = [project, *path]
    import pytest

    code = pytest.main(arguments)
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(code)


def pytest_on(project, arguments, seconds):
    """Run pytest in `project`: (exit code, what it said). Raises TimeoutError after `seconds`."""
    with tempfile.NamedTemporaryFile(suffix=".txt") as out:
        path = [place for place in sys.path if Path(place).resolve() not in _OURS]
        fork = _forks.Process(target=_child, args=(str(project), arguments, path, out.name))
        fork.start()
        fork.join(seconds)
        if fork.exitcode is None:
            fork.kill()
            raise TimeoutError(f"pytest {' '.join(arguments)}: not done after {seconds} s")
        return fork.exitcode, Path(out.name).read_text(encoding="utf-8", errors="replace")

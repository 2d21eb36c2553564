"""Do the models' tests notice a changed formula? mutmut changes each in many small ways; what survives is counted."""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from course import _places
from course.errors import CourseError

__all__ = ["mutants"]

_LINE = re.compile(r"^\s*course\.models\.(\w+)\.\w+__mutmut_\d+: ([\w ]+)$", re.MULTILINE)
_NOTICED = {"killed", "timeout", "suspicious", "segfault", "caught by type check"}


def _copied(folder):
    """The course, its tables and the models' tests, as mutmut wants them: it writes beside what it changes."""
    root = _places.root()
    for name in ("course", "datasets", "notebooks"):
        away = shutil.ignore_patterns("__pycache__", "answers*.jsonl")
        shutil.copytree(root / name, folder / name, ignore=away)
    (folder / "tests").mkdir()
    tests = [root / "tests" / f"test_{p.stem}.py" for p in (root / "course" / "models").glob("[a-z]*.py")]
    shared = [root / "tests" / name for name in ("conftest.py", "test_refusals.py", "refusals.json")]
    for path in [*shared, *tests]:
        shutil.copy(path, folder / "tests")
    (folder / "pyproject.toml").write_text(
        "[tool.mutmut]\n"
        'source_paths = ["course/models"]\n'
        'also_copy = ["course", "datasets", "notebooks", "tests"]\n'
        'pytest_add_cli_args = ["-q", "-x", "-p", "no:cacheprovider", "--import-mode=importlib"]\n'
        'pytest_add_cli_args_test_selection = ["tests"]\n'
        "[tool.pytest.ini_options]\n"
        'testpaths = ["tests"]\n',
        encoding="utf-8",
    )


def mutants():
    """Lines of a table: by model, how many changed formulas the tests notice. Takes some minutes a model."""
    tool = Path(sys.executable).parent / "mutmut"
    if not tool.exists():
        raise CourseError("mutmut is missing; run `uv sync --group mutants` first.")
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _copied(folder)
        ran = subprocess.run([tool, "run"], cwd=folder, check=False, capture_output=True, text=True)
        shown = subprocess.run(
            [tool, "results", "--all", "true"], cwd=folder, check=False, capture_output=True, text=True
        )
    found = Counter(_LINE.findall(shown.stdout))
    if not found:
        raise CourseError(f"mutmut gave no results; it said: {(ran.stdout + ran.stderr)[-300:]}")
    models = sorted({model for model, _ in found})
    lines = ["| model | changed formulas | noticed | not noticed |", "|---|---|---|---|"]
    for model in [*models, "all"]:
        counts = Counter({s: n for (m, s), n in found.items() if m == model}) if model != "all" else Counter()
        if model == "all":
            for (_, status), n in found.items():
                counts[status] += n
        total, noticed = sum(counts.values()), sum(counts[s] for s in _NOTICED)
        lines.append(
            f"| {model} | {total} | {noticed} | {total - noticed} ({(total - noticed) / total:.0%}) |"
        )
    return lines

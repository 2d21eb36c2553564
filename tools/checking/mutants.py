"""Do the models' tests notice a changed formula? mutmut changes each in many small ways;
what survives is explained.
"""

import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

from course import _places
from course.errors import CourseError
from course.record.data import parsed

__all__ = ["mutants", "table", "unexplained"]

_WHERE = "tests/survivors.yaml"
# mutmut puts x_ before a function's name: x_valuation, and x__checked for a private one
_LINE = re.compile(r"^\s*(course\.models\.(\w+)\.x_(\w+)__mutmut_\d+): ([\w ]+)$", re.MULTILINE)
_NONE = {"changes": 0}
_NOTICED = {"killed", "timeout", "suspicious", "segfault", "caught by type check"}


def _copied(folder):
    """The course, its tables and the models' tests, as mutmut wants them:
    it writes beside what it changes.
    """
    root = _places.root()
    for name in ("course", "datasets", "notebooks"):
        away = shutil.ignore_patterns("__pycache__", "answers*.jsonl")
        shutil.copytree(root / name, folder / name, ignore=away)
    (folder / "tests").mkdir()
    tests = [
        root / "tests" / "models" / f"test_{p.stem}.py"
        for p in (root / "course" / "models").glob("[a-z]*.py")
    ]
    shared = [root / "tests" / name for name in ("conftest.py", "models/test_refusals.py")]
    for path in [*shared, *tests]:
        shutil.copy(path, folder / "tests")
    # The seed: a change that only a lucky example notices would survive one run and not the next.
    (folder / "pyproject.toml").write_text(
        "[tool.mutmut]\n"
        'source_paths = ["course/models"]\n'
        'also_copy = ["course", "datasets", "notebooks", "tests"]\n'
        'pytest_add_cli_args = ["-q", "-x", "-p", "no:cacheprovider", '
        '"--import-mode=importlib", "--hypothesis-seed=0"]\n'
        'pytest_add_cli_args_test_selection = ["tests"]\n'
        "[tool.pytest.ini_options]\n"
        'testpaths = ["tests"]\n',
        encoding="utf-8",
    )


def _missed(shown):
    """(mutant, model.function) of each changed formula that no test noticed,
    from what mutmut shows.
    """
    return [
        (m, f"{model}.{name}")
        for m, model, name, status in _LINE.findall(shown)
        if status not in _NOTICED
    ]


def unexplained(shown, explained):
    """The mutants that survive in a function without an explanation, or with one of fewer."""
    missed = _missed(shown)
    found = Counter(function for _, function in missed)
    bare = {name for name, count in found.items() if count > explained.get(name, _NONE)["changes"]}
    return [mutant for mutant, function in missed if function in bare]


def table(shown, explained):
    """Lines: by model, how many changed formulas the tests notice; then why nothing tells the
    others from the original.

    `shown` is what `mutmut results --all true` says, `explained` is {model.function: {changes: how
    many survive, why: a sentence}}.
    """
    function_of = dict(_missed(shown))
    missed = Counter(function_of.values())
    if bare := sorted({function_of[mutant] for mutant in unexplained(shown, explained)}):
        raise CourseError(
            f"The tests do not notice a changed formula in {', '.join(bare)}; add a test that "
            f"does, or say in {_WHERE} how many changes none can notice, and why."
        )
    totals = Counter(model for _, model, _, _ in _LINE.findall(shown))
    unseen = Counter()
    for function, count in missed.items():
        unseen[function.partition(".")[0]] += count
    lines = ["| model | changed formulas | noticed | not noticed |", "|---|---|---|---|"]
    for model, total, lost in [
        *((m, totals[m], unseen[m]) for m in sorted(totals)),
        ("all", totals.total(), unseen.total()),
    ]:
        lines.append(f"| {model} | {total} | {total - lost} | {lost} ({lost / total:.0%}) |")
    if missed:
        lines += ["", "Not noticed, and why (the number of changes in brackets):", ""]
    return [
        *lines,
        *(
            f"- `{function}` ({missed[function]}): {explained[function]['why']}"
            for function in sorted(missed)
        ),
    ]


def mutants():
    """Lines of that table for the course as it is. Takes under a minute a model."""
    tool = Path(sys.executable).parent / "mutmut"
    if not tool.exists():
        raise CourseError("mutmut is missing; run `uv sync --group mutants` first.")
    explained = parsed((_places.root() / _WHERE).read_text(encoding="utf-8"), _WHERE)

    def said(*words):
        return subprocess.run(
            [tool, *words], cwd=folder, check=False, capture_output=True, text=True
        )

    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary)
        _copied(folder)
        ran = said("run")
        shown = said("results", "--all", "true").stdout
        # the folder goes; what to test next must be seen now
        for mutant in unexplained(shown, explained):
            print(said("show", mutant).stdout)
    if not _LINE.search(shown):
        raise CourseError(f"mutmut gave no results; it said: {(ran.stdout + ran.stderr)[-300:]}")
    return table(shown, explained)

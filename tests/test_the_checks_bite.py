"""Do the checks bite? Each sabotage of a copy of the project must fail,
and its message name the file and the cure.
"""

import os
import queue
import shutil
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
from forked import pytest_on
from harms import in_notebook, packed_anew
from sabotages import CHAPTER, SABOTAGES

from course import _places

pytestmark = pytest.mark.sabotage

AWAY = (
    ".venv", ".git", "node_modules", "__pycache__", ".*_cache", "look-out", "answers*.jsonl",
    ".ipynb_checkpoints", "dist"
)  # fmt: skip


# nbval costs each run three seconds; only a harmed notebook needs it.
WITHOUT_NOTEBOOKS = (
    "-p",
    "no:nbval",
    "-o",
    "addopts=--strict-markers --strict-config -ra --import-mode=importlib",
)
NEWCOMER = (
    "not browser and not node and not sabotage and not classroom and not hub and not bundle and "
    "not basic"
)


def arguments(selection):
    """What pytest is asked."""
    has_notebook = any(name.startswith("notebooks") for name in selection)
    plain = () if has_notebook else (*WITHOUT_NOTEBOOKS, "-m", NEWCOMER)
    return ["-qx", "-n0", "-p", "no:cacheprovider", *plain, *selection]


def run(project, selection, seconds=180):
    """A check of the copy: pytest on the selection, pyright on the files behind its name, or bash.
    In a process of its own that imports the copy's course: (exit code, what it said).
    """
    tool, *files = selection
    if tool not in ("bash", "pyright"):
        return pytest_on(project, arguments(selection), seconds)
    asked = [sys.executable, "-m", "pyright", "--pythonpath", sys.executable, *files]
    done = subprocess.run(
        selection if tool == "bash" else asked,
        cwd=project,
        # or pyright asks the network for a newer one
        env=os.environ | {"PYTHONPATH": str(project), "PYRIGHT_PYTHON_IGNORE_WARNINGS": "1"},
        capture_output=True,
        text=True,
        timeout=seconds,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


def harmed(project, what):
    """(exit code, what pytest said) of the copy with one harm done to it, which is undone again."""
    file, harm, selection, _ = SABOTAGES[what]
    path, package = project / file, project / "datasets" / "datapackage.json"
    whole, hashes, dated = path.read_bytes(), package.read_bytes(), path.stat()
    path.write_text(harm(whole.decode("utf-8")), encoding="utf-8", newline="\n")
    try:
        if what.endswith("(hashes renewed)"):
            subprocess.run(
                [sys.executable, str(project / "datasets" / "recipe.py"), "--hashes"], check=True
            )
        return run(project, selection)
    finally:
        package.write_bytes(hashes)
        path.write_bytes(whole)
        # Its own date too: Python takes compiled code for fresh by the second of the date and the
        # size.
        os.utime(path, ns=(dated.st_atime_ns, dated.st_mtime_ns))


def unharmed(project, _):
    """The worst of all checks: tests of the newcomer's tier in one run,
    and by itself whatever is of another.
    """
    asked = {tuple(selection) for _, _, selection, _ in SABOTAGES.values()}
    apart = {selection for selection in asked if selection[0] in ("bash", "pyright", "-m")}
    together = sorted({test for selection in asked - apart for test in selection})
    return max(run(project, selection, seconds=900) for selection in [together, *apart])


@pytest.fixture(scope="module")
def outcomes(request, tmp_path_factory):
    """{what: future of (exit code, what pytest said)} of those asked for,
    each worker harming a copy of its own.
    """
    asked = [
        i.callspec.params["what"]
        for i in request.session.items
        if i.path == request.path and hasattr(i, "callspec")
    ]
    workers = os.cpu_count() or 1
    copies = queue.SimpleQueue()
    for n in range(workers):
        copy = tmp_path_factory.mktemp("copy") / f"project{n}"
        shutil.copytree(_places.root(), copy, ignore=shutil.ignore_patterns(*AWAY))
        copies.put(copy)

    def on_a_copy(work, what):
        copy = copies.get()
        try:
            return work(copy, what)
        finally:
            copies.put(copy)

    whole = [UNHARMED] * any(i.name == UNHARMED_TEST for i in request.session.items)
    with ThreadPoolExecutor(workers) as pool:
        futures = {what: pool.submit(on_a_copy, unharmed, what) for what in whole}
        yield futures | {what: pool.submit(on_a_copy, harmed, what) for what in asked}


def by_day_and_by_night():
    """Every harm's name: .ci/run does the first of each file of checks, .ci/nightly all the others
    too.
    """
    seen = set()
    for what, (_, _, selection, _) in SABOTAGES.items():
        checks = " ".join(selection).partition("::")[0]
        yield pytest.param(what, marks=[pytest.mark.nightly] if checks in seen else [])
        seen.add(checks)


UNHARMED, UNHARMED_TEST = "the copy unharmed", "test_the_copy_unharmed_passes"


@pytest.mark.parametrize("what", [*by_day_and_by_night()])
def test_a_sabotage_is_caught(outcomes, what):
    """Does this harm fail the suite, with a message that helps?"""
    code, said = outcomes[what].result()
    assert code in (1, 2), f"{what}: the checks let it pass (exit {code})\n{said[-1500:]}"
    for words in SABOTAGES[what][3]:
        assert any(word in said for word in words.split("|")), (
            f"{what}: the message does not say {words!r}\n{said[-3000:]}"
        )


def test_other_packing_is_no_harm(tmp_path):
    """Builds of zlib differ: is a chapter whose documents are packed in other bytes,
    of the same hash, still as stored?
    """
    copy = tmp_path / "project"
    shutil.copytree(_places.root(), copy, ignore=shutil.ignore_patterns(*AWAY))
    path = copy / CHAPTER
    before = path.read_text(encoding="utf-8")
    path.write_text(in_notebook(packed_anew)(before), encoding="utf-8")
    assert path.read_text(encoding="utf-8") != before
    code, said = run(copy, [CHAPTER])
    assert code == 0, said[-3000:]


@pytest.mark.nightly  # .ci/run has just asked the same of the project itself
def test_the_copy_unharmed_passes(outcomes):
    """Is it the sabotage that fails, and not the copy?"""
    code, said = outcomes[UNHARMED].result()
    assert code == 0, said[-3000:]

"""What does a student cost a hub, beside a student of plain JupyterLab?

`course check --measure hub` starts a real JupyterHub four times, each time with a few students at once, and counts the
memory and the processor time of each student's processes (Linux only).
"""

import asyncio
import json
import shutil
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import mean

from course import _places
from course.checking import processes
from course.checking.serving_hub import hub
from course.checking.student import Student
from course.errors import CourseError

__all__ = ["CHAPTER", "STUDENTS", "hub_costs"]

STUDENTS = 5
MOST = 1.1  # times plain JupyterLab
CHAPTER = "01-classic-government.ipynb"
_FIGURE = "figure.ipynb"
_FIGURE_CODE = (
    "import pandas as pd\nimport plotly.graph_objects as go",
    "table = pd.DataFrame({'year': [2000, 2020], 'estimate': [-0.6, -0.7]})\ngo.Figure(go.Scatter(x=table.year, y=table.estimate))",
)
# JupyterLab as it comes; what nbgrader (and Notebook, which it brings) would add is no part of it.
_NO_NBGRADER = {
    **{
        f"nbgrader.server_extensions.{name}": False
        for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")
    },
    "notebook": False,
}
_PLAIN = f"c.Spawner.cmd = [{sys.executable!r}, '-m', 'jupyterhub.singleuser']\n"


@dataclass(frozen=True)
class _Way:
    """One way to serve: what the table calls it, what the hub is told, which notebook a student runs, nbgrader or not."""

    told: str
    config: str
    notebook: str
    nbgrader: bool = False


_WAYS = {
    "plain": _Way("JupyterLab as it comes: pandas, plotly, one figure", _PLAIN, _FIGURE),
    "unslim": _Way("JupyterLab as it comes: chapter 01", _PLAIN, CHAPTER),
    "course": _Way("the course: chapter 01", "", CHAPTER),
    "class": _Way("the course with nbgrader's list of assignments: chapter 01", "", CHAPTER, nbgrader=True),
}


def _prepare(home, way):
    """A student's home as it is before the first login."""
    home.mkdir(parents=True)
    if way.notebook == _FIGURE:
        cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
        cells = [{**cell, "id": f"cell-{n}", "source": code} for n, code in enumerate(_FIGURE_CODE)]
        book = {"cells": cells, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
        (home / _FIGURE).write_text(json.dumps(book), encoding="utf-8")
    elif way.config:
        shutil.copyfile(_places.shipped_notebooks() / CHAPTER, home / CHAPTER)


def _without_nbgrader(place):
    """Lines of the hub's configuration that turn nbgrader off in the servers."""
    settings = place / "settings"
    settings.mkdir()
    told = {"ServerApp": {"jpserver_extensions": _NO_NBGRADER}}
    (settings / "jupyter_server_config.json").write_text(json.dumps(told), encoding="utf-8")
    return f'c.Spawner.environment["JUPYTER_CONFIG_PATH"] = {str(settings)!r}\n'


async def _class(url, homes, way):
    """Everybody logs in at once, then everybody runs the notebook: [(MiB, MiB of the server, s to serve, s in all)]."""

    async def begin(name):
        student = await Student(url, name).__aenter__()
        await student.log_in()
        await student.served()
        return student

    students = await asyncio.gather(*(begin(home.name) for home in homes))
    servers = {home: processes.of(home) for home in homes}
    served = {home: processes.processor(pids) for home, pids in servers.items()}
    await asyncio.gather(*(student.run(way.notebook) for student in students))
    await asyncio.sleep(2)
    found = []
    for home in homes:
        pids = processes.of(home)
        found.append(
            (
                processes.memory(pids),
                processes.memory(servers[home]),
                served[home],
                processes.processor(pids),
            )
        )
    await asyncio.gather(*(student.__aexit__(None, None, None) for student in students))
    return found


def _measured(way, students):
    """The means over the students of what `_class` finds."""
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True, prefix="steel-frame-hub-") as place:
        homes = [Path(place) / "homes" / f"student{n}" for n in range(students)]
        for home in homes:
            _prepare(home, way)
        more = way.config if way.nbgrader else way.config + _without_nbgrader(Path(place))
        with hub(Path(place), more) as url:
            found = asyncio.run(_class(url, homes, way))
    return [mean(column) for column in zip(*found, strict=True)]


def _lines(found, students):
    yield f"{students} students at once on one JupyterHub, each with its own server and kernel: memory (proportional set size) and processor time a student, when all have run their notebook."
    yield from (
        "",
        "| served, and run | memory | of it the server | processor to start the server | to the last cell |",
    )
    yield "|---|---|---|---|---|"
    for name, (memory, server, start, whole) in found.items():
        yield f"| {_WAYS[name].told} | {memory:.0f} MiB | {server:.0f} MiB | {start:.1f} s | {whole:.1f} s |"
    plain, unslim, ours, nbgrader = (found[name] for name in ("plain", "unslim", "course", "class"))
    yield from (
        "",
        f"Beside JupyterLab with one figure, a student of the course takes {ours[0] / plain[0]:.2f} times the memory and {ours[2] / plain[2]:.2f} times the processor time to start; with nbgrader {nbgrader[0] / plain[0]:.2f} and {nbgrader[2] / plain[2]:.2f} times. The aim is at most {MOST}.",
    )
    yield f"The slim settings save {unslim[0] - ours[0]:.0f} MiB and {unslim[2] - ours[2]:.1f} s of start-up a student."


def hub_costs(students=STUDENTS):
    """Measure and return markdown lines. Raises CourseError if JupyterHub, npm's proxy or Linux's figures are missing."""
    if not Path("/proc/self/smaps_rollup").exists():
        raise CourseError("Memory is counted from Linux's /proc; measure the hub on Linux.")
    missing = [name for name in ("jupyterhub", "nbgrader") if find_spec(name) is None]
    if missing:
        raise CourseError(f"{' and '.join(missing)} missing: run `uv sync --group hub --extra classroom`.")
    found = {name: _measured(way, students) for name, way in _WAYS.items()}
    return list(_lines(found, students))

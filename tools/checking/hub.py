"""What does a student cost a hub, beside a student of plain JupyterLab?

`course check --measure hub` starts a real JupyterHub for each way to serve, each time with a few
students at once, who read in Chromium, and counts the memory and the processor time of each
student's processes (Linux only).
"""

import asyncio
import json
import sys
import tempfile
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path
from statistics import mean

from course.errors import CourseError
from tools.checking import processes
from tools.checking.reading import CHAPTERS, Reader, chromium, documents
from tools.checking.serving_hub import hub
from tools.checking.student import Student

__all__ = ["STUDENTS", "hub_costs"]

STUDENTS = 3
# of plain JupyterLab with one figure; seconds
_GOAL = {
    "kernels": "0",
    "memory": 0.55,
    "processor": 1.8,
}
# when a kernel brought each chapter to life
_BEFORE = {
    "kernels": "2",
    "memory": 0.93,
    "processor": 3.3,
}
_FIGURE = "figure.ipynb"
_FIGURE_CODE = (
    "import pandas as pd\nimport plotly.graph_objects as go",
    (
        "table = pd.DataFrame({'year': [2000, 2020], 'estimate': [-0.6, "
        "-0.7]})\ngo.Figure(go.Scatter(x=table.year, y=table.estimate))"
    ),
)
# JupyterLab as it comes; what nbgrader (and Notebook, which it brings) would add is no part of it.
_NO_NBGRADER = {
    **{
        f"nbgrader.server_extensions.{name}": False
        for name in ("assignment_list", "course_list", "formgrader", "validate_assignment")
    },
    "notebook": False,
    "voila.server_extension": False,  # so would what only the tests bring
}
_PLAIN = f"c.Spawner.cmd = [{sys.executable!r}, '-m', 'jupyterhub.singleuser']\n"


@dataclass(frozen=True)
class _Way:
    """One way to serve: what the table calls it, what a student does, what the hub is told,
    nbgrader or not.
    """

    told: str
    do: str
    config: str = ""
    nbgrader: bool = False


_WAYS = {
    "plain": _Way("JupyterLab as it comes: pandas, plotly, one figure", "run", _PLAIN),
    "course": _Way("the course: two chapters read and answered", "read"),
    "pages": _Way("the course as pages: two chapters read and answered", "pages"),
    "class": _Way(
        "the course with nbgrader's list of assignments: two chapters read and answered",
        "read",
        nbgrader=True,
    ),
}


def _prepare(home, way):
    """A student's home as it is before the first login."""
    home.mkdir(parents=True)
    if way.do == "run":
        cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": None}
        cells = [{**cell, "id": f"cell-{n}", "source": code} for n, code in enumerate(_FIGURE_CODE)]
        # none named: a dialog asks
        kernel = {
            "name": "python3",
            "display_name": "Python 3",
            "language": "python",
        }
        book = {
            "cells": cells,
            "metadata": {"kernelspec": kernel},
            "nbformat": 4,
            "nbformat_minor": 5,
        }
        (home / _FIGURE).write_text(json.dumps(book), encoding="utf-8")


def _without_nbgrader(place):
    """Lines of the hub's configuration that turn nbgrader off in the servers."""
    settings = place / "settings"
    settings.mkdir()
    told = {"ServerApp": {"jpserver_extensions": _NO_NBGRADER}}
    (settings / "jupyter_server_config.json").write_text(json.dumps(told), encoding="utf-8")
    added = {"JUPYTER_CONFIG_PATH": str(settings)}
    return f"c.Spawner.environment.update({added!r})\n"


async def _reads(student, browser, way, seen):
    """One student does in Chromium what `way` says; seen() is called when the first chapter,
    or the figure, is all there.
    """
    async with Reader(browser, student.cookies()) as reader:
        if way.do == "run":
            await reader.open_plain(f"{student.url}/doc/tree/{_FIGURE}")
            await reader.run_all(".main-svg")
            return seen()
        for n, stem in enumerate(CHAPTERS):
            if way.do == "pages":
                await reader.open(f"{student.url}/steel-frame/{stem}.html")
                await reader.scroll()
            else:
                await reader.open(f"{student.url}/doc/tree/{stem}.ipynb", documents(stem))
            if not n:
                seen()
            await reader.answer()
        return None


async def _class(url, homes, way):
    """Everybody logs in at once, then one after the other reads: [(MiB, MiB of the server, s to
    serve, s, kernels)].

    All servers and kernels run when the memory is counted.
    """

    async def begin(name):
        student = await Student(url, name).__aenter__()
        await student.log_in()
        await student.served()
        return student

    students = await asyncio.gather(*(begin(home.name) for home in homes))
    servers = {home: processes.of(home) for home in homes}
    served = {home: processes.processor(pids) for home, pids in servers.items()}
    read = {}
    async with chromium("hub") as browser:
        for home, student in zip(homes, students, strict=True):
            await _reads(
                student,
                browser,
                way,
                lambda home=home: read.update({home: processes.processor(processes.of(home))}),
            )
    await asyncio.sleep(2)
    found = []
    for home, student in zip(homes, students, strict=True):
        memory, server = processes.memory(processes.of(home)), processes.memory(servers[home])
        kernels = len((await student.asked("GET", "api/kernels")).json())
        found.append((memory, server, served[home], read[home], kernels))
    await asyncio.gather(*(student.__aexit__(None, None, None) for student in students))
    return found


def _measured(way, students):
    """The means over the students of what `_class` finds."""
    with tempfile.TemporaryDirectory(
        ignore_cleanup_errors=True, prefix="steel-frame-hub-"
    ) as place:
        homes = [Path(place) / "homes" / f"student{n}" for n in range(students)]
        for home in homes:
            _prepare(home, way)
        more = way.config if way.nbgrader else way.config + _without_nbgrader(Path(place))
        with hub(Path(place), more) as url:
            found = asyncio.run(_class(url, homes, way))
    return [mean(column) for column in zip(*found, strict=True)]


def _lines(found, students):
    yield (
        f"{students} students on one JupyterHub, each with a server that started when all "
        "others did. One after the other "
        "reads in Chromium; memory (proportional set size) is counted when all have, processor "
        "time when the first chapter, "
        "or the figure, is wholly there."
    )
    yield from (
        "",
        (
            "| served, and done | kernels | memory | of it the server | processor to start the "
            "server | to the last interactive |"
        ),
    )
    yield "|---|---|---|---|---|---|"
    for name, (memory, server, start, whole, kernels) in found.items():
        yield (
            f"| {_WAYS[name].told} | {kernels:.0f} | {memory:.0f} MiB | {server:.0f} MiB | "
            f"{start:.1f} s | {whole:.1f} s |"
        )
    plain, ours, pages, nbgrader = (found[name] for name in ("plain", "course", "pages", "class"))
    yield from (
        "",
        "| a student of the course, who reads and answers | before | goal | now |",
        "|---|---|---|---|",
    )
    yield f"| kernels | {_BEFORE['kernels']} | {_GOAL['kernels']} | {ours[4]:.0f} |"
    yield (
        f"| memory, of plain JupyterLab with one figure | {_BEFORE['memory']} | <= "
        f"{_GOAL['memory']} | {ours[0] / plain[0]:.2f}; "
        f"as pages {pages[0] / plain[0]:.2f}; with nbgrader {nbgrader[0] / plain[0]:.2f} |"
    )
    yield (
        f"| processor time, to the last interactive | {_BEFORE['processor']} s | <= "
        f"{_GOAL['processor']} s | {ours[3]:.1f} s; as pages "
        f"{pages[3]:.1f} s; {ours[3] / plain[3]:.2f} times plain JupyterLab with one figure |"
    )


def hub_costs(students=STUDENTS):
    """Measure and return markdown lines. Raises CourseError if JupyterHub,
    npm's proxy or Linux's figures are missing.
    """
    if not Path("/proc/self/smaps_rollup").exists():
        raise CourseError("Memory is counted from Linux's /proc; measure the hub on Linux.")
    missing = [name for name in ("jupyterhub", "nbgrader") if find_spec(name) is None]
    if missing:
        raise CourseError(
            f"{' and '.join(missing)} missing: run `uv sync --group hub --extra classroom`."
        )
    found = {name: _measured(way, students) for name, way in _WAYS.items()}
    return list(_lines(found, students))

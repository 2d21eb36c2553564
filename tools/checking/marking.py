"""What marking a class costs: each command from its start to its end, beside nbgrader's own
autograder, which runs every sheet in a kernel; and whether both say the same.
"""

import os
import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

from course import _places
from course.classroom.cycle import cycle, intake
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.grader import Grader
from course.classroom.cycle.init import init
from tools.checking import drawn_class

__all__ = ["marking"]

_CLASSES = (60, 200)
_SAMPLE = 2  # submissions of each assignment that the old way marks too
_MARKS = """
select student_id, base_cell.name, auto_score, needs_manual_grade from grade
join submitted_notebook on submitted_notebook.id = grade.notebook_id
join submitted_assignment on submitted_assignment.id = submitted_notebook.assignment_id
join base_cell on base_cell.id = grade.cell_id
"""


@dataclass(frozen=True)
class Cost:
    """Of commands run one after another: seconds by the clock and of processor, and the most MB
    that one of them held.
    """

    clock: float
    processor: float
    memory: float


def _class(place):
    """A class folder of five assignments, released."""
    init(place, course="measured", seed=25)
    folder = Folder(place)
    for name in folder.names():
        cycle.release(folder, name)
    return folder


def _hand_in(folder, students):
    """So many hand in each assignment, the same every time; nobody is marked."""
    for name in folder.names():
        key = folder.assignment(name)
        for n in range(students):
            came = folder.place("submitted", f"s{n:03}", name)
            came.mkdir(parents=True, exist_ok=True)
            (came / "timestamp.txt").write_text("2026-11-27 10:00:00 UTC", encoding="utf-8")
            draw = random.Random(f"{name} {n}")  # noqa: S311 drawn for a measure
            (came / "answers.jsonl").write_bytes(drawn_class.raw(key, draw))
    for part in ("autograded", "sheets", "feedback"):
        shutil.rmtree(folder.path / part, ignore_errors=True)


# Run by a small Python, since a process is counted to hold what its parent held when it was begun.
_COUNTED = """
import resource, subprocess, sys, time
began = time.perf_counter()
code = subprocess.run(sys.argv[1:], stdout=subprocess.DEVNULL).returncode
clock, used = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
print(code, clock, used.ru_utime + used.ru_stime, used.ru_maxrss / 1000)
"""


def _run(folder, step):
    """`course class STEP` for each assignment, as a lecturer runs it."""
    # a lecturer's Python keeps what it compiled, as an installed one does
    environment = {k: v for k, v in os.environ.items() if k != "PYTHONDONTWRITEBYTECODE"}
    told = []
    for name in folder.names():
        command = [sys.executable, "-m", "course", "class", step, name, "--in", str(folder.path)]
        said = subprocess.run(
            [sys.executable, "-c", _COUNTED, *command],
            cwd=_places.root(),
            env=environment,
            capture_output=True,
            text=True,
            check=True,
        )
        code, *cost = said.stdout.split()
        if code != "0":
            raise RuntimeError(f"course class {step} {name} ended with {code}: {said.stderr}")
        told.append(tuple(map(float, cost)))
    clocks, processors, memories = zip(*told, strict=True)
    return Cost(sum(clocks), sum(processors), max(memories))


def _marks(folder, students):
    book = sqlite3.connect(folder.path / "gradebook.db")
    try:
        return {row for row in book.execute(_MARKS) if row[0] in students}
    finally:
        book.close()


def _old(folder):
    """(seconds a submission by the clock, and of processor, the marks) by nbgrader's autograder."""
    grader, students = Grader(folder), [f"s{n:03}" for n in range(_SAMPLE)]
    began, used, done = time.perf_counter(), os.times(), 0
    for name in folder.names():
        for student in students:
            intake.prepare(folder, folder.assignment(name), student)
            grader.run("autograde", name, student, student=student)
            done += 1
    now = os.times()
    processor = sum(now[:4]) - sum(used[:4])
    clock = time.perf_counter() - began
    return clock / done, processor / done, _marks(folder, students), students


def _told(students, cost, what):
    of = 5 * students
    return (
        f"| {what} | {students} | {cost.clock:.1f} s | {cost.clock / of:.3f} s | "
        f"{cost.processor:.1f} s | {cost.memory:.0f} MB |"
    )


def marking():
    """The lines of this part of MEASURED.md."""
    rows, alike = [], ""
    with tempfile.TemporaryDirectory() as place:
        folder = _class(Path(place) / "class")
        _hand_in(folder, 1)
        _run(folder, "grade")  # what is compiled once is not measured
        for students in _CLASSES:
            _hand_in(folder, students)
            if students == _CLASSES[0]:
                clock, processor, said, sample = _old(folder)
                rows.append(
                    f"| nbgrader's autograder, a kernel a sheet | {students} | "
                    f"{clock * 5 * students:.0f} s, reckoned | {clock:.2f} s | "
                    f"{processor * 5 * students:.0f} s, reckoned | - |"
                )
                _hand_in(folder, students)
            rows.append(_told(students, _run(folder, "grade"), "`course class grade`"))
            rows.append(_told(students, _run(folder, "grade"), "the same again, nothing to do"))
            rows.append(_told(students, _run(folder, "feedback"), "`course class feedback`"))
            if students == _CLASSES[0]:
                now = _marks(folder, sample)
                alike = f"{len(now & said)} of {len(said)} marks are the same by both ways."
    yield (
        "Five assignments each, answers drawn; one command an assignment, its start (Python, "
        "nbgrader, its database) included: where nothing is to do, it is nearly all. The old way "
        f"marked {5 * _SAMPLE} of the same "
        f"submissions, and its time for all is reckoned from those. {alike}"
    )
    yield ""
    yield "| way | students | for all five | a submission | processor | most memory |"
    yield "|---|---|---|---|---|---|"
    yield from rows
    yield ""
    yield (
        "Goals: 60 students in at most 60 s, 200 in at most 200 s, 0.1 s a submission beside the "
        "start, at most 250 MB."
    )

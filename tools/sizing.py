"""How large a hub must be: what a student costs, as MEASURED.md says, times how many there are.

The shares of a class that come at once, and run a cell, are guesses; deploy/README.md says so.
"""

import math
import re

import yaml

from course import _places

__all__ = ["load"]

ENROLLED = (100, 1_000, 10_000)
AT_ONCE = (100, 300, 2_000)  # a class; three in ten; two in ten
WITH_A_KERNEL = 1 / 4
MACHINE = 14  # GiB of 16 that are left for students
MINUTES = 5  # within which all log in


def _text(name: str) -> str:
    return (_places.root() / name).read_text(encoding="utf-8")


def _measured(measured: str) -> dict[str, tuple[int, int, float]]:
    """{who is served: (its memory, of it the server's, in MiB; seconds of a processor)}."""
    section = measured.split("## A student on a hub")[1].split("\n## ", maxsplit=1)[0]
    row = re.compile(r"^\| ([^|:]+): .*\| \d+ \| (\d+) MiB \| (\d+) MiB \| .* \| ([\d.]+) s \|$")
    found = (row.match(line) for line in section.splitlines())
    return {one[1]: (int(one[2]), int(one[3]), float(one[4])) for one in found if one}


def _guarantee() -> int:
    """MiB that the chart sets aside for each student."""
    values = yaml.safe_load(_text("deploy/z2jh-values.yaml"))
    return int(values["singleuser"]["memory"]["guarantee"].removesuffix("M"))


def _told(number: float) -> str:
    """Two digits of what is small, whole numbers of the rest."""
    return f"{number:.1f}" if number < 10 else f"{number:,.0f}"


def load() -> str:
    """The paragraph and the table of deploy/README.md."""
    measured = _text("MEASURED.md")
    rows = _measured(measured)
    [chapters] = re.findall(r"all of them ([\d.]+ MB) of at most", measured)
    (all_of_plain, its_server, _), (student, _, seconds), (pages, _, _) = (
        rows["JupyterLab as it comes"], rows["the course"], rows["the course as pages"],
    )  # fmt: skip
    kernel, guarantee = all_of_plain - its_server, _guarantee()
    each = MACHINE * 1024 // guarantee
    said = (
        f"A server whose student reads and answers takes {student} MiB, or {pages} MiB if the "
        f"student reads pages. Whoever runs a cell has a kernel more, some {kernel} MiB: plain "
        f"JupyterLab with one takes {all_of_plain} MiB, and its server {its_server} MiB of it. "
        f"From the login to the last interactive, a student takes {seconds} s of a processor."
    )
    lines = (
        ("students enrolled", *(f"{n:,}" for n in ENROLLED)),
        ("---",) * 4,
        ("at once, at the busiest: a class; three in ten; two in ten",
         *(f"{n:,}" for n in AT_ONCE)),
        ("of these with a kernel: one in four", *(_told(n * WITH_A_KERNEL) for n in AT_ONCE)),
        (f"memory in use: {student} MiB each, and {kernel} MiB a kernel",
         *(f"{_told(n * (student + kernel * WITH_A_KERNEL) / 1024)} GiB" for n in AT_ONCE)),
        (f"memory that Kubernetes sets aside: the guarantee of {guarantee} MiB each",
         *(f"{_told(n * guarantee / 1024)} GiB" for n in AT_ONCE)),
        (f"machines of 16 GiB, {MACHINE} of them for students: {each} students each",
         *(f"{math.ceil(n / each)}" for n in AT_ONCE)),
        (f"processors, if all log in within five minutes: {seconds} s each",
         *(_told(n * seconds / (60 * MINUTES)) for n in AT_ONCE)),
        (f"volumes of 1 GiB, of which the chapters fill {chapters}",
         *(f"{n:,} GiB" for n in ENROLLED)),
    )  # fmt: skip
    return "\n".join((said, "", *(f"| {' | '.join(line)} |" for line in lines)))

"""Measure the course and write MEASURED.md: the only source of the numbers that README quotes."""

import gzip
import os
import platform
import re
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path

from course import _places

__all__ = ["MOST_A_NOTEBOOK", "MOST_NOTEBOOKS", "PARTS", "measure"]

MOST_A_NOTEBOOK, MOST_NOTEBOOKS = 400_000, 5_000_000  # bytes

_IMPORT = "import time; t = time.perf_counter(); import course; print(time.perf_counter() - t)"


def _import_seconds():
    runs = [
        subprocess.run(
            [sys.executable, "-c", _IMPORT], capture_output=True, text=True, check=True
        ).stdout
        for _ in range(5)
    ]
    return sorted(map(float, runs))[2]


def _processor():
    try:
        with open("/proc/cpuinfo", encoding="utf-8") as file:  # noqa: PTH123 a path of the system, not of the course
            return next(
                line.split(":", 1)[1].strip() for line in file if line.startswith("model name")
            )
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()


def _interactives():
    from course import lessons

    for name in lessons.names():
        spec = lessons.spec(name)
        spec.packed()  # the data are read once; what follows is the building alone
        started = time.perf_counter()
        size = len(spec.packed())
        states = sum(1 for _ in spec.combinations())
        yield (
            f"| {name} | {states} | {size / 1000:.1f} KB | "
            f"{1000 * (time.perf_counter() - started):.0f} ms |"
        )


def _chapters():
    from tools.checking.notebooks import executed

    for path in sorted(_places.shipped_notebooks().glob("*.ipynb")):
        started = time.perf_counter()
        executed(path)
        yield (
            f"| {path.name} | {path.stat().st_size / 1000:.0f} KB | "
            f"{time.perf_counter() - started:.1f} s |"
        )


def _kb(size):
    return f"{size / 1000:.0f} KB"


def _in_all():
    """What the notebooks weigh beside their caps, and the texts of the browser's modules."""
    from course.hosts.browser import text
    from course.interactives import MODULES

    sizes = [path.stat().st_size for path in _places.shipped_notebooks().glob("*.ipynb")]
    yield (
        f"The largest notebook holds {_kb(max(sizes))} of at most {_kb(MOST_A_NOTEBOOK)}; all of "
        f"them {sum(sizes) / 1e6:.1f} MB of at most {MOST_NOTEBOOKS / 1e6:.0f} MB."
    )
    scripts = {name: text.module(name).encode("utf-8") for name in MODULES}
    largest = max(scripts, key=lambda name: len(scripts[name]))
    whole = b"".join(scripts.values())
    yield (
        f"Of the browser's {len(scripts)} modules `{largest}` is the largest, "
        f"{_kb(len(scripts[largest]))}; all of them {_kb(len(whole))}, gzipped "
        f"{_kb(len(gzip.compress(whole, 6)))}."
    )
    yield ""


def _sizes():
    with tempfile.TemporaryDirectory() as empty:
        os.environ["STEEL_FRAME_HOME"] = empty  # a student's answers have no part in it
        return [
            f"`import course`: {1000 * _import_seconds():.1f} ms (median of five).",
            "",
            "| interactive | states | states, gzipped | building them |",
            "|---|---|---|---|",
            *_interactives(),
            "",
            "| notebook | as saved | run in a clean kernel, its start included |",
            "|---|---|---|",
            *_chapters(),
            "",
            *_in_all(),
            *_edition(),
        ]


def _written(out):
    """What is given away, as it is built now: megabytes of plotly.js gzipped, folder, its largest
    page, largest single file, wheel.
    """
    from course.hosts.bundle import wheels
    from course.hosts.library import plotly_js
    from course.hosts.pages import edition

    files = edition(out / "folder")
    pages = edition(out / "single", single=True)
    sizes = (
        len(plotly_js()),
        sum(path.stat().st_size for path in files),
        max(path.stat().st_size for path in files if path.suffix == ".html"),
        max(path.stat().st_size for path in pages),
        wheels.own(out).stat().st_size,
    )
    return " | ".join(f"{size / 1e6:.2f} MB" for size in sizes)


def _edition():
    from tools.basic_plotly import take, told_of

    yield (
        "| built with | plotly.js, gzipped, once a page | the web edition's folder | its largest "
        "page | one file a chapter, the largest | the wheel |"
    )
    yield "|---|---|---|---|---|---|"
    with tempfile.TemporaryDirectory() as out:
        ways = {"the whole plotly.js": None, "its basic bundle": take(Path(out) / "plotly")}
        for name, bundle in ways.items():
            with told_of(bundle):
                yield f"| {name} | {_written(Path(out) / name)} |"


def _hub():
    from tools.checking.hub import hub_costs

    return hub_costs()


def _carrying():
    from tools.checking.carrying import carrying

    return carrying()


def _latency():
    from tools.checking.latency import latency

    return latency()


def _opening():
    from tools.checking.opening import opening

    return opening()


def _picture():
    from tools.checking.first_picture import first_picture

    return first_picture()


def _live():
    from tools.checking.live import live

    return live()


def _mutants():
    from tools.checking.mutants import mutants

    return mutants()


def _verdicts():
    from tools.checking.verdicts import verdicts

    return verdicts()


def _handouts():
    from course.hosts.print import press

    with tempfile.TemporaryDirectory() as out:
        os.environ["STEEL_FRAME_HOME"] = out
        printed = press(Path(out) / "pdf", {"handouts", "slides", "cards"}, warn=print)
        files = [path for path in printed if path.suffix == ".pdf"]  # slides are a page as well
        size = {path.stem: f"{path.stat().st_size / 1e6:.2f} MB" for path in files}
        largest = max(path.stat().st_size for path in files)
        whole = sum(path.stat().st_size for path in files)
    yield (
        f"{len(files)} PDFs, {whole / 1e6:.1f} MB; the largest holds {largest / 1e6:.2f} MB, the "
        f"cards {size['glossary-cards']}."
    )
    yield ""
    yield "| chapter | handout | slides |"
    yield "|---|---|---|"
    for stem, handout in size.items():
        if f"{stem}-slides" in size:
            yield f"| {stem} | {handout} | {size[f'{stem}-slides']} |"


# part of MEASURED.md -> (its heading, what measures it)
def _marking():
    from tools.checking.marking import marking

    return marking()


PARTS = {
    "sizes": ("Sizes and times", _sizes),
    "bundle": ("What a bundle weighs", _carrying),
    "handouts": ("On paper", _handouts),
    "opening": ("From the address to an interactive", _opening),
    "picture": ("A picture first", _picture),
    "latency": ("From hand to eye", _latency),
    "hub": ("A student on a hub", _hub),
    "marking": ("Marking a class", _marking),
    "live": ("A room", _live),
    "verdicts": ("Verdicts on series of known truth", _verdicts),
    "mutants": ("Changed formulas that the tests notice", _mutants),
}


def _machine():
    return (
        f"on {datetime.now(UTC):%Y-%m-%d}, Python {platform.python_version()}, "
        f"{platform.system()} {platform.machine()}, {os.cpu_count()} cores, {_processor()}"
    )


def _parts(text):
    """{heading: its text} of MEASURED.md."""
    return dict(part.split("\n", 1) for part in re.split(r"^## ", text, flags=re.MULTILINE)[1:])


def measure(part="sizes"):
    """Measure a part (a key of PARTS) and write it into MEASURED.md beside README.md;
    returns the exit code.
    """
    heading, lines = PARTS[part]
    path = _places.root() / "MEASURED.md"
    kept = _parts(path.read_text(encoding="utf-8")) if path.exists() else {}
    told = [f"Written by `course check --measure {part}` {_machine()}.", "", *lines()]
    kept[heading] = "\n" + "\n".join(told) + "\n\n"
    order = [title for title, _ in PARTS.values() if title in kept]
    text = "# Measured\n\n" + "".join(f"## {title}\n{kept[title].rstrip()}\n\n" for title in order)
    path.write_text(text.rstrip() + "\n", encoding="utf-8", newline="\n")
    print("\n".join(told))
    return 0

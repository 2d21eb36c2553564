"""What a bundle weighs, for each platform and for all,
and how long it takes until the course is installed from it.
"""

import json
import os
import shutil
import subprocess
import tempfile
import time
import zipfile
from pathlib import Path

from course.hosts import bundle
from course.hosts.bundle import contents, start

__all__ = ["carrying"]


def _weights(path):
    """({wheel: bytes}, contents.json, bytes of the zip) of a bundle."""
    with zipfile.ZipFile(path) as zipped:
        held = json.loads(zipped.read(f"{contents.FOLDER}/{start.CONTENTS}"))
        sizes = {
            i.filename.removeprefix(f"{contents.FOLDER}/"): i.compress_size
            for i in zipped.infolist()
        }
    return (
        {name: size for name, size in sizes.items() if name.startswith("wheels/")},
        held,
        path.stat().st_size,
    )


def _installed(path, python, work):
    """How long start.py takes to install from an unzipped bundle into an empty home,
    and what that holds; a sentence.
    """
    with zipfile.ZipFile(path) as zipped:
        zipped.extractall(work)
    home = work / "home"
    home.mkdir()
    begun = time.perf_counter()
    # The course itself is asked for no more than its version, so that this ends by itself.
    command = [python, work / contents.FOLDER / "start" / "start.py", "--version"]
    subprocess.run(
        command,
        check=True,
        capture_output=True,
        env={"HOME": str(home), "PATH": os.environ["PATH"]},
    )
    seconds = time.perf_counter() - begun
    size = sum(p.stat().st_size for p in home.rglob("*") if p.is_file() and not p.is_symlink())
    return (
        f"Installed from it into an empty home after {seconds:.0f} s, {size / 1e6:.0f} MB on the "
        "disk."
    )


def carrying():
    """The lines of MEASURED.md on a bundle for the four common platforms. Fetches wheels,
    so it needs a network.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "course.zip"
        bundle.bundle(path)
        wheels, held, size = _weights(path)
        yield (
            f"A bundle for Python {held['python']}. A wheel that several platforms share lies in "
            "it once."
        )
        yield ""
        yield "| platform | wheels | wheels, in all | a bundle for it alone |"
        yield "|---|---|---|---|"
        for platform, paths in held["platforms"].items():
            own = sum(wheels[p] for p in paths)
            alone = size - sum(wheels.values()) + own
            yield f"| {platform} | {len(paths)} | {own / 1e6:.0f} MB | {alone / 1e6:.0f} MB |"
        yield (
            f"| the four | {len(wheels)} | {sum(wheels.values()) / 1e6:.0f} MB | {size / 1e6:.0f} "
            "MB |"
        )
        yield ""
        if python := shutil.which(f"python{held['python']}"):
            yield _installed(path, python, Path(folder))
        else:
            yield f"Not installed: there is no python{held['python']} here."

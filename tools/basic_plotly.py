"""plotly.js's basic bundle from npm, in the version that the installed plotly ships:
what a release is built with.
"""

import base64
import hashlib
import json
import os
import shutil
import subprocess
import tarfile
import tempfile
from contextlib import contextmanager, suppress
from pathlib import Path

from course.errors import CourseError
from course.hosts.library import LICENCE, SCRIPT

__all__ = ["PACKAGE", "take", "told_of"]

PACKAGE = "plotly.js-basic-dist-min"


def _npm(*arguments):
    """What npm says, as JSON. Raises CourseError if there is no npm, or it fails."""
    npm = shutil.which("npm")
    if npm is None:
        raise CourseError("npm is missing: install Node.js and run it again.")
    run = subprocess.run([npm, *arguments, "--json"], capture_output=True, text=True, check=False)
    if run.returncode:
        said = run.stderr.strip().splitlines() or ["it does not say why"]
        raise CourseError(f"npm failed ({said[0]}); check the network and run it again.")
    return json.loads(run.stdout)


def _is_whole(raw, wanted):
    """Are these the bytes that npm's registry promises? wanted: "sha512-...", as it writes it."""
    return wanted == f"sha512-{base64.b64encode(hashlib.sha512(raw).digest()).decode()}"


def _member(tar, name, wanted):
    with suppress(KeyError):
        if file := tar.extractfile(f"package/{name}"):
            return file.read()
    raise CourseError(f"{wanted} holds no {name}: npm has packed it otherwise; see what it holds.")


def take(folder):
    """Put the bundle and its licence into a folder; returns its whole path.

    Raises CourseError without npm or network, or if what came is not what npm's registry promises.
    """
    from plotly.offline import get_plotlyjs_version

    wanted = f"{PACKAGE}@{get_plotlyjs_version()}"
    promised = _npm("view", wanted, "dist.integrity")
    folder = Path(folder).absolute()
    with tempfile.TemporaryDirectory() as work:
        (packed,) = _npm("pack", wanted, "--pack-destination", work)
        path = Path(work) / packed["filename"]
        if not _is_whole(path.read_bytes(), promised):
            raise CourseError(
                f"{wanted} is not what npm's registry promises; try again, and use no other."
            )
        with tarfile.open(path) as tar:
            files = {name: _member(tar, name, wanted) for name in (SCRIPT, LICENCE)}
    folder.mkdir(parents=True, exist_ok=True)
    for name, raw in files.items():
        (folder / name).write_bytes(raw)
    return folder


@contextmanager
def told_of(folder):
    """Within the block the course sends the bundle of this folder, or, if it is None,
    the whole plotly.js.
    """
    before = os.environ.pop("STEEL_FRAME_PLOTLY", None)
    if folder is not None:
        os.environ["STEEL_FRAME_PLOTLY"] = str(folder)
    try:
        yield
    finally:
        os.environ.pop("STEEL_FRAME_PLOTLY", None)
        if before is not None:
            os.environ["STEEL_FRAME_PLOTLY"] = before

"""plotly.js, the library that draws charts, as a host hands it to the browser.

Whole, as the plotly wheel ships it; or npm's basic bundle of it, a quarter of that, which draws
scatter and bar, and so all that the course draws. A wheel that was built with the bundle holds it,
and then no other is sent, whatever plotly is installed. A clone holds none: there
$STEEL_FRAME_PLOTLY names its folder, if any (`course check --plotly`).
"""

import gzip
import os
import re
from functools import cache
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from course import _places
from course.errors import CourseError

__all__ = ["LICENCE", "SCRIPT", "plotly_js", "plotly_version"]

SCRIPT, LICENCE = "plotly-basic.min.js", "LICENSE"  # as npm's package names them, and so a wheel
_BUILT_IN = Path(__file__).parent / "browser" / "_plotly"
_BANNER = re.compile(rb"plotly\.js \(basic[^)]*\) v([0-9.]+)")


def _basic() -> Path | None:
    """The folder of the bundle, if there is one."""
    if not _places.in_clone():
        return _BUILT_IN if (_BUILT_IN / SCRIPT).is_file() else None
    told = os.environ.get("STEEL_FRAME_PLOTLY")
    if told and not all((Path(told) / name).is_file() for name in (SCRIPT, LICENCE)):
        raise CourseError(
            f"STEEL_FRAME_PLOTLY names {told}, which does not hold {SCRIPT} and {LICENCE}; "
            f"run `course check --plotly {told}`, or unset it."
        )
    return Path(told) if told else None


def plotly_version() -> str:
    """What tells this plotly.js from another: a browser keeps one for good under it."""
    folder = _basic()
    return version("plotly") if folder is None else f"basic-{_version_of(folder)}"


def plotly_js() -> bytes:
    """The library, gzipped, which a page needs once: 1.5 MB whole; 0.4 MB as the bundle,
    its licence at its end.
    """
    return _packed(_basic())


@cache
def _version_of(folder: Path) -> str:
    with (folder / SCRIPT).open("rb") as file:
        found = _BANNER.search(file.read(500))
    if found is None:
        raise CourseError(
            f"{folder / SCRIPT} is not plotly.js's basic bundle; run `course check --plotly`."
        )
    return found[1].decode()


@cache
def _packed(folder: Path | None) -> bytes:
    raw = _whole() if folder is None else _with_licence(folder)
    return gzip.compress(raw, 9, mtime=0)


def _whole() -> bytes:
    found = find_spec("plotly")  # found, not imported: a server draws nothing
    if found is None or found.origin is None:
        raise ModuleNotFoundError("There is no plotly.", name="plotly")
    return (Path(found.origin).parent / "package_data" / "plotly.min.js").read_bytes()


def _with_licence(folder: Path) -> bytes:
    return (folder / SCRIPT).read_bytes() + b"\n/*\n" + (folder / LICENCE).read_bytes() + b"*/\n"

"""The wheels of a bundle: exact versions for each platform,
fetched into a folder from which a second run goes on.
"""

import hashlib
import os
import re
import shutil
import subprocess
import sys
import tempfile
import tomllib
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

from packaging.utils import canonicalize_name, parse_wheel_filename

from course import _places
from course.errors import CourseError
from course.hosts.tracked import tracked

__all__ = ["Pin", "fetch", "own", "pins", "prove"]

_NO_SOURCES = {".git", ".venv", "tests", "reading"}
# wheels a call of pip: few enough that an interrupted run loses little, enough that pip's start is
# cheap
_AT_ONCE = 8


@dataclass(frozen=True)
class Pin:
    """One package in one version, with the SHA-256 of each file that may stand for it."""

    name: str
    version: str
    hashes: tuple[str, ...]

    def fits(self, path):
        """Is this wheel the pinned one, whole?"""
        name, version, _, _ = parse_wheel_filename(path.name)
        return (
            name == canonicalize_name(self.name)
            and str(version) == self.version
            and hashlib.sha256(path.read_bytes()).hexdigest() in self.hashes
        )

    def line(self):
        """The line of a requirements file."""
        return f"{self.name}=={self.version} " + " ".join(f"--hash=sha256:{h}" for h in self.hashes)


def _uv():
    """How uv is called. `uv run` says where it lies."""
    if path := os.environ.get("UV") or shutil.which("uv"):
        return [path]
    if find_spec("uv"):
        return [sys.executable, "-m", "uv"]
    raise CourseError(
        "A bundle needs uv to settle and fetch the wheels; run `pip install uv` and try again."
    )


def _run(arguments, failed, **settings):
    """Run uv; raises CourseError, `failed` with uv's or pip's own first complaint in it."""
    run = subprocess.run(
        [*_uv(), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        **settings,
    )
    if run.returncode:
        said = re.findall(
            r"^(?:error|ERROR): *(.+)$", run.stderr, re.MULTILINE
        ) or run.stderr.split("\n")
        raise CourseError(failed.format(said[0].strip().rstrip(".")))
    return run.stdout


def _pins(text):
    """The pins of a requirements file with hashes."""
    for block in re.split(r"^(?=[A-Za-z0-9])", text, flags=re.MULTILINE):
        if found := re.match(r"([\w.-]+)==([^\s;\\]+)", block):
            name, wanted = found.groups()
            yield Pin(name, wanted, tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", block)))


def _day():
    """The day after which no version counts."""
    project = tomllib.loads((_places.root() / "pyproject.toml").read_text(encoding="utf-8"))
    return project["tool"]["uv"]["exclude-newer"]


def pins(platform, python):
    """What the course needs on a platform (platforms.Platform) under a Python ("3.12"): Pins, pip's
    own among them.

    Versions and hashes are those of constraints.txt; where it names one that has no wheel for this
    platform, the newest that has. Raises CourseError if there is no such set, or no network.
    """
    constraints = _places.root() / "constraints.txt"
    with tempfile.TemporaryDirectory() as folder:
        settled = Path(folder) / "settled.txt"
        # what stands in it already is kept wherever it can be
        shutil.copyfile(constraints, settled)
        _run(
            [
                # pip installs them, and asks for what [tool.uv] tells uv alone to pass over.
                "pip", "compile", "--no-config", f"--exclude-newer={_day()}",
                "pyproject.toml", "-", "--quiet", "--generate-hashes",
                "--output-file",
                str(settled),
                "--no-header", "--no-annotate", "--no-emit-index-url", "--no-emit-find-links",
                "--only-binary", ":all:", "--python", sys.executable, "--no-python-downloads",
                "--python-platform", platform.uv, "--python-version", python,
            ],
            f"The versions for {platform.words} could not be settled ({{}}); "
            "check the network and run the command again.",
            input="pip\n",  # an installer of our own, since many a Linux has a Python without one
            cwd=_places.root(),
        )  # fmt: skip
        found = list(_pins(settled.read_text(encoding="utf-8")))
    known = {(p.name, p.version): p for p in _pins(constraints.read_text(encoding="utf-8"))}
    return [known.get((p.name, p.version), p) for p in found]


def _here(folder, wanted):
    """{pin: its wheel} for those that lie whole in the folder."""
    wheels = {}
    for path in sorted(folder.glob("*.whl")):
        name, version, _, _ = parse_wheel_filename(path.name)
        wheels.setdefault((name, str(version)), []).append(path)
    return {
        pin: path
        for pin in wanted
        for path in wheels.get((canonicalize_name(pin.name), pin.version), ())
        if pin.fits(path)
    }


def fetch(wanted, platform, python, cache, step):
    """Fetch the wheels of these Pins into `cache`/python-platform; returns their paths in the order
    of the pins.

    step(count) is called as they arrive. What lies there whole is not fetched again. Raises
    CourseError without network.
    """
    folder = Path(cache) / f"{python}-{platform.name}"
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise CourseError(
            f"{folder} cannot be written; name a folder of your own with --cache."
        ) from None
    here = _here(folder, wanted)
    step(len(here))
    missing = [pin for pin in wanted if pin not in here]
    for first in range(0, len(missing), _AT_ONCE):
        some = missing[first : first + _AT_ONCE]
        asked = folder / "asked.txt"
        asked.write_text("\n".join(pin.line() for pin in some) + "\n", encoding="utf-8")
        _run(
            [
                "tool", "run", "--quiet", "pip", "download", "--quiet",
                "--disable-pip-version-check", "--no-deps",
                "--require-hashes", "--only-binary=:all:", "--implementation=cp",
                f"--python-version={python}",
                *[f"--platform={tag}" for tag in platform.tags], "--dest", str(folder),
                "--requirement", str(asked),
            ],
            "A wheel could not be fetched ({}); run the same command again, "
            "and it goes on from here.",
            cwd=_places.root(),
        )  # fmt: skip
        asked.unlink()
        step(len(some))
    here = _here(folder, wanted)
    return [here[pin] for pin in wanted]


def copy_sources(folder):
    """Copy what a wheel is built from, as git knows it: notes,
    keys and copies of an editor stay at home.
    """
    for path in tracked(_places.root()):
        relative = path.relative_to(_places.root())
        if relative.parts[0] not in _NO_SOURCES:
            copy = Path(folder) / relative
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(path, copy)


def own(folder):
    """Build the course's own wheel from the clone into a folder; returns its path."""
    if not _places.in_clone():
        raise CourseError(
            "A bundle is made from a clone of the course, since it holds the wheel that is "
            "built there; "
            "run `uv run course bundle` in the clone's folder."
        )
    with tempfile.TemporaryDirectory() as sources:
        copy_sources(sources)
        _run(
            ["build", "--quiet", "--wheel", "--out-dir", str(Path(folder).absolute())],
            "The course's own wheel could not be built ({}); check the network and run the "
            "command again.",
            cwd=sources,
        )
    return next(Path(folder).glob("steel_frame-*.whl"))


def prove(wheels, platform, python, version):
    """Raise CourseError unless these wheels (paths) are all that this
    version of the course needs on a platform.
    """
    with tempfile.TemporaryDirectory() as folder:
        for wheel in wheels:
            shutil.copy(wheel, folder)
        _run(
            [
                "pip", "compile", "-", "--quiet", "--offline", "--no-config", "--no-index",
                "--find-links", folder,
                "--only-binary", ":all:", "--python", sys.executable, "--no-python-downloads",
                "--python-platform", platform.uv, "--python-version", python,
            ],
            f"The wheels for {platform.words} are not complete ({{}}); "
            "run the command again with an empty --cache folder.",
            input=f"steel-frame=={version}\npip\n",
            cwd=folder,
        )  # fmt: skip

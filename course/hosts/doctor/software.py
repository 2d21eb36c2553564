"""Is the software there: Python, the packages,
and the parts of JupyterLab that draw the interactives?
"""

import json
import os
import sys
from importlib import metadata
from pathlib import Path
from typing import Any

from course import _places
from course.doors import plain_files
from course.hosts.doctor.finding import Finding

__all__ = [
    "foreign_kernel",
    "front_ends",
    "own_part",
    "packages",
    "python",
    "settings",
    "switched_off",
]

OLDEST = (3, 11)
MOST_SETTINGS = 1_000_000  # bytes
# the manager's 5 goes with ipywidgets 8
FRONT_ENDS = {
    "anywidget": None,
    "@jupyter-widgets/jupyterlab-manager": 5,
}


def python():
    """Is Python new enough? Yields Findings."""
    found = ".".join(map(str, sys.version_info[:3]))
    if sys.version_info[:2] < OLDEST:
        yield Finding(
            "SF01",
            f"Python {found} is too old.",
            "install Python 3.11 or newer and open the course with it.",
        )
    else:
        yield Finding("", f"Python {found}")


def packages():
    """Is each package that the course asks for there, in a version it asks for? Yields Findings."""
    from packaging.requirements import Requirement

    try:
        asked = map(Requirement, metadata.requires("steel-frame") or ())
    except metadata.PackageNotFoundError:
        yield Finding(
            "SF02",
            "The course itself is not installed.",
            "run `uv run course` in its folder, or `pip install .` there.",
        )
        return
    well = []
    for needed in asked:
        if needed.marker and not needed.marker.evaluate({"extra": ""}):
            continue
        try:
            found = metadata.version(needed.name)
        except metadata.PackageNotFoundError:
            found = None
        if found and needed.specifier.contains(found, prereleases=True):
            well.append(f"{needed.name} {found}")
            continue
        state = f"is {found}" if found else "is missing"
        yield Finding(
            "SF02",
            f"{needed.name} {state}; the course needs {needed.specifier}.",
            f'run `pip install "{needed}"` in the environment that opens the course.',
        )
    if well:
        yield Finding("", ", ".join(well))


def jupyter_paths():
    from jupyter_core import paths

    # As lab.opening does, and after the import as there: else the doctor looks in folders that are
    # not used.
    os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")
    return paths


def labextension_folders():
    paths = jupyter_paths()
    env = (os.path.join(p, "labextensions") for p in paths.ENV_JUPYTER_PATH)  # noqa: PTH118 spelled as Jupyter does
    return [Path(folder) for folder in dict.fromkeys([*paths.jupyter_path("labextensions"), *env])]


def settings_files():
    """JupyterLab's files of switched-off parts, in the order it reads them:
    a later one overrules.
    """
    for folder in reversed(jupyter_paths().jupyter_config_path()):
        place = Path(folder) / "labconfig"
        yield from sorted((place / "page_config.d").glob("*.json"))
        yield place / "page_config.json"


def settings(path: Path) -> Any:
    """What a file of settings holds; None if it is a pipe, too large,
    too deep or else cannot be read as JSON.
    """
    try:
        return json.loads(plain_files.read(path, MOST_SETTINGS))
    except (OSError, ValueError, RecursionError):
        return None


def package_json(name, folders):
    for folder in folders:
        package = settings(folder / name / "package.json")
        if isinstance(package, dict):
            return package
    return None


def front_ends():
    """Are the parts of JupyterLab that draw interactives there, in the version that goes with
    Python's? Yields Findings.
    """
    for name, major in FRONT_ENDS.items():
        package = package_json(name, labextension_folders())
        python = "anywidget" if name == "anywidget" else "ipywidgets"
        wanted = major
        if wanted is None:
            try:
                wanted = int(metadata.version(python).split(".")[0])
            except metadata.PackageNotFoundError:
                continue  # SF02 says so
        if package is None:
            yield Finding(
                "SF03",
                f"{name} is missing from JupyterLab, so no slider would appear.",
                f"run `pip install --force-reinstall {python}` and open the course again.",
            )
        elif str(package.get("version")).split(".")[0] != str(wanted):
            yield Finding(
                "SF03",
                f"{name} in JupyterLab is {package.get('version')}, and {python} needs {wanted}.",
                f"run `pip install --force-reinstall {python}` and open the course again.",
            )
        else:
            yield Finding("", f"{name} {package['version']} in JupyterLab")


def switched_off():
    """Is one of them, or the course's own, switched off? Yields Findings."""
    decided = {}
    for path in settings_files():
        try:
            off = settings(path).get("disabledExtensions", {})
            entries = dict.fromkeys(off, True) if isinstance(off, list) else dict(off)
        except (ValueError, AttributeError, TypeError):
            continue
        decided |= {name: (is_off, path) for name, is_off in entries.items()}
    for name, (is_off, path) in decided.items():
        if is_off and name.partition(":")[0] in {*FRONT_ENDS, "steel-frame"}:
            yield Finding(
                "SF04",
                f"{name} is switched off in {path}.",
                f'take "{name}" out of "disabledExtensions" in that file '
                "and open the course again.",
            )


def own_part():
    """Is the extension there that brings a chapter to life? Yields Findings."""
    package = package_json("steel-frame", [_places.lab_share() / "labextensions"])
    if package is None:
        yield Finding(
            "SF05",
            "The course's own part of JupyterLab is missing; chapters would not be live when "
            "they are opened.",
            "install the course again with `pip install --force-reinstall --no-deps "
            "steel-frame`, or choose Run, then Run All Cells in each chapter.",
        )
    else:
        yield Finding("", "chapters are live when they are opened")


def _same_python(command):
    """Does a kernel start with this Python, by whatever name?"""
    if command in {"python", "python3"}:
        return True  # Jupyter puts its own in their place
    # By its folder: two environments may link to one and the same program.
    return isinstance(command, str) and Path(command).parent == Path(sys.executable).parent


def foreign_kernel():
    """Is there a kernel called python3, in the home or beside Jupyter,
    that starts another Python? Yields Findings.
    """
    for folder in jupyter_paths().jupyter_path("kernels"):
        path = Path(folder) / "python3" / "kernel.json"
        if not os.path.lexists(path):
            continue
        try:
            command = settings(path)["argv"][0]
        except (KeyError, IndexError, TypeError):
            command = None
        if not _same_python(command):
            yield Finding(
                "SF14",
                f"{path.parent} is a kernel called python3 that starts another Python; "
                "`course` passes it over, a plain `jupyter lab` may not.",
                f"open the course with `course`, or rename the folder {path.parent}.",
            )

"""Is what the course adds to Jupyter in force where a plain `jupyter lab` looks, and as new as the
course?

`course` puts its own settings and its own part of JupyterLab first, so what is found here is never
    in its way.
"""

import sys
from pathlib import Path

from course import _places
from course.hosts.doctor.finding import Finding
from course.hosts.doctor.software import jupyter_paths, settings

__all__ = ["copies", "server_part"]

_NAME = "course.hosts.jupyter.extension"
_COPIES = Path(sys.prefix)


def _server_settings():
    """Jupyter's files of settings for servers, a later one overrules;
    without those that `course` brings itself.
    """
    for folder in reversed(jupyter_paths().jupyter_config_path()):
        if Path(folder) == _places.lab_config():
            continue
        yield from sorted((Path(folder) / "jupyter_server_config.d").glob("*.json"))
        yield Path(folder) / "jupyter_server_config.json"


def server_part():
    """Would a plain Jupyter server load the course's server extension, which keeps answers without
    a kernel? Yields Findings.
    """
    is_on, place = None, None
    for path in _server_settings():
        try:
            told = settings(path)["ServerApp"]["jpserver_extensions"][_NAME]
        except (KeyError, TypeError):
            continue
        is_on, place = bool(told), path
    if is_on:
        yield Finding("", "any Jupyter server of this Python keeps answers without a kernel")
        return
    where = f"is switched off in {place}" if place else "is named nowhere that Jupyter looks"
    cure = (
        f'take "{_NAME}" out of "jpserver_extensions" in that file'
        if place
        else "install the course with `pip install .` in its folder"
    )
    yield Finding(
        "SF17",
        f"The course's server extension {where}; in a plain `jupyter lab` a chapter lives only "
        "when its cells are run.",
        f"open the course with `course`, which brings it along, or {cure}.",
    )


def _copied():
    """(file of the course, its copy beside Jupyter) for each that an installation copies there."""
    for source in (_places.lab_share().parent, _places.PACKAGE / "lab" / "etc"):
        for path in sorted(source.rglob("*")):
            if path.is_file():
                yield path, _COPIES / source.name / path.relative_to(source)


def copies():
    """Is each copy of the course's part of Jupyter, which an installation makes,
    as new as the course? Yields Findings.
    """
    old = [
        copy
        for path, copy in _copied()
        if copy.is_file() and copy.read_bytes() != path.read_bytes()
    ]
    if old:
        yield Finding(
            "SF18",
            f"{old[0]} is a copy from another version of the course; a plain `jupyter lab` "
            "would use it.",
            "open the course with `course`, which does not, or install it again: `uv sync "
            "--reinstall-package steel-frame` in "
            "a clone, else `pip install --force-reinstall --no-deps steel-frame`.",
        )

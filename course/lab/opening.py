"""Open JupyterLab on the course: from a clone on its notebooks, from a wheel on a copy that is the student's own."""

import os
import shutil
import sys
import threading
from contextlib import suppress

from course import _places
from course.errors import CourseError

__all__ = [
    "START",
    "ask_no_yarn",
    "check_runtime_folder",
    "lab",
    "prepare_folder",
    "start_lightly",
    "use_our_settings",
]

START = "00-start-here.ipynb"


def prepare_folder():
    """The student's folder, with every chapter in it. A chapter already there, changed or not, is left alone."""
    folder = _places.course_folder()
    try:
        folder.mkdir(parents=True, exist_ok=True)
        for chapter in sorted(_places.shipped_notebooks().glob("*.ipynb")):
            if not (folder / chapter.name).exists():
                shutil.copyfile(chapter, folder / chapter.name)
    except OSError:
        raise CourseError(
            f"The course cannot write to {folder}; set STEEL_FRAME_HOME to a folder you may write to and run `course` again."
        ) from None
    return folder


def check_runtime_folder():
    """Jupyter keeps its own small files in the home folder; find out before it fails with a traceback."""
    from jupyter_core.paths import jupyter_runtime_dir

    folder = jupyter_runtime_dir()
    try:
        os.makedirs(folder, mode=0o700, exist_ok=True)  # noqa: PTH103 as Jupyter itself does
        writable = os.access(folder, os.W_OK)
    except OSError:
        writable = False
    if not writable:
        raise CourseError(
            f"Jupyter cannot write to {folder}; set JUPYTER_RUNTIME_DIR to a folder you may write to and run `course` again."
        )


def use_our_settings(*before):
    """Let Jupyter find the course's settings and its extension, in this process and those it starts.

    before: folders of settings that go above the course's. Added to the path, not put in its place: a user's or a
    site's own Jupyter settings still hold.
    """
    for variable, own in {
        "JUPYTER_CONFIG_PATH": (*before, _places.lab_config()),
        "JUPYTER_PATH": (_places.lab_share(),),
    }.items():
        os.environ[variable] = os.pathsep.join(filter(None, [*map(str, own), os.environ.get(variable)]))


def start_lightly():
    """Before Jupyter is imported: leave out a grammar that no settings of a server and no notebook need.

    jsonschema checks the format "iri" if rfc3987_syntax is there, whose import builds a grammar: half of the processor
    time that a server takes to start, and 17 MB. No schema of Jupyter's names that format. The kernels are not touched.
    """
    sys.modules.setdefault("rfc3987_syntax", None)


def ask_no_yarn():
    """Before JupyterLab starts: where there is Node.js, do not run it for the address of a registry.

    JupyterLab reads yarn's settings to build extensions from their sources, which nobody does here; it takes half a
    second at each start.
    """
    from jupyterlab import commands

    if hasattr(commands, "_yarn_config"):
        nothing = {"yarn config": {}, "npm config": {}}
        commands._yarn_config = lambda _logger: nothing  # noqa: SLF001 it has no option


def _warm():
    """Load what the first page will ask of the server while the browser is still busy with its own start."""
    import nbformat

    with suppress(OSError):
        nbformat.read(_places.shipped_notebooks() / START, as_version=4)  # compiles the schema of notebooks
    import jupyter_client.manager  # noqa: F401


def lab(*, browser=True, port=8888):
    """Serve JupyterLab until it is stopped. A taken port is no error: the next free one is used and printed."""
    folder = prepare_folder()
    check_runtime_folder()
    use_our_settings()
    os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")
    ask_no_yarn()
    from jupyterlab.labapp import LabApp

    options = [
        f"--ServerApp.root_dir={folder}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=50",
        f"--LabApp.default_url=/doc/tree/{START}",
    ]
    if not browser:
        options.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")  # containers and class images often run as root
    threading.Thread(target=_warm, daemon=True).start()
    LabApp.launch_instance(options)

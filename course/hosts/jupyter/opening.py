"""Open JupyterLab on the course: on a copy of the chapters that is the reader's own."""

import argparse
import gc
import os
import sys
import threading
from contextlib import suppress
from importlib import metadata
from pathlib import Path
from typing import TYPE_CHECKING, cast

from course import _places
from course.doors import plain_files
from course.errors import CourseError, shown
from course.hosts.jupyter import chapters
from course.hosts.jupyter.beside import put_first, take_nothing_beside, whole_paths_only
from course.hosts.jupyter.earlier import bring_along, not_ours
from course.hosts.jupyter.sockets import private_talk, sockets_of_kernels
from course.hosts.jupyter.strangers import convert_nothing, page_policy

if TYPE_CHECKING:
    from types import ModuleType

__all__ = [
    "PAGES",
    "START",
    "ask_no_yarn",
    "check_runtime_folder",
    "first_page",
    "lab",
    "port",
    "prepare_folder",
    "start_lightly",
    "use_our_settings",
]

_LEFT_OUT = ("rfc3987_syntax", "isoduration", "uri_template", "httpx._main")
START = "00-start-here.ipynb"
PAGES = "/steel-frame/"  # where the same server has the chapters as pages


def port(typed):
    """A port that a reader may serve on. Raises what argparse tells as a sentence."""
    if typed.isascii() and typed.isdigit() and len(typed) <= 5 and 1024 <= int(typed) <= 65535:
        return int(typed)
    raise argparse.ArgumentTypeError(
        f"{shown(typed)!r} is no port; give a whole number from 1024 to 65535"
    )


def prepare_folder():
    """The reader's folder, with every chapter in it, and what was done there (chapters.Laid).

    A chapter that the reader changed is never replaced. Raises CourseError if the folder cannot be
    written.
    """
    folder = _places.course_folder()
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)  # answers are nobody else's business
        held = plain_files.held_by_others(folder)
        if not held and not os.path.lexists(folder / chapters.RECORD):
            bring_along(folder)
        done = chapters.Laid() if held else chapters.lay(folder, unrecorded=not_ours(folder))
    except chapters.InTheWayError as error:
        raise CourseError(str(error)) from None
    except OSError:
        raise CourseError(
            f"The course cannot write to {folder}; set STEEL_FRAME_HOME to a folder you may "
            "write to and run `course` again."
        ) from None
    if held:
        raise CourseError(
            f"The folder {folder} {held}; set STEEL_FRAME_HOME to a folder of your own and run "
            "`course` again."
        )
    return folder, done


def first_page(done):
    """The page that a server opens: the start page,
    or once the news of chapters that lie beside changed ones.
    """
    return chapters.NEWS if done.is_news() else START


def check_runtime_folder():
    """Jupyter keeps its own small files in the home folder;
    find out before it fails with a traceback.
    """
    from jupyter_core.paths import jupyter_runtime_dir

    folder = Path(jupyter_runtime_dir())
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        held = plain_files.held_by_others(folder)  # the key to the server lies there
        writable = os.access(folder, os.W_OK)
    except OSError:
        held, writable = "", False
    if held:
        raise CourseError(
            f"The folder {folder} {held}; set JUPYTER_RUNTIME_DIR to a folder of your own and "
            "run `course` again."
        )
    if not writable:
        raise CourseError(
            f"Jupyter cannot write to {folder}; set JUPYTER_RUNTIME_DIR to a folder you may "
            "write to and run `course` again."
        )


def use_our_settings(*before):
    """Let Jupyter find the course's settings, extension and kernel, in this process and those it
    starts.

    before: folders of settings that go above the course's. Added to the path, not put in its place:
    a user's or a site's own Jupyter settings still hold.
    """
    put_first("JUPYTER_CONFIG_PATH", *before, _places.lab_config())
    put_first("JUPYTER_PATH", _places.kernels(), _places.lab_share())
    whole_paths_only("PYTHONPATH")
    if _places.in_clone() and not _is_installed():
        # a clone with nothing but its libraries, as under conda
        put_first("PYTHONPATH", _places.root())


def _is_installed():
    try:
        metadata.version("steel-frame")
    except metadata.PackageNotFoundError:
        return False
    return True


def start_lightly():
    """Before Jupyter is imported: leave out what no settings of a server and no notebook need.

    jsonschema checks the format "iri" if rfc3987_syntax is there, whose import builds a grammar:
    half of the processor time that a server takes to start, and 17 MB. It checks "duration" and
    "uri-template" with two more. No schema of Jupyter's names these formats. httpx has a command,
    httpx._main, which no server runs: it loads a library that colours terminals. The kernels are
    not touched. And look for circles of objects less often than Python does, since what is
    imported stays.
    """
    known = cast("dict[str, ModuleType | None]", sys.modules)  # None: there is no such module
    for name in _LEFT_OUT:
        known.setdefault(name, None)
    gc.set_threshold(50_000, 20, 20)


def ask_no_yarn():
    """Before JupyterLab starts: where there is Node.js, do not run it for the address of a
    registry.

    JupyterLab reads yarn's settings to build extensions from their sources, which nobody does here;
    it takes half a second at each start.
    """
    from jupyterlab import commands

    if hasattr(commands, "_yarn_config"):
        nothing = {"yarn config": {}, "npm config": {}}
        commands._yarn_config = lambda _logger: nothing  # noqa: SLF001 it has no option


def _warm():
    """Load what the first page will ask of the server while the
    browser is still busy with its own start.
    """
    import nbformat

    with suppress(OSError):
        # compiles the schema of notebooks
        nbformat.read(_places.shipped_notebooks() / START, as_version=4)
    import jupyter_client.manager  # noqa: F401


def _warm_pages(folder):
    """Make the pages of a server at the usual address, which the first of them would wait for."""
    from course.hosts.pages.served import assets, pages

    assets()
    with suppress(CourseError):
        pages(folder.resolve(), "/doc/tree/").contents("", "")


def _served(*, edit):
    """(folder to serve, what was done there)."""
    if not edit:
        return prepare_folder()
    if not _places.in_clone():
        raise CourseError(
            "`--edit` opens the chapters of a clone, and this course was installed from a "
            "wheel; leave it out and edit "
            "the chapters in your own folder."
        )
    return _places.shipped_notebooks(), chapters.Laid()


def lab(*, browser=True, port=8888, edit=False, pages=False):
    """Serve JupyterLab until it is stopped. A taken port is no error: the next free one is used and
    printed.

    edit: serve the tracked chapters of a clone, for those who write them, in place of the reader's
    own. pages: open the chapters as pages, which the same server gives.
    """
    folder, done = _served(edit=edit)
    for sentence in done.told():
        print(sentence)  # noqa: T201 the reader's terminal
    with sockets_of_kernels() as runtime:
        _launch(folder, done, runtime, browser=browser, port=port, pages=pages)


def _launch(folder, done, runtime, *, browser, port, pages):
    check_runtime_folder()
    use_our_settings()
    os.environ.setdefault("JUPYTER_PLATFORM_DIRS", "1")
    ask_no_yarn()
    take_nothing_beside()
    convert_nothing()
    from jupyterlab.labapp import LabApp

    from course.hosts.jupyter.leaving import end_what_runs

    options = [
        f"--ServerApp.root_dir={folder}",
        f"--ServerApp.port={port}",
        "--ServerApp.port_retries=50",
        # The pages say: stop it with Ctrl+C. Jupyter would ask, wait five seconds and go on.
        # Nothing is lost by the stop: each answer is in its file.
        "--ServerApp.answer_yes=True",
        f"--LabApp.default_url={PAGES if pages else f'/doc/tree/{first_page(done)}'}",
        page_policy("'self'"),
        *private_talk(runtime),
    ]
    if not browser:
        options.append("--no-browser")
    if hasattr(os, "geteuid") and os.geteuid() == 0:
        options.append("--allow-root")  # containers and class images often run as root
    warm, told = (_warm_pages, [folder]) if pages else (_warm, [])
    threading.Thread(target=warm, args=told, daemon=True).start()
    LabApp.launch_instance(options)
    end_what_runs()

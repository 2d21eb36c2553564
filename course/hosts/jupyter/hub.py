"""The course on a hub: what JupyterHub starts for one student, in place of its own
`jupyterhub-singleuser`.

`python -m course.hosts.jupyter.hub` puts the chapters into the student's folder, takes the course's
settings, and starts. In a lecturer's server, STEEL_FRAME_CLASS names the class folder: formgrader
finds the class there, and there is a terminal for `course class`.
"""

import os
import sys
from pathlib import Path

from course import _places
from course.errors import CourseError
from course.hosts.jupyter.beside import leave_present_folder, take_nothing_beside
from course.hosts.jupyter.no_database import without_database
from course.hosts.jupyter.on_demand import on_demand
from course.hosts.jupyter.opening import (
    START,
    ask_no_yarn,
    check_runtime_folder,
    first_page,
    prepare_folder,
    start_lightly,
    use_our_settings,
)
from course.hosts.jupyter.sockets import sockets_of_kernels
from course.hosts.jupyter.strangers import convert_nothing, page_policy
from course.hosts.terminal import print_anything

__all__ = ["main", "options"]

# A kernel that nobody uses goes first, then the server: seconds. Answers are on disk, so nothing is
# lost.
IDLE_KERNEL, IDLE_SERVER = 1200, 3600


def _home_of_the_course():
    """On a hub the clone belongs to everybody: a student's own folder is in the home.
    Returns it, and what was done there.
    """
    os.environ.setdefault("STEEL_FRAME_HOME", str(Path.home() / "steel-frame"))
    return prepare_folder()


def options(folder, *, lecturer=False, page=START):
    """The server's options: it serves `folder` (a lecturer's: the home), opens a page there,
    and stops when idle.
    """
    start = "/lab" if lecturer else f"/doc/tree/{page}"
    return [
        f"--ServerApp.root_dir={folder}",
        f"--ServerApp.default_url={start}",
        f"--MappingKernelManager.cull_idle_timeout={IDLE_KERNEL}",
        "--MappingKernelManager.cull_interval=120",
        # Sockets, not ports: of kernels that start at once, two may draw the same free port, and
        # one of them dies.
        "--KernelManager.transport=ipc",
        page_policy("'none'"),  # as JupyterHub itself has it
        f"--ServerApp.shutdown_no_activity_timeout={IDLE_SERVER}",
    ]


def _class_folder():
    chosen = os.environ.get("STEEL_FRAME_CLASS")
    if not chosen:
        return None
    folder = _places.at_home(chosen, "STEEL_FRAME_CLASS")
    home = Path.home()
    if folder.is_dir() and not folder.resolve().is_relative_to(home.resolve()):
        raise CourseError(
            f"The class folder {folder} is outside {home}, where formgrader cannot show it; "
            "move it into the home."
        )
    return folder if folder.is_dir() else home  # not made yet: course class init comes first


def _serve():
    """Prepare and start; returns when the server stops."""
    (folder, done), lecture = _home_of_the_course(), _class_folder()
    use_our_settings(*([_places.lecturer_config()] if lecture else []))
    start_lightly()
    with on_demand("requests"):
        ask_no_yarn()  # the first that imports JupyterLab
    take_nothing_beside(*([lecture] if lecture else []))
    try:
        with without_database():
            from jupyterhub.singleuser.extension import main as start
    except ImportError:
        raise CourseError(
            "JupyterHub is not installed beside the course; install it there with: pip install "
            "jupyterhub."
        ) from None
    convert_nothing()
    os.chdir(lecture or folder)  # where nbgrader looks for a class, and puts what a student fetches
    with sockets_of_kernels(needed=True):
        check_runtime_folder()
        served = Path.home() if lecture else folder
        start([*options(served, lecturer=bool(lecture), page=first_page(done)), *sys.argv[1:]])


def main():
    """Start the server that the hub asked for; a fault is printed as its one sentence.
    Returns the exit code.
    """
    print_anything()
    leave_present_folder()
    try:
        _serve()
    except CourseError as error:
        print(error, file=sys.stderr)  # noqa: T201 the hub's log
        return 2
    return 0


if __name__ == "__main__":
    sys.exit(main())

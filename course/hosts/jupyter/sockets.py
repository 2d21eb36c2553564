"""How a server talks to its kernels: so that no other user of the machine can listen.

What a kernel says goes to whoever connects to its port, and any user of the machine may. A socket
lies in a folder that is its owner's alone; where there are none, the talk is encrypted.
"""

import os
import socket
import sys
import tempfile
from contextlib import contextmanager
from pathlib import Path

from course.errors import CourseError
from course.hosts.jupyter.encrypted import encrypted

__all__ = ["LONGEST_RUNTIME", "private_talk", "sockets_of_kernels"]

LONGEST_RUNTIME = (
    53  # of the 103 bytes that the path of a socket may have, /kernel-ID-ipc-1 takes 50
)
_OWN = "jupyter-"
_IPC = "--KernelManager.transport=ipc"


def _fits(folder):
    return len(os.fsencode(folder)) <= LONGEST_RUNTIME


def _short_place():
    """Where a private folder gets a path that is short enough: the temporary folder,
    on a Mac /tmp.
    """
    place = tempfile.gettempdir()
    return place if _fits(f"{place}/{_OWN}12345678") else "/tmp"  # noqa: S108 the folder made there is for its owner alone


def _can_listen(folder):
    """Can a socket be made there? Some file systems have none, and Windows' kernels use none."""
    if not hasattr(socket, "AF_UNIX") or sys.platform == "win32":
        return False
    place = Path(folder) / f"try-{os.getpid()}"
    try:
        with socket.socket(socket.AF_UNIX) as tried:
            tried.bind(str(place))
    except OSError:
        return False
    finally:
        place.unlink(missing_ok=True)
    return True


def private_talk(folder):
    """The options of a server whose runtime folder is `folder`."""
    if _fits(folder) and _can_listen(folder):
        return [_IPC]
    return [
        f"--{owner}.{option}={value}"
        for owner, told in encrypted().items()
        for option, value in told.items()
    ]


@contextmanager
def sockets_of_kernels(*, needed=False):
    """Name a runtime folder of the server's own, unless the site has named one; it goes when the
    block ends. Yields it.

    needed: raise CourseError if sockets have no room there, as on a hub, where two kernels may draw
        the same port.
    """
    given = os.environ.get("JUPYTER_RUNTIME_DIR")
    with tempfile.TemporaryDirectory(
        prefix=_OWN, dir=_short_place() if os.name == "posix" else None, ignore_cleanup_errors=True
    ) as own:
        folder = given or own
        if needed and not _fits(folder):
            raise CourseError(
                f"The path {folder} is too long for the sockets of kernels; name a folder of "
                f"at most {LONGEST_RUNTIME} letters in JUPYTER_RUNTIME_DIR."
            )
        os.environ["JUPYTER_RUNTIME_DIR"] = folder
        try:
            yield folder
        finally:
            if not given:
                os.environ.pop("JUPYTER_RUNTIME_DIR", None)

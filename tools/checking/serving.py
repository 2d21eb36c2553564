"""The course's own JupyterLab, started in an empty home as a newcomer's would be:
for the tests and the benchmark.
"""

import contextlib
import os
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from course.errors import CourseError

__all__ = ["answers", "served"]

SECONDS_TO_START = 60


def _free_port():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return free.getsockname()[1]


def answers(port):
    """Does anything listen on this port of this machine?"""
    with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=2):
        return True
    return False


def _sockets(folder):
    """Settings that give kernels sockets in `folder`: of ports drawn by servers side by side,
    two may be the same.
    """
    (Path(folder) / "jupyter_server_config.json").write_text(
        '{"KernelManager": {"transport": "ipc"}}', encoding="utf-8"
    )
    return {"JUPYTER_CONFIG_PATH": folder, "JUPYTER_RUNTIME_DIR": folder}


@contextlib.contextmanager
def served(home, folder=None, command=("course",)):
    """Run `course --no-browser` with `home` as the home and `folder` as the student's; yields its
    address.

    command: another of Python's modules and its options in place of `course`, such as ("jupyter",
        "lab").

    The token is `test`; what the server says stands in `home`/server.log. Raises CourseError if it
    does not start.
    """
    port, module = _free_port(), command[0]
    env = {name: value for name, value in os.environ.items() if not name.startswith("JUPYTER_")}
    env |= {"HOME": str(home), "STEEL_FRAME_HOME": str(folder or home), "JUPYTER_TOKEN": "test"}
    command = [sys.executable, "-m", *command, "--no-browser", "--port", str(port)]
    with (
        tempfile.TemporaryDirectory(prefix="jupyter-", ignore_cleanup_errors=True) as short,
        (home / "server.log").open("w", encoding="utf-8") as log,
    ):
        if (
            module != "course" and sys.platform == "linux"
            # the course has its own; elsewhere the path of a socket may be too long, or there is
            # none
        ):
            env |= _sockets(short)
        server = subprocess.Popen(command, stdout=log, stderr=log, env=env, start_new_session=True)
        try:
            end = time.monotonic() + SECONDS_TO_START
            while not answers(port):
                if server.poll() is not None or time.monotonic() > end:
                    raise CourseError(
                        "The server does not start; run `course --no-browser` to see why."
                    )
                time.sleep(0.1)
            yield f"http://127.0.0.1:{port}"
        finally:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(server.pid, signal.SIGTERM)
            try:
                server.wait(60)  # it ends what it is doing first, on a busy machine too
            except subprocess.TimeoutExpired:
                os.killpg(server.pid, signal.SIGKILL)  # nothing is left running
                server.wait()
                raise CourseError(
                    f"The server does not end when it is told to; see {home / 'server.log'}."
                ) from None

"""The course on one machine's JupyterHub. deploy/README.md says where this file goes; who may log in is yours to say.

The first four names are what to change.
"""

import contextlib
import itertools
import os
import socket
import sys
from pathlib import Path

LECTURERS = {}  # hub name -> class folder, such as {"amina": "~/class"}: gets formgrader and a terminal
MEMORY = (
    "1G"  # a student with one chapter takes about a quarter of it; each further open chapter a kernel more
)
PROCESSORS = 1.0
SECONDS_TO_START = 300  # when a whole class logs in at once on two cores, the last waits about a minute

# The Python that has the course: The Littlest JupyterHub keeps it apart from the hub's own.
_LITTLEST = Path("/opt/tljh/user/bin/python")
_PYTHON = os.environ.get("STEEL_FRAME_PYTHON") or str(_LITTLEST if _LITTLEST.exists() else sys.executable)

c = get_config()  # noqa: F821 the hub defines it

# The course's own start: chapters in the student's folder, slim settings, the start page, an end when idle.
c.Spawner.cmd = [_PYTHON, "-m", "course.lab.hub"]
c.Spawner.environment = {"STEEL_FRAME_CLASS": lambda spawner: LECTURERS.get(spawner.user.name, "")}

# Enforced by spawners that can: systemd's (The Littlest JupyterHub), Docker's. The plain local one cannot.
c.Spawner.mem_limit = MEMORY
c.Spawner.cpu_limit = PROCESSORS

c.Spawner.start_timeout = SECONDS_TO_START
c.Spawner.http_timeout = SECONDS_TO_START

_PORTS = itertools.cycle(range(20000, 32768))  # Linux hands out those above by itself


def _is_free(port):
    with contextlib.suppress(OSError), socket.socket() as tried:
        tried.bind(("", port))
        return True
    return False


def port_of_its_own(spawner):
    """The hub draws any free port; of a class that comes at once, two may draw the same before either server listens."""
    if spawner.port == 0:
        spawner.port = next(port for port in _PORTS if _is_free(port))


c.Spawner.pre_spawn_hook = port_of_its_own

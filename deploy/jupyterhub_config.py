"""The course on one machine's JupyterHub. deploy/README.md says where this file goes; who may log
in is yours to say.

The first four names are what to change.
"""

import os
import secrets
import socket
import sys
import time
from pathlib import Path

# hub name -> class folder, such as {"amina": "~/class"}: gets the page of the class, formgrader and
# a terminal
LECTURERS = {}
# a student with one kernel takes about a quarter of it; each chapter in which a cell is run is a
# kernel more
MEMORY = "1G"
PROCESSORS = 1.0
SECONDS_TO_START = (
    300  # when a whole class logs in at once on two cores, the last waits about a minute
)

# The Python that has the course: The Littlest JupyterHub keeps it apart from the hub's own.
_LITTLEST = Path("/opt/tljh/user/bin/python")
_PYTHON = os.environ.get("STEEL_FRAME_PYTHON") or str(
    _LITTLEST if _LITTLEST.exists() else sys.executable
)

c = get_config()  # noqa: F821 the hub defines it

# The course's own start: chapters in the student's folder, slim settings, the start page, an end
# when idle. -P: no file that lies in a home can stand in for a module. The same server has the
# chapters as pages, for phones:
# /user/NAME/steel-frame/, or /hub/user-redirect/steel-frame/ for whoever follows the link.
c.Spawner.cmd = [_PYTHON, "-P", "-m", "course.hosts.jupyter.hub"]
# A site's own names and its own hook stay: this adds to them.
c.Spawner.environment.update(
    {"STEEL_FRAME_CLASS": lambda spawner: LECTURERS.get(spawner.user.name, "")}
)

# Enforced by spawners that can: systemd's (The Littlest JupyterHub), Docker's. The plain local one
# cannot.
c.Spawner.mem_limit = MEMORY
c.Spawner.cpu_limit = PROCESSORS

c.Spawner.start_timeout = SECONDS_TO_START
c.Spawner.http_timeout = 120  # the hub asks so long, even where the server has failed
# A port is free again when its server has ended: stop sending the student there, before a neighbour
# listens on it.
c.Spawner.poll_interval = 5

_PORTS = range(20000, 32768)  # Linux hands out those above by itself
_TRIES = 500
_drawn = {}  # port: when; a server needs a while until it listens


def _is_free(port, address):
    """Does nobody answer there, and could a server begin to listen?"""
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    try:
        with socket.socket(family, socket.SOCK_STREAM) as asked:
            asked.settimeout(0.5)
            if asked.connect_ex((address, port)) == 0:
                return False
        for place in (address, ""):  # "" is every address of the machine
            with socket.socket(family, socket.SOCK_STREAM) as tried:
                tried.bind((place, port))
    except OSError:
        return False
    return True


def port_of_its_own(spawner):
    """Draw a port that nobody can guess, and that no other server was given.

    Whoever listens on a student's port before the student's server does can show the student a page
    of their own. And of a class that comes at once, two may draw the same port, if the hub draws,
    before either server listens.
    """
    if spawner.port not in (0, getattr(spawner, "drawn_port", 0)):
        return  # a container has all ports to itself
    now = time.monotonic()
    for port in [port for port, when in _drawn.items() if now - when > SECONDS_TO_START]:
        del _drawn[port]  # by now its server listens, or failed
    for port in secrets.SystemRandom().sample(_PORTS, min(_TRIES, len(_PORTS))):
        if port not in _drawn and _is_free(port, spawner.ip or "localhost"):
            _drawn[port] = now
            spawner.port = spawner.drawn_port = port
            return
    raise RuntimeError(
        f"No port from {_PORTS[0]} to {_PORTS[-1]} is free for a student's server; see with "
        "`ss -ltnp` who holds them."
    )


_before = c.Spawner.pre_spawn_hook if "pre_spawn_hook" in c.Spawner else None


def before_a_server_starts(spawner):
    """The site's own hook, which the hub waits for if it is to be waited for, once the server has
    its port.
    """
    port_of_its_own(spawner)
    return _before(spawner) if _before else None


c.Spawner.pre_spawn_hook = before_a_server_starts

"""A real JupyterHub on this machine, for the hub test and the measurement: npm's proxy, anybody may
log in, one process a student.
"""

import contextlib
import os
import shutil
import signal
import socket
import subprocess
import sys
import time

from course import _places
from course.errors import CourseError

__all__ = ["PROXY", "hub", "proxy"]

PROXY = "STEEL_FRAME_PROXY"  # names configurable-http-proxy, where it is not on the path
SECONDS_TO_START = 60

_CONFIG = """
c = get_config()
load_subconfig("jupyterhub_config.py", path={deploy!r})
c.JupyterHub.authenticator_class = "dummy"
c.Authenticator.allow_all = True
c.JupyterHub.spawner_class = "simple"
c.SimpleLocalProcessSpawner.home_dir_template = {homes!r}
c.JupyterHub.bind_url = "http://127.0.0.1:{ports[0]}"
c.JupyterHub.hub_port = {ports[1]}
c.ConfigurableHTTPProxy.api_url = "http://127.0.0.1:{ports[2]}"
c.ConfigurableHTTPProxy.command = {proxy!r}
c.JupyterHub.concurrent_spawn_limit = 0
c.Spawner.args = {args!r}
"""


def proxy():
    """The command of configurable-http-proxy. Raises CourseError if it is nowhere."""
    found = os.environ.get(PROXY) or shutil.which("configurable-http-proxy")
    if not found or not shutil.which("node"):
        raise CourseError(
            "configurable-http-proxy is missing: run `npm install --prefix FOLDER "
            "configurable-http-proxy@5` and name "
            f"FOLDER/node_modules/.bin/configurable-http-proxy in {PROXY}."
        )
    return [found]


def _free_ports(count):
    with contextlib.ExitStack() as stack:
        free = [stack.enter_context(socket.socket()) for _ in range(count)]
        for one in free:
            one.bind(("127.0.0.1", 0))
        return [one.getsockname()[1] for one in free]


def _answers(port):
    """Does the proxy pass a request on to the hub?"""
    with (
        contextlib.suppress(OSError),
        socket.create_connection(("127.0.0.1", port), timeout=2) as connection,
    ):
        connection.sendall(b"GET /hub/login HTTP/1.0\r\n\r\n")
        return connection.recv(64).split(b" ")[1:2] == [b"200"]
    return False


@contextlib.contextmanager
def hub(folder, more=""):
    """Run a hub as deploy/jupyterhub_config.py says; a student's home is `folder`/homes/NAME.
    Yields its address.

    more: lines of configuration that come last. What the hub and its servers say stands in
    `folder`/hub.log. Raises CourseError if the hub does not start. On leaving, everything that it
    started is stopped.
    """
    ports = _free_ports(3)
    root = hasattr(os, "geteuid") and os.geteuid() == 0
    (folder / "homes").mkdir(parents=True, exist_ok=True)
    config = folder / "jupyterhub_config.py"
    told = _CONFIG.format(
        deploy=str(_places.root() / "deploy"),
        homes=f"{folder}/homes/{{username}}",
        ports=ports,
        proxy=proxy(),
        args=["--allow-root"] if root else [],
    )
    config.write_text(told + more, encoding="utf-8")
    env = {n: v for n, v in os.environ.items() if not n.startswith(("JUPYTER", "STEEL_FRAME_"))}
    env["PATH"] = os.pathsep.join([os.path.dirname(sys.executable), env.get("PATH", "")])  # noqa: PTH120
    command = [sys.executable, "-m", "jupyterhub", "-f", str(config)]
    with (folder / "hub.log").open("w", encoding="utf-8") as log:
        running = subprocess.Popen(
            command, stdout=log, stderr=log, env=env, cwd=folder, start_new_session=True
        )
        try:
            end = time.monotonic() + SECONDS_TO_START
            while not _answers(ports[0]):
                if running.poll() is not None or time.monotonic() > end:
                    raise CourseError(f"The hub does not start; {folder / 'hub.log'} says why.")
                time.sleep(0.2)
            yield f"http://127.0.0.1:{ports[0]}"
        finally:
            _stop(running, folder)


def _stop(running, folder):
    """The hub stops its servers and its proxy when told to;
    what is left of them after that is killed by its own id.
    """
    from tools.checking.processes import of

    with contextlib.suppress(ProcessLookupError):
        running.send_signal(signal.SIGTERM)
    with contextlib.suppress(subprocess.TimeoutExpired):
        running.wait(60)
    left = [pid for home in (folder / "homes").glob("*") for pid in of(home)]
    for pid in left:
        with contextlib.suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)
    with contextlib.suppress(ProcessLookupError):
        os.killpg(running.pid, signal.SIGKILL)
    running.wait(20)

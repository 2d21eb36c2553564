"""What a hub is given: does it parse, and does it name only what is there?"""

import ast
import json
import re
import socket
import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from types import SimpleNamespace

import pytest
import yaml
from traitlets import Dict
from traitlets.config import Config, Configurable

from course import _places
from course.hosts.jupyter import hub
from course.hosts.jupyter.opening import use_our_settings

ROOT = _places.root()
DEPLOY = sorted(path for path in (ROOT / "deploy").iterdir() if path.is_file())
SETTINGS = [_places.lab_config(), _places.lecturer_config()]
# Brought by nbgrader, which a newcomer has not: the settings may name them all the same.
WITH_NBGRADER = ("nbgrader", "notebook")


def name(path):
    return path.relative_to(ROOT).as_posix()


def loaded(config=None):
    """The configuration as a hub loads it, after what a site has set: (its sections, its own
    names).
    """
    config = config or Config()
    told = {"get_config": lambda: config}
    path = ROOT / "deploy" / "jupyterhub_config.py"
    exec(compile(path.read_text(encoding="utf-8"), str(path), "exec"), told)
    return config, told


def test_the_hub_starts_the_course():
    """Does the configuration start a module that exists, by this Python where no other is named?"""
    command = loaded()[0].Spawner.cmd
    assert command[0] == sys.executable
    assert command[1:3] == ["-P", "-m"], "nothing in a student's home may stand in for a module"
    assert callable(import_module(command[3]).main)


def environment(config):
    """What a server of this hub is given, once a Spawner has read its configuration."""
    told = Config(Spawner={"environment": config.Spawner.environment})
    return Spawner(config=told).environment


class Spawner(Configurable):
    """What of JupyterHub's Spawner this file sets."""

    environment = Dict(config=True)


def test_what_a_site_has_set_stays():
    """Are a site's own names of the environment and its own hook kept, and the hook's answer given
    to the hub, which may have to wait for it?
    """
    theirs = Config()
    theirs.Spawner.environment = {"PROXY": "of the site"}
    theirs.Spawner.pre_spawn_hook = lambda one: f"for {one.name}"
    config, _ = loaded(theirs)
    assert set(environment(config)) == {"PROXY", "STEEL_FRAME_CLASS"}
    server = spawner(name="ali")
    assert config.Spawner.pre_spawn_hook(server) == "for ali"
    assert server.port, "and the server still gets a port of its own"


def test_a_lecturer_is_told_from_a_student():
    """Does only a lecturer's server get a class folder?"""
    config, told = loaded()
    told["LECTURERS"]["amina"] = "~/class"
    folder = environment(config)["STEEL_FRAME_CLASS"]
    assert folder(SimpleNamespace(user=SimpleNamespace(name="amina"))) == "~/class"
    assert folder(SimpleNamespace(user=SimpleNamespace(name="ali"))) == ""


def spawner(**settings):
    return SimpleNamespace(**{"port": 0, "ip": ""} | settings)


def test_each_server_gets_a_port_of_its_own():
    """Of a class that comes at once, do no two get the same port;
    and does a container keep the one it has?
    """
    hook = loaded()[0].Spawner.pre_spawn_hook
    spawners = [spawner() for _ in range(61)]
    for one in spawners:
        hook(one)
    assert len({one.port for one in spawners}) == 61
    docker = spawner(port=8888)  # a container has all ports to itself
    hook(docker)
    assert docker.port == 8888


def test_nobody_can_guess_a_port():
    """Are ports drawn at random, so that no other user of the machine can be there first;
    anew at each start?
    """
    first, second = ([], [])
    for ports in (first, second):
        hook, one = loaded()[0].Spawner.pre_spawn_hook, spawner()
        for _ in range(12):
            hook(one)
            ports.append(one.port)
    assert len(set(first)) == 12, (
        "a server that starts again must not come back to a port that was seen"
    )
    assert len(set(first) & set(second)) <= 1
    assert sorted(first) != first


@pytest.mark.parametrize("address", ["127.0.0.1", "0.0.0.0"])
@pytest.mark.parametrize("listens", [True, False])
@pytest.mark.parametrize("reuse", [True, False])
def test_a_port_that_somebody_holds_is_not_given(address, listens, reuse):
    """On the server's address or on all, listening or only waiting to,
    whatever the holder lets others do?
    """
    config, told = loaded()
    with socket.socket() as held:
        if reuse:
            held.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        held.bind((address, 0))
        if listens:
            held.listen()
        port = held.getsockname()[1]
        told["_PORTS"] = [port]
        with pytest.raises(RuntimeError, match=r"No port .* is free"):
            config.Spawner.pre_spawn_hook(spawner())
    one = spawner()
    config.Spawner.pre_spawn_hook(one)
    assert one.port == port


def test_the_values_start_the_same():
    """Do the values for Kubernetes parse, start the same module,
    and limit no less than one machine does?
    """
    values = yaml.safe_load((ROOT / "deploy" / "z2jh-values.yaml").read_text(encoding="utf-8"))
    config, _ = loaded()
    student = values["singleuser"]
    assert student["cmd"][1:] == config.Spawner.cmd[1:]
    assert student["memory"]["limit"] == config.Spawner.mem_limit
    assert student["cpu"]["limit"] == config.Spawner.cpu_limit
    ast.parse(values["hub"]["extraConfig"]["lecturers"])
    assert "could not be run" in (ROOT / "deploy" / "z2jh-values.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize("lecturer", [False, True])
def test_options_are_jupyters(lecturer):
    """Is each option that the hub's server gets one of the class it names?"""
    from jupyter_client.manager import KernelManager
    from jupyter_server.serverapp import ServerApp
    from jupyter_server.services.kernels.kernelmanager import MappingKernelManager

    classes = {one.__name__: one for one in (ServerApp, MappingKernelManager, KernelManager)}
    for option in hub.options(Path("/home/ali"), lecturer=lecturer):
        owner, trait = option.removeprefix("--").split("=")[0].split(".")
        assert trait in classes[owner].class_traits(config=True), f"{owner} has no option {trait}"


@pytest.mark.parametrize("folder", SETTINGS, ids=name)
def test_server_extensions_exist(folder):
    """Is each extension of the server that is switched on or off a module that is installed?"""
    told = json.loads((folder / "jupyter_server_config.json").read_text(encoding="utf-8"))
    for extension in told["ServerApp"]["jpserver_extensions"]:
        package = extension.split(".")[0]
        if package in WITH_NBGRADER and find_spec(package) is None:
            continue
        assert find_spec(extension), f"{name(folder)}: no server extension is called {extension}"


@pytest.mark.parametrize("folder", SETTINGS, ids=name)
def test_lab_extensions_exist(folder):
    """Is each extension of the page that is switched on or off one that JupyterLab has,
    or a package known beside it?
    """
    import jupyterlab

    static = Path(jupyterlab.__file__).parent / "static" / "package.json"
    known = set(json.loads(static.read_text(encoding="utf-8"))["jupyterlab"]["extensions"])
    known |= {"jupyterlab-plotly", "@jupyter/nbgrader", "jupyterlab_pygments"}
    known |= {"@jupyter-notebook/lab-extension", "@voila-dashboards/jupyterlab-preview"}
    told = json.loads((folder / "labconfig" / "page_config.json").read_text(encoding="utf-8"))
    for extension in told["disabledExtensions"]:
        assert extension.split(":")[0] in known, (
            f"{name(folder)}: no extension is called {extension}"
        )


@pytest.mark.parametrize("lecturer", [False, True])
def test_a_lecturers_page_has_what_a_students_has_not(lecturer, monkeypatch):
    """Are terminal and formgrader off in a student's JupyterLab, and on in a lecturer's?"""
    from jupyterlab_server.config import get_page_config

    monkeypatch.setenv("JUPYTER_CONFIG_PATH", "")
    monkeypatch.setenv("JUPYTER_PATH", "")
    use_our_settings(*([_places.lecturer_config()] if lecturer else []))
    off = set(get_page_config([])["disabledExtensions"])
    both = {"@jupyterlab/terminal-extension", "@jupyter/nbgrader:formgrader"}
    assert both & off == (set() if lecturer else both)
    assert "@jupyter/nbgrader:assignment-list" not in off


def test_no_secret_and_no_host():
    """Does no file for a hub hold a secret, or name a machine?"""
    secret = re.compile(
        r"(?i)https?://|\b\d{1,3}(?:\.\d{1,3}){3}\b|(?:token|secret|password|api_key)\w*\s*[=:]\s*\S"
    )
    faults = [
        f"{name(path)}: {found!r}; leave it to whoever runs the hub"
        for path in DEPLOY
        for found in secret.findall(path.read_text(encoding="utf-8"))
    ]
    assert not faults, "\n".join(faults)

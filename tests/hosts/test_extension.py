"""What does the course's server extension load, and when?"""

import os
import subprocess
import sys
from types import SimpleNamespace

import pytest

from course.hosts.front_ends import EXTENSION
from course.hosts.jupyter.switched_off import fetch_no_more

LOOP = SimpleNamespace(add_callback=lambda done, *told: done(*told))


@pytest.mark.process
def test_a_server_starts_lightly():
    """Does the extension load nothing that draws, reckons or makes widgets,
    until that is asked for?
    """
    code = "import sys, course.hosts.jupyter.extension; print(*sys.modules)"
    told = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = {
        "pandas",
        "numpy",
        "plotly",
        "ipywidgets",
        "anywidget",
        "mistune",
        "bs4",
        "bleach",
        "docx",
    }
    assert not heavy & set(told)


@pytest.mark.parametrize("is_found", [True, False])
def test_kernels_are_told_who_draws(is_found, monkeypatch, tmp_path):
    """Is a kernel told to give no widget's view only where JupyterLab's
    extension of the course is found, which draws?
    """
    from course.hosts.jupyter import extension

    if is_found:
        (tmp_path / "steel-frame").mkdir()
        (tmp_path / "steel-frame" / "package.json").write_text("{}", encoding="utf-8")
    monkeypatch.setenv(EXTENSION, "")
    monkeypatch.setattr(extension, "jupyter_path", lambda *_: [str(tmp_path)])
    app = SimpleNamespace(settings={"base_url": "/"}, add_handlers=lambda *_: None)
    manager = SimpleNamespace(register_pre_save_hook=lambda _: None, get=lambda _: {})
    extension.load(SimpleNamespace(web_app=app, contents_manager=manager, io_loop=LOOP))
    assert bool(os.environ[EXTENSION]) is is_found


@pytest.mark.parametrize("name", ["course.hosts.jupyter.extension", "course.hosts.jupyter.saving"])
def test_both_names_load_all_of_it_once(name, monkeypatch):
    """Does the name that earlier settings hold do the same, and both together no more?"""
    from importlib import import_module

    from course.hosts.jupyter import extension

    monkeypatch.delenv(EXTENSION, raising=False)
    monkeypatch.setattr(extension, "jupyter_path", lambda *_: [])
    hooks, routes = [], []
    manager = SimpleNamespace(register_pre_save_hook=hooks.append, get=lambda _: {})
    app = SimpleNamespace(
        settings={"base_url": "/user/ada/"}, add_handlers=lambda _, some: routes.extend(some)
    )
    server = SimpleNamespace(web_app=app, contents_manager=manager, io_loop=LOOP)
    [point] = import_module(name)._jupyter_server_extension_points()
    for module in (
        point["module"],
        "course.hosts.jupyter.saving",
        "course.hosts.jupyter.extension",
    ):
        import_module(module)._load_jupyter_server_extension(server)
    assert len(hooks) == 1
    assert all(route[0].startswith("/user/ada/steel-frame") for route in routes)
    assert EXTENSION not in os.environ  # no extension of JupyterLab's was found that would draw


@pytest.mark.process
def test_a_server_stays_light(tmp_path):
    """A reader opens pages, answers, and asks for a country's figures:
    does nothing that computes stay in the server?
    """
    code = """
import sys
import course.hosts.jupyter.extension
from course import _places
from course.hosts import keeping
from course.hosts.pages import served
from course.hosts.jupyter import memo_apart, modules_api
modules_api.offer(type("App", (), {"settings": {}}))
served.assets(), served.pages(_places.shipped_notebooks()).contents("", "")
one = next(one for one in keeping.items().values() if one["kind"] == "choice")
assert keeping.keep(one, {"answer": 0})["kept"] and keeping.shown()["lines"]
assert memo_apart.figures("KEN")["name"] == "Kenya"
print(*{"pandas", "numpy", "plotly", "ipywidgets", "anywidget", "IPython"} & set(sys.modules))
"""
    env = {**os.environ, "STEEL_FRAME_HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", code], env=env, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stdout.split() == [], (
        f"the server of every reader keeps {done.stdout.strip()}: load it later, or apart"
    )


def test_what_is_switched_off_is_not_fetched():
    """Is an extension of JupyterLab left out as a whole,
    its neighbours and single plugins not, after JupyterHub's word?
    """
    settings = {"page_config_hook": lambda handler, page: page | {"hubUser": handler}}
    fetch_no_more(settings)
    names = ["jupyterlab-plotly", "anywidget"]
    page = {
        "disabledExtensions": ["jupyterlab-plotly", "anywidget:plugin"],
        "federated_extensions": [{"name": name, "load": "static/remoteEntry.js"} for name in names],
    }
    given = settings["page_config_hook"]("ada", page)
    assert [one["name"] for one in given["federated_extensions"]] == ["anywidget"]
    assert given["hubUser"] == "ada"

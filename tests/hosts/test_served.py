"""What does a running server of the course give to a neighbour on the machine,
or to a stranger's notebook?
"""

import copy
import json
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from types import SimpleNamespace

import psutil
import pytest

from course.hosts.front_ends import VIEW
from course.hosts.jupyter.strangers import open_without_widgets, without_widgets
from tools.checking.serving import served

pytestmark = pytest.mark.process

STATE = "application/vnd.jupyter.widget-state+json"
ATTACK = {
    "cells": [
        {
            "cell_type": "code",
            "execution_count": 1,
            "id": "a",
            "metadata": {"trusted": True},  # what a file says of itself is not believed
            "outputs": [
                {
                    "output_type": "display_data",
                    "metadata": {},
                    "data": {
                        VIEW: {"model_id": "m", "version_major": 2, "version_minor": 0},
                        "text/plain": "A",
                    },
                }
            ],
            "source": "1",
        }
    ],
    "metadata": {
        "widgets": {
            STATE: {
                "version_major": 2,
                "version_minor": 0,
                "state": {
                    "m": {
                        "model_module": "anywidget",
                        "model_name": "AnyModel",
                        "model_module_version": "~0.9.*",
                        "state": {
                            "_esm": "export default {initialize() { document.title = 'ran' }}"
                        },
                    }
                },
            }
        }
    },
    "nbformat": 4,
    "nbformat_minor": 5,
}


@pytest.fixture(scope="module")
def course(tmp_path_factory):
    """A course that runs, and its reader's folder."""
    home = tmp_path_factory.mktemp("home")
    with served(home) as url:
        yield SimpleNamespace(url=url, folder=home)


def test_a_strangers_notebook_is_opened_without_its_widgets(course):
    """Is JavaScript that lies in a notebook as a saved widget kept from the browser,
    and the file left as it is?
    """
    path = course.folder / "attack.ipynb"
    path.write_text(json.dumps(ATTACK), encoding="utf-8")
    opened = _asked(course.url, "api/contents/attack.ipynb?type=notebook&content=1")["content"]
    assert "widgets" not in opened["metadata"]
    assert "_esm" not in json.dumps(opened)
    assert opened["cells"][0]["outputs"][0]["data"] == {"text/plain": "A"}
    assert json.loads(path.read_text(encoding="utf-8")) == ATTACK


def test_a_notebook_that_was_run_here_keeps_its_widgets():
    """Is another's widget that the reader ran, and Jupyter signed, restored as ever; and one
    without code not believed?
    """
    trusted = copy.deepcopy(ATTACK)
    assert without_widgets(copy.deepcopy(trusted)) == trusted
    trusted["cells"][0]["cell_type"] = "markdown"
    assert "widgets" not in without_widgets(trusted)["metadata"]
    assert without_widgets({}) == {}


def test_a_manager_that_answers_at_once_is_cleaned_too():
    """And are a folder, a text, and a notebook asked for without its content given as they are?"""
    found = {"type": "notebook", "content": copy.deepcopy(ATTACK)}
    found["content"]["cells"][0]["metadata"] = {}
    manager = SimpleNamespace(
        get=lambda path: {"a.ipynb": found}.get(path, {"type": "file", "content": path})
    )
    open_without_widgets(manager)
    assert "widgets" not in manager.get("a.ipynb")["content"]["metadata"]
    assert manager.get("b") == {"type": "file", "content": "b"}


@pytest.mark.parametrize(
    "page", ["nbconvert/html/attack.ipynb", "nbconvert/html/00-start-here.ipynb"]
)
def test_nothing_is_converted(course, page):
    """Can no template that lies beside a notebook be run by the server?"""
    with pytest.raises(urllib.error.HTTPError, match="404"):
        _asked(course.url, page)


@pytest.mark.parametrize("page", ["lab", "doc/tree/00-start-here.ipynb"])
def test_no_picture_comes_from_another_port(course, page):
    """Is the browser told to fetch pictures from the server alone,
    since another port would get its cookies?
    """
    with _reply(course.url, page) as reply:
        policy = reply.headers["Content-Security-Policy"]
    assert "img-src 'self' data: blob:;" in policy
    assert "frame-ancestors 'self'" in policy


def _reply(url, path, data=None):
    request = urllib.request.Request(
        f"{url}/{path}", data=data, headers={"Authorization": "token test"}
    )
    return urllib.request.urlopen(request, timeout=30)


def _asked(url, path, data=None):
    with _reply(url, path, data) as reply:
        return json.loads(reply.read())


def _ports(process):
    lines = process.net_connections(kind="inet")
    return {line.laddr.port for line in lines if line.status == psutil.CONN_LISTEN}


def _words(process):
    try:
        return process.cmdline()
    except psutil.Error:
        return []


@pytest.mark.skipif(sys.platform != "linux", reason="reads another process's ports")
def test_a_kernel_has_no_ports(course):
    """Does no port listen but the server's own, once a kernel of `course` runs?

    A kernel takes one by itself, into which its own children write; nothing comes out of it.
    """
    started = _asked(course.url, "api/kernels", b'{"name": "python3"}')
    port = int(course.url.rpartition(":")[2])
    end = time.monotonic() + 60
    while not (
        kernels := [p for p in psutil.process_iter() if started["id"] in " ".join(_words(p))]
    ):
        assert time.monotonic() < end
        time.sleep(0.1)
    [kernel] = kernels
    folder = Path(kernel.cmdline()[kernel.cmdline().index("-f") + 1]).parent
    while not list(folder.glob("kernel-*-ipc-*")):
        assert time.monotonic() < end, "no socket appeared"
        time.sleep(0.1)
    time.sleep(0.5)
    assert not folder.stat().st_mode & 0o077
    assert len(_ports(kernel)) <= 1
    assert _ports(kernel.parent()) == {port}

"""What a student's server loads with the first use, and not as it starts."""

import os
import subprocess
import sys
from types import ModuleType

import pytest

from course.hosts.jupyter.on_demand import on_demand


def told_by(code, **more):
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | more,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.split()


def test_the_name_is_the_real_module_again(tmp_path, monkeypatch):
    """Is nothing loaded within the block, the real module with the first use, and the same for
    whoever imports it afterwards?
    """
    (tmp_path / "sf_slow.py").write_text("answer = 42\n")
    monkeypatch.syspath_prepend(tmp_path)
    with on_demand("sf_slow"):
        import sf_slow as held
    assert "sf_slow" not in sys.modules
    assert held.answer == 42
    import sf_slow

    assert sf_slow is not held
    assert sf_slow.answer == 42
    monkeypatch.delitem(sys.modules, "sf_slow")


def test_what_was_loaded_before_stays(monkeypatch):
    """Is a module that somebody has loaded already left as it is?"""
    there = ModuleType("sf_there")
    monkeypatch.setitem(sys.modules, "sf_there", there)
    with on_demand("sf_there"):
        assert sys.modules["sf_there"] is there
    assert sys.modules["sf_there"] is there


@pytest.mark.process
def test_a_list_of_extensions_is_still_fetched():
    """Does a site that names a list of forbidden extensions get it, by the real requests?"""
    code = """
import http.server, sys, threading
from course.hosts.jupyter.on_demand import on_demand
with on_demand("requests"):
    import jupyterlab_server
print("requests" in sys.modules)

class Gives(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.end_headers()
        self.wfile.write(b'{"blocked_extensions": [{"name": "bad"}]}')
    def log_message(self, *_):
        pass

site = http.server.HTTPServer(("127.0.0.1", 0), Gives)
threading.Thread(target=site.serve_forever, daemon=True).start()
from jupyterlab_server.listings_handler import ListingsHandler, fetch_listings
import logging
ListingsHandler.blocked_extensions_uris = {f"http://127.0.0.1:{site.server_port}/"}
fetch_listings(logging.getLogger())
print(ListingsHandler.blocked_extensions[0]["name"], sys.modules["requests"].__name__)
"""
    assert told_by(code, NO_PROXY="127.0.0.1") == ["False", "bad", "requests"]


@pytest.mark.process
def test_who_has_answered_nothing_waits_for_no_question(tmp_path):
    """Does a page that opens load what the course asks only where there are answers, and does the
    first answer load it?
    """
    code = """
import sys
from course import _places
from course.hosts.jupyter import extension, answers_api as api
from course.items import answers

def loaded():
    kept = ("course.hosts.keeping", "course.capstone", "course.charts.pictures.scene")
    return sum(name in sys.modules for name in kept)

told = {"notebook": ""}
now = api._state(told, None, "")
print(loaded(), now["past"], now["lines"], now["unread"] == "")
api._keep({"item": ITEM, "answer": 0}, None, "")
now = api._state(told, None, "")
print(loaded(), list(now["past"]) == [ITEM], len(now["lines"]))
""".replace("ITEM", repr("classic-cipher"))
    said = told_by(code, STEEL_FRAME_HOME=str(tmp_path))
    assert said == ["0", "{}", "[]", "True", "2", "True", "1"]


@pytest.mark.hub
def test_a_students_server_loads_no_client_of_the_web():
    """Does a student's server start without requests and without the command of httpx, whose
    libraries colour a terminal; and does httpx itself still work?
    """
    code = """
import sys
from course.hosts.jupyter import hub
hub.start_lightly()
with hub.on_demand("requests"):
    hub.ask_no_yarn()
with hub.without_database():
    import jupyterhub.singleuser.extension
import jupyterlab.labapp, course.hosts.jupyter.extension
print(*filter(sys.modules.get, ("requests", "urllib3", "rich", "arrow", "uri_template")), "end")
import httpx
print(httpx.Client().timeout.connect)
"""
    assert told_by(code) == ["end", "5.0"]

"""Does a lecturer open a room on her own Jupyter server, as on a hub, and do phones join it without
a login, and strangers nothing else?
"""

import json
import os
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from http.cookiejar import CookieJar

import pytest

from course.interface.words import say

pytestmark = pytest.mark.process
PHONE = "a" * 32
# A server without the extensions of this environment, which take longer than all else.
ALONE = """
import sys
from jupyter_server.serverapp import ServerApp
server = ServerApp()
server.initialize(sys.argv[1:], find_extensions=False)
server.start()
"""


class Browser:
    """One who asks, with cookies of her own."""

    def __init__(self, base, origin):
        self.base, self.origin, self.jar = base, origin, CookieJar()
        self.opener = urllib.request.build_opener(urllib.request.HTTPCookieProcessor(self.jar))

    def ask(self, path, data=None, **headers):
        """(status, text, the address that answered)."""
        told = {"Origin": self.origin, **headers} if data is not None else headers
        asked = urllib.request.Request(self.base + path, data=data, headers=told)
        try:
            with self.opener.open(asked, timeout=60) as reply:
                return reply.status, reply.read().decode(), reply.url
        except urllib.error.HTTPError as error:
            with error:
                return error.code, error.read().decode(), error.url

    def send(self, path, **sent):
        kind = {"Content-Type": "application/json"}
        status, text, _ = self.ask(path, json.dumps(sent).encode(), **kind)
        return status, json.loads(text)


def listens(origin):
    """Does anything take a connection at http://HOST:PORT?"""
    host, port = origin.removeprefix("http://").split(":")
    with socket.socket() as ours:
        return ours.connect_ex((host, int(port))) == 0


@pytest.fixture
def server(tmp_path):
    """(address of the room, the log) of a Jupyter server below a path, as a hub gives it."""
    (tmp_path / "class" / "keys").mkdir(parents=True)
    env = {
        **os.environ, "STEEL_FRAME_HOME": str(tmp_path / "home"), "HOME": str(tmp_path),
        "STEEL_FRAME_CLASS": str(tmp_path / "class"), "JUPYTER_CONFIG_DIR": str(tmp_path / "none"),
    }  # fmt: skip
    log = tmp_path / "server.log"
    command = [sys.executable, "-c", ALONE, "--no-browser", "--allow-root", "--port=0"]
    command += ["--ServerApp.base_url=/user/a.mina/", "--IdentityProvider.token=test"]
    command += ["--ServerApp.jpserver_extensions={'course.live.on_server': True}"]
    with log.open("wb") as said:
        running = subprocess.Popen(command, stdout=said, stderr=said, env=env, cwd=tmp_path)
    try:
        end = time.monotonic() + 120
        while not (found := re.search(r"http://127\.0\.0\.1:\d+", log.read_text())):
            assert running.poll() is None, log.read_text()
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.1)
        while not listens(found[0]):  # it names its address before it listens there
            assert time.monotonic() < end, log.read_text()
            time.sleep(0.1)
        yield found[0], log, tmp_path
    finally:
        running.kill()
        running.wait()


def test_a_room_on_a_server(server):
    """Login, open, lead; join, vote, and the counts in the class folder: and nothing of the room
    for who has neither login nor key, nor a phone's number in the server's log?
    """
    origin, log, home = server
    base = f"{origin}/user/a.mina/steel-frame/live/"
    lecturer, stranger = Browser(base, origin), Browser(base, origin)
    assert "/login" in stranger.ask("")[2]
    assert stranger.ask("", b"")[0] == 403
    assert say("live.no_room") in stranger.ask("join")[1]
    status, page, _ = lecturer.ask("?token=test")
    assert (status, say("live.open_room") in page) == (200, True)
    xsrf = re.search(r'name="_xsrf" value="([^"]+)"', page)[1]
    status, page, at = lecturer.ask("", f"_xsrf={xsrf}".encode())
    assert (status, at) == (200, f"{base}lecturer")
    assert all(
        one.path == "/user/a.mina/steel-frame/live/" for one in lecturer.jar if "lect" in one.name
    )
    wall = lecturer.ask("room")[1]
    join = re.search(r'live-address">([^<]+)<', wall)[1]
    word = join.rsplit("/", 1)[1]
    assert join == f"{base.removeprefix('http://')}join/{word}"
    for path in ("lecturer", "lecturer/counts.csv", "room", "room/state"):
        assert stranger.ask(path)[0] == 403
    assert stranger.send("lecturer/do", event="end")[0] == 403
    assert stranger.ask(f"join/{word}/")[0] == 200
    assert stranger.ask(f"join/{word}/assets/phone.js")[0] == 200
    assert lecturer.send("lecturer/do", event="ask", question="classic-one-rule")[0] == 200
    assert stranger.send(f"join/{word}/vote", phone=PHONE, round=1, answer=1)[0] == 200
    assert stranger.send(f"join/{word}/vote", phone=PHONE, round=1, answer=1)[0] == 409
    forged = {"Content-Type": "application/json", "Origin": "http://evil.example"}
    assert stranger.ask(f"join/{word}/vote", b"{}", **forged)[0] == 403
    status, told = lecturer.send("lecturer/do", event="end")
    assert (status, told["answered"], told["of_class"]) == (200, 0, True)
    assert len(list((home / "class" / "live").glob("counts-*"))) == 2
    assert say("live.open_room") in lecturer.ask("")[1]
    assert PHONE not in log.read_text()

"""A room as `course live` serves it, in a process of its own, and what its phones do over HTTP."""

import http.client
import json
import os
import secrets
import signal
import subprocess
import sys
import time
from pathlib import Path

__all__ = ["LiveRoom", "phone"]

_START = 600  # seconds in which a room must answer: a busy machine is slow, not broken


def phone():
    """A number as a phone draws it."""
    return secrets.token_hex(16)


class LiveRoom:
    """A room whose files lie in `home`. It is started, killed and started again."""

    def __init__(self, home, port):
        self.home, self.port = Path(home), port
        self.process: subprocess.Popen[bytes] | None = None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_):
        self.kill()

    @property
    def base(self):
        return f"http://127.0.0.1:{self.port}"

    @property
    def file(self):
        """The file of events."""
        return self.home / "live" / "room.jsonl"

    @property
    def head(self):
        """Its first line: word and key."""
        with self.file.open(encoding="utf-8") as lines:
            return json.loads(lines.readline())

    @property
    def join(self):
        """Where a phone joins."""
        return f"{self.base}/join/{self.head['word']}/"

    def start(self):
        """Start it, and wait until it answers."""
        command = [sys.executable, "-m", "course", "live", "--no-browser"]
        command += ["--address", "127.0.0.1", "--port", str(self.port)]
        with (self.home / "said.txt").open("ab") as said:
            self.process = subprocess.Popen(
                command,
                stdout=said,
                stderr=said,
                env={**os.environ, "STEEL_FRAME_HOME": str(self.home)},
            )
        end = time.monotonic() + _START
        while time.monotonic() < end:
            try:
                return self.state()
            except OSError:
                if self.process.poll() is not None:
                    break
                time.sleep(0.05)
        self.kill()  # what did not answer in time must not outlive whoever waited
        raise TimeoutError((self.home / "said.txt").read_text(encoding="utf-8"))

    def kill(self):
        """As a power cut would, or kill -9."""
        if self.process is not None:
            self.process.send_signal(getattr(signal, "SIGKILL", signal.SIGTERM))
            self.process.wait()

    def asked(self, path, sent=None, **headers):
        """(status, reply) of a request; what is sent is sent as JSON."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            body = None if sent is None else json.dumps(sent)
            kind = {"Content-Type": "application/json"} if sent is not None else {}
            line.request("GET" if body is None else "POST", path, body, {**kind, **headers})
            reply = line.getresponse()
            return reply.status, json.loads(reply.read() or b"{}")
        except http.client.HTTPException as error:
            raise ConnectionError(str(error)) from error
        finally:
            line.close()

    def state(self):
        """What the wall is told."""
        return self.asked("/room/state")[1]

    def do(self, what, **more):
        """What the lecturer does."""
        cookie = {"Cookie": f"steel-frame-lecturer={self.head['key']}"}
        return self.asked("/lecturer/do", {"event": what, **more}, **cookie)

    def vote(self, number, answer, voter):
        """A phone's answer; raises OSError if nobody takes it."""
        path = f"/join/{self.head['word']}/vote"
        return self.asked(path, {"phone": voter, "round": number, "answer": answer})

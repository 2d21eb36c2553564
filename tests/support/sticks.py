"""A bundle on a stick, in a computer that has just one Python."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import bundles
import pytest

from course.hosts.bundle import start

__all__ = ["WORDS", "Stick", "plugged_in", "unzipped"]

WORDS = "a stick, کورس"  # a path with spaces, a comma and Urdu letters


class Stick:
    """An unzipped bundle, a home and a computer with just one Python:
    `start` starts the course as a student would.
    """

    def __init__(self, root, home):
        self.root, self.home = root, home
        self.chapters, self.software = home / "steel-frame", home / "steel-frame-software"

    def run(self, command, **environment):
        env = {
            "HOME": str(self.home),
            "USERPROFILE": str(self.home),
            "PATH": os.environ["PATH"],
        } | environment
        return subprocess.run(
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            env=env,
            timeout=60,
            check=False,
        )

    def start(self, *arguments, **environment):
        return self.run(
            [sys.executable, str(self.root / "start" / "start.py"), *arguments], **environment
        )

    def opened(self, *arguments, **environment):
        """How the course was opened."""
        done = self.start(*arguments, **environment)
        assert done.returncode == 0, done.stderr
        return json.loads(done.stdout.splitlines()[-1])

    def refused(self, *arguments, **environment):
        """The one sentence that it said in place of starting."""
        done = self.start(*arguments, **environment)
        assert done.returncode == 1, done.stdout
        assert done.stderr.count("\n") == 1, done.stderr
        return done.stderr

    def installed(self):
        """What the installer was called with, each time."""
        note = self.home / "pip-was-called.jsonl"
        return (
            list(map(json.loads, note.read_text(encoding="utf-8").splitlines()))
            if note.exists()
            else []
        )

    def change(self, **contents):
        """Give start/contents.json other entries, as somebody would who makes such a bundle:
        the list knows it.
        """
        path = self.root / start.CONTENTS
        self.put(json.dumps(json.loads(path.read_text(encoding="utf-8")) | contents))

    def put(self, told):
        """Give start/contents.json another text, and the list its checksum."""
        path, sums = self.root / start.CONTENTS, self.root / "SHA256SUMS"
        old = hashlib.sha256(path.read_bytes()).hexdigest()
        path.write_text(told, encoding="utf-8")
        new = hashlib.sha256(path.read_bytes()).hexdigest()
        sums.write_text(sums.read_text(encoding="utf-8").replace(old, new), encoding="utf-8")

    def everything(self):
        return {p: p.stat().st_mtime_ns for p in self.root.rglob("*")}


def unzipped(folder):
    """The smallest bundle, made and unzipped in a folder; returns its root,
    from which `plugged_in` copies.
    """
    with pytest.MonkeyPatch.context() as monkeypatch:
        path = bundles.made(monkeypatch, folder)
    root = bundles.unzipped(path, folder / "unzipped")
    for name in ("datasets", "notebooks"):  # what does not matter here
        shutil.rmtree(root / name)
    return root


def plugged_in(root, folder):
    """A Stick with a copy of `root`, under a path that is hard to quote, and an empty home."""
    copy = Path(shutil.copytree(root, folder / WORDS / "steel-frame"))
    home = folder / "گھر of a student"
    home.mkdir()
    return Stick(copy, home)

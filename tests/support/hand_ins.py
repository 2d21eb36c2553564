"""An exchange and what is handed in there, for tests of whoever collects it."""

import os
from datetime import UTC, datetime

import pytest

from course.classroom.cycle import inbound, stamps
from course.classroom.cycle.collecting import Collector
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.told import Told

__all__ = [
    "ME",
    "NAME",
    "called",
    "collector",
    "exchange",
    "found",
    "handed",
    "now",
    "taken",
]

pwd = pytest.importorskip("pwd", reason="nbgrader has no exchange on Windows")
NAME = "1-classic"
ME = pwd.getpwuid(os.geteuid()).pw_name


def exchange(home):
    """An exchange with the inbound folder of the class `c`."""
    (home / "exchange" / "c" / "inbound").mkdir(parents=True)
    return home / "exchange"


def now():
    return datetime.now(UTC)  # of the test, not of the run, which may have begun long before


def called(student=ME, at=None):
    return f"{student}+{NAME}+{stamps.written(at or now())}+x"


def handed(place, folder=None, answers=b'{"a":1}\n', **files):
    """A hand-in in the inbound folder; returns its path."""
    path = place / "c" / "inbound" / (folder or called())
    path.mkdir()
    for name, raw in {"answers.jsonl": answers, "submission_secret.txt": b"0a", **files}.items():
        if raw is not None:
            (path / name).write_bytes(raw)
    return path


def found(place):
    with inbound.opened(place, "c") as one:
        return inbound.entries(one, NAME)


def taken(place):
    with inbound.opened(place, "c") as one:
        return inbound.take(one, inbound.entries(one, NAME)[0][0], NAME)


def collector(tmp_path, place):
    """A function that collects into a class folder and returns (folder, Told)."""
    home = tmp_path / "class"
    (home / "keys").mkdir(parents=True)
    (home / "nbgrader_config.py").write_text("", encoding="utf-8")
    folder = Folder(home)

    def collect():
        told = Told(folder, "collect", NAME)
        with inbound.opened(place, "c") as one:
            Collector(folder, NAME, one, told).fetch_all(inbound.entries(one, NAME)[0])
        return folder, told

    return collect

"""The student's answers: one JSON line each in answers.jsonl, appended, never rewritten.

A line is identified by (device, n). Here a device is one running kernel: its name is drawn once, so two notebooks
that write at the same time cannot use the same number twice. datasets/schemas/answer.json is the contract.
"""

import json
import os
import secrets
import threading
from datetime import UTC, datetime

from course import _places
from course.errors import CourseError

__all__ = ["append", "latest", "read"]

_device = secrets.token_hex(4)
_lock = threading.Lock()
_written = 0


def append(*, item, kind, answer, score, seconds=None, mode="practice"):
    """Append one answer and flush it to disk; returns the line as a dict.

    score is 0, 0.5, 1 or None (a person marks it). seconds counts from first sight to the answer.
    Raises CourseError with the cure if the file cannot be written.
    """
    global _written  # noqa: PLW0603 one counter a process, guarded by the lock
    path = _places.answers_file()
    with _lock:
        line = {
            "v": 1,
            "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "device": _device,
            "n": _written + 1,
            "item": item,
            "kind": kind,
            "answer": answer,
            "score": score,
            "mode": mode,
            "seconds": seconds,
        }
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            _write(path, json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n")
        except OSError:
            raise CourseError(
                f"Your answer could not be kept: {path} cannot be written; free some space or set STEEL_FRAME_HOME "
                "to a folder you may write to, then start the course again."
            ) from None
        _written += 1
    return line


def _write(path, raw):
    """One write at the end of the file; a torn last line, from a power cut, is closed off first."""
    with path.open("a+b") as file:
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                raw = b"\n" + raw
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())


def read(path=None):
    """All complete lines, oldest first. A torn or foreign line is passed over and stays in the file."""
    path = path or _places.answers_file()
    try:
        raw = path.read_bytes()
    except OSError:
        return []
    lines = []
    for part in raw.split(b"\n"):
        try:
            line = json.loads(part)
        except ValueError:
            continue
        if isinstance(line, dict) and {"at", "device", "n", "item", "answer"} <= line.keys():
            lines.append(line)
    return sorted(lines, key=lambda line: (str(line["at"]), str(line["device"]), str(line["n"]).zfill(9)))


def latest(items):
    """The newest answer to each of `items` that has one: {item: line}."""
    wanted = set(items)
    return {line["item"]: line for line in read() if line["item"] in wanted}

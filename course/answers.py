"""The student's answers: one JSON line each in answers.jsonl, appended, never rewritten.

A line is identified by (device, n). Here a device is one running kernel: its name is drawn once, so two notebooks
that write at the same time cannot use the same number twice. datasets/schemas/answer.json is the contract. Copies
from several machines merge by the union of their lines, whatever the order.
"""

import hashlib
import json
import os
import secrets
import threading
from datetime import UTC, datetime

from course import _places
from course.errors import CourseError

__all__ = [
    "append",
    "as_raw",
    "bring_in",
    "forget",
    "latest",
    "lines_of",
    "merged",
    "read",
    "shelf",
    "take_along",
]

_device = secrets.token_hex(4)
_lock = threading.Lock()
_written = 0


def append(*, item, kind, answer, score, seconds=None, mode="practice", path=None):
    """Append one answer and flush it to disk; returns the line as a dict.

    score is 0, 0.5, 1 or None (a person marks it). seconds counts from first sight to the answer. path: an
    assignment's own file; else the student's. Raises CourseError with the cure if the file cannot be written.
    """
    global _written  # noqa: PLW0603 one counter a process, guarded by the lock
    path = path or _places.answers_file()
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
            _write(path, as_raw(line))
        except OSError:
            raise _not_kept(path) from None
        _written += 1
    return line


def shelf(path=None):
    """Twelve letters that tell one answers file from another; a page marks its drafts with them. path: as in `append`."""
    place = str((path or _places.answers_file()).absolute())
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _not_kept(path):
    return CourseError(
        f"Your answer could not be kept: {path} cannot be written; free some space or set STEEL_FRAME_HOME "
        "to a folder you may write to, then start the course again."
    )


def as_raw(line):
    """The line as it stands in a file. Half a character, which a browser may send, is written as an escape."""
    try:
        return json.dumps(line, ensure_ascii=False).encode("utf-8") + b"\n"
    except UnicodeEncodeError:
        return json.dumps(line).encode("ascii") + b"\n"


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


def _order(line):
    return str(line["at"]), str(line["device"]), str(line["n"]).zfill(9)


def lines_of(raw):
    """Every complete line in the bytes of a file, oldest first. A torn or foreign line is passed over."""
    lines = []
    for part in raw.split(b"\n"):
        try:
            line = json.loads(part)
        except (ValueError, RecursionError):
            continue
        if isinstance(line, dict) and {"at", "device", "n", "item", "answer"} <= line.keys():
            lines.append(line)
    return sorted(lines, key=_order)


def read(path=None):
    """All complete lines, oldest first. A torn or foreign line is passed over and stays in the file."""
    try:
        return lines_of((path or _places.answers_file()).read_bytes())
    except OSError:
        return []


def _named(lines):
    """{(device, n): line}. Of two lines with one name, which only a meddled file holds, the later in words is kept."""
    named = {}
    for line in lines:
        name = str(line["device"]), str(line["n"])
        if name not in named or json.dumps(named[name], sort_keys=True) < json.dumps(line, sort_keys=True):
            named[name] = line
    return named


def merged(*copies):
    """The union of the lines of several files (bytes each) as the bytes of one: the same in whatever order they come."""
    named = _named([line for raw in copies for line in lines_of(raw)])
    return b"".join(
        map(
            as_raw, sorted(named.values(), key=lambda line: (*_order(line), json.dumps(line, sort_keys=True)))
        )
    )


def bring_in(raw, path=None):
    """Append the lines of another copy (bytes) that the file lacks; returns how many. Nothing in the file is changed.

    path: the file to add to; else the student's. Raises CourseError if the copy holds no answer at all, or if the file cannot be written.
    """
    theirs = _named(lines_of(raw))
    if not theirs:
        raise CourseError("That file holds no answers; choose the answers.jsonl that you took with you.")
    path = path or _places.answers_file()
    with _lock:
        ours = _named(read(path))
        new = [line for name, line in theirs.items() if name not in ours]
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            if new:
                _write(path, b"".join(map(as_raw, new)))
        except OSError:
            raise _not_kept(path) from None
    return len(new)


def take_along():
    """Every line of the file as the bytes of a file to carry elsewhere."""
    try:
        return merged(_places.answers_file().read_bytes())
    except OSError:
        return b""


def forget():
    """Delete the answers file. Raises CourseError if it cannot be deleted."""
    path = _places.answers_file()
    with _lock:
        try:
            path.unlink(missing_ok=True)
        except OSError:
            raise CourseError(
                f"{path} cannot be deleted; close it in other programs and delete it by hand."
            ) from None


def latest(items, path=None):
    """The newest answer to each of `items` that has one: {item: line}."""
    wanted = set(items)
    return {line["item"]: line for line in read(path) if line["item"] in wanted}

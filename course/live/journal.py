"""The file of a room: one event a line, appended before anybody is told that it happened.

The first line says which room it is. A process that is killed leaves at most a torn last line,
which nobody was told of; it is cut off at the next start, and that is said.
"""

import json
import os
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from course.doors.shapes import is_object
from course.errors import CourseError

__all__ = ["Journal", "Opened"]

_CLOSED = -1
MOST = 50_000_000  # bytes; an hour of two hundred phones writes less than one of these millions


@dataclass(frozen=True)
class Opened:
    """What a file held: its first line, the events behind it, and how many lines could not be
    read.
    """

    head: dict
    events: list
    torn: bool
    unread: int


def _line(event):
    return json.dumps(event, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"


def _parsed(line):
    try:
        found = json.loads(line)
    except (ValueError, RecursionError):
        return None
    return found if is_object(found) else None


class Journal:
    """The file at `path`, for one process at a time."""

    def __init__(self, path):
        self.path = Path(path)
        self._file = _CLOSED
        self._unsafe = False

    def opened(self):
        """The room that the file holds (Opened), or None if there is none.
        What was torn is cut off. Then events can be appended.
        """
        self._open()
        whole, last_end = self._whole()
        lines = [_parsed(line) for line in whole.split(b"\n")[:-1]]
        if not lines:
            return None
        if lines[0] is None or "room" not in lines[0]:
            raise CourseError(
                f"{self.path} holds no room; give it another name and run `course live` again."
            )
        size = os.fstat(self._file).st_size
        if size > last_end:
            os.ftruncate(self._file, last_end)
        events = [line for line in lines[1:] if line is not None]
        return Opened(lines[0], events, size > last_end, lines[1:].count(None))

    def _open(self):
        flags = os.O_RDWR | os.O_CREAT | os.O_APPEND
        flags |= getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
        try:
            self.path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            self._file = os.open(self.path, flags, 0o600)
        except OSError:
            raise CourseError(
                f"The room's file {self.path} cannot be written; set STEEL_FRAME_HOME to a folder "
                "of your own and run `course live` again."
            ) from None

    def _whole(self):
        """The bytes up to the last line's end, and where that is."""
        os.lseek(self._file, 0, os.SEEK_SET)
        parts = []
        while part := os.read(self._file, 1 << 20):
            parts.append(part)
            if len(parts) > MOST >> 20:
                raise CourseError(
                    f"{self.path} is larger than any room; give it another name and run "
                    "`course live` again."
                )
        raw = b"".join(parts)
        end = raw.rfind(b"\n") + 1
        return raw[:end], end

    def begin(self, head):
        """Begin anew with a first line (a dict); whatever was there is gone."""
        if self._file == _CLOSED:
            self._open()
        os.ftruncate(self._file, 0)
        self.append({**head, "at": int(time.time())})
        self.settle()

    def append(self, event):
        """Write one event (a dict). It is the system's once this returns: whoever kills the
        process loses nothing. A fault of the disk raises OSError, and nothing is left half.
        """
        line = _line(event)
        before = os.fstat(self._file).st_size
        try:
            written = os.write(self._file, line)
        except OSError:
            written = -1
        if written != len(line):
            with suppress(OSError):
                os.ftruncate(self._file, before)
            raise OSError(self.path)
        self._unsafe = True

    def settle(self):
        """Ask the disk for what was appended: against a power cut, now and then."""
        if self._unsafe and self._file != _CLOSED:
            self._unsafe = False
            with suppress(OSError):
                os.fsync(self._file)

    def remove(self):
        """The room is over: its numbers of phones go with the file."""
        self.close()
        self.path.unlink(missing_ok=True)

    def close(self):
        """Let go of the file."""
        if self._file != _CLOSED:
            os.close(self._file)
            self._file, self._unsafe = _CLOSED, False

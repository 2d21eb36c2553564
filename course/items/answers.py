"""The student's answers: one JSON line each in answers.jsonl, appended, never rewritten.

A line is identified by (device, n). Here a device is one running kernel: its name is drawn once, so
two notebooks that write at the same time cannot use the same number twice.
datasets/schemas/answer.json is the contract; lines.py reads it. Copies from several machines merge
by the union of their lines; the order of the file is that of the answers.
"""

import hashlib
import os
import secrets
import threading
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Literal

from course import _places
from course.doors import contracts, plain_files
from course.doors.shapes import Json
from course.errors import CourseError
from course.items.lines import (
    Line,
    as_file,
    as_raw,
    is_in_other_signs,
    is_line,
    lines_of,
    meet,
    parsed,
)

__all__ = [
    "MOST_BYTES",
    "append",
    "as_file",
    "as_raw",
    "begun",
    "bring_in",
    "forget",
    "latest",
    "lines_of",
    "passed_over",
    "read",
    "shelf",
    "take_along",
]

# a course's answers take some hundred thousand; a memo that is kept 2,000 times, as many
MOST_BYTES = 50_000_000

OTHER_SIGNS = (
    "was saved by an editor with other signs than the course writes (UTF-16, or lines that end "
    "otherwise); open it in "
    "that editor and save it as UTF-8 with LF, which loses nothing."
)

_device = secrets.token_hex(4)
_lock = threading.Lock()
_written = 0


def append(
    *,
    item: str,
    kind: str,
    answer: Json,
    score: float | None,
    seconds: float | None = None,
    mode: Literal["practice", "graded"] = "practice",
    path: Path | None = None,
) -> Line:
    """Append one answer and flush it to disk; returns the line as a dict.

    score is 0, 0.5, 1 or None (a person marks it). seconds counts from first sight to the answer.
    path: an assignment's own file; else the student's. Half a character, which a page may send, is
    kept as U+FFFD. Raises CourseError with the cure if the answer breaks the contract or the file
    cannot be written.
    """
    global _written  # noqa: PLW0603 one counter a process, guarded by the lock
    path = path or _places.answers_file()
    with _lock:
        line: Line = {
            "v": 1,
            "at": datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"),
            "device": _device,
            "n": _written + 1,
            "item": item,
            "kind": kind,
            "answer": contracts.whole(answer),
            "score": score,
            "mode": mode,
            "seconds": seconds,
        }
        if not is_line(line):
            raise CourseError("That text is too long to be kept; shorten it and keep it again.")
        _put(path, [line])
        _written += 1
    return line


def shelf(path: Path | None = None) -> str:
    """Twelve letters that tell one answers file from another;
    a page marks its drafts with them. path: as in `append`.
    """
    place = str((path or _places.answers_file()).absolute())
    return hashlib.sha256(place.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _put(path: Path, lines: Sequence[Line]) -> None:
    """Write lines at the end of the file, and its folder if it is not there;
    both are for the student alone.
    """
    try:
        path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        _check_ours(path)
        # two kinds of signs in one file could no longer be told apart
        with suppress(FileNotFoundError):
            if is_in_other_signs(plain_files.read(path, MOST_BYTES)):
                raise CourseError(f"Your answer could not be kept: {path} {OTHER_SIGNS}")
        plain_files.append(path, as_file(lines), MOST_BYTES)
    except plain_files.UnreadableError as error:
        raise CourseError(f"Your answer could not be kept: {_unread(path, error)}") from None
    except OSError:
        raise CourseError(
            f"Your answer could not be kept: {path} cannot be written; free some space or set "
            "STEEL_FRAME_HOME "
            "to a folder you may write to, then start the course again."
        ) from None


def _check_ours(path: Path) -> None:
    """Raise UnreadableError for a file of another user's,
    or a link to a file that is not one of answers alone.
    """
    if not path.exists():
        return
    if plain_files.is_anothers(path):
        raise plain_files.UnreadableError("belongs to another user")
    if path.is_symlink() and not _leads_to_answers(path):
        raise plain_files.UnreadableError("leads to a file that holds other things than answers")


def _leads_to_answers(path: Path) -> bool:
    """Does a link lead to a file that is empty,
    or holds answers and torn lines of answers alone?
    """
    raw = plain_files.read(path, MOST_BYTES)
    parts = [part for part in raw.split(b"\n") if part.strip()]
    return not parts or (bool(parsed(raw)) and all(part.startswith(b'{"') for part in parts))


def _unread(path: Path, error: plain_files.UnreadableError) -> str:
    return (
        f"{path} {error}; give it another name, which loses nothing, and the course begins a new "
        "file."
    )


def _raw(path: Path, *, ours: bool = False) -> bytes:
    """The bytes of the file; none if there is no file. Raises CourseError if what is there cannot
    be read.

    ours: or if it is not the student's own.
    """
    try:
        if ours:
            _check_ours(path)
        raw = plain_files.read(path, MOST_BYTES)
    except FileNotFoundError:
        return b""
    except plain_files.UnreadableError as error:
        raise CourseError(f"Earlier answers could not be read: {_unread(path, error)}") from None
    if is_in_other_signs(raw):
        raise CourseError(f"Earlier answers could not be read: {path} {OTHER_SIGNS}")
    return raw


def begun() -> bool:
    """Is there a file of the student's answers, whatever it holds?"""
    return os.path.lexists(_places.answers_file())


def read(path: Path | None = None) -> list[Line]:
    """All lines, oldest first. A torn or foreign line is passed over and stays in the file.

    No file is no answers; one that is there and cannot be read raises CourseError.
    """
    return lines_of(_raw(path or _places.answers_file(), ours=path is None))


def passed_over() -> int:
    """How many lines of the student's file are torn, foreign or hostile.
    Raises CourseError as `read` does.
    """
    raw = _raw(_places.answers_file(), ours=True)
    return sum(1 for part in raw.split(b"\n") if part.strip()) - len(parsed(raw))


def bring_in(raw: bytes, path: Path | None = None) -> int:
    """Append the lines of another copy (bytes) that the file lacks; returns how many. Nothing in
    the file is changed.

    An older answer stays older: where the file's own newest answer must stay the newest, its line
    is written once more (lines.meet). path: the file to add to; else the student's. Raises
    CourseError if the copy holds no answer at all, or if the file cannot be read or written.
    """
    theirs = lines_of(raw)
    if is_in_other_signs(raw):
        raise CourseError(f"That file {OTHER_SIGNS}")
    if not theirs:
        raise CourseError(
            "That file holds no answers; choose the answers.jsonl that you took with you."
        )
    path = path or _places.answers_file()
    with _lock:
        missing, again = meet(read(path), theirs, datetime.now(UTC))
        if missing or again:
            _put(path, [*missing, *again])
    return len(missing)


def take_along() -> bytes:
    """Every line of the file once, in its order, as the bytes of a file to carry elsewhere.
    Raises as `read` does.
    """
    return as_file(read())


def forget() -> None:
    """Delete the answers file, and what it leads to if it is a link to a file of answers alone.

    Raises CourseError if it cannot be deleted.
    """
    path = _places.answers_file()
    with _lock:
        try:
            if path.is_symlink() and path.is_file() and _leads_to_answers(path):
                path.resolve().unlink()
            path.unlink(missing_ok=True)
        except OSError:
            raise CourseError(
                f"{path} cannot be deleted; close it in other programs and delete it by hand."
            ) from None


def _any(_line: Line) -> bool:
    return True


def latest(
    items: Iterable[str], path: Path | None = None, *, fits: Callable[[Line], bool] = _any
) -> dict[str, Line]:
    """The newest line of each of `items` that has one which `fits` (a function of a line):
    {item: line}.
    """
    wanted = set(items)
    return {line["item"]: line for line in read(path) if line["item"] in wanted and fits(line)}

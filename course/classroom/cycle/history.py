"""The history of marks that a person changed: marks/NAME-changes.jsonl, a line a change. Lines are
added, and never taken away.
"""

import json
import math
from collections.abc import Iterable
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from course.classroom.cycle.whole import write_bytes
from course.doors import plain_files
from course.doors.shapes import is_object
from course.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

    from course.classroom.cycle.folder import Folder

__all__ = ["Change", "add", "path_of", "read", "standing"]

_MOST = 5_000_000
_VAST = 1e6


def _now() -> str:
    return datetime.now(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")


@dataclass(frozen=True)
class Change:
    """One change. was, now: points, None for a mark that was not there; told: does the student's
    page say it, with the reason? text: the print of the marked text, "" for a question; at: when,
    in UTC.
    """

    student: str
    item: str
    was: float | None
    now: float
    reason: str
    told: bool = False
    text: str = ""
    at: str = field(default_factory=_now)


def path_of(folder: "Folder", name: str) -> "Path":
    """The file of the assignment `name`."""
    return folder.path / "marks" / f"{name}-changes.jsonl"


def _raw(path: "Path") -> bytes:
    try:
        return plain_files.read(path, _MOST)
    except FileNotFoundError:
        return b""
    except OSError as error:
        raise CourseError(
            f"{path} {error}; put it back from your own backup, since it holds why marks were "
            "changed."
        ) from None


def _is_points(value: object) -> bool:
    return isinstance(value, int | float) and type(value) is not bool and abs(value) < _VAST


def _change(line: bytes) -> Change | None:
    """The change of a line; None if the line is none of ours."""
    try:
        held: Any = json.loads(line.decode())
    except (ValueError, RecursionError):
        return None
    words = ("at", "student", "item", "reason", "text")
    whole = (
        is_object(held)
        and all(isinstance(held.get(word), str) for word in words)
        and isinstance(held.get("told"), bool)
        and _is_points(held.get("now"))
        and (held.get("was") is None or _is_points(held["was"]))
    )
    if not whole:
        return None
    known: dict[str, Any] = {word: held[word] for word in (*words, "was", "now", "told")}
    return Change(**known)


def read(folder: "Folder", name: str) -> list[Change]:
    """All changes, the oldest first. Raises CourseError, naming the line, if one is damaged."""
    path, found = path_of(folder, name), list[Change]()
    for number, line in enumerate(_raw(path).splitlines(), 1):
        change = _change(line)
        if change is None:
            raise CourseError(
                f"Line {number} of {path} is damaged, and it says why a mark was changed; put the "
                "file back from copies/ or from your own backup."
            )
        found.append(change)
    return found


def add(folder: "Folder", name: str, changes: Iterable[Change]) -> bytes:
    """Add changes, in one move; returns what the file held before."""
    read(folder, name)  # nothing is written after a damaged line
    path = path_of(folder, name)
    before = _raw(path)
    lines = "".join(json.dumps(asdict(change)) + "\n" for change in changes)
    folder.keep_copy(path)
    write_bytes(path, before + lines.encode())
    return before


def standing(
    changes: Iterable[Change], student: str, item: str, points: float | None
) -> Change | None:
    """The last change of a student's mark, if that is the mark which counts now: it may have been
    changed elsewhere since, or be of a text that was replaced.
    """
    own = [one for one in changes if (one.student, one.item) == (student, item)]
    if points is None:
        return None
    return own[-1] if own and math.isclose(own[-1].now, points, abs_tol=1e-9) else None

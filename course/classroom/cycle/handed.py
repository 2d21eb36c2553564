"""What lies in the folder of a hand-in, wherever it came from: when it came, and what stands there
in the place of answers.
"""

import os
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path

from course.classroom.cycle import naming, stamps
from course.errors import shown
from course.interactives import sheets
from course.interface.words import say

__all__ = ["at", "holds_no_answer", "is_without_answers", "when", "without_answers"]

_FEW = 3  # other files, as many are named
_MOST_STAMP = 1000  # bytes


def at(place: Path) -> datetime:
    """When a folder that tells no time of its own came (UTC): when it or its answers were last
    changed. Whoever puts a second file over the first changes the file, and not the folder.
    """
    times = [place.stat().st_mtime]
    with suppress(OSError):
        times.append((place / sheets.ANSWERS).lstat().st_mtime)
    return datetime.fromtimestamp(min(max(times), datetime.now(UTC).timestamp()), UTC)


def when(place: Path) -> datetime:
    """When work was handed in: as it says, or else as its folder tells."""
    said, path = None, place / "timestamp.txt"
    with suppress(OSError):
        if path.is_file() and not path.is_symlink() and path.stat().st_size < _MOST_STAMP:
            said = stamps.parsed(path.read_text("utf-8", "replace").strip())
    return said or at(place)


def is_without_answers(place: Path) -> bool:
    """Is nothing in the folder that bears the name of the answers?"""
    return not os.path.lexists(place / sheets.ANSWERS)


def holds_no_answer(sheet: Path) -> bool:
    """Did a file of answers come, and none of it belongs to the sheet? sheet: the folder of what is
    marked, with those lines that do.
    """
    path = sheet / sheets.ANSWERS
    return path.is_file() and path.stat().st_size == 0


def without_answers(place: Path, student: str, name: str) -> str:
    """A sentence for whoever marks a hand-in without answers, with what lies there: a browser gives
    a second download another name, and a student sends another file.
    """
    ours = {f"{name}.ipynb", "items.json", "timestamp.txt", "submission_secret.txt"}
    there = sorted(path.name for path in place.iterdir() if path.name not in ours)
    if not there:
        return say("class.no_answers", student=student)
    beside = naming.few([f"“{shown(file)}”" for file in there], _FEW)
    return say("class.no_answers_but", student=student, files=beside)

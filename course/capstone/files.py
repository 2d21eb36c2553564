"""A memo on disk, beside the student's notebooks, never over an older one."""

from itertools import count
from pathlib import Path

from course import _places
from course.capstone.classwork import classwork
from course.capstone.document import document
from course.capstone.layout import blocks
from course.capstone.lines import line
from course.capstone.page import page
from course.doors import plain_files
from course.doors.dates import is_day
from course.errors import CourseError, shown
from course.items.kinds.memo import Drafted

__all__ = ["write"]


def _free(folder: Path) -> list[Path]:
    """The paths of the first number that no file has."""
    for number in count(1):
        stem = "memo" if number == 1 else f"memo-{number}"
        paths = [folder / f"{stem}{ending}" for ending in (".html", ".docx", "-class.html")]
        if not any(path.exists() or path.is_symlink() for path in paths):
            return paths
    raise AssertionError


def write(memo: Drafted, date: object, folder: Path | None = None) -> list[Path]:
    """Write memo.html, memo.docx and memo-class.html, the sheet for the class, or the next number
    that is free, and return the paths.

    `date` is a day, such as "2026-11-24"; `folder` is the student's unless told. Raises CourseError
    with the cure if the calendar has no such day, or if the memo cannot be written.
    """
    if not isinstance(date, str) or not is_day(date):
        raise CourseError(f"{shown(date)} is no day of the calendar; date the memo as 2026-11-24.")
    folder = folder or _places.course_folder()
    made = blocks(memo, date)
    texts = (
        page(made).encode("utf-8"),
        document(made, author=line(memo["from"])),
        page(classwork(memo, date)).encode("utf-8"),
    )
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        paths = _free(folder)
        for path, text in zip(paths, texts, strict=True):
            plain_files.create(path, text)
    except OSError:
        raise CourseError(
            f"The memo could not be written into {folder}; free some space or set "
            "STEEL_FRAME_HOME to a folder you may "
            "write to, then start the course again."
        ) from None
    return paths

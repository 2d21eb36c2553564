"""The files of an assignment that a lecturer opens or hands in, each under a word of its own: no
address names a path.
"""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from course.classroom.cycle.folder import Folder

__all__ = ["KINDS", "File", "files_of", "page_of"]

KINDS = {
    ".html": "text/html; charset=utf-8",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".zip": "application/zip",
}


@dataclass(frozen=True)
class File:
    """A file, what its address says, and whether it is a page to look at."""

    path: Path
    word: str

    @property
    def is_page(self) -> bool:
        return self.path.suffix == ".html"

    @property
    def at(self) -> datetime:
        """When it was written, by the clock of this machine."""
        return datetime.fromtimestamp(self.path.stat().st_mtime).astimezone()

    @property
    def kind(self) -> str:
        return KINDS.get(self.path.suffix, "application/octet-stream")


def files_of(folder: Folder, name: str) -> dict[str, File]:
    """{word: File} of the assignment's reports and exports, as far as they are written."""
    found: dict[str, File] = {}
    longer = tuple(f"{one}-" for one in folder.names() if one.startswith(f"{name}-"))
    for part in ("reports", "exports"):
        written = sorted((folder.path / part).glob(f"{name}-*"))
        for path in sorted(written, key=lambda one: one.suffix != ".html"):  # what is read, first
            word = path.name.removeprefix(f"{name}-")
            if path.is_file() and not path.is_symlink() and not path.name.startswith(longer):
                found[word] = File(path, word)
    return found


def page_of(folder: Folder, name: str, student: str) -> File | None:
    """A student's page of feedback, if there is one."""
    place = folder.students("feedback", name).get(student)
    path = place / f"{name}.html" if place else None
    return File(path, student) if path and path.is_file() and not path.is_symlink() else None

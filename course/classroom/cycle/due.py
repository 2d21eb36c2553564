"""When an assignment is due, as nbgrader's gradebook holds it: in UTC, without saying so."""

from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from course.classroom.cycle.gradebook import opened

if TYPE_CHECKING:
    from course.classroom.cycle.folder import Folder

__all__ = ["due", "set_due"]


def due(folder: "Folder", name: str) -> datetime | None:
    """When the assignment `name` is due (UTC); None if no time is set."""
    if not (folder.path / "gradebook.db").is_file():
        return None
    with opened(folder) as book:
        from nbgrader.api import MissingEntry

        try:
            at = book.find_assignment(name).duedate
        except MissingEntry:
            return None
        return at.replace(tzinfo=UTC) if isinstance(at, datetime) else None


def set_due(folder: "Folder", name: str, at: datetime | None) -> None:
    """Set when the assignment `name` is due, or that no time is set. at: of a known zone."""
    folder.assignment(name)
    if (folder.path / "gradebook.db").is_file():
        folder.keep_copy(folder.path / "gradebook.db")
    with opened(folder) as book:
        # nbgrader tells no type of what it takes by name
        told: dict[str, Any] = {"duedate": at.astimezone(UTC).replace(tzinfo=None) if at else None}
        book.update_or_create_assignment(name, **told)

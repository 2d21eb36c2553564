"""The class folder: an nbgrader course of the instructor's own, outside the clone, with the keys beside it.

keys/NAME.yaml            what each assignment asks, with its key
source/NAME/              the sheet, written from the key
release/NAME/             what students get
submitted/STUDENT/NAME/   what came in, never touched
sheets/STUDENT/NAME/      our sheet with the student's answers: what is marked
autograded/, feedback/    nbgrader's; gradebook.db holds the marks
reports/, exports/, marks/, copies/
"""

import re
import shutil
from datetime import UTC, datetime
from pathlib import Path

from course.classroom import assignment
from course.errors import CourseError, unknown

__all__ = ["Folder"]


class Folder:
    """A class folder. Raises CourseError if the place is none."""

    def __init__(self, path):
        self.path = Path(path).expanduser().resolve()
        if not (self.path / "keys").is_dir() or not (self.path / "nbgrader_config.py").is_file():
            raise CourseError(
                f"{self.path} is no class folder; go to yours, name it with --in, or make one with: course class init FOLDER."
            )

    def names(self):
        """Assignments that have a key."""
        return sorted(path.stem for path in (self.path / "keys").glob("*.yaml"))

    def assignment(self, name):
        """The assignment called `name`. Raises CourseError, naming the nearest, if it has no key."""
        if name not in self.names():
            raise unknown("assignment", name, self.names())
        return assignment.read(self.path / "keys" / f"{name}.yaml")

    def place(self, part, student, name):
        """The folder of one student's sheet in `submitted`, `sheets`, `autograded` or `feedback`."""
        return self.path / part / student / name

    def students(self, part, name):
        """{student: folder} of those who have a folder for the assignment in `part`."""
        return {
            path.parent.name: path for path in sorted((self.path / part).glob(f"*/{name}")) if path.is_dir()
        }

    def keep_copy(self, path):
        """Copy a file or folder into copies/ before it is written anew; returns the copy, or None if there is nothing."""
        if not path.exists():
            return None
        stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%S%f")
        copy = self.path / "copies" / stamp / path.relative_to(self.path)
        copy.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            shutil.copytree(path, copy, symlinks=True)
        else:
            shutil.copy2(path, copy)
        return copy

    def late(self, name):
        """{student: seconds late}, of those who were."""
        from nbgrader.api import Gradebook, MissingEntry

        with Gradebook(self.database) as book:
            try:
                found = book.find_assignment(name).submissions
            except MissingEntry:
                return {}
            return {one.student.id: one.total_seconds_late for one in found if one.total_seconds_late > 0}

    @property
    def database(self):
        """The address of the gradebook."""
        return f"sqlite:///{self.path / 'gradebook.db'}"

    @property
    def course(self):
        """The name under which the exchange knows the class."""
        text = (self.path / "nbgrader_config.py").read_text(encoding="utf-8")
        found = re.search(r"course_id\s*=\s*[\"']([^\"']+)", text)
        if not found:
            raise CourseError(
                f"{self.path / 'nbgrader_config.py'} lacks course_id; write it as: c.CourseDirectory.course_id = 'governance'."
            )
        return found[1]

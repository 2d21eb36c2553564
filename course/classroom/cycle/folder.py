"""The class folder: an nbgrader course of the instructor's own, outside the clone, with the keys
beside it.

keys/NAME.yaml            what each assignment asks, with its key
source/NAME/              the sheet, written from the key
release/NAME/             what students get
submitted/STUDENT/NAME/   what came in, never touched
sheets/STUDENT/NAME/      our sheet with the student's answers: what is marked
autograded/STUDENT/NAME/  the same with its marks, as nbgrader's pages open it
feedback/STUDENT/NAME/    the page that the student gets; gradebook.db holds the marks
collected/NAME.json       what `collect` fetched, from which folder of the exchange
logs/                     the whole trace of what failed
reports/, exports/, marks/, copies/
"""

import re
import shutil
from datetime import UTC, datetime, timedelta

from course import _places
from course.classroom.cycle import assignment, naming
from course.errors import CourseError, unknown

__all__ = ["Folder"]


class Folder:
    """A class folder. Raises CourseError if the place is none."""

    def __init__(self, path):
        self.path = _places.at_home(path, "The class folder").resolve()
        try:
            holds = {one.name for one in self.path.iterdir()} if self.path.is_dir() else set()
        except PermissionError:
            raise self._not_hers() from None
        if not {"keys", "nbgrader_config.py"} <= holds or not (self.path / "keys").is_dir():
            raise CourseError(
                f"{self.path} is no class folder; go to yours, name it with --in, or make one "
                "with: course class init FOLDER."
            )

    def _not_hers(self):
        return CourseError(
            f"{self.path} belongs to another user of this machine, who lets nobody in; name a "
            "class folder of your own."
        )

    def names(self):
        """Assignments that have a key. An editor's own files beside the keys are none."""
        return sorted(
            path.stem for path in (self.path / "keys").glob("*.yaml") if not naming.fault(path.stem)
        )

    def assignment(self, name):
        """The assignment called `name`. Raises CourseError, naming the nearest,
        if it has no key.
        """
        if name not in self.names():
            raise self._unknown(name)
        return assignment.read(self.path / "keys" / f"{name}.yaml")

    def _unknown(self, name):
        wrong = naming.fault(name)
        there = [path.stem for path in (self.path / "keys").glob("*.yaml")]
        if wrong and name in there:
            return CourseError(
                f"No assignment can be called {naming.shown(name)}: {wrong}; rename its key."
            )
        return unknown("assignment", name, self.names())

    def place(self, part, student, name):
        """The folder of one student's sheet in `submitted`, `sheets`,
        `autograded` or `feedback`.
        """
        return self.path / part / student / name

    def students(self, part, name):
        """{student: folder} of those who have a folder for the assignment in `part`."""
        return {path.parent.name: path for path in self._places(part, name) if not self.fault(path)}

    def odd(self, part, name):
        """Folders for the assignment in `part` that no student can have: a link,
        a name of other signs.
        """
        return [path for path in self._places(part, name) if self.fault(path)]

    def _places(self, part, name):
        return [path for path in sorted((self.path / part).glob(f"*/{name}")) if path.is_dir()]

    def fault(self, path):
        """What is wrong with .../STUDENT/NAME as a student's folder, as a clause;
        None if nothing is.
        """
        if path.is_symlink() or path.parent.is_symlink():
            return "it is a link"
        return naming.fault(path.parent.name)

    def waits(self, student, name):
        """Did a hand-in come at another time than the one that the student's sheet was made of?"""
        from course.classroom.cycle import handed, stamps

        came = self.place("submitted", student, name)
        stamp = self.place("sheets", student, name) / "timestamp.txt"
        if not came.is_dir() or not stamp.is_file():
            return False
        made_of = stamps.parsed(stamp.read_text(encoding="utf-8", errors="replace"))
        # of a hand-in without a time of its own, the sheet keeps the second
        return made_of is not None and abs(handed.when(came) - made_of) >= timedelta(seconds=1)

    def is_stale(self, student, name):
        """Is the student's sheet unmarked, or marked before its answers, its key
        or what was released was last changed, or is a newer hand-in here?
        """
        from course.classroom.cycle import marked

        if self.waits(student, name):
            return True
        done = self.place("autograded", student, name) / f"{name}.ipynb"
        sheet = self.place("sheets", student, name)
        if not done.is_file() or (sheet.is_dir() and not marked.is_of(sheet, done.parent)):
            return True
        sources = (
            self.path / "keys" / f"{name}.yaml",
            self.path / "release" / name / f"{name}.ipynb",
        )
        return any(
            path.is_file() and path.stat().st_mtime > done.stat().st_mtime for path in sources
        )

    def keep_copy(self, path):
        """Copy a file or folder into copies/ before it is written anew; returns the copy,
        or None if there is nothing.
        """
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
            return {
                one.student.id: one.total_seconds_late
                for one in found
                if one.total_seconds_late > 0
            }

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
                f"{self.path / 'nbgrader_config.py'} lacks course_id; write it as: "
                "c.CourseDirectory.course_id = 'governance'."
            )
        wrong = naming.fault(found[1])
        if wrong:
            raise CourseError(
                f"{self.path / 'nbgrader_config.py'} calls the class {naming.shown(found[1])}, "
                f"and {wrong}; mend course_id there."
            )
        return found[1]

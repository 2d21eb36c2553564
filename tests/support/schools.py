"""A class on one machine, as deploy/README.md sets it up: real users,
and an exchange that all may write to.
"""

import contextlib
import os
import shutil
import tempfile
from pathlib import Path

__all__ = ["School", "school"]


class School:
    """A class called `course`, whose people (see people.py) meet at `exchange`."""

    def __init__(self, exchange, course):
        self.exchange, self.course = exchange, course

    @property
    def inbound(self):
        return self.exchange / self.course / "inbound"

    def outbound(self, name):
        return self.exchange / self.course / "outbound" / name

    def enrol(self, *people):
        """Tell each one's nbgrader where the class meets."""
        told = (
            "c = get_config()\nc.Exchange.root = "
            f"{str(self.exchange)!r}\nc.CourseDirectory.course_id = {self.course!r}\n"
        )
        for person in people:
            person.write(".jupyter/nbgrader_config.py", told)

    def begun_by(self, lecturer):
        """The lecturer's class folder, made by the course's command; (its path, what was said)."""
        place = lecturer.home / "class"
        said = lecturer.course("class", "init", str(place), "--name", self.course)
        with (place / "nbgrader_config.py").open("a", encoding="utf-8") as file:
            file.write(f"c.Exchange.root = {str(self.exchange)!r}\n")
        return place, said

    def fetch(self, person, name, cwd=None):
        """The student fetches a sheet, into the course's folder unless told where;
        returns the sheet's folder.
        """
        if cwd is None:
            person.write("steel-frame/.keep", "")
            cwd = person.home / "steel-frame"
        person.nbgrader("fetch_assignment", name, "--course", self.course, cwd=cwd)
        return cwd / name

    def submit(self, person, name, cwd=None):
        """The student hands in what lies in the sheet's folder."""
        person.nbgrader(
            "submit", name, "--course", self.course, cwd=cwd or person.home / "steel-frame"
        )


@contextlib.contextmanager
def school(course):
    """A School with an empty exchange, which is removed at the end."""
    assert os.geteuid() == 0, "this test makes system users: run it as root"
    place = Path(tempfile.mkdtemp(prefix="steel-frame-school-"))
    place.chmod(0o755)
    exchange = place / "exchange"
    exchange.mkdir()
    exchange.chmod(0o1777)
    try:
        yield School(exchange, course)
    finally:
        shutil.rmtree(place, ignore_errors=True)

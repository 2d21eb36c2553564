"""A sheet that is given out twice: what the lecturer's page says of the times."""

import os
from datetime import datetime, timedelta

import pytest
from page_cases import PageCase

from course.classroom.cycle import sheet
from course.classroom.page import standing
from course.classroom.page.far import minute
from course.interface.words import say


class Released(PageCase):
    """A sheet that is given out twice."""

    def test_a_second_release_makes_nobody_late(self):
        """Due after the first release and before the second: is nobody said to be late by it, and
        are both times told?
        """
        place, times = self.klass.path / "release" / self.name, []
        due = datetime(2027, 2, 15, 18).astimezone()
        self.patch.setattr(standing, "due", lambda *_: due)
        for days in (-3, 1):
            self.klass.keep_copy(place)
            sheet.write(self.klass.assignment(self.name), place)
            at = due + timedelta(days=days)
            times.append(minute(at))
            os.utime(place / f"{self.name}.ipynb", (at.timestamp(), at.timestamp()))
        _, said = self.ask(self.here)
        assert say("class.due_early") not in said
        assert say("class.released_again", first=times[0], at=times[1]) in said

    @pytest.mark.classroom  # the due time is in nbgrader's gradebook
    def test_a_second_release_leaves_the_due_time(self):
        """Of the same sheet: who handed in before it is as late as before, not at all, and marked
        as before?
        """
        assert self.ended("release").fault == ""
        due = datetime.now().astimezone() + timedelta(days=1)
        sent = {"_xsrf": self.word(), "due": f"{due:%Y-%m-%dT%H:%M}"}
        assert self.ask(f"{self.here}due", sent)[0] == 303
        self.ended("grade")
        before = standing.stands(self.klass, self.name).due
        self.ended("release")
        after = standing.stands(self.klass, self.name)
        assert (after.due, after.marked, after.stale) == (before, 3, 0)
        self.ended("grade")
        assert self.klass.late(self.name) == {}


del PageCase

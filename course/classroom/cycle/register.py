"""The marks by the key, put into nbgrader's gradebook as its own autograder would put them: through
its API, one student at a time, each whole or not at all.
"""

import math
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from course.classroom.cycle import gradebook, ways

if TYPE_CHECKING:
    from nbgrader.api import Gradebook

    from course.classroom.cycle.folder import Folder

__all__ = ["Register", "opened"]


@contextmanager
def opened(folder: "Folder", name: str) -> Iterator["Register"]:
    """A Register for the assignment `name`. Raises CourseError if the gradebook knows none."""
    if not (folder.path / "gradebook.db").is_file():
        raise ways.CureError(
            f"There is no gradebook.db in {folder.path}; put it back from copies/ or from your own "
            f"backup, or, if nothing was ever marked, {ways.to('release', name)}.",
            "release",
        )
    with gradebook.opened(folder) as book:
        yield Register(folder, book, name)


class Register:
    """nbgrader's gradebook, open while a class is marked."""

    def __init__(self, folder: "Folder", book: "Gradebook", name: str) -> None:
        from nbgrader.api import MissingEntry

        self._folder, self._book, self._name = folder, book, name
        self._penalties: Any = None
        try:
            sheet = book.find_notebook(name, name)
        except MissingEntry:
            raise ways.CureError(
                f"The gradebook does not know {name}; {ways.first('release', name)}. No answer is "
                "lost.",
                "release",
            ) from None
        cells: Any = sheet.grade_cells  # its types are those of the table's columns
        self._cells: dict[str, tuple[str, float]] = {
            cell.id: (cell.name, cell.max_score) for cell in cells
        }

    def check(self, points: Mapping[str, float]) -> None:
        """Raise CourseError unless the gradebook has a cell for each of the items, of these points.

        points: the most that each question can earn.
        """
        known = dict(self._cells.values())
        other = sorted(
            item for item, most in points.items() if not math.isclose(known.get(item, -1), most)
        )
        if other or known.keys() - points.keys():
            raise ways.CureError(
                f"Nothing is done: the gradebook knows other questions of {self._name} than its "
                f"key, or other points ({', '.join(other) or 'some more'}); "
                f"{ways.to('release', self._name)} again, then {ways.to('grade', self._name)}.",
                "release",
            )

    def enter(self, student: str, stamp: str, points: Mapping[str, float]) -> float | None:
        """Enter what a submission earned on each question; returns the penalty for lateness, if the
        class has a rule that takes one.

        A mark that a person gave stays, and is to be looked at again. stamp: when it was handed in.
        """
        book: Any = self._book
        try:
            book.update_or_create_student(student)
            submission = book.update_or_create_submission(self._name, student, timestamp=stamp)
            sheet = next(one for one in submission.notebooks if one.name == self._name)
            grades = {grade.cell_id: grade for grade in sheet.grades}
            for cell, (item, _) in self._cells.items():
                grade: Any = grades[cell]
                grade.auto_score = points[item]
                grade.needs_manual_grade = grade.manual_score is not None
            penalty = self._penalty(student, submission, sheet)
            book.db.commit()
        except BaseException:
            book.db.rollback()  # the next student's marks must not carry half of these along
            raise
        return penalty

    def _penalty(self, student: str, submission: Any, sheet: Any) -> float | None:
        """What nbgrader's own setting takes off for lateness, put into the gradebook."""
        sheet.late_submission_penalty = None
        if submission.total_seconds_late <= 0:
            return None
        self._book.db.flush()
        self._book.db.refresh(sheet, ["score"])
        taken = self._rule().late_submission_penalty(
            student, sheet.score, submission.total_seconds_late
        )
        if taken is not None:
            sheet.late_submission_penalty = taken = min(max(taken, 0), sheet.score)
        return taken

    def _rule(self) -> Any:
        """The rule that nbgrader_config.py names, or nbgrader's own, which takes nothing."""
        if self._penalties is None:
            from nbgrader.preprocessors import AssignLatePenalties

            from course.classroom.cycle.grader import settings

            self._penalties = AssignLatePenalties(config=settings(self._folder))
            self._penalties.init_plugin()
        return self._penalties.plugin_inst

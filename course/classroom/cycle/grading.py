"""Mark every submission by the key: from the kept answers to nbgrader's gradebook, and no kernel is
started.
"""

from course.classroom.cycle import (
    blind,
    collecting,
    handed,
    intake,
    lateness,
    marked,
    naming,
    register,
    stamps,
    ways,
)
from course.classroom.cycle.grader import settings
from course.classroom.cycle.marking import as_entered, marks
from course.classroom.cycle.offered import Released
from course.classroom.cycle.told import Told
from course.errors import CourseError
from course.interactives import sheets
from course.interface.words import say
from course.items import answers

__all__ = ["grade"]


def grade(folder, name, *, dry_run=False, again=False):
    """Mark every submission by the key. Raises nothing for one student's fault: it is told in a
    sentence.

    again: also those whose answers have not changed since they were marked. Whoever stops it finds
    each student marked or not, and goes on by running it again.
    """
    assignment = folder.assignment(name)
    students = folder.students("submitted", name)
    odd = folder.odd("submitted", name)
    if not students and not odd:
        raise ways.CureError(
            f"Nobody has handed in {name}; {ways.first('collect', name)}.", "collect"
        )
    if dry_run:
        return [f"Would mark {len(students)} submissions of {name}."]
    released = Released(folder, name)
    released.check(assignment)
    told = Told(folder, "grade", name)
    for path in odd:
        told.fault(
            f"submitted/{naming.shown(path.parent.name)}: not marked, since "
            f"{folder.fault(path)}; rename or replace it."
        )
    done, kept = 0, collecting.records(folder, name)
    with (
        told.underway(f"Marking {name}", len(students)) as bar,
        register.opened(folder, name) as book,
    ):
        marker = Marker(folder, assignment, told, book)
        for student in students:
            with told.apart(student):
                _check_sender(folder, name, student, kept)
                released.check_answered(folder.place("submitted", student, name) / "items.json")
                intake.prepare(folder, assignment, student, told=told)
                place = folder.place("submitted", student, name)
                if handed.is_without_answers(place):
                    told.append(handed.without_answers(place, student, name))
                elif handed.holds_no_answer(folder.place("sheets", student, name)):
                    told.append(say("class.no_answer_in_it", student=student))
                if again or folder.is_stale(student, name):
                    marker.mark(student)
                done += 1
            bar.step()
    blind.set_aside(folder, name, told)
    if late := lateness.of_all(folder.late(name)):
        told.append(f"Late: {late}. Whether that costs anything is yours to say.")
    told.append(
        f"{done} of {len(students) + len(odd)} submissions of {name} are marked by the key."
    )
    return told


def _check_sender(folder, name, student, kept):
    if not collecting.is_known(folder, name, student, kept):
        raise CourseError(
            f"not marked, since it came over {ways.exchange()} and nobody checked whose it is; "
            f"{ways.to('collect', name)}, or, if you know that it is {student}'s own, remove "
            f"submission_secret.txt from submitted/{student}/{name} and grade again."
        )


class Marker:
    """Marks one student after another, in an open Register. told: a list that takes sentences."""

    def __init__(self, folder, assignment, told, book):
        self._folder, self._assignment, self._told, self._book = folder, assignment, told, book
        self._shared = bool(settings(folder).CourseDirectory.get("groupshared", False))
        book.check({item["id"]: assignment.points(item["id"]) for item in assignment.questions})

    def mark(self, student):
        """Mark one. The gradebook comes first: the copy says that its marks are in there."""
        sheet = self._folder.place("sheets", student, self._assignment.name)
        lines = answers.read(sheet / sheets.ANSWERS)
        earned = marks(self._assignment, lines)
        told = (sheet / "timestamp.txt").read_text(encoding="utf-8").strip()
        at = stamps.parsed(told)  # nbgrader reads the zones that it writes, and no others
        stamp = stamps.written(at) if at else told
        points = {name: as_entered(one) for name, one in earned.items()}
        penalty = self._book.enter(student, stamp, points)
        if penalty:
            self._told.append(
                f"{student}: {penalty:g} points are taken off for lateness, as "
                "nbgrader_config.py says."
            )
        done = marked.Marked(self._assignment, lines, earned)
        marked.keep(self._folder, student, done, shared=self._shared)

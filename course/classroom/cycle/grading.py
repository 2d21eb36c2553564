"""Mark every submission by the key: from the kept answers to nbgrader's gradebook, and no kernel is
started.
"""

from course.classroom.cycle import blind, collecting, intake, marked, naming, register
from course.classroom.cycle.grader import settings
from course.classroom.cycle.marking import as_entered, marks
from course.classroom.cycle.offered import Released
from course.classroom.cycle.told import Told
from course.errors import CourseError
from course.interactives import sheets
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
        raise CourseError(f"Nobody has handed in {name}; run first: course class collect {name}.")
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
    with told.underway(f"Marking {name}", len(students)) as bar:
        done = _mark_all(folder, assignment, released, students, told, bar, again=again)
    blind.set_aside(folder, name, told)
    hours = {student: seconds / 3600 for student, seconds in folder.late(name).items()}
    told += [
        f"{student} was {h:.1f} hours late; whether that costs anything is yours to say."
        for student, h in hours.items()
    ]
    told.append(
        f"{done} of {len(students) + len(odd)} submissions of {name} are marked by the key."
    )
    return told


def _mark_all(folder, assignment, released, students, told, bar, *, again):
    """Mark each student apart; returns how many are marked."""
    name, done = assignment.name, 0
    kept = collecting.records(folder, name)
    shared = bool(settings(folder).CourseDirectory.get("groupshared", False))
    with register.opened(folder, name) as book:
        book.check({item["id"]: assignment.points(item["id"]) for item in assignment.questions})
        for student in students:
            with told.apart(student):
                _check_sender(folder, name, student, kept)
                released.check_answered(folder.place("submitted", student, name) / "items.json")
                intake.prepare(folder, assignment, student, told=told)
                if again or folder.is_stale(student, name):
                    _mark(folder, assignment, student, book, told, shared=shared)
                done += 1
            bar.step()
    return done


def _check_sender(folder, name, student, kept):
    if not collecting.is_known(folder, name, student, kept):
        raise CourseError(
            "not marked, since it came over the exchange and nobody checked whose it is; run "
            f"course class collect {name}, or, if you know that it is {student}'s own, remove "
            f"submission_secret.txt from submitted/{student}/{name} and grade again."
        )


def _mark(folder, assignment, student, book, told, *, shared):
    """Mark one student. The gradebook comes first: the copy says that its marks are in there."""
    sheet = folder.place("sheets", student, assignment.name)
    lines = answers.read(sheet / sheets.ANSWERS)
    earned = marks(assignment, lines)
    stamp = (sheet / "timestamp.txt").read_text(encoding="utf-8").strip()
    penalty = book.enter(student, stamp, {name: as_entered(one) for name, one in earned.items()})
    if penalty:
        told.append(
            f"{student}: {penalty:g} points are taken off for lateness, as nbgrader_config.py says."
        )
    marked.keep(folder, assignment, student, lines, earned, shared=shared)

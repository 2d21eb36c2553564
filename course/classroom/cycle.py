"""Release, collect, grade, give back: each step says what it did, student by student where one of them failed."""

import re

from course.classroom import intake, leaks, sheet
from course.classroom.grader import Grader
from course.errors import CourseError

__all__ = ["collect", "feedback", "grade", "release"]


def release(folder, name, *, dry_run=False):
    """Write the sheet from the key, look it through for leaks, and put it on the exchange. Returns sentences.

    Raises CourseError, and releases nothing, if the students' copy would give anything of the key away.
    """
    assignment = folder.assignment(name)
    if dry_run:
        return [f"Would write source/{name} and release/{name}, and put {name} on the exchange."]
    grader = Grader(folder)
    for part in ("source", "release"):
        folder.keep_copy(folder.path / part / name)
    sheet.write(assignment, folder.path / "source" / name)
    grader.run("generate_assignment", name)
    found = leaks.in_files(assignment, folder.path / "release" / name)
    if found:
        raise CourseError(f"{name} was not released: {found[0]}; mend keys/{name}.yaml.")
    told = [
        f"release/{name} holds what students get: {len(assignment.items())} items, {assignment.most} points, no key."
    ]
    if grader.exchange is None:
        return [*told, f"No exchange works on this machine, so hand out the folder release/{name} yourself."]
    grader.run("release_assignment", name)
    return [*told, f"It is on the exchange as {name} of {folder.course}."]


def _waiting(folder, grader, name):
    """Students who have something on the exchange."""
    from pathlib import Path

    inbound = Path(grader.exchange or "/nowhere") / folder.course / "inbound"
    return sorted({path.name.split(f"+{name}+")[0] for path in inbound.glob(f"*+{name}+*")})


def collect(folder, name, *, dry_run=False):
    """Fetch every student's newest submission into submitted/. One that cannot be fetched does not stop the others."""
    folder.assignment(name)
    grader = Grader(folder)
    if grader.exchange is None:
        raise CourseError(
            f"No exchange works on this machine; put each student's folder into {folder.path}/submitted/STUDENT/{name} yourself."
        )
    students = _waiting(folder, grader, name)
    if dry_run:
        return [f"Would collect from {len(students)} students."]
    told = []
    for student in students:
        came = folder.place("submitted", student, name)
        stamp = came / "timestamp.txt"
        before = stamp.read_bytes() if stamp.is_file() else None
        if came.exists():
            copy = folder.keep_copy(came)
        failed = grader.collect_one(name, student)
        if failed:
            told.append(f"{student} was not collected: {failed}.")
        elif before is not None and stamp.is_file() and stamp.read_bytes() != before:
            told.append(
                f"{student} handed in again; the newer one counts, the older is in {copy.relative_to(folder.path)}."
            )
    return [*told, f"{len(folder.students('submitted', name))} submissions of {name} are in submitted/."]


def grade(folder, name, *, dry_run=False, again=False):
    """Mark every submission by the key. Raises nothing for one student's fault: it is told in a sentence.

    again: also those whose answers have not changed since they were marked.
    """
    assignment = folder.assignment(name)
    students = folder.students("submitted", name)
    if not students:
        raise CourseError(f"Nobody has handed in {name}; run first: course class collect {name}.")
    if dry_run:
        return [f"Would mark {len(students)} submissions of {name}."]
    grader, told, marked = Grader(folder), [], 0
    for student in students:
        try:
            changed = intake.prepare(folder, assignment, student)
            if changed or again or not _is_marked(folder, student, name):
                grader.run("autograde", name, student)
            marked += 1
        except CourseError as error:
            told.append(str(error))
    hours = {student: seconds / 3600 for student, seconds in folder.late(name).items()}
    told += [
        f"{student} was {h:.1f} hours late; whether that costs anything is yours to say."
        for student, h in hours.items()
    ]
    return [*told, f"{marked} of {len(students)} submissions of {name} are marked by the key."]


def _is_marked(folder, student, name):
    done = folder.place("autograded", student, name) / f"{name}.ipynb"
    key = folder.path / "keys" / f"{name}.yaml"
    return done.is_file() and done.stat().st_mtime >= key.stat().st_mtime


# The page has no use for a script, and its mathematics would come from elsewhere.
_OUTSIDE = re.compile(r"<script\b.*?</script>|<link[^>]+href=[\"']https?:[^>]*>", re.IGNORECASE | re.DOTALL)


def feedback(folder, name, *, dry_run=False):
    """Write each student's page with marks and explanations, and put it on the exchange."""
    folder.assignment(name)
    students = folder.students("autograded", name)
    if not students:
        raise CourseError(f"Nothing of {name} is marked; run first: course class grade {name}.")
    if dry_run:
        return [f"Would write {len(students)} pages of feedback."]
    grader = Grader(folder)
    grader.run("generate_feedback", name)
    for page in (folder.path / "feedback").glob(f"*/{name}/*.html"):
        page.write_text(_unplugged(page.read_text(encoding="utf-8")), encoding="utf-8")
    if grader.exchange is None:
        return [f"{len(students)} pages are in feedback/; hand them out yourself."]
    told, given = [], 0
    for student, sheet_folder in students.items():
        if (sheet_folder / "submission_secret.txt").is_file():
            grader.run("release_feedback", name, student)
            given += 1
        else:
            told.append(
                f"{student} did not hand in through the exchange; give feedback/{student}/{name} back by hand."
            )
    return [*told, f"{given} of {len(students)} pages of feedback are on the exchange."]


def _unplugged(page):
    """nbgrader's page without scripts, and without what it would fetch: it is read offline."""
    return _OUTSIDE.sub("", page)

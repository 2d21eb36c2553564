"""Release, collect, grade, give back: each step says what it did,
student by student where one of them failed.
"""

import re

from course.classroom.cycle.collecting import collect
from course.classroom.cycle.grader import Grader
from course.classroom.cycle.grading import grade
from course.classroom.cycle.releasing import release
from course.classroom.cycle.told import Told
from course.errors import CourseError

__all__ = ["collect", "feedback", "grade", "release"]


# The page has no use for a script, and its mathematics would come from elsewhere.
_OUTSIDE = re.compile(
    r"<script\b.*?</script>|<link[^>]+href=[\"']https?:[^>]*>", re.IGNORECASE | re.DOTALL
)


def feedback(folder, name, *, dry_run=False):
    """Write each student's page with marks and explanations, and put it on the exchange."""
    folder.assignment(name)
    students = folder.students("autograded", name)
    if not students:
        raise CourseError(f"Nothing of {name} is marked; run first: course class grade {name}.")
    if dry_run:
        return [f"Would write {len(students)} pages of feedback."]
    grader, told, given = Grader(folder), Told(folder, "feedback", name), 0
    on_exchange = grader.exchange is not None
    for student, sheet_folder in students.items():
        with told.apart(student):
            if folder.is_stale(student, name):
                raise CourseError(
                    "no feedback, since it was marked before the key or the sheet was last "
                    f"changed; run course class grade {name}, "
                    f"then course class feedback {name}."
                )
            grader.run("generate_feedback", name, student, told=told, student=student)
            for page in folder.place("feedback", student, name).glob("*.html"):
                page.write_text(_unplugged(page.read_text(encoding="utf-8")), encoding="utf-8")
            if on_exchange and (sheet_folder / "submission_secret.txt").is_file():
                grader.run("release_feedback", name, student, told=told, student=student)
            elif on_exchange:
                secret = folder.place("submitted", student, name) / "submission_secret.txt"
                why = (
                    "handed in through the exchange, but the word in submission_secret.txt, by "
                    "which feedback finds its way, is no "
                    "such word"
                    if secret.exists() or secret.is_symlink()
                    else "did not hand in through the exchange"
                )
                told.append(f"{student} {why}; give feedback/{student}/{name} back by hand.")
                continue
            given += 1
    if on_exchange:
        told.append(f"{given} of {len(students)} pages of feedback are on the exchange.")
    else:
        told.append(f"{given} pages are in feedback/; hand them out yourself.")
    return told


# A second wall: whatever stands in a page of feedback, a browser runs and fetches nothing for it.
_POLICY = (
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; style-src '
    "'unsafe-inline'; "
    "img-src data:; font-src data:; base-uri 'none'; form-action 'none'\">"
)


def _unplugged(page):
    """nbgrader's page without scripts, and without what it would fetch: it is read offline."""
    return _OUTSIDE.sub("", page).replace("<head>", f"<head>{_POLICY}", 1)

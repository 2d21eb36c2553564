"""Give each student a page with marks and explanations, and put it on the exchange, where nbgrader
lets students fetch it.
"""

from course.classroom.cycle import blind, gradebook, history, made, naming, roll, ways
from course.classroom.cycle.grader import Grader
from course.classroom.cycle.told import Told
from course.classroom.cycle.whole import write_folder
from course.classroom.feedback import page, standing
from course.errors import CourseError
from course.interactives import sheets
from course.interface.words import say
from course.items import answers

__all__ = ["feedback"]

_SECRET, _STAMP = "submission_secret.txt", "timestamp.txt"


def feedback(folder, name, *, dry_run=False, part=""):
    """Write each student's page with marks and explanations, and put it on the exchange.

    part: "write" to do the first alone, "give" to do the second alone, with the pages that are
    written.
    """
    assignment = folder.assignment(name)
    students = folder.students("autograded", name)
    if not students:
        raise ways.CureError(f"Nothing of {name} is marked; {ways.first('grade', name)}.", "grade")
    if dry_run:
        return [f"Would write {len(students)} pages of feedback."]
    told = Told(folder, "feedback", name)
    if part != "give":
        _write_all(folder, assignment, students, told)
    if part != "write":
        _give_all(folder, name, students, told)
    return told


def _write_all(folder, assignment, students, told):
    """Write the pages, and say whose changed."""
    name, changed = assignment.name, []
    held, _ = roll.marks_of(folder, name)
    made.keep(folder, name, made.GIVEN, made.given(folder, name))
    levels, changes = blind.saved(folder, name), history.read(folder, name)
    with (
        told.underway(f"Feedback on {name}", len(students)) as bar,
        gradebook.opened(folder) as book,
    ):
        for student, marked in students.items():
            with told.apart(student):
                _check_fresh(folder, name, student)
                lines = answers.read(marked / sheets.ANSWERS)
                found = standing.of(book, name, student)
                marked_by, why = levels.get(student, {}), _told_of(changes, student, found)
                text = page.page(assignment, student, lines, found, marked_by, changes=why)
                if _write(folder.place("feedback", student, name), marked, text):
                    changed.append(student)
                if student in held:
                    made.keep(folder, name, made.PAGES, {student: held[student].print})
            bar.step()
    told.append(
        say("class.pages_changed", n=len(changed), names=naming.few(changed, 20))
        if changed
        else say("class.pages_same")
    )


def _give_all(folder, name, students, told):
    """Give the written pages to the class; one that is older than the marks stays here."""
    written = folder.students("feedback", name)
    if not written:
        raise CourseError(say("class.pages_none"))
    with told.underway(f"Feedback on {name}: starting nbgrader", 1) as bar:
        grader, count = Grader(folder), 0
        bar.step()
    on_exchange, before = grader.exchange is not None, made.given(folder, name)
    held, _ = roll.marks_of(folder, name)
    prints = {one: marks.print for one, marks in held.items()}
    older, anew = made.older(folder, name, prints).get(made.PAGES, ()), []
    with told.underway(f"Feedback on {name}", len(written)) as bar:
        for student in sorted(written.keys() & students.keys()):
            with told.apart(student):
                if student in older:
                    raise CourseError(say("class.page_older"))
                now = made.page_print(folder, name, student)
                sent = on_exchange and _released(grader, name, student, students[student], told)
                count += sent or not on_exchange
                made.keep(folder, name, made.BY_HAND, {student: "" if sent else now})
                if before.get(student) not in {None, now}:
                    anew.append(student)
                made.keep(folder, name, made.GIVEN, {student: now})
            bar.step()
    if anew:
        told.append(say("class.given_anew", n=len(anew), names=naming.few(sorted(anew), 20)))
    if on_exchange:
        told.append(f"{count} of {len(students)} pages of feedback are {ways.on_exchange()}.")
    elif ways.is_on_page():
        button = say("class.take_feedback", n=count)
        told.append(say("class.hand_out_zip", n=count, button=button))
    else:
        told.append(say("class.hand_out", n=count, place=folder.path / "feedback"))


def _told_of(changes, student, found):
    """{item: Change} of the changed marks that count, and of which the student is to know why."""
    standing_now = {
        item: history.standing(changes, student, item, entry.by_person)
        for item, entry in found.entries.items()
        if entry.by_person is not None
    }
    return {item: one for item, one in standing_now.items() if one and one.told}


def _check_fresh(folder, name, student):
    if folder.is_stale(student, name):
        raise CourseError(
            "no feedback, since it was marked before the answers, the key or the sheet were last "
            f"changed; {ways.to('grade', name)}, then {ways.to('feedback', name)}."
        )


def _write(place, marked, text):
    """Write a page into feedback/STUDENT/NAME, if it changed: its time says when. Returns if so."""
    files = {f"{place.name}.html": text.encode()}
    for beside in (_STAMP, _SECRET):  # by which the exchange gives it to whoever handed in
        if (marked / beside).is_file():
            files[beside] = (marked / beside).read_bytes()
    there = {p.name: p.read_bytes() for p in place.glob("*") if p.is_file()}
    if there == files:
        return False
    write_folder(place, files)
    return True


def _released(grader, name, student, marked, told):
    """Put it on the exchange; returns if that can be done, and says why if not."""
    if (marked / _SECRET).is_file():
        grader.run("release_feedback", name, student, told=told, student=student)
        return True
    secret = grader.folder.place("submitted", student, name) / _SECRET
    why = (
        f"handed in through {ways.exchange()}, but the word in submission_secret.txt, by which "
        "feedback finds its way, is no such word"
        if secret.exists() or secret.is_symlink()
        else f"did not hand in through {ways.exchange()}"
    )
    told.append(f"{student} {why}; give feedback/{student}/{name} back by hand.")
    return False

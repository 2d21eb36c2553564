"""Marking by a person: one page a task, answers in a random order under codes, never a name; the
marks come back as JSON.
"""

import hashlib
import json

from course.classroom.cycle import comments, history, ways
from course.classroom.cycle.assignment import LEVELS
from course.classroom.cycle.codes import (
    codes_of,
    kept_in,
    print_of,
    prints_file,
    saved,
    texts_of,
)
from course.classroom.cycle.gradebook import by_hand, opened
from course.classroom.cycle.marking import final
from course.classroom.cycle.told import Told
from course.classroom.cycle.whole import write_file
from course.doors.shapes import is_object
from course.errors import CourseError
from course.interactives import sheets
from course.interface.templates import template
from course.items import answers

__all__ = ["bring_in", "decided", "pages", "read_marks", "saved", "set_aside", "to_mark"]

_AGAIN = "The marker gave another mark."


def _page(assignment, task, told):
    content = {
        "assignment": assignment.name,
        "task": task["id"],
        "rubric": task["rubric"],
        "answers": told,
    }
    title = f"{assignment.title}: {task['id']}"
    return template("blind.html").render(title=title, task=task, content=content)


def to_mark(folder, name, told=None):
    """{task id: [{"code", "html"}]}: every answer that a person is to mark, in an order of each
    task's own, so that no reader is always first, and the same each time.

    told: a Told that takes a sentence for each student whose answers cannot be shown.
    """
    assignment = folder.assignment(name)
    sheets_in = folder.students("sheets", name)
    codes, shown = codes_of(folder, name, sheets_in), {task["id"]: [] for task in assignment.tasks}
    told = Told(folder, "grade", name) if told is None else told
    with told.underway(f"Pages for marking {name}", len(sheets_in)) as bar:
        for student, place in sheets_in.items():
            with told.apart(student):
                for task, given, text in _shown(assignment, place):
                    shown[task].append(
                        {"code": f"{codes[student]}-{print_of(given)}", "html": text}
                    )
            bar.step()
    for task, some in shown.items():
        some.sort(key=lambda one: _drawn(task, one["code"]))
    return shown


def _drawn(task, code):
    """A code's place in a task's order: codes are random, so nobody can choose it."""
    return hashlib.sha256(f"{task} {code}".encode()).hexdigest()


def pages(folder, name, told=None):
    """Write marks/NAME-TASK.html for each task and return the paths. A task nobody answered has no
    page. told: as in `to_mark`.
    """
    assignment, written = folder.assignment(name), []
    for task, some in to_mark(folder, name, told).items():
        if some:
            path = folder.path / "marks" / f"{name}-{task}.html"
            page = _page(assignment, assignment.item(task), some)
            write_file(path, sheets.legible(page))
            written.append(path)
    return written


def _shown(assignment, place):
    """[(task id, answer, the same as HTML)] of the tasks that a student answered."""
    given = final(assignment, answers.read(place / sheets.ANSWERS))
    there = [task for task in assignment.tasks if task["id"] in given]
    return [
        (task["id"], given[task["id"]], sheets.answer_html(task, given[task["id"]]))
        for task in there
    ]


def read_marks(raw, assignment):
    """(task id, {code: {"levels": {criterion: 0..3}, "comment": text}}) from a saved page's JSON
    (text).

    Raises CourseError if it is the file of another assignment, or holds what no page of ours
    writes.
    """
    try:
        content = json.loads(raw)
        name, task, marks = content["assignment"], content["task"], content["marks"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise CourseError(
            "That file holds no marks; choose the JSON file that the marking page saved."
        ) from None
    if name != assignment.name or task not in [one["id"] for one in assignment.tasks]:
        raise CourseError(
            f"Those marks are of {name!s:.60}, {task!s:.60}; choose the file saved for "
            f"{assignment.name}."
        )
    criteria = {row["criterion"] for row in assignment.item(task)["rubric"]}
    for code, mark in marks.items() if isinstance(marks, dict) else [("?", None)]:
        if not _is_whole(mark, criteria):
            raise CourseError(
                f"The mark under {code!s:.12} is not whole; open the page, finish it and save "
                "it again."
            )
    return task, marks


def _is_whole(mark: object, criteria: set[str]) -> bool:
    """Has it a level for each criterion, and no comment that is not a text?"""
    if not is_object(mark) or not isinstance(mark.get("comment", ""), str):
        return False
    levels = mark.get("levels")
    return (
        is_object(levels)
        and set(levels) == criteria
        and all(type(level) is int and 0 <= level < LEVELS for level in levels.values())
    )


def bring_in(folder, name, raw, *, copies=True):
    """Put a page's marks into the gradebook and into marks/NAME.json; returns sentences.

    copies: keep a copy of each as it was, as whoever marks answer by answer does once a sitting.
    """
    from nbgrader.api import MissingEntry

    assignment = folder.assignment(name)
    task, marks = read_marks(raw, assignment)
    if json.loads(raw).get("second") is True:
        raise CourseError(
            "That file was saved by a second marker; bring it in with: course class grade "
            f"{name} --marks FILE --second."
        )
    changes, again = history.read(folder, name), []
    students = {code: student for student, code in codes_of(folder, name, []).items()}
    if copies:
        folder.keep_copy(folder.path / "gradebook.db")
    told, count, kept = Told(folder, "grade", name), 0, saved(folder, name)
    prints = kept_in(prints_file(folder, name))
    with opened(folder) as book:
        for code, mark in marks.items():
            owner, _, text = code.partition("-")
            student = students.get(owner, "")
            with told.apart(f"Code {code!s:.15}"):
                present = texts_of(folder, assignment, student).get(task) if student else None
                if student and text != present:
                    raise CourseError(
                        "the mark is of another text than the one that is there now, or of "
                        f"none; {ways.to('grade', name)}, "
                        f"and mark {task} on the page that it writes."
                    )
                try:
                    grade, comment = by_hand(book, name, task, student)
                except MissingEntry:
                    told.fault(
                        f"Nobody's {task} is under {code!s:.15}; {ways.to('grade', name)}, and "
                        "mark it on the page that it writes."
                    )
                    continue
                points, was = sum(mark["levels"].values()), grade.manual_score
                if was not in {None, points}:
                    _check_changed(history.standing(changes, student, task, was), code, name)
                    again.append(history.Change(student, task, was, points, _AGAIN, text=text))
                said = comments.said(assignment.item(task)["rubric"], mark)
                grade.manual_score, grade.needs_manual_grade = points, False
                comment.manual_comment = said
                kept.setdefault(student, {})[task] = mark["levels"]
                prints.setdefault(student, {})[task] = text
                count += 1
        if again:
            history.add(folder, name, again)
        book.db.commit()
    _keep(folder, name, kept, prints, copies=copies)
    told.append(f"{count} marks for {task} are in the gradebook.")
    return told


def _check_changed(change, code, name):
    """Raise CourseError if the mark that is there was decided by `course class change`: an older
    file must not undo that.
    """
    if change and change.text == code.partition("-")[2] and change.reason != _AGAIN:
        raise CourseError(
            f"the mark stays as it was changed on {change.at[:10]} ({change.reason:.60}); to "
            f"change it once more: course class change {name} {code} {change.item}."
        )


def decided(folder, name, student, task, levels):
    """Keep the levels of a mark that was changed, for the report and the student's page."""
    text = texts_of(folder, folder.assignment(name), student).get(task)
    kept, prints = saved(folder, name), kept_in(prints_file(folder, name))
    kept.setdefault(student, {})[task] = levels
    prints.setdefault(student, {})[task] = text
    _keep(folder, name, kept, prints)


def _keep(folder, name, kept, prints, *, copies=True):
    """Write the marks brought in and which texts they are of;
    copies of both as they were are kept, unless told not to.
    """
    for path, content in (
        (folder.path / "marks" / f"{name}.json", kept),
        (prints_file(folder, name), prints),
    ):
        if copies:
            folder.keep_copy(path)
        write_file(path, json.dumps(content, indent=1, ensure_ascii=False))


def _outdated(folder, assignment, told):
    """[(student, task id)] of the marks whose text was replaced since."""
    found, prints = [], kept_in(prints_file(folder, assignment.name))
    marked, there = saved(folder, assignment.name), folder.students("sheets", assignment.name)
    for student in sorted(marked.keys() & there.keys()):
        with told.apart(student):
            of = prints.get(student, {})
            present = texts_of(folder, assignment, student)
            found += [
                (student, task)
                for task in marked[student]
                if task in of and of[task] != present.get(task)
            ]
    return found


def set_aside(folder, name, told):
    """Take back each mark by a person whose text the student replaced since, and tell it:
    the task is to be marked again.
    """
    found = _outdated(folder, folder.assignment(name), told)
    if not found:
        return
    from nbgrader.api import MissingEntry

    kept, prints = saved(folder, name), kept_in(prints_file(folder, name))
    folder.keep_copy(folder.path / "gradebook.db")
    with opened(folder) as book:
        for student, task in found:
            del kept[student][task], prints[student][task]
            try:
                grade, comment = by_hand(book, name, task, student)
            except MissingEntry:
                continue
            grade.manual_score, grade.needs_manual_grade = None, True
            comment.manual_comment = None
        book.db.commit()
    _keep(folder, name, kept, prints)
    for student, task in found:
        told.append(
            f"{student} handed in another text for {task}, or none, since it was marked; that "
            "mark is set aside (copies/ holds it), and "
            f"{task} is to be marked by a person again."
        )

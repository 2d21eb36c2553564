"""The gradebook as a table: a row a student, a column an item,
for the institution's own records.
"""

from course.classroom.cycle import gradebook, lateness, naming, roll, ways
from course.classroom.cycle.codes import unwritten
from course.classroom.cycle.offered import Released
from course.classroom.cycle.told import Told
from course.classroom.exports import marks, spreadsheet
from course.errors import CourseError

__all__ = ["table", "write", "write_for"]


def table(folder, name, told=None):
    """(columns, rows) of the marks: student, each item's points, total (without what is taken off
    for lateness), most, hours late, what still waits for a person.

    told: a Told that takes a sentence for each student whose marks are not whole, as after a change
        of the key.
    """
    from nbgrader.api import MissingEntry

    assignment = folder.assignment(name)
    items = [item["id"] for item in assignment.items()]
    Released(folder, name).check(assignment)
    _check_fresh(folder, name)
    rows, told = [], Told(folder, "export", name) if told is None else told
    with gradebook.opened(folder) as book:
        try:
            submissions = book.assignment_submissions(name)
        except MissingEntry:
            submissions = []
        with told.underway(f"Marks of {name}", len(submissions)) as bar:
            for one in sorted(submissions, key=lambda s: s.student.id):
                with told.apart(one.student.id):
                    nothing = {task["id"] for task in unwritten(folder, assignment, one.student.id)}
                    rows.append(_row(assignment, items, one, nothing))
                bar.step()
    if not rows:
        raise ways.CureError(f"Nobody has marks for {name}; {ways.first('grade', name)}.", "grade")
    return ["student", *items, "total", "most", "hours late", "to be marked by a person"], rows


def _check_fresh(folder, name):
    """Raise CourseError if somebody's marks are of an earlier key:
    one table does not hold marks by two keys.
    """
    stale = [
        student for student in folder.students("autograded", name) if folder.is_stale(student, name)
    ]
    if stale:
        raise ways.CureError(
            f"No table is written, since {len(stale)} were marked before the answers, the key or "
            "the sheet were last changed "
            f"({', '.join(stale[:5])}{', ...' if stale[5:] else ''}); {ways.to('grade', name)}, "
            "then export.",
            "grade",
        )


def _row(assignment, items, one, nothing):
    """The row of one submission. nothing: the tasks for which the student wrote nothing."""
    grades = {grade.cell.name: grade for notebook in one.notebooks for grade in notebook.grades}
    questions = {question["id"] for question in assignment.questions}
    lacking = [
        item
        for item in items
        if item not in grades
        or (item in questions and grades[item].auto_score is grades[item].manual_score is None)
    ]
    if lacking:
        raise CourseError(
            f"no marks for {', '.join(lacking)}; {ways.again(assignment.name)}, then export."
        )
    waiting = [
        task["id"]
        for task in assignment.tasks
        if grades[task["id"]].manual_score is None and task["id"] not in nothing
    ]
    points = [None if item in waiting else grades[item].score for item in items]
    late = lateness.in_table(one.total_seconds_late)
    total = sum(filter(None, points)) - (one.late_submission_penalty or 0)
    return [one.student.id, *points, total, assignment.most, late, " ".join(waiting)]


def write(folder, name, told=None):
    """Write exports/NAME-marks.csv (UTF-8 with a mark that Excel needs); returns its path.
    told: see `table`.
    """
    columns, rows = table(folder, name, told)
    path = folder.path / "exports" / f"{name}-marks.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    folder.keep_copy(path)
    every = {one.student: one.remark for one in roll.roll(folder, name)}
    rows = [[*row, every.pop(row[0], "")] for row in rows]
    blank = [None] * (len(columns) - 1)
    rows += [[student, *blank, remark] for student, remark in every.items()]
    rows.sort(key=lambda row: row[0])
    return spreadsheet.write(path, [[*columns, "remark"], *rows])


def write_for(folder, name, system, told):
    """Write exports/NAME-marks-SYSTEM.csv, as the system reads it; returns its path.

    system: of exports/marks.py; told: see `table`.
    """
    _, rows = table(folder, name, told)
    every = roll.roll(folder, name)
    found = marks.totals(rows, {one.student: one.remark for one in every})
    there = {one.student for one in found}
    found += [
        marks.Total(one.student, 0.0, one.most, 0.0, "", one.remark, is_here=False)
        for one in every
        if one.student not in there
    ]
    found.sort(key=lambda one: one.student)
    waiting = [one.student for one in found if one.waiting]
    if waiting:
        told.fault(
            f"{len(waiting)} have no total yet, since a person is still to mark some of it "
            f"({naming.few(waiting)}); their places are empty."
        )
    path = folder.path / "exports" / f"{name}-marks-{system}.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    folder.keep_copy(path)
    return spreadsheet.write(path, marks.TABLES[system](name, found))

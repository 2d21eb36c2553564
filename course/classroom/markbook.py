"""The gradebook as a table: a row a student, a column an item, for the institution's own records."""

from course.classroom import spreadsheet
from course.errors import CourseError

__all__ = ["table", "write"]


def table(folder, name):
    """(columns, rows) of the marks: student, each item's points, total, most, hours late, what still waits for a person."""
    from nbgrader.api import Gradebook, MissingEntry

    assignment = folder.assignment(name)
    items = [item["id"] for item in assignment.items()]
    rows = []
    with Gradebook(folder.database, folder.course) as book:
        try:
            submissions = book.assignment_submissions(name)
        except MissingEntry:
            submissions = []
        for one in sorted(submissions, key=lambda s: s.student.id):
            grades = {grade.cell.name: grade for notebook in one.notebooks for grade in notebook.grades}
            waiting = [task["id"] for task in assignment.tasks if grades[task["id"]].manual_score is None]
            points = [None if item in waiting else grades[item].score for item in items]
            total = sum(filter(None, points))
            late = one.total_seconds_late / 3600
            rows.append([one.student.id, *points, total, assignment.most, round(late, 1), " ".join(waiting)])
    if not rows:
        raise CourseError(f"Nobody has marks for {name}; run first: course class grade {name}.")
    return ["student", *items, "total", "most", "hours late", "to be marked by a person"], rows


def write(folder, name):
    """Write exports/NAME-marks.csv (UTF-8 with a mark that Excel needs); returns its path."""
    columns, rows = table(folder, name)
    path = folder.path / "exports" / f"{name}-marks.csv"
    path.parent.mkdir(parents=True, exist_ok=True)
    folder.keep_copy(path)
    return spreadsheet.write(path, [columns, *rows])

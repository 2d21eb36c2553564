"""Under which code an answer is shown to whoever marks it: one part for the student, one for the
text. So a mark belongs to a text, and not to whatever stands in its place later.
"""

import hashlib
import json
import secrets

from course.classroom.cycle.marking import final
from course.classroom.cycle.whole import write_file
from course.errors import CourseError
from course.interactives import sheets
from course.items import answers

__all__ = ["codes_of", "print_of", "prints_file", "read_kept", "saved", "texts_of"]


def codes_of(folder, name, students):
    """{student: code}: drawn once, kept in marks/NAME-codes.json,
    where only the instructor looks.
    """
    path = folder.path / "marks" / f"{name}-codes.json"
    codes = read_kept(path)
    before = len(codes)
    for student in students:
        while student not in codes:
            code = secrets.token_hex(3)
            if code not in codes.values():
                codes[student] = code
    if len(codes) > before or not path.is_file():
        write_file(path, json.dumps(codes, indent=1))  # marks hang on it: never half of it
    return codes


def print_of(answer):
    """Eight signs that stand for one text: another text has others."""
    told = json.dumps(answer, sort_keys=True).encode("ascii")
    return hashlib.sha256(told).hexdigest()[:8]


def texts_of(folder, assignment, student):
    """{task id: the print of the student's present text},
    of the tasks that the student answered.
    """
    lines = answers.read(folder.place("sheets", student, assignment.name) / sheets.ANSWERS)
    given = final(assignment, lines)
    return {
        task["id"]: print_of(given[task["id"]]) for task in assignment.tasks if task["id"] in given
    }


def prints_file(folder, name):
    """The file {student: {task: print}}: which text each mark brought in is of."""
    return folder.path / "marks" / f"{name}-texts.json"


def read_kept(path):
    """The dict in one of our own files in marks/; an empty one if there is none."""
    if not path.is_file():
        return {}
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        if isinstance(content, dict):
            return content
    except (ValueError, RecursionError):
        pass
    raise CourseError(
        f"{path} is damaged, and marks hang on it; put it back from copies/ or from your own "
        "backup."
    )


def saved(folder, name):
    """{student: {task: {criterion: level}}} as brought in so far."""
    return read_kept(folder.path / "marks" / f"{name}.json")

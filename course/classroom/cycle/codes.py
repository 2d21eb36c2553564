"""Under which code a student's text is marked by a person, and of which text a mark is.

A code has two parts: one for the student, one for the text that was marked. So a mark belongs to a
text, and not to whatever stands in its place later.
"""

import hashlib
import json
import secrets
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.classroom.cycle.marking import MOST_BYTES, final
from course.classroom.cycle.whole import write_file
from course.doors import plain_files
from course.errors import CourseError
from course.interactives import sheets
from course.items import answers

if TYPE_CHECKING:
    from course.classroom.cycle.folder import Folder

__all__ = ["codes_of", "kept_in", "print_of", "prints_file", "saved", "texts_of", "unwritten"]


def codes_of(folder, name, students):
    """{student: code}: drawn once, kept in marks/NAME-codes.json,
    where only the instructor looks.
    """
    path = folder.path / "marks" / f"{name}-codes.json"
    drawn = kept_in(path)
    before = len(drawn)
    for student in students:
        while student not in drawn:
            code = secrets.token_hex(3)
            if code not in drawn.values():
                drawn[student] = code
    if len(drawn) > before or not path.is_file():
        write_file(path, json.dumps(drawn, indent=1))  # marks hang on it: never half of it
    return drawn


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


def unwritten(folder, assignment, student):
    """The tasks for which a student, whose sheet is here, wrote nothing: they earn 0 as long as
    nobody gives more.
    """
    if not folder.place("sheets", student, assignment.name).is_dir():
        return []
    texts = texts_of(folder, assignment, student)
    return [task for task in assignment.tasks if task["id"] not in texts]


def kept_in(path: Path) -> dict[str, Any]:
    """The dict in one of our own files in marks/; an empty one if there is none."""
    try:
        content: Any = json.loads(plain_files.read(path, MOST_BYTES).decode("utf-8"))
        if isinstance(content, dict):
            return content
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, RecursionError):
        pass
    raise CourseError(
        f"{path} is damaged, and marks hang on it; put it back from copies/ or from your own "
        "backup."
    )


def prints_file(folder: "Folder", name: str) -> Path:
    """The file {student: {task: print}}: which text each mark brought in is of."""
    return folder.path / "marks" / f"{name}-texts.json"


def saved(folder: "Folder", name: str) -> dict[str, Any]:
    """{student: {task: {criterion: level}}} as brought in so far."""
    return kept_in(folder.path / "marks" / f"{name}.json")

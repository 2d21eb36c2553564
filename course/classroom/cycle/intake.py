"""From what came in to what is marked: our own sheet,
and of the student's files only the answers, read as data.
"""

import re

from course.classroom.cycle import handed, stamps
from course.classroom.cycle.marking import MOST_BYTES
from course.classroom.cycle.whole import write_folder
from course.classroom.exports.public import SHARE
from course.errors import CourseError
from course.interactives import sheets
from course.items import answers, kinds, situations

__all__ = ["prepare", "wanted"]


def wanted(assignment, lines):
    """The lines that belong to the assignment; those of the Desk only
    if the newest word on sharing them is yes.
    """
    ours = {item["id"] for item in assignment.items()} | {SHARE["id"]}
    said = [
        line["answer"]
        for line in lines
        if line["item"] == SHARE["id"] and kinds.of(SHARE).is_answer(line["answer"])
    ]
    shared = assignment.desk and said[-1:] == [0]
    return [
        line
        for line in lines
        if line["item"] in ours or (shared and line["item"] in situations.ids())
    ]


def _lines(path, student):
    if not path.exists() and not path.is_symlink():
        return []
    if path.is_symlink() or not path.is_file():
        raise CourseError(
            f"{student}: {path.name} is no plain file; ask for the answers.jsonl that the "
            "sheet wrote."
        )
    size = path.stat().st_size
    if size > MOST_BYTES:
        raise CourseError(
            f"{student}: {path.name} has {size / 1e6:.0f} MB, more than a sheet can write "
            f"({MOST_BYTES / 1e6:.0f} MB); "
            "ask for the file that the sheet wrote."
        )
    return answers.lines_of(path.read_bytes())


def _stamp(folder, student, told):
    """When it was handed in, as `collect` or nbgrader wrote it; what is no time that can be is
    replaced by what the folder and its answers tell.
    """
    path = folder / "timestamp.txt"
    own = handed.at(folder)
    if path.is_file() and not path.is_symlink() and path.stat().st_size < 1000:
        said = path.read_text(encoding="utf-8", errors="replace").strip()
        if stamps.parsed(said):
            return said
    if path.exists() or path.is_symlink():
        told.append(
            f"{student}: timestamp.txt tells no time that can be; {own:%Y-%m-%d %H:%M} UTC "
            "counts, when the folder or its answers were last changed."
        )
    return own.strftime("%Y-%m-%d %H:%M:%S UTC")


def _secret(folder):
    """The word by which the exchange gives feedback back to whoever handed in: as it came,
    if it is one.
    """
    path = folder / "submission_secret.txt"
    if path.is_file() and not path.is_symlink() and path.stat().st_size < 200:
        raw = path.read_bytes()
        if re.fullmatch(rb"[\w+/=-]+\s*", raw):
            return {path.name: raw}
    return {}


def prepare(folder, assignment, student, *, told=None):
    """Write sheets/STUDENT/NAME anew: the released notebook, the answers that belong to it, the
    time. Returns if it changed.

    told: a list that takes a sentence about a doubtful time. Raises CourseError, a sentence that
        begins with the student's name, if the answers file is none of ours.
    """
    name = assignment.name
    came, sheet = folder.place("submitted", student, name), folder.place("sheets", student, name)
    lines = wanted(assignment, _lines(came / sheets.ANSWERS, student))
    released = folder.path / "release" / name
    files = {
        **{
            file: (released / file).read_bytes()
            for file in (f"{name}.ipynb", "items.json")
            if (released / file).is_file()
        },
        sheets.ANSWERS: answers.as_file(lines),
        "timestamp.txt": _stamp(came, student, told if told is not None else []).encode(),
        **_secret(came),
    }
    if sheet.is_dir() and {p.name: p.read_bytes() for p in sheet.iterdir()} == files:
        return False
    write_folder(sheet, files)  # made from submitted/, which is never touched
    return True

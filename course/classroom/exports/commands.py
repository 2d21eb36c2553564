"""`course class export ...`: marks as tables, questions for other systems, and on paper."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from course.classroom.cycle.whole import write_bytes
from course.classroom.exports import cartridge, moodle, printed, qti21
from course.classroom.exports.formats import FORMATS
from course.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

    from course.classroom.cycle.assignment import Assignment
    from course.classroom.cycle.folder import Folder
    from course.classroom.steps import Asked

__all__ = ["run"]

_PLAIN = FORMATS["marks"][0]  # the marks item by item, as they always were


def _moodle(assignment: "Assignment") -> tuple[bytes, Iterable[str]]:
    return moodle.moodle_xml(assignment).encode(), ()


def _qti21(assignment: "Assignment") -> tuple[bytes, Iterable[str]]:
    made = qti21.qti21(assignment)
    return made.raw, made.told


def _cartridge(assignment: "Assignment") -> tuple[bytes, Iterable[str]]:
    made = cartridge.cartridge(assignment)
    return made.raw, made.told


def _paper(assignment: "Assignment") -> tuple[bytes, Iterable[str]]:
    return printed.paper_html(assignment).encode(), ()


# the end of a file's name, and what writes it
_QUESTIONS: dict[str, tuple[str, Callable[["Assignment"], tuple[bytes, Iterable[str]]]]] = {
    "moodle-xml": ("moodle.xml", _moodle),
    "qti-2.1": ("qti21.zip", _qti21),
    "common-cartridge-1.3": ("cc13.imscc", _cartridge),
    "paper": ("paper.html", _paper),
}


def run(folder: "Folder", asked: "Asked") -> list[str]:
    """Write one file into exports/ and tell it. Raises CourseError for a format that is none."""
    assignment = folder.assignment(asked.name)
    form = _format(asked.what, asked.format)
    if asked.dry_run:
        return [f"Would write exports/{asked.name}-{asked.what}, as {form}."]
    if asked.what == "marks":
        return _marks(folder, asked.name, form)
    end, write = _QUESTIONS[form]
    raw, told = write(assignment)
    path: Path = folder.path / "exports" / f"{asked.name}-{end}"
    folder.keep_copy(path)
    write_bytes(path, raw)
    held = "" if form == "paper" else " It holds the key: it is for you, not for students."
    return [f"{path} is written.{held}", *told]


def _format(what: str, named: str | None) -> str:
    known = FORMATS[what]
    if named is None:
        return known[0]
    if named not in known:
        raise CourseError(
            f"{what} cannot be written as {named:.40}; choose --format {', '.join(known)}."
        )
    return named


def _marks(folder: "Folder", name: str, form: str) -> list[str]:
    from course.classroom.cycle import made, markbook, roll
    from course.classroom.cycle.told import Told

    told = Told(folder, "export", name)
    held = roll.marks_of(folder, name)[0]
    if form == _PLAIN:
        path = markbook.write(folder, name, told)
    else:
        path = markbook.write_for(folder, name, form, told)
    made.keep(folder, name, path.name, {one: marks.print for one, marks in held.items()})
    told.append(f"{path} is written.")
    return told

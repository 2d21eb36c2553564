"""What was marked, as nbgrader's own pages open it: autograded/STUDENT/NAME holds the sheet with
each answer and each mark, and a copy of what they were read from.

The copy says what a mark is of: a student whose sheet differs from it is to be marked (again).
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.classroom.cycle.marking import final
from course.classroom.cycle.whole import write_folder
from course.classroom.exports.public import SHARE
from course.interactives import sheets
from course.items import kinds

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from course.classroom.cycle.assignment import Assignment
    from course.classroom.cycle.folder import Folder
    from course.classroom.cycle.marking import Mark
    from course.items.kinds import Item

__all__ = ["Marked", "is_of", "keep"]

_READ_ONLY, _SHARED = 0o444, 0o664  # as nbgrader leaves what it marked


def _beside(place: Path) -> "dict[str, bytes]":
    """The files of a folder, without the notebook: they are the same in what was marked."""
    return {
        path.name: path.read_bytes()
        for path in place.iterdir()
        if path.suffix != ".ipynb" and path.is_file() and not path.is_symlink()
    }


def is_of(sheet: Path, done: Path) -> bool:
    """Was this sheet marked, with these answers, and handed in then?"""
    return _beside(sheet) == _beside(done)


def _result(words: str, html: str) -> "list[dict[str, Any]]":
    """A cell's outputs, as a kernel would have left them."""
    data = {"text/plain": words, "text/html": html}
    kind = "execute_result"
    return [{"output_type": kind, "execution_count": None, "metadata": {}, "data": data}]


def _filled(
    cell: "dict[str, Any]",
    items: "Mapping[str, Item]",
    given: "Mapping[str, Any]",
    marks: "Mapping[str, Mark]",
) -> "dict[str, Any]":
    """A cell of the sheet with what belongs under it: the answer, or the mark."""
    if cell["cell_type"] != "code":
        return cell
    name = str(cell.get("id", ""))
    asked, outputs = name.removeprefix("ask-"), []
    if name.startswith("ask-") and asked in items:
        html = sheets.question_html(items[asked])
        html += sheets.answer_html(items[asked], given.get(asked))
        outputs = _result(f"Given({asked!r})", html)
    graded = cell["metadata"].get("nbgrader", {}).get("grade_id")
    if graded in marks:
        outputs = _result(repr(marks[graded]), marks[graded]._repr_html_())
    return cell | {"outputs": outputs}


def _newest(item: "Item", lines: "Iterable[Mapping[str, Any]]") -> object:
    """The newest answer to an item that is not marked, such as whether the Desk may be counted."""
    kind, found = kinds.of(item), None
    for line in lines:
        if line["item"] == item["id"] and kind.is_answer(line["answer"]):
            found = line["answer"]
    return found


@dataclass(frozen=True)
class Marked:
    """A submission with its marks. lines: of the answers file; marks: {question: Mark}."""

    assignment: "Assignment"
    lines: "Sequence[Mapping[str, Any]]"
    marks: "Mapping[str, Mark]"


def keep(folder: "Folder", student: str, done: Marked, *, shared: bool = False) -> None:
    """Write autograded/STUDENT/NAME, in one move. shared: by several lecturers."""
    name = done.assignment.name
    sheet = folder.place("sheets", student, name)
    book = json.loads((sheet / f"{name}.ipynb").read_text(encoding="utf-8"))
    items = {item["id"]: item for item in (*done.assignment.items(), SHARE)}
    given = final(done.assignment, done.lines) | {SHARE["id"]: _newest(SHARE, done.lines)}
    book["cells"] = [_filled(cell, items, given, done.marks) for cell in book["cells"]]
    text = sheets.legible(json.dumps(book, indent=1, ensure_ascii=False))
    files = _beside(sheet) | {f"{name}.ipynb": text.encode()}
    write_folder(
        folder.place("autograded", student, name),
        files,
        rights=_SHARED if shared else _READ_ONLY,
    )

"""Of which marks each page, report and file was made, so that one that is older than the marks is
known: marks/NAME-made.json.
"""

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from typing import TYPE_CHECKING, Any

from course.classroom.cycle.codes import kept_in
from course.classroom.cycle.whole import write_file

if TYPE_CHECKING:
    from pathlib import Path

    from course.classroom.cycle.folder import Folder

__all__ = ["BY_HAND", "GIVEN", "PAGES", "by_hand", "given", "keep", "older", "page_print"]

# of each student alone; any other is of the whole class
PAGES, GIVEN, BY_HAND = _OWN = "feedback", "given", "by hand"


def _file(folder: "Folder", name: str) -> "Path":
    return folder.path / "marks" / f"{name}-made.json"


def keep(folder: "Folder", name: str, what: str, prints: Mapping[str, str]) -> None:
    """Keep that `what` was made now. prints: {student: the print of the marks}; of PAGES, GIVEN
    and BY_HAND only those students change.
    """
    held = kept_in(_file(folder, name))
    held[what] = {**(held.get(what, {}) if what in _OWN else {}), **prints}
    write_file(_file(folder, name), json.dumps(held, indent=1))


def older(folder: "Folder", name: str, now: Mapping[str, str]) -> dict[str, list[str]]:
    """{what: whose marks are newer than it} of all that is older than the marks. now: {student: the
    print of the marks}.
    """
    held: dict[str, Any] = kept_in(_file(folder, name))
    found: dict[str, list[str]] = {}
    for what, prints in held.items():
        of = prints.keys() if what == PAGES else now.keys() | prints.keys()
        if what not in {GIVEN, BY_HAND}:
            found[what] = sorted(one for one in of if now.get(one) != prints.get(one))
    return {what: students for what, students in found.items() if students}


def page_print(folder: "Folder", name: str, student: str) -> str:
    """What stands for a student's page as it is; "" if there is none."""
    with suppress(OSError):
        path = folder.place("feedback", student, name) / f"{name}.html"
        return hashlib.sha256(path.read_bytes()).hexdigest()[:16]
    return ""


def by_hand(folder: "Folder", name: str) -> dict[str, str]:
    """{student: the print of the page that no exchange carried when it was given last}."""
    return dict(kept_in(_file(folder, name)).get(BY_HAND, {}))


def given(folder: "Folder", name: str) -> dict[str, str]:
    """{student: the print of the page that was given last}; of a class that never kept it, of each
    page that there is.
    """
    held = kept_in(_file(folder, name))
    if GIVEN in held:
        return dict(held[GIVEN])
    return {one: page_print(folder, name, one) for one in folder.students("feedback", name)}

"""What a lecturer hands out by mail or on a stick, where no exchange carries it: the sheet, or the
pages of feedback, as one zip.
"""

import io
import zipfile
from pathlib import Path

from course.classroom.cycle.folder import Folder
from course.classroom.page.standing import stands

__all__ = ["zipped"]


def zipped(folder: Folder, name: str, what: str) -> bytes | None:
    """The zip of the assignment: "sheet", the folder that a student gets, or "feedback", the page
    of each student that is given by hand. None if there is nothing to hand out.
    """
    found = _sheet(folder, name) if what == "sheet" else _pages(folder, name)
    if not found:
        return None
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as packed:
        for inside, path in sorted(found.items()):
            packed.write(path, inside)
    return held.getvalue()


def _sheet(folder: Folder, name: str) -> dict[str, Path]:
    """{path in the zip: file}, by the two names of what was looked through for leaks."""
    place = folder.path / "release" / name
    files = (place / f"{name}.ipynb", place / "items.json")
    return {f"{name}/{path.name}": path for path in files if _is_plain(path)}


def _pages(folder: Folder, name: str) -> dict[str, Path]:
    """The same: a page bears its student's name, so that whoever sends eight mixes up none."""
    by_hand = {who for who, state in stands(folder, name).pages.items() if state == "by_hand"}
    places = folder.students("feedback", name)
    pages = {who: places[who] / f"{name}.html" for who in by_hand & places.keys()}
    return {f"{name}, {who}.html": page for who, page in pages.items() if _is_plain(page)}


def _is_plain(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()

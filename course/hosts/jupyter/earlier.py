"""A clone was once read in notebooks/ itself. What a reader left there comes along when the
reader's own folder is made.

Nothing is taken away: the old files stay where they are.
"""

import os
import shutil

from course import _places
from course.hosts import tracked
from course.items import answers

__all__ = ["bring_along", "not_ours"]


def not_ours(folder):
    """Names of chapters that may hold a reader's own words as they lie in notebooks/:
    those that git calls changed.
    """
    if folder != _places.reading():
        return frozenset()
    shipped = _places.shipped_notebooks()
    changed = tracked.changed(shipped)
    if changed is None:
        return frozenset(path.name for path in shipped.glob("*.ipynb"))
    return frozenset(path.name for path in changed)


def bring_along(folder):
    """Copy a reader's answers, memos and cases from notebooks/ into the folder of a reader who has
    none yet. Raises OSError.
    """
    if folder != _places.reading():
        return
    old = _places.shipped_notebooks()
    kept = old / "answers.jsonl"
    if _is_plain(kept) and answers.read(kept):
        answers.bring_in(kept.read_bytes(), folder / kept.name)
    for memo in (*old.glob("memo*.html"), *old.glob("memo*.docx")):
        _copy(memo, folder)
    for table in (old / "cases").glob("*/*.csv"):
        if not table.parent.is_symlink():
            _copy(table, folder / "cases" / table.parent.name)


def _copy(path, folder):
    if _is_plain(path) and not os.path.lexists(folder / path.name):
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, folder / path.name)


def _is_plain(path):
    return path.is_file() and not path.is_symlink() and os.access(path, os.R_OK)

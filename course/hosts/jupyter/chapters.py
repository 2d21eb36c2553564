"""The chapters in a reader's folder: laid once, renewed by an upgrade if nobody touched them, never
lost.

A record beside them says what was laid. A chapter counts as changed if the text of a cell differs
from that: running and saving change nothing that a reader wrote. Whatever lies in the folder may be
somebody else's making, the record
too: it is read within bounds, names come from the course's own list, and no link is followed.
"""

import hashlib
import json
import os
import stat
import tempfile
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

from course import _places
from course.hosts.jupyter.laid import Laid, news

__all__ = ["NEWS", "RECORD", "InTheWayError", "Laid", "Standing", "lay", "standing"]

RECORD = ".steel-frame.json"
NEWS = "00-new-chapters.ipynb"
_MOST_RECORD, _MOST_CHAPTER = 100_000, 50_000_000  # bytes that are read
_MOST_BESIDE = 9  # copies of one chapter that a reader may have changed, each kept


def _plain_bytes(path, most):
    """What a plain file holds; None if it is a link, no file, too large or cannot be read."""
    try:
        seen = os.lstat(path)
        if not stat.S_ISREG(seen.st_mode) or seen.st_size > most:
            return None
        with open(path, "rb", opener=_no_link) as file:
            return file.read(most)
    except OSError:
        return None


def _no_link(path, flags):
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0))


def _words(raw):
    """The hash of what a reader sees and may change: the kind and the text of each cell.
    None if it is no notebook.
    """
    try:
        cells = json.loads(raw)["cells"]
        seen = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
        return hashlib.sha256(json.dumps(seen).encode()).hexdigest()
    except (ValueError, KeyError, TypeError, RecursionError):
        return None


def _filled(raw: bytes) -> set[int]:
    """Which cells hold an output, by their number; none of what is no notebook."""
    try:
        return {i for i, cell in enumerate(json.loads(raw)["cells"]) if cell.get("outputs")}
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return set()


def _is_hash(value):
    return isinstance(value, str) and len(value) == 64 and set(value) <= set("0123456789abcdef")


def _recorded(folder, names):
    """{chapter: {what: hash}} as the record tells it;
    of a record that is damaged or not ours, what is sound.
    """
    try:
        told = json.loads(_plain_bytes(folder / RECORD, _MOST_RECORD) or b"{}")["chapters"]
        return {
            name: {
                what: told[name][what]
                for what in ("words", "file", "offered")
                if _is_hash(told[name].get(what))
            }
            for name in names
            if isinstance(told.get(name), dict)
        }
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


class InTheWayError(Exception):
    """A folder lies where a file must go. Its text is a whole sentence, with a cure."""


def _put(path, raw):
    """Write a file whole or not at all; what lies there, a link for instance, is replaced and not
    followed.

    The part has a name of its own, since two servers may start at once. Raises InTheWayError if a
    folder lies there.
    """
    if path.is_dir() and not path.is_symlink():
        raise InTheWayError(
            f"A folder lies where the course puts a file, {path}; give that folder another "
            "name and run `course` again."
        )
    # ours alone
    opened, name = tempfile.mkstemp(prefix=f".{path.name}.", suffix=".part", dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(raw)
            file.flush()
            os.fsync(file.fileno())
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


@dataclass(frozen=True)
class Standing:
    """How one chapter of the folder stands.

    how: "missing"; "newest"; "emptied", the newest, but outputs are gone; "old", and nobody touched
    it; "changed", while the course has a newer one; "kept", a change to what is still the newest;
    "torn", cut off, empty, a link, or else no notebook.
    """

    name: str
    how: str
    raw: bytes = field(repr=False)  # as shipped
    words: str = ""  # their hash, as shipped
    file: str = ""  # the hash of the whole file, as shipped
    known: dict = field(default_factory=dict)  # what the record says

    def is_news(self):
        """Has the reader changed it, and not been given the newer one yet?"""
        return self.how == "changed" and self.known.get("offered") != self.words


def standing(folder):
    """A Standing for each chapter that the course ships; nothing is written."""
    shipped = sorted(_places.shipped_notebooks().glob("*.ipynb"))
    record = _recorded(folder, [chapter.name for chapter in shipped])
    for chapter in shipped:
        raw, known = chapter.read_bytes(), record.get(chapter.name, {})
        words, file = _words(raw) or "", hashlib.sha256(raw).hexdigest()
        place = folder / chapter.name
        how = "missing"
        if os.path.lexists(place):
            theirs = _plain_bytes(place, _MOST_CHAPTER) or b""
            how = _how(_words(theirs), words, file, known)
            if how == "newest" and _filled(raw) - _filled(theirs):
                how = "emptied"
        yield Standing(chapter.name, how, raw, words, file, known)


def _how(theirs, words, file, known):
    if theirs is None:
        return "torn"
    if theirs == known.get("words") and file != known.get("file"):
        return "old"
    if theirs == words:
        return "newest"
    return "kept" if known.get("words") == words else "changed"


def _beside(folder, chapter):
    """Where a newer chapter goes: a free name, or that of one laid before
    which nobody changed. None if all are taken.
    """
    stem = chapter.name.removesuffix(".ipynb")
    for number in range(1, _MOST_BESIDE + 1):
        name = f"{stem}-new{'' if number == 1 else f'-{number}'}.ipynb"
        if not os.path.lexists(folder / name):
            return name
        words = _words(_plain_bytes(folder / name, _MOST_CHAPTER) or b"")
        if words is not None and words == chapter.known.get("offered"):
            return name
    return None


def _free_name(folder, name):
    """What a chapter that cannot be read is called from now on.
    None if all such names are taken.
    """
    stem = name.removesuffix(".ipynb")
    names = (
        f"{stem}-unread{'' if number == 1 else f'-{number}'}.ipynb"
        for number in range(1, _MOST_BESIDE + 1)
    )
    return next((one for one in names if not os.path.lexists(folder / one)), None)


def lay(folder, *, unrecorded=frozenset()):
    """Bring the folder up to date; returns what was done as Laid. Raises OSError if the folder
    cannot be written.

    A missing chapter is laid, an untouched old one renewed, as is one whose outputs are gone: they
    are no reader's work. Beside a changed old one its newer version is laid, once.
    unrecorded: names that may hold a reader's own words as they are laid, and so are never taken
        for untouched.
    """
    done, record = Laid(), {}
    for chapter in standing(folder):
        known, name = dict(chapter.known), chapter.name
        if chapter.how == "torn":
            if not (aside := _free_name(folder, name)):
                continue
            with suppress(FileNotFoundError):  # another start was quicker
                (folder / name).rename(folder / aside)
            done.torn[name] = aside
        told = {
            "missing": done.laid,
            "torn": done.laid,
            "old": done.renewed,
            "emptied": done.refilled,
        }
        if chapter.how in told:
            _put(folder / name, chapter.raw)
            told[chapter.how].append(name)
        if chapter.how in {*told, "newest"}:
            known = {"words": chapter.words, "file": chapter.file}
        elif chapter.is_news() and (beside := _beside(folder, chapter)):
            _put(folder / beside, chapter.raw)
            done.beside[name] = beside
            known["offered"] = chapter.words
        record[name] = {} if name in unrecorded else known
    _put_record(folder, record)
    if done.is_news():
        _put(folder / NEWS, news(done))
    return done


def _put_record(folder, record):
    raw = json.dumps({"v": 1, "chapters": record}, indent=1).encode() + b"\n"
    if _plain_bytes(folder / RECORD, _MOST_RECORD) != raw:
        _put(folder / RECORD, raw)

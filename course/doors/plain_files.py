"""Files that may be anything: opened without waiting, and only if they are plain files of a size
that can be read.

A link to a plain file is followed: a student may keep her answers in a folder that is backed up.
What a class hands in is another matter; course/classroom takes no link.
"""

import os
import stat
from contextlib import suppress
from io import BufferedIOBase
from pathlib import Path

__all__ = ["UnreadableError", "append", "create", "held_by_others", "is_anothers", "read"]

# A pipe without a writer would keep us waiting; Windows has none of these but the last.
_CALM = sum(getattr(os, name, 0) for name in ("O_NONBLOCK", "O_NOCTTY", "O_CLOEXEC", "O_BINARY"))
_OWN = 0o600


class UnreadableError(OSError):
    """Something is there that cannot be used. Its text goes on after the file's name: "is no plain
    file".
    """


def _check(status: os.stat_result, most: int) -> None:
    if not stat.S_ISREG(status.st_mode):
        raise UnreadableError("is no plain file")
    if status.st_size > most:
        raise UnreadableError(
            f"has {status.st_size / 1e6:,.0f} MB, more than can be read ({most / 1e6:,.0f} MB)"
        )


def read(path: Path, most: int) -> bytes:
    """The bytes of a plain file of at most `most` bytes.

    Raises FileNotFoundError if nothing is there, UnreadableError if something is that cannot be
    read.
    """
    try:
        _check(path.stat(), most)  # before it is opened: opening a device may do something
        with open(os.open(path, os.O_RDONLY | _CALM), "rb") as file:  # noqa: PTH123 a path's open takes no flags
            _check(os.fstat(file.fileno()), most)
            return file.read()
    except (FileNotFoundError, NotADirectoryError):
        if path.is_symlink():
            raise UnreadableError("leads to a file that is not there") from None
        raise FileNotFoundError(path) from None
    except UnreadableError:
        raise
    except OSError:
        raise UnreadableError("cannot be read") from None


def create(path: Path, raw: bytes) -> None:
    """Write a new file, for its owner alone. Raises OSError if it cannot be written,
    or if one came in between.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _CALM
    with open(os.open(path, flags, _OWN), "wb") as file:  # noqa: PTH123 a path's open takes no rights
        file.write(raw)


def _tighten(file: BufferedIOBase) -> None:
    """What is ours is for us alone; a folder that knows no rights, on a stick,
    keeps what it has.
    """
    status = os.fstat(file.fileno())
    if hasattr(os, "geteuid") and status.st_uid == os.geteuid() and status.st_mode & 0o077:
        with suppress(OSError):
            os.fchmod(file.fileno(), _OWN)


def is_anothers(path: Path) -> bool:
    """Does it belong to another user, who could read and change what is put there?

    Root's is nobody's in that sense; and root itself, as in a container, may work on a user's
    folder. False on Windows.
    """
    if not hasattr(os, "geteuid") or os.geteuid() == 0:
        return False
    return path.stat().st_uid not in {os.geteuid(), 0}


def held_by_others(folder: Path) -> str:
    """Why a folder is no place for what is ours, as the end of a sentence; "" if it is one. Raises
    OSError.

    One of our own that others could write to is closed to them, where its file system knows rights.
    """
    if is_anothers(folder):
        return "belongs to another user"
    status = folder.stat()
    if hasattr(os, "geteuid") and status.st_mode & 0o022:
        if status.st_uid == os.geteuid():
            with suppress(OSError):
                folder.chmod(stat.S_IMODE(status.st_mode) & ~0o022)
        elif status.st_mode & 0o002:
            return "can be written by every user"
    return ""


def append(path: Path, raw: bytes, most: int) -> None:
    """One write at the end of a plain file, for its owner alone; a torn last line, from a power
    cut, is closed off first.

    Raises UnreadableError if something else is there or if the file would outgrow `most` bytes,
    OSError if it cannot be written.
    """
    if path.is_symlink() and not path.exists():
        raise UnreadableError("leads to a file that is not there")
    if path.exists():
        _check(path.stat(), most - len(raw))
    flags = os.O_RDWR | os.O_APPEND | os.O_CREAT | _CALM
    with open(os.open(path, flags, _OWN), "a+b") as file:  # noqa: PTH123
        _check(os.fstat(file.fileno()), most - len(raw))
        _tighten(file)
        if file.seek(0, os.SEEK_END):
            file.seek(-1, os.SEEK_END)
            if file.read(1) != b"\n":
                raw = b"\n" + raw
        file.write(raw)
        file.flush()
        os.fsync(file.fileno())

"""The exchange's inbound folder, where strangers write: nothing is followed, and what is checked is
what is read.

nbgrader copies a hand-in with all that its links point to. Here five files are known by name. Each
is opened without following a link and without waiting, the open file is checked, and no more is
read of it than a sheet can have written. Whoever hands in owns the folder and the files; that alone
cannot be forged. The system's time of the last change cannot be set back; but whoever knows a
folder's name may rename it, and so make that time, and the name, another.
"""

import os
import stat
from dataclasses import dataclass
from datetime import UTC, datetime

from course.classroom.cycle import naming, stamps
from course.classroom.cycle.exchange import FOLDER, opened, owner_of
from course.classroom.cycle.marking import MOST_BYTES
from course.errors import CourseError
from course.interactives import sheets

__all__ = ["SECRET", "STAMP", "HandedIn", "Taken", "entries", "opened", "take"]

STAMP, SECRET, ITEMS = "timestamp.txt", "submission_secret.txt", "items.json"
_MOST_WORD = 1000  # bytes of the time and of the secret
_MOST_SEEN = 1000  # names of a folder that are looked at for links
_FILE = (
    os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC if hasattr(os, "O_NONBLOCK") else 0
)


@dataclass(frozen=True)
class HandedIn:
    """One folder of the inbound folder. owner: a system user's name; at: when it was handed in
    (UTC) as far as is known.
    """

    folder: str
    student: str
    owner: str
    at: datetime
    changed: int  # nanoseconds since 1970, as the system counts them
    # when the answers were last written; whoever may rename a folder cannot change that
    answered: datetime
    is_doubtful: bool  # does its name contradict the system's clock?


@dataclass(frozen=True)
class Taken:
    """What was read of one: {name: bytes}, when it was handed in,
    and sentences for the lecturer.
    """

    files: dict
    at: datetime
    notes: tuple


def _time(said, status):
    """When a folder was handed in: as its name says,
    unless the system's own clock contradicts it.
    """
    changed = datetime.fromtimestamp(status.st_ctime, UTC)
    return min(said, changed) if said else changed


def entries(inbound, name):
    """(hand-ins of the assignment, newest first; names of its folders that no student can have)."""
    found, odd = [], []
    for entry in os.listdir(inbound):  # noqa: PTH208 a descriptor has no path
        student, ours, rest = entry.partition(f"+{name}+")
        if not ours:
            continue
        if naming.fault(student):
            odd.append(entry)
            continue
        try:
            status = os.stat(entry, dir_fd=inbound, follow_symlinks=False)
        except OSError:
            continue  # removed this moment
        said = stamps.parsed(_said(rest))
        answered, times = _answered(inbound, entry, status)
        at = _time(said, status)
        is_doubtful = said is not None and any(abs(said - time) > stamps.NEAR for time in times)
        changed = status.st_ctime_ns
        found.append(HandedIn(entry, student, owner_of(status), at, changed, answered, is_doubtful))
    return sorted(found, key=lambda one: (one.at, one.changed, one.folder), reverse=True), sorted(
        odd
    )


def _answered(inbound, entry, status):
    """(when the answers in a hand-in were last written,
    what the system's clock says of folder and answers).
    """
    changed = datetime.fromtimestamp(status.st_ctime, UTC)
    if not stat.S_ISDIR(status.st_mode):
        return changed, [changed]
    try:
        inside = os.stat(f"{entry}/{sheets.ANSWERS}", dir_fd=inbound, follow_symlinks=False)
        written, noted = (
            datetime.fromtimestamp(at, UTC) for at in (inside.st_mtime, inside.st_ctime)
        )
    except (OSError, OverflowError, ValueError):  # none, or of a year that no clock shows
        return changed, [changed]
    return written, [changed, noted]


def _said(rest):
    """The time in TIME or TIME+RANDOM, which is what stands after
    the assignment in a folder's name.
    """
    return rest if stamps.parsed(rest) else rest.rpartition("+")[0]


def _checked(file, name, owner):
    """The state of an open file, if it is a plain file of its owner's alone."""
    status = os.fstat(file)
    if not stat.S_ISREG(status.st_mode):
        raise CourseError(f"{name} is no plain file")
    if status.st_uid != owner:
        raise CourseError(f"{name} belongs to another user, {owner_of(status)}")
    if status.st_nlink > 1:
        raise CourseError(f"{name} is a second name (a hard link) of a file that lies elsewhere")
    return status


def _read(folder, name, owner, most):
    """(bytes, state) of a file of the folder; None if there is none. Raises CourseError,
    a clause.
    """
    try:
        file = os.open(name, _FILE, dir_fd=folder)
    except FileNotFoundError:
        return None
    except PermissionError:
        raise CourseError(f"{name} may not be read by you") from None
    except OSError:  # a link, which is not followed; a socket
        raise CourseError(f"{name} is a link or no plain file, and was not followed") from None
    try:
        status, parts, left = _checked(file, name, owner), [], most + 1
        while status.st_size <= most and left > 0 and (part := os.read(file, min(left, 1 << 20))):
            parts.append(part)
            left -= len(part)
        if status.st_size > most or not left:
            raise CourseError(
                f"{name} has {max(status.st_size, most + 1) / 1e6:.1f} MB, more than a sheet "
                f"can write ({most / 1e6:g} MB)"
            )
        return b"".join(parts), status
    finally:
        os.close(file)


def _strange(folder, known):
    """A clause about links and the like beside the known files, which nobody needs there;
    None if there are none.
    """
    links, seen = [], 0
    with os.scandir(folder) as found:
        for entry in found:
            seen += 1
            plain = entry.is_file(follow_symlinks=False) or entry.is_dir(follow_symlinks=False)
            if entry.name not in known and not plain:
                links.append(entry.name)
            if seen == _MOST_SEEN:
                return (
                    f"the folder holds {_MOST_SEEN} files or more; only {', '.join(known)} were "
                    "read"
                )
    if links:
        more = f" and {len(links) - 3} more" if len(links) > 3 else ""
        return (
            f"{', '.join(map(naming.shown, sorted(links)[:3]))}{more} beside the answers: a link "
            "or a device, not followed"
        )
    return None


def take(inbound, one, name):
    """Read a HandedIn as Taken. Raises CourseError, a clause that says what is wrong with it."""
    try:
        folder = os.open(one.folder, FOLDER, dir_fd=inbound)
    except PermissionError:
        raise CourseError("the folder may not be read by you") from None
    except OSError:
        raise CourseError("the folder is a link or no folder, and was not followed") from None
    try:
        return _taken(folder, one, name)
    finally:
        os.close(folder)


def _taken(folder, one, name):
    state = os.fstat(folder)
    if owner_of(state) != one.owner:
        raise CourseError("the folder was changed while it was read")
    known = {
        sheets.ANSWERS: MOST_BYTES,
        f"{name}.ipynb": 4 * MOST_BYTES,
        ITEMS: MOST_BYTES,
        STAMP: _MOST_WORD,
        SECRET: _MOST_WORD,
    }
    read = {file: _read(folder, file, state.st_uid, most) for file, most in known.items()}
    read = {file: found for file, found in read.items() if found}
    notes = [_strange(folder, known)]
    if sheets.ANSWERS not in read:
        notes.append(
            f"there is no {sheets.ANSWERS}, so nothing is answered; ask for it if that "
            "surprises you"
        )
    last = max(
        status.st_ctime
        for status in (state, *(s for f, (_, s) in read.items() if f == sheets.ANSWERS))
    )
    at, doubt = _counted(one, read, datetime.fromtimestamp(last, UTC))
    files = {file: raw for file, (raw, _) in read.items()} | {STAMP: stamps.written(at).encode()}
    return Taken(files, at, tuple(filter(None, [*notes, doubt])))


def _counted(one, read, changed):
    """(when it was handed in, a clause if two witnesses differ by much).
    The system's clock is believed.
    """
    in_name = stamps.parsed(_said(one.folder.split("+", 2)[2]))
    inside = stamps.parsed(read[STAMP][0].decode("utf-8", "replace")) if STAMP in read else None
    said = [at for at in (in_name, inside) if at]
    far = [at for at in said if abs(at - changed) > stamps.NEAR]
    if not far:
        return (in_name or changed), None
    return changed, (
        f"it says that it was handed in at {min(far):%Y-%m-%d %H:%M} UTC, but it was last "
        "changed at "
        f"{changed:%Y-%m-%d %H:%M} UTC by the clock of the system, which counts"
    )

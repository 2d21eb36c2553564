"""The class's place on the exchange: opened without following a link,
and only if it is of whoever runs the command.
"""

import os
from contextlib import contextmanager

from course.classroom.cycle import ways
from course.errors import CourseError

__all__ = ["FOLDER", "opened", "owner_of"]

FOLDER = (
    os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC if hasattr(os, "O_DIRECTORY") else 0
)


def owner_of(status):
    """The name of the system user who owns a file."""
    import pwd

    try:
        return pwd.getpwuid(status.st_uid).pw_name
    except KeyError:
        return f"number {status.st_uid}"


def _way(root, course, shared):
    """Descriptors of the exchange, the class and its inbound folder,
    as far as they are there. The last two follow no link.
    """
    held = []
    try:
        for step in (root, course, "inbound"):
            how = FOLDER if held else FOLDER & ~os.O_NOFOLLOW
            held.append(os.open(step, how, dir_fd=held[-1] if held else None))
    except FileNotFoundError:
        pass
    except PermissionError:
        if len(held) == 1 and not shared:
            status = os.stat(course, dir_fd=held[0], follow_symlinks=False)
            _close(held)
            _check_ours(status, root, course)
        else:
            _close(held)
        raise CourseError(
            f"You may not read {root}/{course}/inbound; only the user who released the sheets "
            "can collect."
        ) from None
    except OSError:
        _close(held)
        raise CourseError(
            f"{root}/{course} {ways.on_exchange()} holds a link where nbgrader makes a folder; ask "
            "who looks after the "
            "machine to remove it, then release the sheet again."
        ) from None
    return held


def _close(held):
    for one in held:
        os.close(one)


def _check_ours(status, root, course):
    """Raise CourseError unless the class's folder is of whoever runs this: where all may write,
    anybody may take its name.
    """
    if status.st_uid != os.geteuid():
        raise CourseError(
            f"{root}/{course} {ways.on_exchange()} belongs to {owner_of(status)} and not to you, "
            "who could take what the class "
            "hands in; ask who looks after the machine to remove it, or give the class another "
            "name (course_id in "
            "nbgrader_config.py), then release the sheet again."
        )


@contextmanager
def opened(root, course, *, shared=False):
    """A descriptor of the class's inbound folder, or None if there is none yet. Raises CourseError
    if it is a link.

    shared: the class's folder may be another's, as where several lecturers share a class by
        nbgrader's groupshared.
    """
    held = _way(root, course, shared)
    try:
        if len(held) > 1 and not shared:
            _check_ours(os.fstat(held[1]), root, course)
        yield held[2] if len(held) == 3 else None
    finally:
        _close(held)

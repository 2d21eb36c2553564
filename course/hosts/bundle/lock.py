"""One window at a time: goes into the bundle beside start.py,
and like it keeps to what Python 3.6 can read.
"""

import errno
import os

if os.name == "nt":
    import msvcrt
else:
    import fcntl

__all__ = ["Held", "Lock"]


class Held(Exception):  # noqa: N818 it is no error
    """Another window holds the lock."""


class Lock:
    """Held by one window at a time while it installs. Whoever holds it lets go when it ends,
    however it ends.

    A file beside the folder, which stays there empty: what counts is who has locked it, no clock
    and no number of a process.
    """

    def __init__(self, path):
        self.path = path

    def __enter__(self):
        self.path.parent.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        self.file = os.open(str(self.path), flags, 0o600)
        try:
            if os.name == "nt":
                msvcrt.locking(self.file, msvcrt.LK_NBLCK, 1)
            else:
                fcntl.flock(self.file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            # A home on another machine may know no locks; there the course installs without.
            if error.errno in (errno.EACCES, errno.EAGAIN, errno.EDEADLK):
                os.close(self.file)
                raise Held(self.path) from None
        return self

    def __exit__(self, *_):
        os.close(self.file)

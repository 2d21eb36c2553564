"""What a command prints arrives, whatever letters the
terminal or the file at the other end knows.
"""

import sys

__all__ = ["print_anything"]


def print_anything():
    """Let standard output and error never fail for a letter: one that the other end lacks is
    written as its number.

    A file or a pipe in a code page, such as `course doctor > report.txt` on Windows, must hold a
    path in Urdu as well. Its encoding stays as it was asked for; only what it cannot say is written
    so: \\u06a9.
    """
    for stream in (sys.stdout, sys.stderr):
        # what stands in for a terminal may have none
        reconfigure = getattr(stream, "reconfigure", None)
        if reconfigure:
            reconfigure(errors="backslashreplace")

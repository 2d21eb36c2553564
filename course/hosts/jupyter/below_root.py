"""The folder of a notebook that a page names: it lies below the
folder that the server serves, or it is refused.
"""

from pathlib import Path

from course.errors import CourseError
from course.interface.words import say

__all__ = ["folder_of"]


def folder_of(root, notebook):
    """The folder (absolute, links followed) of `notebook`, a path below `root` as Jupyter's
    contents API writes it.

    Raises CourseError if it would lead out of `root`, by its words or by a link, or into what is
    hidden.
    """
    parts = notebook.strip("/").split("/")
    if "\0" in notebook or any(part.startswith(".") or not part for part in parts):
        raise CourseError(say("server.outside"))
    try:
        whole = Path(root).resolve()
        path = whole.joinpath(
            *parts
        ).resolve()  # a name that begins with a drive, on Windows, leads out
    except (OSError, RuntimeError, ValueError):  # a link to itself, a name that no disk takes
        raise CourseError(say("server.outside")) from None
    if path == whole or not path.is_relative_to(whole):
        raise CourseError(say("server.outside"))
    return path.parent

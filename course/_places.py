"""Where things lie: the only module that knows the course's folders.

In a clone the repository root holds notebooks/ and datasets/; in an installed wheel both lie inside
the package.
"""

import os
from pathlib import Path

from course.errors import CourseError

PACKAGE = Path(__file__).resolve().parent
_CLONE = PACKAGE.parent


def in_clone() -> bool:
    """Is this the repository, rather than an installed wheel?"""
    return (_CLONE / "pyproject.toml").is_file() and (_CLONE / "notebooks").is_dir()


def root() -> Path:
    """The folder that holds notebooks/ and datasets/."""
    return _CLONE if in_clone() else PACKAGE


def datasets() -> Path:
    return root() / "datasets"


def shipped_notebooks() -> Path:
    """The notebooks as shipped; never the student's working copy when installed from a wheel."""
    return root() / "notebooks"


def docs() -> Path:
    """The texts of the pages for people, in Markdown; of a wheel those that the edition shows."""
    return root() / "docs"


def course_folder() -> Path:
    """The student's folder: $STEEL_FRAME_HOME, else reading/ in a clone, else ~/steel-frame.

    A relative one is seen from where the course was started. It is made whole at once, here and for
    every kernel that
    starts from here: a kernel stands in another folder. Raises CourseError if the variable names
    the home of a user who is not there.
    """
    chosen = os.environ.get("STEEL_FRAME_HOME")
    if chosen:
        whole = at_home(chosen, "STEEL_FRAME_HOME").absolute()
        os.environ["STEEL_FRAME_HOME"] = str(whole)
        return whole
    return reading() if in_clone() else Path.home() / "steel-frame"


def at_home(path: str | Path, named: str) -> Path:
    """A path with ~ or ~user in its place. Raises CourseError, which names `named`,
    if there is no such user.
    """
    try:
        return Path(path).expanduser()
    except RuntimeError:
        raise CourseError(
            f"{named} names a home that is not there, {path}; write the folder's whole path "
            "and run `course` again."
        ) from None


def reading() -> Path:
    """Where a clone is read: a copy, which git ignores,
    so that reading never stands in the way of `git pull`.
    """
    return _CLONE / "reading"


def answers_file() -> Path:
    return course_folder() / "answers.jsonl"


def lab_share() -> Path:
    """What JupyterLab finds by JUPYTER_PATH: the course's own extension.
    A wheel puts it into share/jupyter as well.
    """
    return PACKAGE / "hosts" / "jupyter" / "share" / "jupyter"


def kernels() -> Path:
    """Where the course's servers find the kernel that takes
    nothing from the folder of a notebook.
    """
    return PACKAGE / "hosts" / "jupyter" / "kernels"


def lab_config() -> Path:
    """JupyterLab's settings for the course."""
    return PACKAGE / "hosts" / "jupyter" / "config"


def lecturer_config() -> Path:
    """What a lecturer's server on a hub has beside it: a terminal, formgrader."""
    return PACKAGE / "hosts" / "jupyter" / "lecturer"

"""What git knows of the clone: which files are the project's, and which of them were changed here.

What only lies in a clone, such as notes, keys, a memo, an editor's copies, is nobody's to give
away.
"""

import os
import subprocess

from course import _places
from course.errors import CourseError

__all__ = ["changed", "chapters", "tracked"]


def _git(*arguments):
    """What git says of the clone, or None if it cannot be asked."""
    # No setting of a repository may start a program here.
    command = ["git", "-c", "core.fsmonitor=false", "-c", "core.quotePath=false", *arguments]
    environment = {name: value for name, value in os.environ.items() if not name.startswith("GIT_")}
    try:
        done = subprocess.run(  # noqa: S603 git, with words of our own
            command,
            cwd=_places.root(),
            env=environment,
            capture_output=True,
            check=False,
            timeout=60,
        )
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout if done.returncode == 0 else None


def _paths(told):
    return {_places.root() / os.fsdecode(name) for name in told.split(b"\0") if name}


def tracked(folder):
    """The plain files under a folder of the clone that are the project's, sorted.

    Everything there, if this is no repository: an installed wheel, or sources unpacked from an
    archive. Raises CourseError if it is one and git cannot be asked.
    """
    in_repository = _places.in_clone() and (_places.root() / ".git").exists()
    if not (in_repository and folder.is_relative_to(_places.root())):
        return sorted(path for path in folder.rglob("*") if _is_plain(path))
    told = _git("ls-files", "-z", "--", str(folder))
    if told is None:
        raise CourseError(
            "git cannot say which files are the course's; see what `git status` says in the "
            "clone's folder, mend that, "
            "and run the command again."
        )
    return sorted(path for path in _paths(told) if _is_plain(path))


def _is_plain(path):
    return path.is_file() and not path.is_symlink()


def chapters():
    """The chapters that the course ships, in order:
    in a clone not a draft that git does not know yet.
    """
    shipped = _places.shipped_notebooks()
    return [path for path in tracked(shipped) if path.parent == shipped and path.suffix == ".ipynb"]


def changed(folder):
    """The files under a folder of the clone that differ from what was last committed;
    None if git cannot be asked.
    """
    told = _git("diff", "--name-only", "-z", "--relative", "HEAD", "--", str(folder))
    return None if told is None else _paths(told)

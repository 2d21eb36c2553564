"""A class folder of one's own: the specimens' keys with other values drawn,
so that the public keys do not fit.
"""

import random
import re
import shutil
from contextlib import suppress

import yaml

from course import _places
from course.classroom.cycle import assignment, drawing, naming, progress, sheet
from course.errors import CourseError
from course.record import data

__all__ = ["check", "init", "specimens"]

_CONFIG = """# nbgrader's settings for this class; `course class` reads them too.
c = get_config()  # noqa
c.CourseDirectory.course_id = "{course}"  # under this name students find the class
c.CourseDirectory.root = {root!r}
c.CourseDirectory.submitted_directory = "sheets"  # what is marked; what came in stays in submitted/
c.CourseDirectory.max_file_size = 6000  # kB; an answers file of a term takes some tens
c.CourseDirectory.max_dir_size = 50000
c.Execute.timeout = 60
c.Execute.extra_arguments = ["--HistoryManager.hist_file=:memory:", "--log-level=ERROR"]
c.ClearSolutions.enforce_metadata = False
# c.Exchange.root = "/srv/nbgrader/exchange"  # where the class meets, if not nbgrader's own place
"""

_SETTINGS = "nbgrader_config.py"
_HEAD = (
    "# Your own key: do not publish it. datasets/schemas/assignment.json says what it may hold.\n"
)
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # libyaml's, where there is one


def specimens():
    """The folder of the specimen assignments. Raises CourseError outside a clone:
    no wheel holds them.
    """
    folder = _places.root() / "notebooks" / "assignments"
    if not _places.in_clone() or not (folder / "keys").is_dir():
        raise CourseError(
            "The specimen assignments are only in a clone of the course; clone it, and run "
            "course class init there."
        )
    return folder


def init(target, *, course="steel-frame", seed=None):
    """Make the class folder `target`; returns the assignments' names. Whoever stops it, or a fault
    that does, leaves nothing behind.

    seed fixes the draw, for tests. Raises CourseError if the place is inside the clone, or not
    empty, or if no class can be called `course`.
    """
    target = check(target, course)
    draw = random.Random(seed) if seed is not None else random.SystemRandom()  # noqa: S311 a seed is for tests
    was_there = target.exists()
    try:
        (target / "keys").mkdir(parents=True)
    except OSError as error:
        raise _no_place(target, error) from None
    try:
        return _filled(target, course, draw)
    except BaseException as error:
        _removed(target, was_there=was_there)
        if isinstance(error, OSError):
            raise _no_place(target, error) from None
        raise


def check(target, course):
    """The place of a class folder that can be made there, under that name (Path). Raises
    CourseError as `init` does; nothing is written.
    """
    specimens()
    target = _places.at_home(target, "The class folder").resolve()
    if target.is_relative_to(_places.root().resolve()):
        raise CourseError(
            f"{target} is inside the clone, where keys could be published; name a folder "
            "outside it."
        )
    if set(str(target)) & set("*?[]"):
        raise CourseError(
            f"{target} holds one of the signs * ? [ ], which nbgrader takes for a pattern; "
            "name a folder without them."
        )
    try:
        is_taken = target.exists() and (not target.is_dir() or any(target.iterdir()))
    except OSError as error:
        raise _no_place(target, error) from None
    if is_taken:
        raise CourseError(f"{target} holds something already; name a folder that is empty or new.")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", course):
        raise CourseError(
            f"{naming.shown(course)} is no name for a class; use 64 letters of a to z, digits "
            "and hyphens at most, such as policy-2027."
        )
    return target


def _no_place(target, error):
    return CourseError(
        f"{target} cannot be made or read ({error.strerror or type(error).__name__}); name "
        "a folder in a place that is your own and has room."
    )


def _removed(target, *, was_there):
    """Half a class folder goes, and nothing else that lies there: a second attempt finds the place
    as it was.
    """
    for part in ("keys", "source"):
        shutil.rmtree(target / part, ignore_errors=True)
    with suppress(OSError):
        (target / _SETTINGS).unlink(missing_ok=True)
        if not was_there:
            target.rmdir()


def _filled(target, course, draw):
    """Write keys, sheets and settings; returns the assignments' names."""
    keys = sorted((specimens() / "keys").glob("*.yaml"))
    target.chmod(0o700)  # keys and marks are the instructor's own
    made = []
    with progress.shown(f"Making the class {course}", len(keys)) as bar:
        for key in keys:
            bar.now(f"Drawing the key of {key.stem}, and writing its sheet")
            content = drawing.drawn_anew(
                data.parsed(key.read_text(encoding="utf-8"), key.name), draw
            )
            content.pop("public", None)
            path = target / "keys" / key.name
            path.write_text(
                _HEAD
                + yaml.dump(
                    content, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=110
                ),
                encoding="utf-8",
            )
            sheet.write(assignment.read(path), target / "source" / key.stem)
            made.append(key.stem)
            bar.step()
    # last: only with it is the folder a class
    (target / _SETTINGS).write_text(
        _CONFIG.format(course=course, root=str(target)), encoding="utf-8"
    )
    return made

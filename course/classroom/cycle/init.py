"""A class folder of one's own: the specimens' keys with other values drawn,
so that the public keys do not fit.
"""

import random
import re

import yaml

from course import _places
from course.classroom.cycle import assignment, drawing, naming, sheet
from course.errors import CourseError
from course.record import data

__all__ = ["init", "specimens"]

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
    """Make the class folder `target`; returns the assignments' names.

    seed fixes the draw, for tests. Raises CourseError if the place is inside the clone, or not
    empty.
    """
    source, target = specimens(), _places.at_home(target, "The class folder").resolve()
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
        return _made(source, target, course, seed)
    except OSError as error:
        raise CourseError(
            f"{target} cannot be made or read ({error.strerror or type(error).__name__}); name "
            "a folder in a place that is your "
            "own and has room."
        ) from None


def _made(source, target, course, seed):
    """Make the class folder, as `init` says."""
    if target.exists() and (not target.is_dir() or any(target.iterdir())):
        raise CourseError(f"{target} holds something already; name a folder that is empty or new.")
    if not re.fullmatch(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}", course):
        raise CourseError(
            f"{naming.shown(course)} is no name for a class; use 64 letters of a to z, digits "
            "and hyphens at most, such as policy-2027."
        )
    draw = random.Random(seed) if seed is not None else random.SystemRandom()  # noqa: S311 a seed is for tests
    (target / "keys").mkdir(parents=True)
    target.chmod(0o700)  # keys and marks are the instructor's own
    (target / "nbgrader_config.py").write_text(
        _CONFIG.format(course=course, root=str(target)), encoding="utf-8"
    )
    made = []
    for key in sorted((source / "keys").glob("*.yaml")):
        content = drawing.drawn_anew(data.parsed(key.read_text(encoding="utf-8"), key.name), draw)
        content.pop("public", None)
        path = target / "keys" / key.name
        head = (
            "# Your own key: do not publish it. datasets/schemas/assignment.json says what it may "
            "hold.\n"
        )
        path.write_text(
            head
            + yaml.dump(content, Dumper=_DUMPER, sort_keys=False, allow_unicode=True, width=110),
            encoding="utf-8",
        )
        sheet.write(assignment.read(path), target / "source" / key.stem)
        made.append(key.stem)
    return made

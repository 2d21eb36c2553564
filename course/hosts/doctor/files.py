"""Are the files well: the data as shipped, the student's folder, the answers,
Jupyter's own folder, the disk?
"""

import os
import shutil
import tempfile

from course import _places
from course.doors import plain_files
from course.errors import CourseError
from course.hosts.doctor.finding import Finding, from_error
from course.hosts.jupyter.chapters import standing
from course.hosts.jupyter.opening import check_runtime_folder
from course.items.answers import passed_over
from course.record import data

__all__ = ["answers", "chapters", "folder", "runtime", "tables"]

LEAST_FREE = 50_000_000


def _misshapen(what):
    return Finding(
        "SF06",
        f"{what} lacks what it must hold.",
        "install the course again or, in a clone, get it back with `git checkout -- datasets`.",
    )


def tables():
    """Is each table and file of questions as it was shipped? Yields Findings."""
    faults = 0
    try:
        names = data.names()
    except CourseError as error:
        names, faults = [], 1
        yield from_error("SF06", error)
    except (KeyError, TypeError):
        names, faults = [], 1
        yield _misshapen("datasets/datapackage.json")
    for name in names:
        try:
            data.text(name)
        except CourseError as error:
            faults += 1
            yield from_error("SF06", error)
        except (KeyError, TypeError):
            faults += 1
            yield _misshapen(f"The entry {name!r} of datasets/datapackage.json")
    if not faults:
        yield Finding("", f"{len(names)} tables and files, each as it was shipped")


def folder():
    """Can the student's folder be written, and is there room? Yields Findings."""
    try:
        place = _places.course_folder()
    except CourseError as error:
        yield from_error("SF07", error)
        return
    cure = "set STEEL_FRAME_HOME to a folder you may write to and open the course again."
    try:
        place.mkdir(mode=0o700, parents=True, exist_ok=True)  # as opening makes it
        if held := plain_files.held_by_others(place):
            yield Finding(
                "SF07",
                f"{place} {held}.",
                "set STEEL_FRAME_HOME to a folder of your own and open the course again.",
            )
            return
        with tempfile.TemporaryFile(dir=place):
            pass
        kept = _places.answers_file()
        if kept.is_file() and not os.access(kept, os.W_OK):
            raise OSError  # noqa: TRY301 told in the same words
    except OSError:
        yield Finding("SF07", f"{place} cannot be written, so no answer would be kept.", cure)
        return
    yield Finding("", f"answers are kept in {place}")
    free = shutil.disk_usage(place).free
    if free < LEAST_FREE:
        yield Finding(
            "SF10",
            f"Only {free / 1e6:.0f} MB are free where your answers are kept.",
            "delete what you do not need, then open the course again.",
        )


# How a chapter of the reader's may stand, and what is said of it.
_STANDING = {
    "old": (
        "SF12",
        "The course has newer chapters than {names} in {place}, which you have not changed.",
        "open the course again with `course`; it renews them.",
    ),
    "torn": (
        "SF16",
        "{names} in {place}: cut off, empty, a link, or else no notebook.",
        (
            "open the course with `course`; it lays the chapter anew and keeps what is there under "
            "another name, with -unread in it."
        ),
    ),
    "changed": (
        "SF13",
        "The course has newer chapters than {names} in {place}, which you have changed.",
        (
            "open the course with `course`, which lays a newer one beside each, -new in its name; "
            "to have it there again, rename yours and open the course."
        ),
    ),
}


def chapters():
    """Are the reader's chapters as new as the course? Yields Findings."""
    try:
        place = _places.course_folder()
    except CourseError:
        return  # `folder` says so
    how = {chapter.name: chapter.how for chapter in standing(place)}
    for state, (code, said, cure) in _STANDING.items():
        names = ", ".join(name for name, one in how.items() if one == state)
        if names:
            yield Finding(code, said.format(names=names, place=place), cure)


def answers():
    """Can every line of the answers file be read? Yields Findings."""
    try:
        torn = passed_over()
    except CourseError as error:
        yield from_error("SF11", error)
        return
    if torn:
        lines = "1 line" if torn == 1 else f"{torn} lines"
        yield Finding(
            "SF08",
            f"{lines} of answers.jsonl cannot be read and will be passed over; a power cut "
            "leaves such lines.",
            "nothing need be done; they stay in the file.",
        )


def runtime():
    """Can Jupyter write its own small files? Yields Findings."""
    try:
        check_runtime_folder()
    except CourseError as error:
        yield from_error("SF09", error)

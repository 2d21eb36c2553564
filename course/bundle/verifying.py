"""Is a bundle whole: the zip itself, or the folder it was unzipped to?"""

import json
import zipfile
from contextlib import contextmanager
from pathlib import Path

from course.bundle import start
from course.bundle.contents import FOLDER
from course.errors import CourseError

__all__ = ["verify"]

_AGAIN = "copy it again from where it came"


@contextmanager
def _opened(path):
    """(open, names): open(name) gives a binary file; names are all files that are there."""
    if path.is_dir():
        root = path / FOLDER if (path / FOLDER).is_dir() else path
        names = [p.relative_to(root).as_posix() for p in root.rglob("*") if p.is_file()]
        yield lambda name: (root / name).open("rb"), names
        return
    try:
        zipped = zipfile.ZipFile(path)
    except OSError:
        raise CourseError(
            f"{path} cannot be read; name a bundle, or the folder it was unzipped to."
        ) from None
    except zipfile.BadZipFile:
        raise CourseError(f"{path} is not a whole zip, as a copy is that was cut short; {_AGAIN}.") from None
    with zipped:

        def opened(name):
            try:
                return _Member(zipped.open(f"{FOLDER}/{name}"))
            except (KeyError, zipfile.BadZipFile):
                raise FileNotFoundError from None

        head = f"{FOLDER}/"
        yield opened, [n.removeprefix(head) for n in zipped.namelist() if not n.endswith("/")]


class _Member:
    """A file in the zip; what does not unpack is an OSError, as a file is that cannot be read."""

    def __init__(self, file):
        self.file = file

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.file.close()

    def read(self, size=-1):
        try:
            return self.file.read(size)
        except Exception as error:  # zlib.error, BadZipFile, EOFError: whatever harm does
            raise OSError from error


def verify(path):
    """Compare a bundle, zipped or unzipped, with its checksums; returns one sentence in its praise.

    Raises CourseError, naming the first files at fault and the cure, if any is missing, damaged or not on the list.
    """
    path = Path(path)
    with _opened(path) as (opened, names):
        try:
            with opened(start.SUMS) as file:
                sums = start.listed(file.read().decode("utf-8"))
            with opened(start.CONTENTS) as file:
                contents = json.loads(file.read())
        except (OSError, ValueError):
            raise CourseError(f"{path} is not a bundle of the course, or not all of it; {_AGAIN}.") from None
        if faults := start.damaged(sums, opened):
            raise CourseError(f"{path}: damaged or missing: {start.named(faults)}; {_AGAIN}.")
        if strange := sorted({*names} - {*sums, start.SUMS}):
            raise CourseError(
                f"{path}: not of the bundle: {start.named(strange)}; take it out, or {_AGAIN} if you do not know it."
            )
    return (
        f"{path} is whole: {len(sums)} files, steel-frame {contents['version']} for Python {contents['python']} on "
        f"{', '.join(contents['platforms'])}."
    )

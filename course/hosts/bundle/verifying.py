"""Is a bundle whole: the zip itself, or the folder it was unzipped to?"""

import json
import re
import stat
import unicodedata
import zipfile
from contextlib import contextmanager
from pathlib import Path

from course.errors import CourseError
from course.hosts.bundle import whole
from course.hosts.bundle.contents import FOLDER
from course.hosts.bundle.hidden import hidden

__all__ = ["verify"]

_AGAIN = "copy it again from where it came"


@contextmanager
def _opened(path):
    """(open, strangers): open(name) gives a binary file;
    strangers(sums) names what is there and not on the list.
    """
    if path.is_dir():
        root = path / FOLDER if (path / FOLDER).is_dir() else path

        def plain(name):
            if (root / name).is_symlink() or not (root / name).is_file():
                raise FileNotFoundError(name)
            return (root / name).open("rb")

        yield plain, lambda sums: whole.strangers(root, sums)
        return
    try:
        if not path.is_file():  # a pipe would keep us waiting
            raise FileNotFoundError(path)
        zipped = zipfile.ZipFile(path)
    except OSError:
        raise CourseError(
            f"{path} cannot be read; name a bundle, or the folder it was unzipped to."
        ) from None
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise CourseError(
            f"{path} is not a whole zip, as a copy is that was cut short; {_AGAIN}."
        ) from None
    with zipped:
        if fault := next(_faults(zipped), None):
            raise CourseError(
                f"{path} is not a bundle as the course makes it: {fault}; do not unzip it, and "
                f"{_AGAIN}."
            )

        def opened(name):
            try:
                return _Member(zipped.open(f"{FOLDER}/{name}"))
            except (KeyError, zipfile.BadZipFile, NotImplementedError, RuntimeError):
                raise FileNotFoundError from None

        head = f"{FOLDER}/"
        names = {n.removeprefix(head) for n in zipped.namelist() if not n.endswith("/")}
        yield opened, lambda sums: sorted(names - {*sums, whole.SUMS})


def _faults(zipped):
    """What unzipping would do that no bundle does, in words."""
    entries = zipped.infolist()
    if not any(entry.orig_filename.startswith(f"{FOLDER}/") for entry in entries):
        return  # another zip, or what is left of one: told as such
    seen = set()
    for entry in entries:
        if fault := _fault(entry):
            # the name as it stands in the file; zipfile mends some
            yield f"{entry.orig_filename!r} {fault}"
        elif _one_name(entry.orig_filename) in seen:
            yield f"{entry.orig_filename!r} is in it twice, as Windows and macOS read names"
        seen.add(_one_name(entry.orig_filename))
    yield from hidden(zipped, entries)


def _fault(entry):
    """What is wrong with a member as the list at the end of the zip has it; empty if nothing is."""
    name = entry.orig_filename
    head, _, rest = name.partition("/")
    outside = head != FOLDER or any(part.strip() == ".." for part in re.split(r"[/\\]", rest))
    faults = (
        (outside, "would be written outside its one folder"),
        (name.endswith("/"), "is a folder of its own"),
        (not whole.is_proper(rest), "is a name that not every computer can write"),
        (entry.flag_bits & 1, "is locked with a password"),
        (stat.S_IFMT(entry.external_attr >> 16) not in {0, stat.S_IFREG}, "is a link or no file"),
        (
            entry.extra or entry.comment,
            "has something beside its bytes, which may give it another name",
        ),
    )
    return next((said for is_so, said in faults if is_so), "")


def _one_name(name):
    return unicodedata.normalize("NFC", name).casefold()


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

    Raises CourseError, naming the first files at fault and the cure, if any is missing, damaged or
    not on the list.
    """
    path = Path(path)
    with _opened(path) as (opened, strangers):
        try:
            sums = whole.listed(_text(opened, whole.SUMS))
            contents = json.loads(_text(opened, whole.CONTENTS))
            about = contents["version"], contents["python"], ", ".join(contents["platforms"])
        except (OSError, ValueError, KeyError, TypeError, RecursionError):
            raise CourseError(
                f"{path} is not a bundle of the course, or not all of it; {_AGAIN}."
            ) from None
        if faults := whole.damaged(sums, opened):
            raise CourseError(f"{path}: damaged or missing: {whole.named(faults)}; {_AGAIN}.")
        if strange := strangers(sums):
            raise CourseError(
                f"{path}: not of the bundle: {whole.named(strange)}; take it out, or {_AGAIN} "
                "if you do not know it."
            )
    return (
        f"{path} is whole: {len(sums)} files, steel-frame {about[0]} for Python {about[1]} on "
        f"{about[2]}."
    )


def _text(opened, name):
    """The text of one of the bundle's lists. Raises OSError or ValueError if there is none,
    or one of no such size.
    """
    with opened(name) as file:
        raw = file.read(whole.MOST_LISTED + 1)
    if len(raw) > whole.MOST_LISTED:
        raise ValueError(name)
    return raw.decode("utf-8")

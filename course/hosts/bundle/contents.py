"""What lies in a bundle, and the zip: the same clone and versions give the same bytes,
whoever makes it.
"""

import hashlib
import json
import zipfile
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from course import _places
from course.errors import CourseError
from course.hosts.bundle import whole
from course.hosts.bundle.telling import progress
from course.hosts.tracked import tracked

__all__ = ["FOLDER", "File", "gathered", "reserved", "write"]

FOLDER = "steel-frame"  # the one folder in the zip
_STARTING = Path(__file__).parent / "starting"
_DAY = (2020, 2, 2, 0, 0, 0)  # no clock in the bytes; hatchling dates a wheel's files so
# Asked by the start files before they hand over: are the files that run next those of the list? It
# stands in double quotes in a shell and in cmd, so it holds none of its own, and nothing that
# either of them reads: no $, no %.
_WHOLE = (
    "import hashlib, sys; read = lambda name: open(sys.argv[1] + '/' + name, 'rb').read(); "
    "sums = read('SHA256SUMS').decode().splitlines(); names = ['start/start.py', "
    "'start/whole.py', 'start/lock.py']; "
    "sys.exit(not all(hashlib.sha256(read(name)).hexdigest() + '  ' + name in sums for name in "
    "names))"
)
_SKIPPED = {"__pycache__", "assignments", ".ipynb_checkpoints"}


@dataclass(frozen=True)
class File:
    """One file: its path in the bundle, where its bytes are, and whether it can be started."""

    path: str
    source: Path | bytes
    starts: bool = False

    def read(self):
        return self.source if isinstance(self.source, bytes) else self.source.read_bytes()


def _part(out):
    return Path(f"{out}.part")


def _starting(python, platforms):
    words = {
        "@WHOLE@": _WHOLE,
        "@PYTHON@": python,
        "@PLATFORMS@": "; ".join(p.words for p in platforms),
    }
    for name in ("README.txt", "urdu.html", "start.sh", "start.cmd"):
        text = (_STARTING / name).read_text(encoding="utf-8")
        for word, meant in words.items():
            text = text.replace(word, meant)
        if name in ("README.txt", "start.cmd"):
            text = text.replace("\n", "\r\n")  # cmd loses its way in a file with bare line ends
        yield File(name, text.encode("utf-8"), starts=name == "start.sh")
        if name == "start.sh":
            yield File("start.command", text.encode("utf-8"), starts=True)
    for name in ("start.py", "whole.py", "lock.py"):
        yield File(f"start/{name}", Path(__file__).with_name(name))


def _below(folder, prefix, suffix=""):
    for path in tracked(folder):
        relative = path.relative_to(folder)
        skipped = _SKIPPED & set(relative.parts) or path.name.startswith(".")
        if path.name.endswith(suffix) and not skipped:
            yield File(f"{prefix}/{relative.as_posix()}", path)


def _licences():
    root = _places.root()
    for path in tracked(root):
        if path.parent == root and path.name.startswith("LICENSE"):
            yield File(f"licences/{path.name}", path)


def gathered(wheels, python, version, pages):
    """Every file of a bundle, in the order of the zip. wheels: {Platform:
    paths of its wheels}; pages: the web edition.
    """
    shared = {path.name: path for paths in wheels.values() for path in paths}
    contents = {
        "version": version,
        "python": python,
        "platforms": {
            p.name: sorted(f"wheels/{path.name}" for path in paths) for p, paths in wheels.items()
        },
    }
    files = [
        *_starting(python, wheels),
        File(whole.CONTENTS, json.dumps(contents, indent=1).encode() + b"\n"),
        *_licences(),
        *_below(pages, "pages"),
        *_below(_places.shipped_notebooks(), "notebooks", ".ipynb"),
        *_below(_places.datasets(), "datasets"),
        *(File(f"wheels/{name}", shared[name]) for name in sorted(shared)),
    ]
    sums = "".join(f"{hashlib.sha256(file.read()).hexdigest()}  {file.path}\n" for file in files)
    return [File(whole.SUMS, sums.encode()), *files]


def _unwritable(out, error):
    return CourseError(
        f"{out} cannot be written ({error.strerror}); name a file on a disk with room that you "
        "may write to."
    )


@contextmanager
def reserved(out):
    """Find out whether `out` can be written before the long work begins; leaves no half of it,
    whatever happens.

    Raises CourseError if it cannot be written, or is a folder or a device.
    """
    out, part = Path(out), _part(out)
    if out.is_dir():
        raise CourseError(f"{out} is a folder; name a file in it, such as {out / 'course.zip'}.")
    if out.exists() and not out.is_file():
        raise CourseError(f"{out} is no plain file; name one, such as course.zip.")
    try:
        part.unlink(missing_ok=True)  # it may be a link that somebody left there
        part.open("xb").close()
    except OSError as error:
        raise _unwritable(out, error) from None
    try:
        yield
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)


def write(files, out):
    """Write the zip, all of it or nothing; returns its size in bytes.
    Raises CourseError if `out` cannot be written.
    """
    part = _part(out)
    try:
        with (
            zipfile.ZipFile(part, "w") as zipped,
            progress("Writing the bundle", len(files)) as told,
        ):
            for file in files:
                entry = zipfile.ZipInfo(f"{FOLDER}/{file.path}", _DAY)
                entry.create_system = (
                    3  # Unix, so that what can be started is so when unzipped there
                )
                entry.external_attr = (0o100755 if file.starts else 0o100644) << 16
                # A wheel is a zip already.
                packed = (
                    zipfile.ZIP_STORED if file.path.startswith("wheels/") else zipfile.ZIP_DEFLATED
                )
                zipped.writestr(entry, file.read(), packed)
                told.step()
        return part.replace(out).stat().st_size
    except OSError as error:
        raise _unwritable(out, error) from None

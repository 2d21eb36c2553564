"""Is an unzipped bundle what its list says, no more and no less, and has it what this computer
needs?

Goes into the bundle beside start.py, and like it keeps to the standard library and to what Python
3.6 can read.
"""

import hashlib
import json
import os
import platform
import re
import stat
import sys
import sysconfig

__all__ = [
    "CONTENTS",
    "MOST_LISTED",
    "SUMS",
    "WITHOUT",
    "Bundle",
    "Stop",
    "damaged",
    "is_proper",
    "listed",
    "machine",
    "named",
    "strangers",
    "told",
]

SUMS = "SHA256SUMS"
CONTENTS = "start/contents.json"
MOST_LISTED = 10000000  # bytes of a list that is read
# What Windows and macOS leave on a stick by themselves. Nothing here reads it.
LITTER = re.compile(r"\.DS_Store|Thumbs\.db|desktop\.ini|\._[^/]*", re.IGNORECASE)
WHEEL = re.compile(r"wheels/[A-Za-z0-9_.+!-]+\.whl")
MACHINES = {
    "win-amd64": "windows",
    "win-arm64": "windows-arm",
    "macosx-arm64": "macos-arm",
    "macosx-x86_64": "macos-intel",
    "linux-x86_64": "linux",
    "linux-aarch64": "linux-arm",
}
WITHOUT = "or open pages/index.html in a browser, which needs no installation"


JOINERS = "\u200c\u200d"  # within words, in Urdu for one


class Stop(Exception):  # noqa: N818 it is not always an error
    """Why the course does not start: one sentence with its cure."""

    def __str__(self):
        return told(super().__str__())


def told(words):
    """Words as a window may show them: what would move its cursor, or turn the letters round,
    as its number.
    """
    return "".join(
        c if c.isprintable() or c in JOINERS else c.encode("unicode_escape").decode("ascii")
        for c in words
    )


def is_proper(path):
    """Does this path stay in the bundle's folder, on any system, and is it what it looks like?"""
    parts = path.split("/")
    return (
        all(p.strip(". ") for p in parts) and path.isprintable() and not re.search(r"[\\:]", path)
    )


def listed(text):
    """{path in the bundle: its SHA-256} from the text of SHA256SUMS.
    Raises ValueError if a path is not a proper one.
    """
    sums = {}
    for line in text.splitlines():
        path = line[66:]
        if not re.fullmatch(r"[0-9a-f]{64}  .+", line) or not is_proper(path):
            raise ValueError(path)
        sums[path] = line[:64]
    if len({path.lower() for path in sums}) < len(text.splitlines()):
        raise ValueError("two files of one name")
    return sums


def hashed(file):
    """The SHA-256 of a binary file, read piece by piece."""
    whole = hashlib.sha256()
    for piece in iter(lambda: file.read(1 << 20), b""):
        whole.update(piece)
    return whole.hexdigest()


def damaged(sums, opened):
    """The paths of `sums` (path: SHA-256) that are missing or not whole.
    opened(path) gives a binary file or OSError.
    """
    found = []
    for path, expected in sums.items():
        try:
            with opened(path) as file:
                whole = hashed(file)
        except OSError:
            whole = None
        if whole != expected:
            found.append(path)
    return found


def strangers(root, sums):
    """What lies in the folder and is not on the list, links too, as sorted paths;
    no link is followed.
    """
    found = []
    ours = {path[:i] for path in sums for i, letter in enumerate(path) if letter == "/"}
    for place, folders, files in os.walk(str(root)):
        for name in sorted(folders) + files:
            full = os.path.join(place, name)  # noqa: PTH118 it may be no proper name
            path = os.path.relpath(full, str(root)).replace(os.sep, "/")
            mode = os.lstat(full).st_mode
            if stat.S_ISDIR(mode) and path in ours:
                continue
            if stat.S_ISREG(mode) and (path in sums or path == SUMS):
                continue
            if stat.S_ISDIR(mode):
                folders.remove(name)  # it is named, and need not be looked into
            if not (stat.S_ISREG(mode) and LITTER.fullmatch(name)):
                found.append(path)
    return sorted(found)


def named(paths):
    """The first few of these paths, for a sentence."""
    return ", ".join(map(told, paths[:3])) + (
        f" and {len(paths) - 3} more" if len(paths) > 3 else ""
    )


def machine():
    """What this computer and its Python are, as the bundle names them,
    else as Python names them.
    """
    kind = sysconfig.get_platform()
    if kind.startswith("macosx"):
        kind = f"macosx-{platform.machine()}"  # Python's own name may cover both kinds of Mac
    if kind.startswith("linux") and sys.maxsize < 2**32:
        kind += "-32"
    return MACHINES.get(kind, kind)


class Bundle:
    """The unzipped folder that this file lies in."""

    def __init__(self, root):
        self.root = root
        try:
            self.sums = listed(self.read(SUMS).decode("utf-8"))
            self.contents = json.loads(self.read(CONTENTS, self.sums[CONTENTS]).decode("utf-8"))
            lists = self.contents["platforms"].values()
            # are they texts?
            "".join([self.contents["python"], *(path for paths in lists for path in paths)])
        except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
            raise Stop("This folder is not whole; unzip or copy it again, all of it.") from None

    def read(self, path, expected=None):
        """The bytes of a file that is not larger than a list can be,
        and has the SHA-256 that is expected of it.
        """
        with self.opened(path) as file:
            raw = file.read(MOST_LISTED + 1)
        if len(raw) > MOST_LISTED or expected not in (None, hashlib.sha256(raw).hexdigest()):
            raise ValueError(path)
        return raw

    def opened(self, path):
        full = str(self.root / path)
        if not stat.S_ISREG(os.lstat(full).st_mode):
            raise OSError(full)
        return open(full, "rb")  # noqa: PTH123 as Python 3.6 has it

    def wheels(self):
        """{path: SHA-256} of what this computer needs. Raises Stop if the
        bundle is not made for it, or is damaged.
        """
        wanted, found = self.contents["python"], "{}.{}".format(*sys.version_info)
        if found != wanted or sys.implementation.name != "cpython":
            raise Stop(
                f"This bundle is for Python {wanted}, and this computer's Python is {found}; "
                f"install Python {wanted} beside it "
                f"(from python.org/downloads) and start again, {WITHOUT}."
            )
        here = machine()
        if here not in self.contents["platforms"]:
            raise Stop(
                f"This bundle holds no software for this computer ({here}); ask for one that "
                "was made with "
                f"`--platform {here}`, {WITHOUT}."
            )
        paths = self.contents["platforms"][here]
        if not all(WHEEL.fullmatch(path) and path in self.sums for path in paths):
            raise Stop(
                f"This bundle's list of software is damaged; copy the bundle again, {WITHOUT}."
            )
        return {path: self.sums[path] for path in paths}

    def check_start(self):
        """Raise Stop if what runs and is read before anything is installed
        is not as it was when the bundle was made.
        """
        own = {path: sum_ for path, sum_ in self.sums.items() if path.startswith("start/")}
        if damaged(own, self.opened):
            raise Stop("This folder is not whole; unzip or copy it again, all of it.")

    def check(self, sums):
        """Raise Stop if one of these files is not as it was when the bundle was made,
        or if others lie among them.
        """
        strange = strangers(self.root, self.sums)
        if strange:
            raise Stop(
                f"{named(strange)}: not of the bundle; move it out of this folder and start "
                "again, or copy the bundle "
                f"again if you do not know it, {WITHOUT}."
            )
        faults = damaged(sums, self.opened)
        if faults:
            raise Stop(f"{named(faults)}: damaged or missing; copy the bundle again, {WITHOUT}.")

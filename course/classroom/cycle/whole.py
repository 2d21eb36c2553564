"""Files and folders that are there whole or not at all, whenever the machine or a person stops the
writing.
"""

import os
import shutil
import tempfile
from collections.abc import Mapping
from pathlib import Path

__all__ = ["write_bytes", "write_file", "write_folder"]

_PART = ".coming-"  # what a stopped run leaves behind begins so; no student's folder can


def write_file(path: Path, text: str) -> None:
    """Write a text in place of what is there, in one move."""
    write_bytes(path, text.encode())


def write_bytes(path: Path, raw: bytes) -> None:
    """Write a file in place of what is there, in one move."""
    path.parent.mkdir(parents=True, exist_ok=True)
    opened, name = tempfile.mkstemp(prefix=_PART, dir=path.parent)
    part = Path(name)
    try:
        with os.fdopen(opened, "wb") as file:
            file.write(raw)
        part.chmod(0o644)
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def write_folder(place: Path, files: Mapping[str, bytes], *, rights: int = 0o644) -> None:
    """Write a folder of these files, and no others, in place of what is there.

    Between the old one and the new there may be none, for whoever is stopped just then; never half
    of one. rights: of each file; who may write one may also enter its folder.
    """
    place.parent.mkdir(parents=True, exist_ok=True)
    for left in place.parent.glob(f"{_PART}*"):
        shutil.rmtree(left, ignore_errors=True)
    made, gone = Path(tempfile.mkdtemp(prefix=_PART, dir=place.parent)), None
    try:
        for name, raw in files.items():
            (made / name).write_bytes(raw)
            (made / name).chmod(rights)
        made.chmod(0o2775 if rights & 0o020 else 0o755)
        if place.is_symlink():
            place.unlink()
        elif place.exists():
            gone = Path(tempfile.mkdtemp(prefix=_PART, dir=place.parent))
            place.rename(gone / place.name)  # in one move: to remove it takes a while
        made.rename(place)
        if gone:
            _remove(gone)
    finally:
        if made.exists():
            shutil.rmtree(made)


def _remove(place: Path) -> None:
    """Remove a folder. Windows removes no file that may only be read."""
    if os.name == "nt":
        for path in place.rglob("*"):
            path.chmod(0o644)
    shutil.rmtree(place)

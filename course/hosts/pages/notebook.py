"""A notebook file taken apart. It may be anybody's: what is no notebook is one sentence,
what is odd in one is text.
"""

import json
import unicodedata
from dataclasses import dataclass

from course.doors import plain_files
from course.errors import CourseError
from course.interactives import MIME

__all__ = ["Cell", "cells", "distinct"]

_MOST = 50_000_000  # bytes
# no file could hold them
_MEND = str.maketrans({0: "\ufffd"} | dict.fromkeys(range(0xD800, 0xE000), "\ufffd"))


@dataclass(frozen=True)
class Cell:
    """kind: "markdown", "code" or "raw"; source: its text; given: of each output, {kind of text:
    text}.

    stored is the document of an interactive that an output holds, unchecked (see
    interactives.read), or None.
    """

    kind: str
    source: str
    given: tuple
    stored: object = None


class _OddError(Exception):
    """It is not as a notebook is."""


def _text(value):
    """A text, which a notebook may hold as a list of lines."""
    parts = value if isinstance(value, list) else [value]
    if not all(isinstance(part, str) for part in parts):
        raise _OddError
    return "".join(parts).translate(_MEND)


def _of(value, kind):
    if not isinstance(value, kind):
        raise _OddError
    return value


def _given(output):
    """{"text/html": ..., "text/plain": ...} of an output, as far as it has them;
    a stream is plain.
    """
    found = dict(_of(_of(output, dict).get("data", {}), dict))
    if "text" in output:
        found.setdefault("text/plain", output["text"])
    return {kind: _text(found[kind]) for kind in ("text/html", "text/plain") if kind in found}


def _stored(outputs):
    return next(
        (output["data"][MIME] for output in outputs if MIME in output.get("data", {})), None
    )


def _cell(raw):
    raw = _of(raw, dict)
    kind = _of(raw.get("cell_type"), str)
    outputs = _of(raw.get("outputs", []), list) if kind == "code" else []
    return Cell(kind, _text(raw.get("source", "")), tuple(map(_given, outputs)), _stored(outputs))


def cells(path):
    """The Cells of a notebook file. Raises CourseError if it is none, or too large to be read."""
    cure = "name a file that ends in .ipynb and opens in JupyterLab"
    try:
        raw = plain_files.read(path, _MOST)
    except FileNotFoundError:
        raise CourseError(f"{path} is not there; {cure}.") from None
    except plain_files.UnreadableError as error:
        raise CourseError(f"{path} {error}; {cure}.") from None
    try:
        return [
            _cell(cell)
            for cell in _of(_of(json.loads(raw.decode("utf-8")), dict).get("cells"), list)
        ]
    except (ValueError, RecursionError, _OddError):
        raise CourseError(f"{path} is no notebook; {cure}.") from None


def distinct(names):
    """Raise CourseError if two files would have one name, as Windows and macOS read names,
    or one that no page can name.
    """
    seen = set()
    for name in names:
        if not name.isprintable():
            raise CourseError(
                f"{name} has letters in its name that cannot be printed; rename that notebook."
            )
        one = unicodedata.normalize("NFC", name).casefold()
        if one in seen:
            raise CourseError(f"Two files would be called {name}; rename one of the notebooks.")
        seen.add(one)

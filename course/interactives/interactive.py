"""What a verb shows: a pure document. It is stored in the notebook, and each host shows it in its
own way.

A notebook holds of it MIME, from which any host brings it to life; an HTML twin, for a reader
without one; and a word with the hash of its content, which says in a diff what changed.
"""

import base64
import gzip
import hashlib
import json
import zlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from importlib import import_module
from typing import Any, TypedDict, TypeGuard

from course.doors.shapes import is_object
from course.errors import CourseError, shown
from course.interactives.paper import Paper
from course.interactives.twin import twin
from course.interface.held import held

__all__ = ["MIME", "MODULES", "MOST_BYTES", "Interactive", "Stored", "made", "read"]

MIME = "application/vnd.steel-frame.v2+json"
MOST_BYTES = 1_000_000  # unpacked
MODULES = (
    "accountability", "asked", "cards", "desk", "designer", "explorable", "matrix", "memo",
    "predict",
    "progress", "quiz", "reasoned",
    "reflect", "synthesis", "timeline",
)  # fmt: skip


class Stored(TypedDict):
    """What a notebook stores under MIME, and a page beside the twin."""

    module: str
    id: str
    data: str


@dataclass(frozen=True)
class Interactive:
    """module: who brings it to life in the browser; data: all that the module needs,
    as gzipped JSON, deterministic.
    """

    module: str
    id: str
    data: bytes

    @cached_property
    def text(self) -> bytes:
        """The JSON of the content."""
        return gzip.decompress(self.data)

    @cached_property
    def content(self) -> dict[str, Any]:
        """What the module needs, as plain JSON."""
        return json.loads(self.text)

    @cached_property
    def paper(self) -> Paper:
        """The interactive as it stands on paper."""
        return import_module(f"course.interactives.{self.module}").paper(self.content)

    def __repr__(self) -> str:
        """Builds of zlib differ in the bytes they make, so the hash is of the unpacked text."""
        return f"{self.module} {self.id} sha256:{hashlib.sha256(self.text).hexdigest()}"

    def _repr_mimebundle_(self, **_: object) -> dict[str, Stored | str]:
        return {MIME: self.stored, "text/html": str(twin(self.paper)), "text/plain": repr(self)}

    @property
    def stored(self) -> Stored:
        """The interactive as it is kept."""
        return {
            "module": self.module,
            "id": self.id,
            "data": base64.b64encode(self.data).decode("ascii"),
        }


def made(module: str, name: str, content: Mapping[str, object]) -> Interactive:
    """The Interactive of a content (plain JSON, in which a tuple is an array):
    the same content gives the same bytes.
    """
    text = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    return Interactive(module, name, gzip.compress(held(text).encode(), 9, mtime=0))


def read(bundle: object) -> Interactive:
    """The Interactive of what a notebook stores under MIME, which may come from a stranger.

    Raises CourseError, one sentence, if it is damaged, of a later version, too large or of an
    unknown module.
    """
    if not _is_stored(bundle):
        raise _damaged()
    if bundle["module"] not in MODULES:
        raise CourseError(
            "This interactive is of a kind that this version does not know "
            f"({shown(bundle['module'])!r}); "
            "install the newest version of the course."
        )
    found = Interactive(bundle["module"], bundle["id"], _unpacked(bundle["data"]))
    try:
        found.paper  # noqa: B018 a content that its module cannot use is damaged too
    except Exception:  # noqa: BLE001 whatever a stranger put into it
        raise _damaged() from None
    return found


def _is_stored(bundle: object) -> TypeGuard[Stored]:
    return is_object(bundle) and all(
        isinstance(bundle.get(part), str) for part in ("module", "id", "data")
    )


def _damaged() -> CourseError:
    return CourseError(
        "This interactive is damaged; run its cell again, or take the chapter as it was shipped."
    )


def _unpacked(packed: str) -> bytes:
    """The gzipped bytes, checked: they unpack to at most MOST_BYTES of JSON."""
    try:
        data = base64.b64decode(packed, validate=True)
        unpacker = zlib.decompressobj(16 + zlib.MAX_WBITS)
        text = unpacker.decompress(data, MOST_BYTES + 1)
        if len(text) > MOST_BYTES:
            raise CourseError(
                "This interactive is larger than the course makes any; take the chapter as it "
                "was shipped."
            )
        if not unpacker.eof or unpacker.unused_data:  # what follows would be unpacked unmeasured
            raise _damaged()
        if not isinstance(json.loads(text), dict):
            raise _damaged()
    except (ValueError, zlib.error, RecursionError):
        raise _damaged() from None
    return data

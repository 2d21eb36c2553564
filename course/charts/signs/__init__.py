"""The alphabet of the course's pictures: one sign a file, each a single path on a grid of 24 units,
of one weight.

After Neurath and Arntz's ISOTYPE: never a face, never a caricature; a sign repeats, it does not
grow.
"""

import re
from functools import cache
from importlib.resources import files

from course.errors import CourseError

__all__ = ["GRID", "names", "path_of"]

GRID = 24
_PATH = re.compile(r' d="([^"]+)"')


@cache
def names() -> tuple[str, ...]:
    """Every sign, in order."""
    found = (one.name for one in files(__name__).iterdir())
    return tuple(sorted(name.removesuffix(".svg") for name in found if name.endswith(".svg")))


@cache
def path_of(name: str) -> str:
    """The path of a sign. Raises CourseError, naming those there are, for one that is not drawn."""
    if name not in names():
        raise CourseError(f"There is no sign {name!r}; there are {', '.join(names())}.")
    text = files(__name__).joinpath(f"{name}.svg").read_text("utf-8")
    return _PATH.findall(text)[0]

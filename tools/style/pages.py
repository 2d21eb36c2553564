"""Rules of the pages for people: what they link to and name is there,
and what they boast of was measured.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from course import _places
from tools import inserts
from tools.style.offence import Offence

__all__ = ["RULES"]

ROOT = _places.root()
PAGES = [*ROOT.glob("*.md"), *(ROOT / "deploy").glob("*.md"), *(ROOT / "docs").rglob("*.md")]
_NAMED = re.compile(r"`((?:[\w.-]+/)+[\w-]+\.(?:py|js|json|md|yaml|csv|toml))`")
_WRITTEN = re.compile(r"<!-- (\w+) -->.*?<!-- /\1 -->", re.DOTALL)  # tools/inserts.py holds these
_FIGURE = re.compile(r"\d[\d.,]*\s?(?:KB|MB|ms|s|minutes|seconds)\b")


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def links() -> Iterator[Offence]:
    for page in PAGES:
        for target in re.findall(r"\]\(([^)#:]+)(?:#[^)]*)?\)", _text(page)):
            if not (page.parent / target).is_file():
                place = page.relative_to(ROOT).as_posix()
                yield Offence(place, f"{target} is not there", "add the file or take the link out")


def named() -> Iterator[Offence]:
    """Paths in the pages for contributors, from the root or from course/; a word in
    capitals, as in NAME.py, stands for any.
    """
    for page in ("CONTRIBUTING.md", "docs/architecture.md"):
        for path in _NAMED.findall(_text(ROOT / page)):
            there = (ROOT / path).exists() or (ROOT / "course" / path).exists()
            if not there and not re.search(r"\b[A-Z]{2,}\b", path):
                yield Offence(page, f"{path} is not there", "say where it is now")


def measured() -> Iterator[Offence]:
    known = _text(ROOT / "MEASURED.md")
    for figure in _FIGURE.findall(_WRITTEN.sub("", _text(ROOT / "README.md"))):
        if figure not in known:
            cure = "run `course check --measure` or take it out"
            yield Offence("README.md", f"{figure!r} does not stand in MEASURED.md", cure)


def boasts() -> Iterator[Offence]:
    """What a reader of README sees first says what the course is; how fast it is can wait."""
    first = _WRITTEN.sub("", _text(ROOT / "README.md").split("\n## ")[0])
    for figure in _FIGURE.findall(first):
        yield Offence("README.md", f"{figure!r} stands in its first screen", "say it further down")


def behind() -> Iterator[Offence]:
    for page in inserts.stale():
        yield Offence(page, "does not show what the data says", "run `course check --pages`")


RULES = (links, named, measured, boasts, behind)

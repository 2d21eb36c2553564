"""The pages for people that lie beside the chapters: for lecturers, on the method,
for contributors. Each is one file of docs/, or several.
"""

import re
from dataclasses import dataclass
from functools import cache

from course import _places
from course.hosts.pages.reading import Chapter, gathered, read
from course.interactives import Interactive
from course.interface.words import say

__all__ = ["BESIDE", "Beside", "beside", "links"]

_LOCAL = re.compile(r"\[([^\]]+)\]\((?!https?:|#)[^)]*\)")
_COMMENT = re.compile(r"<!--.*?-->\n?", re.DOTALL)
_ALL_CARDS = "06-pakistan-diagnosis.ipynb"  # the chapter that stores every card on one page


@dataclass(frozen=True)
class Beside:
    """stem: of its address; files: its text in docs/; name: the key of what a link to it says."""

    stem: str
    files: tuple[str, ...]
    name: str
    all_cards: bool = False  # does it end with every card on one page?


BESIDE = (
    Beside("for-lecturers", ("instructors-guide.md", "live.md"), "page.for_lecturers"),
    Beside("method", ("method.md",), "page.method", all_cards=True),
    Beside("for-contributors", ("for-contributors.md",), "page.for_contributors"),
)


def links() -> list[tuple[str, str]]:
    """(address, words) of each, in order."""
    return [(f"{one.stem}.html", say(one.name)) for one in BESIDE]


@cache
def beside(one: Beside) -> Chapter:
    """Its text as a Chapter. What it links to in the project is words here: a page has nothing of
    that beside it.
    """
    chapter = Chapter(stem=one.stem, title=one.stem)
    for file in one.files:
        text = (_places.docs() / file).read_text(encoding="utf-8")
        gathered(chapter, _LOCAL.sub(r"\1", _COMMENT.sub("", text)))
    chapter.title = chapter.headings[0].words
    if one.all_cards:
        stored = read(_places.shipped_notebooks() / _ALL_CARDS).parts
        chapter.parts += [
            part for part in stored if isinstance(part, Interactive) and part.module == "synthesis"
        ]
    return chapter

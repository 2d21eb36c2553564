"""The source of a slide in words. A room does not know the claims of the text by their letters."""

import re

from course import paper
from course.hosts.slides.lines import Line
from course.interface.words import say

__all__ = ["named", "without_ids", "work"]

_WORK = "work-"
_NAME = re.compile(r"([^\W\d_][\w' -]+), [A-Z]\.")  # "Van Doorslaer, E."
_CLAIM = re.compile(r" \((?:[A-Z]{2,3}-\w+|sources)\)")


def without_ids(cell: str) -> str:
    """A cell of a chapter's table without its links: "Classic (CG-e)", "in force (sources)"."""
    return _CLAIM.sub("", cell)


def work(name: str) -> str:
    """Authors and year of a work that a slide rests on (`work-khan2016`); "" for a claim."""
    if not name.startswith(_WORK):
        return ""
    return paper.short(paper.works()[name.removeprefix(_WORK)]["cited_as"])


def _spoken(cited: str) -> str:
    """A work as one says it: "Khan, A., and Olken, B. (2016)" is "Khan and Olken 2016"."""
    authors, _, year = cited.rpartition(" (")
    names = _NAME.findall(authors.replace(" and ", " "))
    if not names:
        return cited
    last = names[-1] if len(names) < 3 else say("slides.others")
    who = names[0] if len(names) == 1 else say("slides.two", one=names[0], other=last)
    return f"{who} {year.rstrip(')')}"


def named(line: Line) -> str:
    """What the foot of a slide names: its `source`, else the text and the works of `rests`."""
    if line.source:
        return line.source
    works = [_spoken(work(name)) for name in line.rests if work(name)]
    text = [say("slides.text")] if len(works) < len(line.rests) else []
    return "; ".join([*text, *works])

"""How long a chapter is: the words that a student reads one after the other, from its title to its
key points. What is looked up does not count: key terms, what was left out and sources; a table,
which is read by the cell; a fold, which is opened by whoever wants it; and a list of dated entries,
which is a piece of the record, as the timeline is.
"""

import re
from collections.abc import Iterable, Iterator

from tools.style.chapter import Cell, Chapter, count
from tools.style.minutes import LOOKED_UP
from tools.style.offence import Offence

__all__ = ["RULES", "words"]

LEAST, MOST = 2_800, 3_800  # of chapters 01 to 09
START = 1_900  # of 00, which shows the way in and teaches no section

_FOLD = re.compile(r"<details>.*?</details>", re.DOTALL)
_TABLE = re.compile(r"^\|.*\n?", re.MULTILINE)
_MONTH = "(?:January|February|March|April|May|June|July|August|September|October|November|December)"
# an item that begins with its date: "- On 5 July 1977 the army", "3. **15 April 2020: retirement"
_ENTRY = re.compile(
    rf"^(?:-|\d+\.) (?:\*\*)?(?:On )?(?:(?:\d+ )?{_MONTH} (?:to {_MONTH} )?)?\d{{4}}\b.*\n?",
    re.MULTILINE,
)
_MARK = re.compile(r"^(?:[-*>]|\d+\.) ", re.MULTILINE)  # of a list or a quoted block


def words(cells: Iterable[tuple[str, Cell]]) -> int:
    """How many words of a notebook's cells, (kind, cell) in order, are read one after the other."""
    prose = "\n\n".join(cell.source for kind, cell in cells if kind == "markdown")
    read = LOOKED_UP.split(prose, maxsplit=1)[0]
    for apart in (_FOLD, _TABLE, _ENTRY, _MARK):
        read = apart.sub("", read)
    return count(read)


def length(chapter: Chapter) -> Iterator[Offence]:
    number, read = chapter.path.name[:2], words(chapter.cells)
    if number > "09":  # labs and rooms, which are taken one thing at a time
        return
    least, most = (0, START) if number == "00" else (LEAST, MOST)
    if read > most:
        cure = f"cut {read - most}, first what a section or a figure has said already"
        yield Offence(chapter.place, f"{read} words to read in order, of at most {most}", cure)
    if read < least:
        cure = "say more fully what a section only names"
        yield Offence(chapter.place, f"{read} words to read in order, of at least {least}", cure)


RULES = (length,)

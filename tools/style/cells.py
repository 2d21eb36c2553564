"""Rules of a chapter's cells: a cell is a sentence, runs alone,
and stays folded where it only calls a verb.
"""

from collections.abc import Iterator

from tools.style.chapter import Chapter
from tools.style.offence import Offence

__all__ = ["RULES"]

MOST_LINES = 6


def short(chapter: Chapter) -> Iterator[Offence]:
    for cell in chapter.code:
        if cell.lines > MOST_LINES:
            fault = f"{cell.lines} lines of at most {MOST_LINES}"
            yield Offence(chapter.at(cell), fault, "move the work into course/lessons")


def folded(chapter: Chapter) -> Iterator[Offence]:
    for cell in chapter.code:
        if cell.lines <= 2 and not cell.is_folded:
            cure = "set jupyter.source_hidden and the tag hide-input"
            yield Offence(chapter.at(cell), "only calls a verb, and is not folded", cure)


def runs_alone(chapter: Chapter) -> Iterator[Offence]:
    for cell in chapter.code:
        if not cell.source.startswith("import course\n"):
            yield Offence(chapter.at(cell), "does not run alone", "begin with `import course`")


def starts(chapter: Chapter) -> Iterator[Offence]:
    """The first cell is course.start(), whose twin says what to do where nothing is live."""
    if not chapter.begins_with_code or chapter.code[0].source != "import course\ncourse.start()":
        yield Offence(chapter.place, "begins with something else", "put course.start() first")
    elif "Run All Cells" not in chapter.code[0].outputs:
        yield Offence(
            chapter.place, "does not say Run All Cells first", "run `course check --write`"
        )


RULES = (short, folded, runs_alone, starts)

"""What pages for people show of the data: written between two marks, so that no page is behind.

A mark is a comment of Markdown, `<!-- chapters -->`, and the same with a stroke where it ends.
"""

import json
import re
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

from course import _places
from course.charts import covers
from tools import sizing
from tools.style.chapter import Chapter, chapters

__all__ = ["stale", "write"]

_ROOT = _places.root()
_MINUTES = re.compile(r"\*\*(?P<time>[^*.;]+)")


def _text(name: str) -> str:
    return (_ROOT / name).read_text(encoding="utf-8")


def _rows(head: tuple[str, ...], rows: Iterator[tuple[str, ...]]) -> str:
    lines = [head, ("---",) * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


# What stands between the marks
# --------------------------------------------------------------------------------------------------
def source() -> str:
    """The address of the project, which pyproject.toml alone names."""
    return tomllib.loads(_text("pyproject.toml"))["project"]["urls"]["Source"]


def _ways() -> str:
    """How to come to the course: tools/ways.md, with the owner as the addresses write it."""
    *_, owner, name = source().split("/")
    return _text("tools/ways.md").strip().format(owner=owner, small=owner.lower(), name=name)


def _time(chapter: Chapter) -> str:
    """How long a chapter takes, as its card says, else its cover."""
    cover = covers.cover(chapter.path.stem)
    found = _MINUTES.search(chapter.card)
    told = found["time"] if found else ""
    said = cover.time if cover and cover.time else told
    return said[:1].lower() + said[1:]


def _chapters() -> str:
    def row(chapter: Chapter) -> tuple[str, ...]:
        stem = chapter.path.stem
        cover = covers.cover(stem)
        name, question = (cover.name, cover.question) if cover else (stem, "")
        return stem[:2], f"[{name}]({chapter.place})", question, _time(chapter)

    return _rows(("", "chapter", "its question", "time"), map(row, chapters()))


def _tables() -> str:
    package = json.loads(_text("datasets/datapackage.json"))
    tables = (one for one in package["resources"] if one["path"].startswith("indicators/"))

    def row(table: dict[str, object]) -> tuple[str, ...]:
        licences = table["licenses"]
        assert isinstance(licences, list)
        licence = ", ".join(one["name"] for one in licences)
        holds = f"{table['title']}{' *(provisional)*' if table['provisional'] else ''}"
        return f"`{table['name']}`", holds, str(table["publisher"]), licence

    return _rows(("table", "what it holds", "publisher", "licence"), map(row, tables))


def _errors() -> str:
    """The rates of each card, of three kinds of records, as MEASURED.md has them."""
    told = _text("MEASURED.md").split("The same for each card")[1].split("\n\n")[1]
    cells = [[cell.strip() for cell in line.strip("|").split("|")] for line in told.splitlines()]
    head, _, *cards = cells
    at = [head.index(kind) for kind in ("independent", "AR(1), 0.8", "held 10 years")]
    rows = ((f"`{card[0]}`", *(card[n] for n in at)) for card in cards)
    return _rows(("card", "years tell nothing of each other", "lasting", "held"), rows)


_PAGES: dict[str, dict[str, Callable[[], str]]] = {
    "README.md": {"ways": _ways, "chapters": _chapters},
    "docs/method.md": {"tables": _tables, "errors": _errors},
    "deploy/README.md": {"load": sizing.load},
    "docs/for-contributors.md": {"source": lambda: f"The project lives at <{source()}>."},
}


# Written, and compared
# --------------------------------------------------------------------------------------------------
def _filled(page: str, text: str) -> str:
    for name, told in _PAGES[page].items():
        begin, end = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        before, _, rest = text.partition(begin)
        _, _, after = rest.partition(end)
        text = f"{before}{begin}\n{told()}\n\n{end}{after}"
    return text


def stale() -> list[str]:
    """The pages that do not show what the data now says."""
    return [page for page in _PAGES if _filled(page, _text(page)) != _text(page)]


def write() -> str:
    """Write all of them; returns a sentence that names those that have changed."""
    behind = stale()
    for page in behind:
        whole = _filled(page, _text(page))
        Path(_ROOT / page).write_text(whole, encoding="utf-8", newline="\n")
    return f"Written: {', '.join(behind)}." if behind else "Every page shows what the data says."

"""A chapter read for the page: prose as blocks, and each cell as it is stored:
an interactive, or code with what it gave.
"""

import ast
import re
import unicodedata
import warnings
from dataclasses import dataclass, field
from itertools import pairwise, takewhile
from pathlib import Path

import bleach
from bs4 import BeautifulSoup

import course
from course import paper
from course.charts.still import still
from course.errors import CourseError
from course.evidence import inquiries
from course.hosts.pages.named import named
from course.hosts.pages.notebook import cells
from course.hosts.pages.prose import Block, blocks
from course.interactives import Interactive
from course.interactives import read as interactive
from course.interactives.twin import twin
from course.interface import words
from course.interface.templates import part

__all__ = ["Chapter", "Code", "gathered", "read"]

_TIME, _BLANK = re.compile(r"[.;]"), re.compile(r"\s")
_TABLE = (
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "p",
    "strong",
    "em",
    "small",
    "wbr",
    "br",
    "pre",
    "code",
)


@dataclass(frozen=True)
class Code:
    """A cell of its own kind: its text, and what it gave when the chapter was stored,
    as HTML that holds no script.
    """

    source: str
    shown: tuple


@dataclass
class Chapter:
    """One page: parts are Blocks, Interactives and Codes in order;
    cards the claims and terms that its prose links to.
    """

    stem: str
    title: str
    parts: list = field(default_factory=list)
    cards: list = field(default_factory=list)  # ("claim" or "term", id)

    @property
    def prose(self):
        """Its Blocks."""
        return [part for part in self.parts if isinstance(part, Block)]

    @property
    def headings(self):
        """The Blocks that are headings."""
        return [block for block in self.prose if block.level]

    @property
    def written(self):
        """{"lang": ..., "dir": ...} of its text, where that is not the interface's: by its letters.
        A translated chapter needs nobody to say that it is one.
        """
        letters = [letter for letter in self.words if letter.isalpha()]
        arabic = sum(unicodedata.bidirectional(letter) == "AL" for letter in letters)
        if 2 * arabic > len(letters) or words.language() == "en":
            return {}
        return {"lang": "en", "dir": "ltr"}

    @property
    def modules(self):
        """The modules that its interactives need."""
        return {part.module for part in self.parts if isinstance(part, Interactive)}

    @property
    def time(self):
        """How long it takes, in the words with which it begins: "45 minutes"; none if it does not
        say.
        """
        first = next((part for part in self.prose if not part.level), None)
        return _TIME.split(first.strong)[0] if first else ""

    @property
    def card(self):
        """(a paragraph, the list that it begins) of what a reader can do afterwards, above the
        first section; else None.
        """
        head = list(takewhile(lambda part: getattr(part, "level", None) != 2, self.parts))
        pairs = pairwise(head)
        return next(
            (pair for pair in pairs if [getattr(one, "tag", "") for one in pair] == ["p", "ul"]),
            None,
        )

    @property
    def asked(self):
        """Ids of the items that it asks; of the other sitting's situations,
        which have no stem here, none.
        """
        every = (part.content.get("items") for part in self.parts if isinstance(part, Interactive))
        items = (
            item
            for some in every
            if isinstance(some, list)
            for item in some
            if isinstance(item, dict)
        )
        names = (item.get("id") for item in items if item.get("stem"))
        return list(
            dict.fromkeys(one for one in names if isinstance(one, str) and not _BLANK.search(one))
        )

    @property
    def waiting(self):
        """Ids of the evidence cards of which it asks a verdict: where nothing is live they keep
        their own back.
        """
        asking = (part for part in self.parts if getattr(part, "module", "") == "reasoned")
        weighed = (item.get("weighs") for part in asking for item in part.content["items"])
        return {name for name in weighed if isinstance(name, str)}

    def paper_of(self, shown):
        """An Interactive of it on paper; an evidence card without its verdict, if it asks one."""
        return shown.paper.waiting() if shown.id in self.waiting else shown.paper

    @property
    def desk(self):
        """The name of the heading under which its reader sits at the Desk;
        none if there is no such place.
        """
        above = ""
        for one in self.parts:
            if isinstance(one, Block):
                above = one.name or above
            elif getattr(one, "module", "") == "desk":
                return above
        return ""

    @property
    def words(self):
        """The words of its prose, to search in."""
        return "\n".join(block.words for block in self.prose)


def _call(source):
    """(verb, arguments) if a cell does nothing but call one verb of the course, else None."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return _called(ast.parse(source).body)
    except (
        SyntaxError,
        ValueError,
        TypeError,
        RecursionError,
        MemoryError,
    ):  # a magic of IPython's, or no Python
        return None


def _called(body):
    if (
        len(body) != 2
        or ast.unparse(body[0]) != "import course"
        or not isinstance(body[1], ast.Expr)
    ):
        return None
    call = body[1].value
    if (
        not isinstance(call, ast.Call)
        or call.keywords
        or not ast.unparse(call.func).startswith("course.")
    ):
        return None
    verb = ast.unparse(call.func).removeprefix("course.")
    told = [a.value for a in call.args if isinstance(a, ast.Constant)]
    return (verb, told) if verb in course.__all__ and len(told) == len(call.args) else None


def _given(output):
    """What an output shows, as HTML: a table of the stored one, else its plain text."""
    if "text/html" in output:
        soup = BeautifulSoup(output["text/html"], "html.parser")
        for element in soup(["style", "script"]):  # bleach would keep their words
            element.decompose()
        return bleach.clean(str(soup), tags=_TABLE, attributes={}, strip=True)
    return str(part("given.html", "plain")(output.get("text/plain", "")))


def _sound(bundle):
    """The Interactive of a bundle, if all of it can be drawn and written down, else None:
    then it stands as its twin.
    """
    try:
        found = interactive(bundle)
        twin(found.paper, still).encode("utf-8")
    except Exception:  # noqa: BLE001 whatever a stranger put into it
        return None
    return found


def _for_country(source, country):
    """What the cell shows for one more country; None if it asks for none."""
    call = _call(source)
    if call is None:
        return None
    verb, arguments = call
    if verb == "weigh" and arguments and inquiries.takes_country(arguments[0]):
        arguments = [arguments[0], country]
    elif verb == "memo":
        arguments = [country]
    else:
        return None
    shown = getattr(course, verb)(*arguments)
    if hasattr(shown, "sentence"):
        raise CourseError(f"A cell of the chapter cannot be shown: {shown.sentence}")
    return shown


def _code(cell, country):
    shown = _for_country(cell.source, country) if country else None
    if shown is None and cell.stored is not None:
        shown = _sound(cell.stored)
    return shown or Code(cell.source, tuple(map(_given, cell.given)))


def gathered(chapter, source):
    """Put the blocks of a Markdown cell into the chapter;
    each heading gets an id that a contents list may lead to.
    """
    for block in blocks(source):
        chapter.parts.append(block)
        block.html()  # what is nested too deep is told here
        if block.level:
            block.name = f"s{len(chapter.headings)}-{paper.slug(block.words)[:40]}"
        chapter.cards += [card for card in dict.fromkeys(block.cards) if card not in chapter.cards]


def read(path, country=None):
    """The Chapter of a notebook file; its evidence cards offer one `country` (iso3) more if told.

    Raises CourseError if the file is no notebook or a cell of it cannot be shown.
    """
    path = Path(path)
    chapter = Chapter(stem=path.stem, title=path.stem)
    try:
        for cell in cells(path):
            if cell.kind == "markdown":
                gathered(chapter, cell.source)
            elif cell.kind == "code":
                chapter.parts.append(_code(cell, country))
    except RecursionError:
        raise CourseError(
            f"{path} holds a text that is nested too deep to be shown; make it plainer."
        ) from None
    chapter.parts = named(chapter.parts, chapter.cards)
    chapter.title = next((block.words for block in chapter.headings if block.level == 1), path.stem)
    return chapter

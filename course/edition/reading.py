"""A chapter read for the page: prose as blocks, calls of the course as widgets with all they hold, other cells as stored."""

import ast
import base64
import warnings
from dataclasses import dataclass, field
from pathlib import Path

import bleach
from bs4 import BeautifulSoup

import course
from course import inquiries, paper
from course.charts.still import still
from course.edition.notebook import cells
from course.edition.prose import Block, blocks
from course.errors import CourseError
from course.interactives.paper import Paper
from course.interactives.twin import twin

__all__ = ["Chapter", "Code", "Widget", "read"]

_TABLE = ("table", "thead", "tbody", "tr", "th", "td", "p", "strong", "em", "small", "br", "pre", "code")


@dataclass(frozen=True)
class Widget:
    """An interactive: the name of its module, what the page's model holds (plain JSON), and how it stands on paper.

    module is empty for what is paper wherever it is shown.
    """

    paper: Paper
    module: str = ""
    state: dict = field(default_factory=dict)

    @property
    def twin(self):
        """The twin of a page, with the still of a chart."""
        return twin(self.paper, still)


@dataclass(frozen=True)
class Code:
    """A cell of its own kind: its text, and what it gave when the chapter was stored, as HTML that holds no script."""

    source: str
    shown: tuple


@dataclass
class Chapter:
    """One page: parts are Blocks, Widgets and Codes in order; cards the claims and terms that its prose links to."""

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
    def modules(self):
        """The modules that its widgets need."""
        return {part.module for part in self.parts if isinstance(part, Widget) and part.module}

    @property
    def words(self):
        """The words of its prose, to search in."""
        return "\n".join(block.words for block in self.prose)


def _call(source):
    """(verb, arguments) if a cell does nothing but call one verb of the course, else None: it is shown as code."""
    try:
        with warnings.catch_warnings(action="ignore"):
            return _called(ast.parse(source).body)
    except (SyntaxError, ValueError, TypeError, RecursionError, MemoryError):
        return None


def _called(body):
    if len(body) != 2 or ast.unparse(body[0]) != "import course" or not isinstance(body[1], ast.Expr):
        return None
    call = body[1].value
    if not isinstance(call, ast.Call) or call.keywords or not ast.unparse(call.func).startswith("course."):
        return None
    verb = ast.unparse(call.func).removeprefix("course.")
    return (verb, [ast.literal_eval(a) for a in call.args]) if verb in course.__all__ else None


def _plain(value):
    """A trait as JSON: bytes become {"base64": ...}."""
    if isinstance(value, bytes):
        return {"base64": base64.b64encode(value).decode("ascii")}
    return value


def widget(shown):
    """The Widget of an object that a verb gave. What a student answered on this machine has no part in it."""
    if not hasattr(shown, "document"):
        return Widget(shown.paper)
    hidden = {"past", "lines", "unread", "kept_in"}
    state = {
        name: _plain(getattr(shown, name))
        for name, trait in sorted(shown.traits(sync=True).items())
        if not name.startswith("_") and name not in {"comm", "layout", "tabbable", "tooltip"}
    }
    state |= {name: type(state[name])() for name in hidden & state.keys()}
    return Widget(shown.document.paper, type(shown).__name__.lower(), state)


def _given(output):
    """What an output shows, as HTML: a table of the stored one, else its plain text."""
    if "text/html" in output:
        soup = BeautifulSoup(output["text/html"], "html.parser")
        for element in soup(["style", "script"]):  # bleach would keep their words
            element.decompose()
        return bleach.clean(str(soup), tags=_TABLE, attributes={}, strip=True)
    return f"<pre>{bleach.clean(output.get('text/plain', ''), tags=())}</pre>"


def _code(cell, country):
    call = _call(cell.source)
    if call is None:
        return Code(cell.source, tuple(map(_given, cell.given)))
    verb, arguments = call
    named = arguments and isinstance(arguments[0], str)
    if verb == "weigh" and country and named and inquiries.takes_country(arguments[0]):
        arguments = [arguments[0], country]
    if verb == "memo" and country:
        arguments = [country]
    shown = getattr(course, verb)(*arguments)
    if hasattr(shown, "sentence"):
        raise CourseError(f"A cell of the chapter cannot be shown: {shown.sentence}")
    return widget(shown)


def _gathered(chapter, source):
    """Put the blocks of a Markdown cell into the chapter; each heading gets an id that a contents list may lead to."""
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
                _gathered(chapter, cell.source)
            elif cell.kind == "code":
                chapter.parts.append(_code(cell, country))
    except RecursionError:
        raise CourseError(
            f"{path} holds a text that is nested too deep to be shown; make it plainer."
        ) from None
    chapter.title = next((block.words for block in chapter.headings if block.level == 1), path.stem)
    return chapter

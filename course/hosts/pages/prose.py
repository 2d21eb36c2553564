"""The prose of a chapter, from its Markdown: a row of blocks, each of which a page and a sheet of
paper write in their own way.
"""

import re
from dataclasses import dataclass, field
from functools import cache
from html import escape, unescape
from typing import Any, cast
from urllib.parse import unquote

import mistune

from course.hosts.pages.claims import noted
from course.hosts.pages.folds import folded
from course.interface.held import held
from course.interface.words import say
from course.record import written

__all__ = ["Block", "blocks"]

_CARD = re.compile(r"#(claim|term|work|thinker)-(.+)")
_CHAPTER = re.compile(r"([0-9][\w-]*)\.ipynb(#.*)?")
_ARABIC = re.compile(r"[\u0600-\u06ff]+(?:[\s\u200c]+[\u0600-\u06ff]+)*")
# Where a link may lead, once what hides in it is read: the web, this page, a file beside it.
# Nothing runs, no disk is opened.
_LEADS = re.compile(r"https?://[^\s\\]+|#\S*|[\w.][^\s:\\]*", re.IGNORECASE)
_PLUGINS = ("table", "strikethrough")
_TAGS = {
    "paragraph": "p",
    "block_quote": "blockquote",
    "block_code": "pre",
    "thematic_break": "hr",
    "fold": "details",
}
_APART = {
    "list",
    "block_quote",
    "table",
    "table_body",
    "fold",
}  # their parts are lines of their own


class _Page(mistune.HTMLRenderer):
    """Links to other chapters lead to their pages; Urdu is marked as Urdu; a wide table scrolls by
    itself.

    A link elsewhere than to the web or beside the page is its words alone, and so is a picture,
    which would be fetched. So is a figure that is quoted from a card: its link is for the course.
    """

    def text(self, text):
        return _ARABIC.sub(r'<span lang="ur" dir="rtl">\g<0></span>', super().text(text))

    def link(self, text, url, title=None):
        if written.is_written(url) or not _LEADS.fullmatch(unescape(unquote(url))):
            return text
        return super().link(text, _CHAPTER.sub(r"\1.html\2", url), title)

    def image(self, text, url, title=None):  # noqa: ARG002 as mistune calls it
        return text

    def table(self, text):
        told = escape(say("page.table"))  # who scrolls by keyboard must be able to stand on it
        return (
            f"<div class='scroll-x' tabindex='0' role='region' aria-label='{told}'>"
            f"<table>{text}</table></div>"
        )

    def block_code(self, code, info=None):  # noqa: ARG002 as mistune calls it
        return f"<pre tabindex='0'><code>{escape(code)}</code></pre>\n"

    def fold(self, text, summary):
        """What its reader opens; see folds.py."""
        return f"<details class='fold'><summary>{escape(summary)}</summary>{text}</details>"

    def claims(self, text):
        """Claims that a paragraph ends with; see claims.py."""
        return f"<span class='claims'>{text}</span>"


class _Printed(_Page):
    """On paper a link stays within the sheet: one to another chapter is plain words."""

    def link(self, text, url, title=None):
        return super().link(text, url, title) if url.startswith("#") else text

    def fold(self, text, summary):
        return f"<div class='fold'><p><b>{escape(summary)}</b></p>{text}</div>"


@cache
def _markdown():
    return mistune.create_markdown(renderer=None, plugins=_PLUGINS)


@cache
def _renderer(printed: bool) -> mistune.HTMLRenderer:
    """One that knows the elements of the plugins as well,
    which put them into it when they are set up.
    """
    renderer = (_Printed if printed else _Page)(escape=True)
    mistune.create_markdown(renderer=renderer, plugins=_PLUGINS)
    return renderer


def _words(token):
    """The bare words of a token."""
    if token["type"] in {"softbreak", "linebreak"}:
        return " "
    inner = " ".join if token["type"] in _APART else "".join
    return inner(map(_words, token["children"])) if "children" in token else token.get("raw", "")


def _within(token):
    """The token and all tokens in it."""
    yield token
    for child in token.get("children", []):
        yield from _within(child)


@dataclass
class Block:
    """A paragraph, heading, list or quotation. tag: its element; name: a heading's id, given by
    whoever gathers a chapter.
    """

    tag: str
    token: dict
    name: str = field(default="")

    @property
    def words(self):
        """Its bare words."""
        return " ".join(_words(self.token).split())

    @property
    def whole(self):
        """Are all its words one emphasis?"""
        children = self.token.get("children", [])
        return len(children) == 1 and children[0]["type"] == "emphasis"

    @property
    def strong(self):
        """The bold words that it begins with; none if it begins otherwise."""
        first = next(iter(self.token.get("children", [])), {"type": ""})
        return _words(first) if first["type"] == "strong" else ""

    @property
    def rows(self):
        """Of a table: its rows as lists of bare words, the head first; else none."""
        if self.tag != "table":
            return []
        head, body = self.token["children"]
        lines = [head, *body["children"]]
        return [[" ".join(_words(cell).split()) for cell in line["children"]] for line in lines]

    @property
    def level(self):
        """Of a heading: 1 to 6; else None."""
        return self.token["attrs"]["level"] if self.token["type"] == "heading" else None

    @property
    def cards(self):
        """The claims and terms that it links to: ("claim" or "term", id)."""
        urls = (t["attrs"]["url"] for t in _within(self.token) if t["type"] == "link")
        return [found.groups() for found in map(_CARD.fullmatch, urls) if found]

    def html(self, *, printed=False):
        """Its element as HTML. Markup in a chapter's text stays text."""
        if self.level:
            return f'<{self.tag} id="{self.name}">{self.inner(printed=printed)}</{self.tag}>'
        return _rendered([self.token if printed else noted(self.token)], printed)

    def inner(self, *, printed=False):
        """What stands within its element, as HTML; of a token without children, its words."""
        if "children" not in self.token:
            return escape(self.words)
        return _rendered(self.token["children"], printed)


def _rendered(tokens, printed):
    return _renderer(printed).render_tokens(tokens, mistune.BlockState()).strip()


def _tag(token: dict[str, Any]) -> str:
    kind: str = token["type"]
    if kind == "heading":
        return f"h{token['attrs']['level']}"
    if kind == "list":
        return "ol" if token["attrs"]["ordered"] else "ul"
    return _TAGS.get(kind, kind)


def blocks(source):
    """The Blocks of a Markdown text, in order."""
    tokens = cast(
        "list[dict[str, Any]]", _markdown()(held(source))
    )  # what it gives without a renderer
    return [Block(_tag(token), token) for token in folded(tokens) if token["type"] != "blank_line"]

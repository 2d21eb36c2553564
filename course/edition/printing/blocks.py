"""The prose of a chapter as a row of blocks, so that a rule may choose among them."""

from dataclasses import dataclass
from html.parser import HTMLParser

__all__ = ["Block", "blocks"]

_EMPTY = {"br", "hr", "img", "input", "wbr"}


@dataclass
class Block:
    """An element of the top level: its tag, the HTML within it, and its bare words. whole: all its words are one <em>."""

    tag: str
    html: str = ""
    words: str = ""
    whole: bool = False


class _Reader(HTMLParser):
    def __init__(self, source):
        super().__init__(convert_charrefs=False)
        self.found, self._open = [], []
        self.feed(source)
        self.close()

    def handle_starttag(self, tag, _attributes):
        if not self._open:
            self.found.append(Block(tag))
        else:
            self.found[-1].html += self.get_starttag_text()
        if tag not in _EMPTY:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag in self._open:
            while self._open and self._open.pop() != tag:
                pass
        if self._open:
            self.found[-1].html += f"</{tag}>"

    def handle_data(self, data):
        if self._open:
            self.found[-1].html += data
            self.found[-1].words += data

    def handle_entityref(self, name):
        self.handle_data(f"&{name};")

    def handle_charref(self, name):
        self.handle_data(f"&#{name};")


def blocks(html):
    """The Blocks of an HTML text, in order; words keep their character references, so they may be put into HTML again."""
    found = _Reader(html).found
    for block in found:
        block.html, block.words = block.html.strip(), " ".join(block.words.split())
        block.whole = block.html.startswith("<em>") and block.html.find("</em>") == len(block.html) - 5
    return found

"""What a student typed, as lines that any document may hold."""

import re

from course.doors.blanks import one_line

__all__ = ["line", "paragraphs", "sentence"]

# what no document may hold; blanks become spaces
_ILLEGAL = re.compile("[^\t-\r\x1c-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# a count such as "4 of 10", which no end of a line should part
_COUNT = re.compile("([0-9]) of (?=[0-9])")


def line(text: str) -> str:
    """A text on one line, without what no document may hold; its counts hold together."""
    return _COUNT.sub("\\1\N{NO-BREAK SPACE}of\N{NO-BREAK SPACE}", one_line(_ILLEGAL.sub("", text)))


def paragraphs(text: str) -> list[str]:
    """A text's paragraphs, each on one line; those with nothing in them are left out."""
    return [said for said in map(line, text.split("\n")) if said]


def sentence(text: str) -> str:
    """A line that begins as a sentence does, where its first letter is of the English alphabet."""
    return text[:1].upper() + text[1:] if "a" <= text[:1] <= "z" else text

"""What a student typed, as lines that any document may hold."""

import re

from course.doors.blanks import one_line

__all__ = ["held", "line", "paragraphs", "sentence"]

# what no document may hold; blanks become spaces
_ILLEGAL = re.compile("[^\t-\r\x1c-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
# what no end of a line should part: "4 of 10", "2 December 2026", "Rs 2.0 million", "95 % interval"
_AFTER = re.compile("(?<=[0-9]) (?=[A-Za-z%])|(?<=%) (?=interval)")
_BEFORE = re.compile(r"\b(of|to|section|rule|[A-Z][A-Za-z]{1,8}) (?=[\u22120-9])", re.ASCII)
_HELD = "\N{NO-BREAK SPACE}"


def line(text: str) -> str:
    """A text on one line, without what no document may hold; its sums, days and counts hold
    together.
    """
    return held(one_line(_ILLEGAL.sub("", text)))


def held(text: str) -> str:
    """A text whose sums, days, ranges and counts no end of a line parts."""
    return _AFTER.sub(_HELD, _BEFORE.sub(rf"\1{_HELD}", text))


def paragraphs(text: str) -> list[str]:
    """A text's paragraphs, each on one line; those with nothing in them are left out."""
    return [said for said in map(line, text.split("\n")) if said]


def sentence(text: str) -> str:
    """A line that begins as a sentence does, where its first letter is of the English alphabet."""
    return text[:1].upper() + text[1:] if "a" <= text[:1] <= "z" else text

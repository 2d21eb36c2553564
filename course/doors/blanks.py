"""White space by one rule, wherever Python and the browser treat the same words.
course/hosts/browser/blanks.js does the same.

Python's str.split and JavaScript's \\s do not agree on U+001C to U+001F, U+0085 and U+FEFF. Here a
blank is what either of them takes for one.
"""

import re

__all__ = ["BLANK", "UNSEEN", "one_line", "trimmed", "words_of"]

# As both languages write it inside the brackets of a pattern.
BLANK = r"\t-\r\x1c- \x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_WORD = re.compile(f"[^{BLANK}]+")
# Signs that leave no ink: a soft hyphen, joiners, marks of direction, fillers.
UNSEEN = (
    r"\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b-\u200f\u202a-\u202e"
    r"\u2060-\u206f\u2800\u3164\ufe00-\ufe0f\uffa0"
)
_SEEN = re.compile(f"[^{UNSEEN}]")
_RUNS = ((9, 13), (0x1C, 0x20), (0x2000, 0x200A))
_ALONE = "\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000\ufeff"
# The same signs, one by one: a pattern that looks for them at the end tries every run first.
_BLANKS = "".join(chr(n) for first, last in _RUNS for n in range(first, last + 1)) + _ALONE


def words_of(text: str) -> list[str]:
    """The words of a text, as a list: what stands between blanks and can be seen."""
    return [word for word in _WORD.findall(text) if _SEEN.search(word)]


def trimmed(text: str) -> str:
    """A text without the blanks round it."""
    return text.strip(_BLANKS)


def one_line(text: str) -> str:
    """A text on one line, with one space between words."""
    return " ".join(words_of(text))

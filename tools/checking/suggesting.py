"""Find the computation behind a figure that was typed beside a card, and write the link."""

import re
from collections.abc import Iterator

from course.errors import CourseError
from course.evidence import inquiries
from course.evidence.inquiry import Asked, Inquiry
from course.hosts.chapters import chosen
from course.lessons.computed import told
from tools.checking.notebooks import read, stored
from tools.style.chapter import Chapter
from tools.style.verdicts import figures_by_hand

__all__ = ["address_of", "quote"]

_BEFORE = r"(?<![\w.\[\N{MINUS SIGN}-])"  # no longer figure, and no link that is there
_BETWEEN = "merit-and-effectiveness"


def _ways(inquiry: Inquiry) -> Iterator[Asked]:
    """How a card may be asked, the plainest first: as it stands, then with one thing changed, then
    in every way.
    """
    yield {}
    options = {**inquiry.subjects, **inquiry.choices}
    for name, values in options.items():
        for value in list(values)[1:]:
            yield {name: value}
    for subject in inquiry.all_subjects():
        yield from (subject | choice for choice in inquiry.all_choices())


def _asked(card: str) -> Iterator[str]:
    """The same as the end of an address."""
    if card == _BETWEEN:
        yield from ("", "?compare=changes")
        return
    for way in _ways(inquiries.inquiry(card)):
        written = "&".join(
            f"{name}={str(value).replace(' ', '%20')}" for name, value in way.items()
        )
        yield f"?{written}" if written else ""


def _names(card: str, asked: str) -> list[str]:
    """The figures that a card has when it is asked so."""
    try:
        told(f"#figure-{card}-none{asked}")
    except CourseError as error:
        found = re.search(r"it has (.*)\.", str(error))
        return found[1].split(", ") if found else []
    return []


def address_of(card: str, said: str) -> str | None:
    """The address of the first figure of a card that reads as `said`;
    None if it has none, as far as it is asked plainly.
    """
    digits = len(said.partition(".")[2])
    for asked in _asked(card):
        for name in _names(card, asked):
            join = "&" if asked else "?"
            rounded = "" if digits == 2 else f"{join}digits={digits}"
            address = f"#figure-{card}-{name}{asked}{rounded}"
            if told(address) == said:
                return address
    return None


def _quoted(text: str, cards: list[str]) -> str:
    """The text with each figure that a card has inside a link to it."""
    for said in dict.fromkeys(figures_by_hand(text)):
        address = next((a for card in cards if (a := address_of(card, said))), None)
        if address:
            alone = _BEFORE + re.escape(said) + r"(?![\d\]])"
            text = re.sub(alone, f"[{said}]({address})", text)
    return text


def quote(names: list[str]) -> int:
    """Write links into the chapters named, and say which figures no card beside them has. Returns 1
    if there are such.
    """
    left = 0
    for path in chosen(names):
        book = read(path)
        for cell, cards in Chapter(path).cards_beside():
            now = _quoted(cell.source, cards)
            for said in figures_by_hand(now):
                left += 1
                print(f"{path.name}, cell {cell.number}: no card beside it has {said}")
            if now != cell.source:
                book["cells"][cell.number - 1]["source"] = now.splitlines(keepends=True)
                print(f"{path.name}, cell {cell.number}: look at what it quotes now")
        path.write_text(stored(book), encoding="utf-8", newline="\n")
    return int(left > 0)

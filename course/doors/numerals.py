"""A number as a person types it, read by one rule. course/hosts/browser/numerals.js does the same;
a test compares.

- Digits may be those of English, Arabic, Urdu, Hindi or of full width. Marks that only turn the
    direction do not count.
- A point is a full stop or the Arabic decimal mark. A minus may be any dash.
- The unit, or a sign for per cent, may stand at the end.
- Thousands may be parted by a comma (English or Arabic), the Arabic mark for it, an apostrophe or a
    space: in threes
  (1,200,000) or in lakhs (12,00,000), by one mark throughout. A first group does not begin with 0.
- A comma is a decimal comma only where it cannot part thousands: 1,200 is 1200; 0,123 and 1,5 and
    1234,567 are decimals.
- Whatever else is no number.
"""

import math
import re

from course.doors.blanks import one_line

__all__ = ["number_in"]

_UNSEEN = re.compile("[\u061c\u200b-\u200f\u202a-\u202e\u2060\u2066-\u2069]")
_ZEROS = "\u0660\u06f0\u0966\uff10"
_SAME = {
    ".": "\u066b\uff0e",
    ",": "\u060c\uff0c",
    "'": "\u2019\u066c\uff07",
    "-": "\u2010\u2011\u2012\u2013\u2212\ufe63\uff0d",
    "+": "\ufe62\uff0b",
    "%": "\u066a\ufe6a\uff05",
}
_PLAIN = {
    **{ord(other): own for own, others in _SAME.items() for other in others},
    **{ord(zero) + i: str(i) for zero in _ZEROS for i in range(10)},
}
_THREES = r"[1-9][0-9]{0,2}(?:([,' ])[0-9]{3})(?:\1[0-9]{3})*"
_LAKHS = r"[1-9][0-9]?(?:([,' ])[0-9]{2})(?:\2[0-9]{2})*\2[0-9]{3}"
_GROUPED = re.compile(rf"(?:{_THREES}|{_LAKHS})(?:([.,])[0-9]*)?")
_UNGROUPED = re.compile(r"[0-9]+(?:[.,][0-9]*)?|[.,][0-9]+")


def _bare(typed: str, unit: str) -> str:
    """What was typed, in plain signs, without its unit or per cent."""
    said, unit = (one_line(_UNSEEN.sub("", text)).translate(_PLAIN) for text in (typed, unit))
    ends = unit and said.lower().endswith(unit.lower())
    return (said[: -len(unit)] if ends else said.removesuffix("%")).removesuffix(" ")


def _point(body: str) -> str | None:
    """A number without its sign as Python writes it, or None."""
    grouped = _GROUPED.fullmatch(body)
    if grouped:
        mark, decimal = grouped[1] or grouped[2], grouped[3]
        if mark != decimal:
            whole, _, rest = body.partition(decimal) if decimal else (body, "", "")
            return f"{whole.replace(mark, '')}.{rest}"
        return None
    return body.replace(",", ".") if _UNGROUPED.fullmatch(body) else None


def number_in(typed: str, unit: str = "") -> float | None:
    """The number that a person typed, with or without its unit, as a float;
    None if it is none or has no end.
    """
    said = _bare(typed, unit)
    sign, body = (said[0], said[1:].removeprefix(" ")) if said[:1] in {"+", "-"} else ("", said)
    plain = _point(body)
    value = math.inf if plain is None else float(sign + plain)
    return value if math.isfinite(value) else None

"""Tables for spreadsheets: what begins like a formula is shown, not computed.
Pure but for the file.
"""

import csv
import re

__all__ = ["cell", "write"]

# What makes a spreadsheet take a text for a formula: in ASCII, and in the widths that it reads
# alike.
_FORMULA = "=+\\-@\uff1d\uff0b\uff0d\uff20\ufe66\ufe62\ufe63\ufe6b\u2212"
# What a spreadsheet skips before one: spaces, quotation marks, signs without width.
_SKIPPED = r"[\s\"'\u200b-\u200f\u2060\ufeff]*"
_FIRST = re.compile(rf"{_SKIPPED}[{_FORMULA}]")
# After a sign at which the spreadsheets of many countries cut a line into cells, a formula begins
# as at its start.
_INSIDE = re.compile(rf"([;|\t\r\n])(?={_SKIPPED}[{_FORMULA}])")
_CUTS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029]+")


def cell(value):
    """A value as text that a spreadsheet may open: a number plain, None empty,
    a would-be formula behind a quotation mark.
    """
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{round(value, 4):.12g}"
    text = str(value).replace("\0", "")
    said = text.lstrip()
    text = text.removesuffix(said) + _INSIDE.sub(r"\1'", said)
    return f"'{text}" if _FIRST.match(text) else text


def _on_one_line(text):
    """A text whose line ends and tabs cannot begin another row or cell,
    whatever sign the spreadsheet cuts at.
    """
    return _CUTS.sub(" ", text)


def write(path, rows):
    """Write rows of values to `path` as CSV (UTF-8 with the mark that Excel needs),
    a row a line; returns the path.
    """
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        csv.writer(file).writerows([_on_one_line(cell(value)) for value in row] for row in rows)
    return path

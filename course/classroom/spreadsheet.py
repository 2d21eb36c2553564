"""Tables for spreadsheets: what begins like a formula is shown, not computed. Pure but for the file."""

import csv

__all__ = ["cell", "write"]

# What makes a spreadsheet take a text for a formula, in ASCII and in the full width that it reads alike.
_FORMULA = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def cell(value):
    """A value as text that a spreadsheet may open: a number plain, None empty, a would-be formula behind a quotation mark."""
    if value is None:
        return ""
    if isinstance(value, int | float):
        return f"{round(value, 4):.12g}"
    text = str(value).replace("\0", "")
    return f"'{text}" if text.startswith(_FORMULA) or text.lstrip().startswith(_FORMULA) else text


def write(path, rows):
    """Write rows of values to `path` as CSV (UTF-8 with the mark that Excel needs); returns the path."""
    with path.open("w", encoding="utf-8-sig", errors="replace", newline="") as file:
        csv.writer(file).writerows([cell(value) for value in row] for row in rows)
    return path

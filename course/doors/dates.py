"""A date as a file or a page writes it, and whether the calendar has it:
there is no 31 February.
"""

import re
from datetime import date

__all__ = ["is_date", "is_day"]

_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?")


def is_date(text: str) -> bool:
    """Is it a year, a month or a day of the calendar, such as 1947, 1947-08 or 1947-08-14?"""
    found = _DATE.fullmatch(text)
    if not found:
        return False
    try:
        date(*(int(part or 1) for part in found.groups()))
    except ValueError:
        return False
    return True


def is_day(text: str) -> bool:
    """Is it a day of the calendar, such as 2026-11-24?"""
    return is_date(text) and len(text) == len("2026-11-24")

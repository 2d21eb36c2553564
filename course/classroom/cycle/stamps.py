"""Times as nbgrader writes them, such as "2027-02-15 18:00:00.000000 UTC", and which of several is
to be believed. Pure.
"""

import re
from datetime import UTC, datetime, timedelta, timezone

__all__ = ["NEAR", "parsed", "written"]

NEAR = timedelta(minutes=10)  # nbgrader takes a second; a full disk or a slow network takes longer
_FORM = re.compile(
    r"(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?)(?: ?([A-Za-z]{1,5}|[+-]\d\d:?\d\d))?"
)
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)


def _zone(word):
    """The time zone that a word names, or None. A time without one is UTC, as nbgrader reads it."""
    if word in {None, "UTC", "GMT", "Z"}:
        return UTC
    if word[0] in "+-":
        minutes = 60 * int(word[1:3]) + int(word[-2:])
        return timezone(timedelta(minutes=-minutes if word[0] == "-" else minutes))
    from dateutil.tz import gettz

    return gettz(word)


def parsed(text, now=None):
    """The time that a text tells (datetime in UTC), or None: not a time, of no known zone, or
    before 2000 or after tomorrow.
    """
    found = _FORM.fullmatch(text.strip())
    if not found:
        return None
    try:
        zone = _zone(found[2])
        if zone is None:
            return None
        at = datetime.fromisoformat(found[1]).replace(tzinfo=zone).astimezone(UTC)
    except (ValueError, OverflowError):
        return None
    return at if _FIRST <= at <= (now or datetime.now(UTC)) + timedelta(days=1) else None


def written(at):
    """A time (datetime) as nbgrader writes it, in UTC."""
    return at.astimezone(UTC).strftime("%Y-%m-%d %H:%M:%S.%f UTC")

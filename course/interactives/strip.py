"""The years of a timeline to scale: a strip folded into lines of one length,
with the governments on it.
"""

from collections.abc import Callable, Sequence
from math import ceil

from course.interactives.accounts import Government, Period, Strip
from course.interface.words import say
from course.record import data

__all__ = ["governments", "strip", "year_of"]

_LONGEST = 79  # years a line: the last of three is then the life of Pakistan, 1947 to 2025


def year_of(date: str, *, ends: bool = False) -> float:
    """A date, a month or a year as a number of years; of what is not written, its beginning,
    or its end.
    """
    year, *rest = map(int, date.split("-"))
    month = rest[0] if rest else (13 if ends else 1)
    day = rest[1] if len(rest) > 1 else 1
    if ends and len(rest) == 1:
        month += 1
    return round(year + (month - 1) / 12 + (day - 1) / 365, 2)


def _named(regime: str, kind: str) -> str:
    """What a government is called: never a person alone."""
    if regime[0].isdigit():
        first, _, last = regime.partition("-")
        return (
            say("timeline.governments_of", years=regime.replace("-", "\N{EN DASH}"))
            if last
            else say("timeline.since", year=first)
        )
    return say("timeline.government_of", name=regime) if "personal" in kind else regime


def governments(since: int, day: Callable[[str], str]) -> list[Government]:
    """Who governed, in order, from the colonial service of `since` on. day writes a date in words.

    A rule of soldiers begins with a break.
    """
    rows = sorted(data.rows("pakistan-regimes"), key=lambda row: row["start"])
    found: list[Government] = [
        {
            "name": say("timeline.colonial"),
            "start": since,
            "end": year_of(rows[0]["start"]),
            "look": "colonial",
            "begins": "",
        }
    ]
    last = max(int(row["last_year"]) for row in rows)
    for row in rows:
        is_military = row["regime_type"].startswith("military")
        found.append(
            {
                "name": _named(row["regime"], row["regime_type"]),
                "start": year_of(row["start"]),
                "end": year_of(row["end"] or str(last), ends=not row["end"]),
                "look": "military" if is_military else "civil",
                "begins": day(row["start"]) if is_military else "",
            }
        )
    return found


def strip(rows: Sequence[Period], ruled: Sequence[Government] = ()) -> Strip:
    """The strip that holds the rows, what is recorded beside them, and the governments."""
    spans: list[tuple[float, float]] = [(row["start"], row["end"]) for row in rows]
    spans += [event["span"] for row in rows for event in row["record"]]
    spans += [(one["start"], one["end"]) for one in ruled]
    first = min((int(start) for start, _ in spans), default=1947)
    last = max((max(int(start), ceil(end) - 1) for start, end in spans), default=first)
    n = ceil((last + 1 - first) / _LONGEST)
    long = _LONGEST if n > 1 else max(10, last + 1 - first)
    lines = [(last + 1 - long * (n - i), last + 1 - long * (n - i - 1)) for i in range(n)]
    return {"years": (first, last), "lines": lines, "governments": list(ruled)}

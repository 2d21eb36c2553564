"""Do the days of a memo agree with one another and with its own? What is checked or counted too
late to matter, or told before it happened, is said before the memo is printed; nothing of it
blocks.
"""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from course.capstone.form import day, said
from course.capstone.lines import line
from course.capstone.rows import rows
from course.doors.dates import is_day
from course.items.kinds.memo import Drafted

__all__ = ["foretold", "late"]

_Told = Mapping[str, str]
# section -> the part of the form before whose day it must come
_DUE = {"consult": "decide", "doubt": "decide", "know": "ends"}
_UNITS = {"day": 1, "week": 7, "month": 30, "year": 365}


def _days_in(text: str, year: str, told: _Told) -> list[str]:
    """The days that a text names, as 2026-12-14; one without a year is of the year that is told."""
    months = told["months"].split(", ")
    days = [
        f"{of or year}-{months.index(month) + 1:02}-{n:0>2}"
        for n, month, of in re.findall(told["day_said"], line(text))
    ]
    return sorted(filter(is_day, days))


def _said(memo: Drafted, section: str, told: _Told) -> str:
    """What stands in a section; of whom the memo consults, by when and what they said."""
    asked = rows(memo, "asked") if section == "consult" else []
    replies = [f"{day(row['when'], told)} {row['said']}" for row in asked]
    return "\n".join([memo["sections"].get(section, ""), *replies])


def _terms(memo: Drafted, told: _Told) -> Iterator[tuple[int, str]]:
    """The times within which something is counted, in days and in words."""
    numbers = told["numbers"].split(" ")
    for text in (memo["own"].get("counted", ""), memo["sections"].get("know", "")):
        for found in re.finditer(told["term_said"], line(text)):
            n = numbers.index(found[1]) if found[1] in numbers else int(found[1])
            yield max(n, 1) * _UNITS[found[2]], found[0]


def late(memo: Drafted, titles: Mapping[str, str], told: _Told) -> Iterator[str]:
    """What would overturn the advice comes after the decision; the count comes after the order;
    the order is shorter than what it counts: a sentence each. titles: {section: title}.
    """
    for name, title in titles.items():
        part = _DUE.get(name, "")
        limit = said(memo, part)
        named = _days_in(_said(memo, name, told), limit[:4], told) if is_day(limit) else []
        if named and named[-1] > limit:
            shown = {"title": title, "day": day(named[-1], told), "limit": day(limit, told)}
            yield told[f"gap_{part}"].format(**shown)
    starts, ends = (said(memo, part) for part in ("starts", "ends"))
    if is_day(starts) and is_day(ends):
        lasts = (date.fromisoformat(ends) - date.fromisoformat(starts)).days
        for needed, term in _terms(memo, told):
            if 0 < lasts < needed:
                yield told["gap_short"].format(n=lasts, term=term)


def foretold(memo: Drafted, date: str, told: _Told) -> Iterator[str]:
    """Replies that are quoted and came after the day of the memo: a sentence each."""
    for row in rows(memo, "asked"):
        if row["said"] and is_day(row["when"]) and is_day(date) and row["when"] > date:
            shown = {"whom": row["whom"] or told["none"], "day": day(row["when"], told)}
            yield told["gap_reply"].format(**shown, date=day(date, told))

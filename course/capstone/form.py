"""The form of an office round a memo: its number, its days, its place, its sum, and where it is
signed. What the writer leaves open stays open: a blank, to be filled in by hand.
"""

from collections.abc import Mapping
from typing import Any

from course.capstone.lines import line
from course.doors.dates import is_day
from course.items.kinds.memo import Drafted

__all__ = ["DAYS", "day", "filled", "head", "order_head", "order_signed", "signatures"]

DAYS = ("decide", "dated")  # the parts of the form that are a day

_Told = Mapping[str, str]


def day(date: str, told: _Told) -> str:
    """A day as a letter has it, 2026-11-24 as 24 November 2026; anything else as it is."""
    if not is_day(date):
        return date
    year, month, number = date.split("-")
    return f"{int(number)} {told['months'].split(', ')[int(month) - 1]} {year}"


def filled(memo: Drafted, part: str, told: _Told) -> str:
    """A part of the form, or the blank that stands for it."""
    said = line(memo["office"].get(part, ""))
    return (day(said, told) if part in DAYS else said) or told["blank"]


def _fact(memo: Drafted, part: str, told: _Told) -> list[str]:
    return [told[part], filled(memo, part, told)]


def head(memo: Drafted, date: str, told: _Told) -> list[Any]:
    """What stands under the title."""
    writer = line(memo["office"].get("post", "")) or line(memo["from"]) or told["blank"]
    return [
        "facts",
        [
            _fact(memo, "file", told),
            [told["date"], day(date, told)],
            [told["to"], line(memo["to"]) or told["blank"]],
            [told["from"], writer],
            *(_fact(memo, part, told) for part in ("place", "decide", "total", "payer")),
        ],
    ]


def signatures(memo: Drafted, told: _Told) -> list[list[Any]]:
    """Room for a remark; then a place for the one who submits and one for the one who decides."""
    writer, reader = (line(memo[name]) or told["blank"] for name in ("from", "to"))
    when = told["telephone_on"].format(telephone=filled(memo, "telephone", told))
    submitted = [writer, filled(memo, "post", told), when]
    return [
        ["remarks", told["remarks"]],
        ["sign", [[told["submitted"], *submitted], [told["agreed"], reader, told["signed_on"]]]],
    ]


def order_head(memo: Drafted, told: _Told) -> list[Any]:
    """The number and the day of the order that is enclosed."""
    return ["facts", [_fact(memo, part, told) for part in ("number", "dated")]]


def order_signed(memo: Drafted, told: _Told) -> list[Any]:
    """The place for the one who signs the order, at the right as on a letter."""
    return ["sign", [[], [told["signature"], filled(memo, "signer", told)]]]

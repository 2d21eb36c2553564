"""The form of an office round a memo: its number, its days, its place, its sum, its channel, and
where it is signed; and round the order that is enclosed. What the writer leaves open stays open: a
blank, to be filled in by hand.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from course.capstone.lines import held, line, paragraphs
from course.capstone.words import words
from course.doors.dates import is_day
from course.items.kinds.memo import Drafted

__all__ = ["DAYS", "ON_PAGE", "banner", "day", "head", "order", "said", "signatures", "stamp"]

DAYS = ("decide", "dated", "starts", "ends")  # the parts of the form that are a day
# its parts that take room on the first page, where each stands once or twice
ON_PAGE = ("file", "post", "telephone", "through", "place", "total", "payer", "rule", "case")
_NEEDED = ("file", "post", "power", "starts", "ends", "signer")  # for a copy that may be signed

# that a writer gave a clause: the order gives its own
_NUMBER = re.compile(r"^\(?[0-9]{1,2}[.)] +")

_Told = Mapping[str, str]


def day(date: str, told: _Told) -> str:
    """A day as a letter has it, 2026-11-24 as 24 November 2026; anything else as it is."""
    if not is_day(date):
        return date
    year, month, number = date.split("-")
    return held(f"{int(number)} {told['months'].split(', ')[int(month) - 1]} {year}")


def said(memo: Drafted, part: str) -> str:
    """What the writer says in a part of the form, on one line."""
    return line(memo["office"].get(part, ""))


def _filled(memo: Drafted, told: _Told) -> dict[str, str]:
    """Every part of the form and who writes to whom, without a full stop, for it stands within a
    sentence of ours; or the blank that stands for it.
    """
    parts = {part: said(memo, part) for part in words()["office"]}
    parts |= {part: line(memo[part]) for part in ("to", "from")}
    shown = {part: day(text.rstrip("."), told) for part, text in parts.items()}
    return {part: text or told["blank"] for part, text in shown.items()}


def _place(name: str, memo: Drafted, told: _Told) -> list[str]:
    """A place to sign: what stands above its line, and the lines below it."""
    filled = _filled(memo, told)
    return [text.format(**filled) for text in told[name].split("|")]


def head(memo: Drafted, date: str, told: _Told) -> list[Any]:
    """What stands under the title."""
    filled = _filled(memo, told)
    writer = said(memo, "post") or filled["from"]
    total = told["paid"].format(**filled)
    shown = filled | {"date": day(date, told), "from": writer, "total": total}
    parts = ("file", "date", "to", "through", "from", "decide", "place", "total")
    return ["facts", [[told[part], shown[part]] for part in parts]]


def banner(memo: Drafted, told: _Told) -> list[list[Any]]:
    """That it is a teaching case, above the title and in no name."""
    if not said(memo, "case"):
        return []
    return [["banner", told["case"].format(**_filled(memo, told))]]


def stamp(memo: Drafted, told: _Told) -> list[list[Any]]:
    """That a copy is a draft, and what it lacks, until it may be signed."""
    lacks = [told[f"draft_{part}"] for part in _NEEDED if not said(memo, part)]
    return [["stamp", told["draft"].format(missing=", ".join(lacks))]] if lacks else []


def signatures(memo: Drafted, told: _Told) -> list[list[Any]]:
    """Places to sign: who submits and through whom, then who decides, with room for a remark; and
    the one to whom the rules reserve the order.
    """
    places = ["submitted", "recommended_by", "agreed", "remarks"]
    if said(memo, "minister"):
        places = ["submitted", "recommended_by", "endorsed", "remarks", "ordered"]
    return [["sign", [_place(name, memo, told) for name in places]]]


def order(memo: Drafted, told: _Told) -> Iterator[list[Any]]:
    """The order as it may be issued: number, power, what it directs, its days, saving, stop rule,
    signature and copies.
    """
    filled = _filled(memo, told)
    yield ["order", told["order"]]
    # an order that names no place would hold everywhere
    parts = ("number", "dated", "place") if said(memo, "place") else ("number", "dated")
    yield ["facts", [[told[part], filled[part]] for part in parts]]
    yield ["words", told["power"].format(**filled)]
    directs = paragraphs(memo["sections"].get("order", ""))
    if not directs:
        yield ["quiet", told["empty"]]
    parts = ("effect", *(part for part in ("saving", "stop") if said(memo, part)))
    clauses = [_NUMBER.sub("", text) for text in directs]
    clauses += [told[part].format(**filled) for part in parts]
    for n, text in enumerate(clauses, 1):
        yield ["words", told["point"].format(n=n, title=text)]
    yield ["sign", [[], _place("signed", memo, told)]]
    if said(memo, "copies"):
        yield ["words", told["copies"].format(**filled)]

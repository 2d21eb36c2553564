"""Answer lines: read from bytes, put in order, and what happens when two files of them meet. Pure.

datasets/schemas/answer.json is the contract and says what the order is. A line is checked once,
here, where it comes in, so that no reader meets a line of another shape.
course/hosts/pages/lines.js does the same in a page; a test draws lines and compares the two.
"""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Literal, NotRequired, TypeAlias, TypedDict, TypeGuard

from course.doors import contracts
from course.doors.shapes import Json

__all__ = [
    "Line",
    "as_file",
    "as_raw",
    "in_order",
    "is_in_other_signs",
    "is_line",
    "lines_of",
    "meet",
    "name_of",
    "newest",
    "parsed",
]

_AT = "%Y-%m-%dT%H:%M:%SZ"
_LOOKED_AT = 200_000  # bytes
_MARK = b"\xef\xbb\xbf"  # an editor may have put it at the head of the file


class Line(TypedDict):
    """One answer; fields that a later version adds stand beside these."""

    v: Literal[1]
    at: str
    device: str
    n: int
    item: str
    kind: str
    answer: Json
    score: float | None
    mode: Literal["practice", "graded"]
    seconds: NotRequired[float | None]


Name: TypeAlias = tuple[str, int]  # a device, and the number that it gave
_About: TypeAlias = tuple[str, str]  # an item and a device


def is_line(value: object) -> TypeGuard[Line]:
    """Does it keep the contract?"""
    return contracts.fits(contracts.schema("answer.json"), value)


def _number(text: str) -> float:
    """A number as JavaScript has it: 2.0 is 2,
    and an integer that is too long for it is rounded.
    """
    value = float(text)
    return int(value) if value.is_integer() and abs(value) < 2**53 else value


def _no_number(word: str) -> None:
    raise ValueError(word)


def _line(raw: bytes) -> Line | None:
    """The line in these bytes; None if it is torn, foreign or hostile."""
    try:
        text = raw.decode("utf-8")
        line: object = json.loads(
            text, parse_int=_number, parse_float=_number, parse_constant=_no_number
        )
    except (ValueError, RecursionError):
        return None
    return line if is_line(line) else None


def parsed(raw: bytes) -> list[Line]:
    """Every line in the bytes of a file as it stands there.
    A torn or foreign one is passed over.
    """
    return [
        line for part in raw.removeprefix(_MARK).split(b"\n") if (line := _line(part)) is not None
    ]


def is_in_other_signs(raw: bytes) -> bool:
    """Was a file of lines saved anew by an editor, in UTF-16 or with CR alone,
    so that no line of it is found?
    """
    wide = raw.startswith((b"\xff\xfe", b"\xfe\xff", b"{\0", b"\0{"))
    return wide or (b"}\r{" in raw[:_LOOKED_AT] and b"\n" not in raw)


def as_raw(line: Line) -> bytes:
    """The line as it stands in a file."""
    return json.dumps(line, ensure_ascii=False, allow_nan=False).encode("utf-8") + b"\n"


def as_file(lines: Iterable[Line]) -> bytes:
    """The bytes of a file of these lines."""
    return b"".join(map(as_raw, lines))


def name_of(line: Line) -> Name:
    """What identifies a line: (device, n)."""
    return line["device"], line["n"]


def in_order(lines: Iterable[Line]) -> list[Line]:
    """Each line once, oldest first. Of two lines with one name,
    which only a meddled file holds, the first is kept.
    """
    kept: dict[Name, Line] = {}
    place: dict[Name, int] = {}
    for i, line in enumerate(lines):
        kept.setdefault(name_of(line), line)
        place[name_of(line)] = i
    found = [kept[name] for name in sorted(place, key=place.__getitem__)]
    places: defaultdict[_About, list[int]] = defaultdict(list)
    for i, line in enumerate(found):
        places[line["item"], line["device"]].append(i)
    ordered = list(found)
    for some in places.values():
        for i, line in zip(
            some, sorted((found[i] for i in some), key=lambda one: one["n"]), strict=True
        ):
            ordered[i] = line
    return ordered


def lines_of(raw: bytes) -> list[Line]:
    """Every line in the bytes of a file once, oldest first."""
    return in_order(parsed(raw))


def newest(lines: Iterable[Line]) -> dict[str, Line]:
    """{item: its newest line} of lines in order."""
    return {line["item"]: line for line in lines}


def _reach(lines: Iterable[Line]) -> Mapping[_About, int]:
    """{(item, device): the greatest n}: a file that holds a line
    knew every earlier one of that device.
    """
    found: defaultdict[_About, int] = defaultdict(int)
    for line in lines:
        about = line["item"], line["device"]
        found[about] = max(found[about], line["n"])
    return found


def _winner(one: Line, other: Line, horizon: str) -> Line:
    """The later of two newest lines by their clocks, for files of which neither tells."""
    return max(
        one, other, key=lambda line: (line["at"] <= horizon, line["at"], line["device"], line["n"])
    )


def meet(
    ours: Sequence[Line], theirs: Sequence[Line], now: datetime
) -> tuple[list[Line], list[Line]]:
    """What must be appended to a file of the lines `ours` when `theirs` is brought in: (lines it
    lacks, lines once more).

    Both are in order; now is a datetime in UTC. The lines once more keep the newest answer of an
    item the newest.
    """
    horizon = (now + timedelta(days=1)).strftime(_AT)
    held = {name_of(line): line for line in ours}
    # Under a name that we hold, our own line counts; one that says it is of another item is
    # nobody's.
    theirs = [held.get(name_of(line), line) for line in theirs
              if held.get(name_of(line), line)["item"] == line["item"]]  # fmt: skip
    missing = [line for line in theirs if name_of(line) not in held]
    our_reach, their_reach = _reach(ours), _reach(theirs)
    our_newest, their_newest = newest(ours), newest(theirs)
    again: list[Line] = []
    for item, line in newest(in_order([*ours, *missing])).items():
        one, other = our_newest.get(item), their_newest.get(item)
        if one is None or other is None:
            continue
        we_knew = our_reach[item, other["device"]] >= other["n"]
        they_knew = their_reach[item, one["device"]] >= one["n"]
        sure = one if we_knew else other
        wins = _winner(one, other, horizon) if we_knew == they_knew else sure
        if name_of(wins) != name_of(line):
            again.append(wins)
    return missing, again

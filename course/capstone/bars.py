"""The chart of a memo: a bar, a line above it and an upright stroke, in hundredths of the scale, so
that a page, a document and a browser draw the same without a picture.

A row is [label, what it says, bar, line, strokes, ends of its scale]. The bar is [start, tip,
figure], the count or the estimate; the line [from, to, figure at its left, at its right], what
chance or the interval leaves open, or None; a stroke [where, word], the aim, where the trial is
stopped, or no difference: one or two of them from low to high, or none.
"""

import math
from collections.abc import Mapping
from typing import Any, TypeAlias

from course.capstone.lines import line, sentence
from course.capstone.words import words
from course.doors.blanks import words_of
from course.doors.numerals import number_in

__all__ = ["Row", "change_row", "counted", "share_row", "spread"]

Row: TypeAlias = list[Any]
_CELLS = 100
_HELD = "\N{NO-BREAK SPACE}"
_GOALS = ("aim", "stop")
_SURE = 1.96  # standard errors to either side


def _whole(number: float) -> int:
    """Rounded as the browser rounds: a half goes up."""
    return math.floor(number + 0.5)


def counted(own: Mapping[str, str]) -> dict[str, int] | None:
    """A writer's count as shares of a hundred: low, at, high and, if they are told, aim and stop.
    None where what was typed is no count of some out of all.

    low and high are what chance alone leaves open (Wilson's interval, 95 %).
    """
    found, of = (number_in(own.get(part, "")) for part in ("found", "of"))
    if found is None or of is None or not (of >= 1 and 0 <= found <= of):
        return None
    share, square = found / of, _SURE * _SURE
    middle = share + square / (2 * of)
    around = _SURE * math.sqrt(share * (1 - share) / of + square / (4 * of * of))
    low, high = ((middle + side * around) / (1 + square / of) for side in (-1, 1))
    told = {"low": _whole(100 * low), "at": _whole(100 * share), "high": _whole(100 * high)}
    goals = {part: number_in(own.get(part, "")) for part in _GOALS}
    return told | {
        part: _whole(goal)
        for part, goal in goals.items()
        if goal is not None and 0 <= goal <= _CELLS
    }


def _drawn(own: Mapping[str, str]) -> str:
    """How the cases were picked, as a label says it."""
    drawn = own.get("drawn", "")
    return f"drawn_{drawn if drawn in words()['draws'] else 'unsaid'}"


def share_row(own: Mapping[str, str], told: Mapping[str, str]) -> Row | None:
    """The row of a writer's own count, or None where there is none that can be drawn. What chance
    leaves open is told of cases that chance picked, and of no others.
    """
    shares = counted(own)
    if not shares:
        return None
    low, at, high = (shares[part] for part in ("low", "at", "high"))
    said = {part: line(own.get(part, "")) for part in ("counted", "when", "found", "of")}
    label = told["share"].format(**said) if said["when"] else said["counted"]
    goals = ", ".join(
        told[f"share_{part}"].format(**shares) for part in ("at", *_GOALS) if part in shares
    )
    strokes = [
        [shares[part], told[word].format(**shares)]
        for part, word in (("aim", "aim"), ("stop", "stop_at"))
        if part in shares
    ]
    drawn = _drawn(own)
    return [
        sentence(label) or told["own"],
        f"{told['share_said'].format(**said, goals=goals)} {told[drawn].format(**shares)}",
        [0, at, str(at)],
        [low, high, str(low), str(high)] if drawn == "drawn_lot" else None,
        sorted(strokes, key=lambda stroke: stroke[0]),
        told["share_ends"].split(", "),
    ]


def spread(estimate: float, interval: tuple[float, float] | None) -> str:
    """Where a change and its interval stand on a scale with zero at 50: "low at high"."""
    low, high = interval or (estimate, estimate)
    most = 1.1 * max(abs(low), abs(estimate), abs(high)) or 1
    return " ".join(str(_whole(50 + 50 * value / most)) for value in (low, estimate, high))


def change_row(figure: Mapping[str, str], told: Mapping[str, str]) -> Row:
    """The row of a figure of the record, on a scale with no difference in its middle."""
    low, at, high = map(int, words_of(figure["spread"]))
    middle = _CELLS // 2
    return [
        figure["found"],
        told["change_said"].format(**figure),
        [middle, at, figure["estimate"].split(_HELD)[0]],
        [low, high, *figure["interval"].split(f"{_HELD}to{_HELD}")] if low < high else None,
        [[middle, told["no_difference"]]],
        told["change_ends"].split(", "),
    ]

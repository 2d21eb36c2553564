"""A strip of years as SVG text, for paper and for a page without scripts: governments as blocks,
breaks as gaps.

The strip is folded into lines of one length that stand side by side and are read downwards. Left of
it stand the dates of the record, right of it the periods of the text, then names. The browser sets
the same in HTML (timeline/strip.js).
"""

import textwrap
from collections.abc import Iterator, Mapping, Sequence
from html import escape
from typing import Any

from course.charts.theme import LIGHT

__all__ = ["drawn"]

_HIGH = 400  # of a line
_TEXT, _LEAD = 12, 13.5
_YEARS, _RECORD, _BLOCK, _TOLD = 32, 10, 16, 14  # how wide each column of a line is, from the left
_NARROW = 62  # a line without names
_GAP = 3  # a break


def _colour(name: str) -> str:
    return f"var(--chart-{name},{LIGHT[name]})"


INK, QUIET = _colour("ink"), _colour("quiet")


def _text(x: float, y: float, words: str, anchor: str = "start", colour: str = INK) -> str:
    return (
        f"<text x='{x:.4g}' y='{y:.4g}' text-anchor='{anchor}' "
        f"fill='{colour}'>{escape(words)}</text>"
    )


def _box(x: float, y: float, wide: float, high: float, look: str) -> str:
    return f"<rect x='{x:.4g}' y='{y:.4g}' width='{wide:.4g}' height='{max(high, 1):.4g}' {look}/>"


_LOOKS = {
    "military": f"fill='{INK}'",
    "civil": f"fill='none' stroke='{QUIET}' stroke-width='1.5'",
    "colonial": f"fill='{QUIET}' fill-opacity='0.45'",
}


class _Line:
    """One line of the strip, from year to year, whose left edge is x."""

    def __init__(self, years: Sequence[int], x: float, wide: float) -> None:
        self.first, self.end = years
        self.x, self.wide = x, wide
        self.block = x + _YEARS + _RECORD
        self.told = self.block + _BLOCK + _TOLD / 2
        self.names = self.block + _BLOCK + _TOLD + 4

    def y(self, year: float) -> float:
        return (year - self.first) / (self.end - self.first) * _HIGH

    def within(self, start: float, end: float) -> tuple[float, float] | None:
        """The stretch of a span that lies on this line, in pixels."""
        if start >= self.end or (end <= self.first and start < self.first):
            return None
        return self.y(max(start, self.first)), self.y(min(end, self.end))

    def blocks(self, governments: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        for one in governments:
            stretch = self.within(one["start"], one["end"])
            if stretch:
                top = stretch[0] + (_GAP if one["begins"] else 1)
                yield _box(
                    self.block,
                    top,
                    _BLOCK,
                    stretch[1] - top,
                    _LOOKS.get(one["look"], _LOOKS["civil"]),
                )

    def marks(self, rows: Sequence[Mapping[str, Any]]) -> Iterator[str]:
        """The record's dates and the text's periods; a period that is passed over is dashed, a
        theory an empty square.

        Dates of the constitution are long and dark, of other layers short and grey: all stand on
        paper at once.
        """
        for row in rows:
            for event in row["record"]:
                stretch = self.within(*event["span"])
                if stretch:
                    high = max(stretch[1] - stretch[0], 2)
                    is_main = event.get("lane", "") in ("", "constitution")
                    wide, colour = (_RECORD - 3, INK) if is_main else (3.5, QUIET)
                    yield _box(
                        self.block - 3 - wide, stretch[0] - 1, wide, high, f"fill='{colour}'"
                    )
            if row["kind"] != "case":
                yield from self._told(row)

    def _told(self, row: Mapping[str, Any]) -> Iterator[str]:
        stretch = self.within(row["start"], row["end"])
        if not stretch:
            return
        top, foot = stretch
        if row["start"] == row["end"]:
            is_theory = row["kind"] == "theory"
            half, look = (5, f"fill='none' stroke='{QUIET}'") if is_theory else (3, f"fill='{INK}'")
            yield _box(self.told - half, top - half, 2 * half, 2 * half, look)
        elif row["kind"] == "gap":
            look = f"fill='none' stroke='{QUIET}' stroke-dasharray='2 2'"
            yield _box(self.told - 4.5, top + 1, 9, foot - top - 2, look)
        elif row["kind"] != "theory":
            yield _box(self.told - 1, top, 2, foot - top, f"fill='{INK}'")

    def names_of(self, named: Sequence[tuple[float, str]]) -> Iterator[str]:
        """Names beside the years that they begin with, each clear of the one before it."""
        room, taken = int((self.x + self.wide - self.names) / (_TEXT * 0.54)), 0.0
        for year, name in named:
            if not self.first <= year < self.end:
                continue
            top = max(self.y(year), taken)
            yield _text(self.block - _RECORD - 4, top + 10, str(int(year)), "end", QUIET)
            written = textwrap.wrap(name, room) if room > 8 else []
            yield from (
                _text(self.names, top + 10 + i * _LEAD, words) for i, words in enumerate(written)
            )
            taken = top + _LEAD * max(1, len(written)) + 1


def drawn(
    strip: Mapping[str, Any], rows: Sequence[Mapping[str, Any]], said: str, width: float
) -> str:
    """The strip with its rows as SVG text of a width. said: what it shows, in words."""
    lines, ruled = strip["lines"], strip["governments"]
    is_narrow = width < 480
    each = _NARROW if is_narrow else 0.3 * width
    place, marks = 0.0, list[str]()
    for i, years in enumerate(lines):
        is_last = i == len(lines) - 1
        line = _Line(years, place, width - place if is_last else each)
        place += each + 8
        points = [r for r in rows if r["kind"] in ("colonial", "case")]
        named = [(float(r["start"]), r["label"]) for r in points]
        if ruled:
            named += [(one["start"], one["name"]) for one in ruled if one["look"] != "colonial"]
        marks += line.blocks(ruled)
        marks += line.marks(rows)
        marks += line.names_of(sorted(named))
        foot = str(strip["years"][1]) if is_last else f"{years[1]} \N{RIGHTWARDS ARROW}"
        marks.append(_text(line.block + _BLOCK / 2, _HIGH + 15, foot, "middle", QUIET))
    return (
        f"<svg class='strip' viewBox='0 -6 {width:g} {_HIGH + 26}' role='img' "
        f"aria-label='{escape(said)}' "
        f"font-size='{_TEXT}' font-family='system-ui,sans-serif'>{''.join(marks)}</svg>"
    )

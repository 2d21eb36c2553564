"""What the four files of a case must hold, row by row.
Each rule yields a Fault that names the cure.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from course import paper
from course.doors.dates import is_date
from course.doors.numerals import number_in
from course.evidence.cases._reading import Fault, Numbered, Row
from course.record import data

__all__ = ["FILES", "about", "indicators", "matrix", "timeline"]

# file -> (columns it must have, columns it may have)
FILES: dict[str, tuple[tuple[str, ...], tuple[str, ...]]] = {
    "case.csv": (("field", "value"), ()),
    "timeline.csv": (
        ("start", "end", "event", "statement", "source_1"),
        ("source_1_url", "source_2", "source_2_url"),
    ),
    "matrix.csv": (("dimension", "says", "source"), ()),
    "indicators.csv": (("iso3", "year", "indicator", "value", "low", "high", "source"), ()),
}
# field -> must it be there?
_FIELDS = {
    "name": True,
    "iso3": True,
    "about": False,
    "author": False,
}
_FIGURE = re.compile(r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,4})?")
# beyond them sums and shares of figures lose their digits, or have no end
_LARGEST, _SMALLEST = (
    1e18,
    1e-12,
)
_LONGEST = 2000
_YEARS = (1500, 2100)


def _countries() -> set[str]:
    return {row["iso3"] for row in data.rows("countries")}


def _filled(file: str, number: int, row: Row, columns: Sequence[str]) -> Iterator[Fault]:
    for column in columns:
        if not row[column]:
            yield Fault(file, number, column, "it is empty; fill it in, or take the row out.")
        elif len(row[column]) > _LONGEST:
            yield Fault(
                file, number, column, f"it is longer than {_LONGEST:,} characters; shorten it."
            )


def _known_country(file: str, number: int, code: str) -> Iterator[Fault]:
    if code not in _countries():
        yield Fault(
            file,
            number,
            "iso3",
            f"{code!r} is no country code the course knows; use three capitals, such as IND.",
        )


def about(rows: Iterable[Numbered]) -> Iterator[Fault]:
    """case.csv: name and iso3, and perhaps about and author, each once."""
    file = "case.csv"
    seen: dict[str, int] = {}
    for number, row in rows:
        field = row["field"]
        if field not in _FIELDS:
            yield Fault(
                file,
                number,
                "field",
                f"{field!r} is not one of {', '.join(_FIELDS)}; take the row out.",
            )
        elif field in seen:
            yield Fault(
                file,
                number,
                "field",
                f"{field} stands twice, first in row {seen[field]}; keep one.",
            )
        else:
            seen[field] = number
            yield from _filled(file, number, row, ["value"])
            if field == "iso3" and row["value"]:
                yield from _known_country(file, number, row["value"])
            if field == "name" and len(row["value"]) > 40:
                yield Fault(file, number, "value", "a name has at most 40 characters; shorten it.")
    for field, needed in _FIELDS.items():
        if needed and field not in seen:
            yield Fault(file, 0, "", f"it lacks a row for {field}; add `{field},...`.")


def _is_date(text: str) -> bool:
    return is_date(text) and _YEARS[0] <= int(text[:4]) <= _YEARS[1]


def timeline(rows: Iterable[Numbered]) -> Iterator[Fault]:
    """timeline.csv: dated events, each with a source."""
    file = "timeline.csv"
    seen: dict[tuple[str, str], int] = {}
    for number, row in rows:
        yield from _filled(file, number, row, ["start", "event", "statement", "source_1"])
        for column in ("start", "end"):
            if row[column] and not _is_date(row[column]):
                yield Fault(
                    file,
                    number,
                    column,
                    f"{row[column]!r} is no date of the calendar; write 1947, 1947-08 or "
                    "1947-08-14.",
                )
        if row["end"] and row["end"] < row["start"][: len(row["end"])]:
            yield Fault(
                file,
                number,
                "end",
                f"{row['end']} lies before the start, {row['start']}; turn them round.",
            )
        same = (row["start"], row["event"])
        if same in seen:
            yield Fault(
                file, number, "event", f"the same event stands in row {seen[same]}; keep one."
            )
        seen.setdefault(same, number)


def matrix(rows: Iterable[Numbered]) -> Iterator[Fault]:
    """matrix.csv: the case's column of the comparison, a dimension a row."""
    file = "matrix.csv"
    seen: dict[str, int] = {}
    for number, row in rows:
        yield from _filled(file, number, row, ["dimension", "says", "source"])
        dimension = row["dimension"]
        if dimension and dimension not in paper.dimensions():
            known = ", ".join(paper.dimensions())
            yield Fault(file, number, "dimension", f"{dimension!r} is not one of: {known}.")
        elif dimension in seen:
            yield Fault(
                file,
                number,
                "dimension",
                f"{dimension} stands twice, first in row {seen[dimension]}; keep one.",
            )
        seen.setdefault(dimension, number)


def _why_no_figure(text: str) -> str | None:
    """The sentence that says why a text is no figure for a file, or None."""
    meant = number_in(text)
    if not _FIGURE.fullmatch(text):
        cure = "write a number, or leave it empty" if meant is None else f"write {meant:.15g}"
        return f"{text!r} is no number as a file holds it; {cure}."
    size = abs(float(text))
    if size > _LARGEST or (size < _SMALLEST and text.strip("-+0.eE")):
        return f"{text!r} is too large or too small to compute with; give it in another unit."
    return None


def _number(file: str, number: int, row: Row, column: str) -> tuple[float | None, list[Fault]]:
    """(value or None, faults): a number in plain digits with a decimal point,
    neither vast nor vanishing.
    """
    text = row[column]
    if not text:
        return None, []
    why = _why_no_figure(text)
    return (None, [Fault(file, number, column, why)]) if why else (float(text), [])


def indicators(rows: Iterable[Numbered]) -> Iterator[Fault]:
    """indicators.csv: figures, each with its year and source and, where there is one,
    its 95 % interval.
    """
    file = "indicators.csv"
    seen: dict[tuple[str, str, str], int] = {}
    for number, row in rows:
        yield from _filled(file, number, row, ["iso3", "year", "indicator", "value", "source"])
        if row["iso3"]:
            yield from _known_country(file, number, row["iso3"])
        if row["year"] and not (len(row["year"]) == 4 and _is_date(row["year"])):
            yield Fault(file, number, "year", f"{row['year']!r} is no year; write four digits.")
        parsed = {column: _number(file, number, row, column) for column in ("value", "low", "high")}
        for _, faults in parsed.values():
            yield from faults
        value, low, high = (parsed[column][0] for column in ("value", "low", "high"))
        if bool(row["low"]) != bool(row["high"]):
            yield Fault(
                file,
                number,
                "low",
                "an interval needs both low and high; fill in both, or neither.",
            )
        elif value is None or low is None or high is None:
            pass  # nothing to compare
        elif not low <= value <= high:
            yield Fault(
                file,
                number,
                "low",
                f"the interval {low} to {high} does not hold the value {value}; mend it.",
            )
        same = (row["iso3"], row["year"], row["indicator"])
        if same in seen:
            yield Fault(
                file,
                number,
                "year",
                f"{' '.join(same)} stands twice, first in row {seen[same]}; keep one.",
            )
        seen.setdefault(same, number)

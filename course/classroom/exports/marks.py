"""Marks as the tables that other systems read: Moodle's gradebook, Canvas's, and a registrar's
sheet. Pure.

An assignment that still waits for a person has no total, so its place stays empty: half a mark
would be taken for a whole one.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

__all__ = ["TABLES", "Total", "totals"]

Row: TypeAlias = list[str | float | None]


@dataclass(frozen=True)
class Total:
    """A student's points for an assignment, as far as they are known. late: hours; waiting: the
    tasks that a person has not marked yet; remark: what the office is to know;
    is_here: did the student hand in?
    """

    student: str
    points: float
    most: float
    late: float
    waiting: str
    remark: str = ""
    is_here: bool = True

    @property
    def final(self) -> float | None:
        """The points, if nothing waits."""
        return self.points if self.is_here and not self.waiting else None


def totals(
    rows: Sequence[Sequence[object]], remarks: Mapping[str, str] | None = None
) -> list[Total]:
    """The end of each row of cycle/markbook.py's table. remarks: {student: remark}."""
    found: list[Total] = []
    for row in rows:
        points, most, late, waiting = row[-4:]
        known = (float(str(number)) for number in (points, most, late))
        remark = (remarks or {}).get(str(row[0]), "")
        found.append(Total(str(row[0]), *known, waiting=str(waiting), remark=remark))
    return found


def _moodle(name: str, marked: Sequence[Total]) -> list[Row]:
    """Grades, Import, CSV file: the first column is mapped to the user's name."""
    return [["username", name], *([one.student, one.final] for one in marked if one.is_here)]


def _canvas(name: str, marked: Sequence[Total]) -> list[Row]:
    """Gradebook, Import: a student is known by the login; Canvas finds name, number and section."""
    head: Row = ["Student", "ID", "SIS Login ID", "Section", name]
    most: Row = ["    Points Possible", "", "", "", marked[0].most]
    here = [one for one in marked if one.is_here]
    return [head, most, *([one.student, "", one.student, "", one.final] for one in here)]


def _registrar(name: str, marked: Sequence[Total]) -> list[Row]:
    """One line a student, to read and to sign."""
    rows: list[Row] = [
        ["student", "assignment", "marks", "out of", "per cent", "hours late", "remarks"]
    ]
    for one in marked:
        share = None if one.final is None else round(100 * one.final / one.most, 1)
        waits = f"not yet marked: {one.waiting}" if one.waiting else ""
        remark = "; ".join(filter(None, [waits, one.remark]))
        late = one.late or None
        rows.append([one.student, name, one.final, one.most, share, late, remark])
    return rows


TABLES: Mapping[str, Callable[[str, Sequence[Total]], list[Row]]] = {
    "moodle": _moodle,
    "canvas": _canvas,
    "registrar": _registrar,
}

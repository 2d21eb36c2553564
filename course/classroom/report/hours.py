"""What the class answered in the room (`course live`), from the counts that its hours left in the
class folder. Nobody is in them, and a vote of few is not shown, whatever a file says.
"""

import csv
import io
import re
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path

from course.doors import plain_files
from course.interface.words import say
from course.live import asked
from course.live.counts import FEW

__all__ = ["Hour", "Question", "Row", "read"]

_MOST_BYTES = 1_000_000  # an hour writes some thousands
_MOST_HOURS = 60
_LONG = 2000  # letters of an answer
_NAME = re.compile(r"counts-(\d{4}-\d{2}-\d{2})-(\d{2})(\d{2})-[A-Z]{4}\.csv")


@dataclass(frozen=True)
class Row:
    """An answer, and how many took it in each vote (None: in a vote that is not shown)."""

    answer: str
    counts: tuple[int | None, ...]


@dataclass(frozen=True)
class Question:
    """A question as it was asked. votes: how many answered in each."""

    stem: str
    unit: str
    votes: tuple[int, ...]
    rows: tuple[Row, ...]

    @property
    def few(self) -> bool:
        """Is a vote among them that is not shown?"""
        return any(of < FEW for of in self.votes)


@dataclass(frozen=True)
class Hour:
    """An hour: its day ("2026-11-30"), when it ended, and what was asked in it."""

    day: str
    time: str
    questions: tuple[Question, ...]


def read(folder: Path) -> tuple[list[Hour], list[str]]:
    """The hours of a class folder, the newest first, and a sentence for each file that cannot be
    used.
    """
    hours: list[Hour] = []
    faults: list[str] = []
    named = [path for path in (folder / "live").glob("counts-*.csv") if _NAME.fullmatch(path.name)]
    for path in sorted(named, reverse=True)[:_MOST_HOURS]:
        try:
            questions = _questions(plain_files.read(path, _MOST_BYTES))
        except (OSError, ValueError, csv.Error) as error:
            why = error if isinstance(error, plain_files.UnreadableError) else "holds no counts"
            faults.append(f"{path} {why}, so its hour is left out of the report.")
            continue
        day, hour, minute = _NAME.fullmatch(path.name).groups()  # pyright: ignore[reportOptionalMemberAccess]
        if questions:
            hours.append(Hour(day, f"{hour}:{minute}", questions))
    return hours, faults


def _questions(raw: bytes) -> tuple[Question, ...]:
    lines = csv.reader(io.StringIO(raw.decode("utf-8-sig"), newline=""), strict=True)
    if len(next(lines, ())) != 5:
        raise ValueError
    times: list[list[tuple[str, int, int, str, int]]] = []
    for name, vote, of, answer, count in lines:
        row = name, int(vote), int(of), answer[:_LONG], int(count)
        if not (1 <= row[1] <= 2 and 0 <= row[4] <= row[2]):
            raise ValueError
        last = times[-1][-1] if times else None
        if last is None or last[0] != name or row[1] < last[1]:
            times.append([])  # another question, or the same one asked anew
        times[-1].append(row)
    return tuple(map(_question, times))


def _question(rows: list[tuple[str, int, int, str, int]]) -> Question:
    found = asked.everything().get(rows[0][0])
    of = {vote: next(some)[2] for vote, some in groupby(rows, key=lambda row: row[1])}
    counts: dict[str, dict[int, int]] = {}
    for _, vote, n, answer, count in rows:
        if n >= FEW:
            counts.setdefault(answer, {})[vote] = count
    shown = {vote for vote, n in of.items() if n >= FEW}
    table = [
        Row(answer, tuple(some.get(vote, 0) if vote in shown else None for vote in of))
        for answer, some in counts.items()
    ]
    stem = found.public["stem"] if found else say("report.asked_then", question=rows[0][0])
    unit = found.public.get("unit", "") if found else ""
    return Question(stem, unit, tuple(of.values()), tuple(table))

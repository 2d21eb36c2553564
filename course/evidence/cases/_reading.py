"""A CSV file from an instructor's spreadsheet, read with suspicion: rows,
or faults in plain sentences.
"""

import csv
import io
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

__all__ = ["MOST_BYTES", "Fault", "Numbered", "Row", "read"]

Row: TypeAlias = dict[str, str]  # column -> what its cell holds
Numbered: TypeAlias = tuple[int, Row]

MOST_BYTES = 1_000_000
_RUNS_IN_A_SPREADSHEET = re.compile(r"^\s*[=+@\t\r]|^\s*-(?![\d.])")
_INVISIBLE = re.compile("[\x00-\x08\x0b-\x1f\x7f\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]")


@dataclass(frozen=True)
class Fault:
    """One thing wrong, and its cure: file, row (the header is row 1; 0 is the whole file),
    column and a sentence.
    """

    file: str
    row: int
    column: str
    says: str

    def __str__(self) -> str:
        where = (
            self.file
            + (f", row {self.row}" if self.row else "")
            + (f", {self.column}" if self.column else "")
        )
        return f"{where}: {self.says}"


def _why_no_text(path: Path) -> str | None:
    """The sentence that says why the file cannot be text, or None."""
    if path.is_symlink():
        return "this is a link; put the file itself in its place."
    if not path.is_file():
        return "this is no file; replace it by a CSV file of that name."
    size = path.stat().st_size
    if size > MOST_BYTES:
        return (
            f"it holds {size:,} bytes of at most {MOST_BYTES:,}; keep the rows that the case needs."
        )
    with path.open("rb") as handle:
        start = handle.read(4)
    if start.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return "this is an Excel workbook under another name; open it and save it as 'CSV UTF-8'."
    if (
        start.startswith((b"\xff\xfe", b"\xfe\xff"))
        or start[::2] == b"\0\0"
        or start[1::2] == b"\0\0"
    ):
        return "it is saved as UTF-16 ('Unicode text'); save it as 'CSV UTF-8'."
    return None


def _text(path: Path) -> tuple[str, None] | tuple[None, str]:
    """(the file's text, None), or (None, the sentence that says why there is none)."""
    try:
        why = _why_no_text(path)
        if why:
            return None, why
        with path.open("rb") as handle:
            return handle.read(MOST_BYTES).decode(
                "utf-8-sig"
            ), None  # no more, should it grow meanwhile
    except OSError:
        return None, "it cannot be read; close it in other programs and allow reading."
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        return None, f"line {line} is not in UTF-8; save it as 'CSV UTF-8'."


def _header(found: Sequence[str], wanted: Sequence[str], optional: Sequence[str]) -> str | None:
    missing = [c for c in wanted if c not in found]
    extra = [c for c in found if c not in wanted and c not in optional]
    if len(found) == 1 and ";" in found[0]:
        return "the columns are parted by semicolons; save it as CSV with commas."
    if len(found) == 1 and "\t" in found[0]:
        return "the columns are parted by tabs; save it as CSV with commas."
    if len(set(found)) < len(found):
        return "a column stands twice in the first row; keep one of them."
    if missing:
        return f"it lacks the column {', '.join(missing)}; the first row holds {', '.join(wanted)}."
    if extra:
        return (
            f"it has an unknown column {', '.join(map(repr, extra))}; the first row holds "
            f"{', '.join([*wanted, *optional])}."
        )
    return None


def _cell_faults(file: str, number: int, row: Row) -> Iterator[Fault]:
    for column, cell in row.items():
        if _INVISIBLE.search(cell):
            yield Fault(
                file,
                number,
                column,
                "it holds a character that cannot be seen; type the cell again.",
            )
        elif _RUNS_IN_A_SPREADSHEET.search(cell):
            yield Fault(
                file,
                number,
                column,
                f"it begins with {cell.strip()[0]!r}, which a spreadsheet would run; begin it "
                "with a word.",
            )


def read(
    path: Path, wanted: Sequence[str], optional: Sequence[str] = ()
) -> tuple[list[Numbered], list[Fault]]:
    """(rows, faults) of the CSV file at `path` with the columns `wanted`, and perhaps `optional`.

    rows are (number, dict of stripped text) with the header as row 1; empty rows are passed over.
    Nothing is run, and
    nothing is raised: whatever is wrong is a Fault.
    """
    text = _text(path)
    if text[0] is None:
        return [], [Fault(path.name, 0, "", text[1])]
    try:
        lines = list(csv.reader(io.StringIO(text[0], newline=""), strict=True))
    except csv.Error as error:
        return [], [
            Fault(
                path.name,
                0,
                "",
                f"it cannot be read as CSV ({error}); mend its quotes, or save it again from "
                "the spreadsheet.",
            )
        ]
    if not lines or not any(lines[0]):
        return [], [
            Fault(path.name, 0, "", f"it is empty; its first row holds {', '.join(wanted)}.")
        ]
    head = [name.strip() for name in lines[0]]
    why = _header(head, wanted, optional)
    if why:
        return [], [Fault(path.name, 1, "", why)]
    rows: list[Numbered] = []
    faults: list[Fault] = []
    for number, line in enumerate(lines[1:], 2):
        if not any(cell.strip() for cell in line):
            continue
        if len(line) != len(head):
            says = (
                f"it has {len(line)} cells of {len(head)}; a comma inside a text needs quotes "
                "round the text."
            )
            faults.append(Fault(path.name, number, "", says))
            continue
        row = dict.fromkeys(optional, "") | dict(
            zip(head, (cell.strip() for cell in line), strict=True)
        )
        faults += _cell_faults(path.name, number, row)
        rows.append((number, row))
    return rows, faults

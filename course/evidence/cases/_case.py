"""A case: found by its name or folder, checked as a whole, and only then loaded."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from os.path import lexists
from pathlib import Path
from typing import TypedDict

from course import _places
from course.errors import CourseError, shown, unknown
from course.evidence.cases import _rules
from course.evidence.cases._reading import Fault, Numbered, Row, read

__all__ = ["Case", "Indicator", "check", "find", "load", "names"]

_RULES: dict[str, Callable[[Iterable[Numbered]], Iterator[Fault]]] = {
    "case.csv": _rules.about,
    "timeline.csv": _rules.timeline,
    "matrix.csv": _rules.matrix,
    "indicators.csv": _rules.indicators,
}


class Indicator(TypedDict):
    """One figure of a case: low and high are the ends of its interval, None where there is none."""

    iso3: str
    year: int
    indicator: str
    value: float
    low: float | None
    high: float | None
    source: str


@dataclass(frozen=True)
class Case:
    """One country as a case.

    timeline is a list of dicts (start, end, event, statement, source_1, source_2 and their
    addresses) in order of date; matrix is {dimension: (what is said, source)}.
    """

    name: str
    iso3: str
    about: str = ""
    timeline: list[Row] = field(default_factory=list[Row])
    matrix: dict[str, tuple[str, str]] = field(default_factory=dict[str, tuple[str, str]])
    indicators: list[Indicator] = field(default_factory=list[Indicator])


def _folders() -> list[Path]:
    """Cases of the student's own first, then those that ship."""
    return [_places.course_folder() / "cases", _places.datasets() / "cases"]


def _inside(folder: Path) -> list[Path]:
    """What lies in a folder, in order; nothing if it cannot be listed."""
    try:
        return sorted(folder.iterdir())
    except OSError:
        return []


def names() -> list[str]:
    """Names of the cases at hand: folders of the student's own `cases` folder,
    and those that ship.
    """
    found = [path.name for folder in _folders() for path in _inside(folder) if _is_dir(path)]
    return list(dict.fromkeys(found))


def _is_dir(path: Path) -> bool:
    """Is it a folder? What cannot even be looked at is none."""
    try:
        return path.is_dir()
    except OSError:
        return False


def find(case: object) -> Path:
    """The folder of a case, by its name or as a path. Raises CourseError, naming the nearest,
    if there is none.
    """
    if not isinstance(case, str | Path):
        raise unknown("case", case, names())
    if not str(case).strip():
        raise CourseError(
            "A case has a name or a folder; write it after --case, such as `--case kenya`."
        )
    if str(case) in names():
        return next(folder / case for folder in _folders() if _is_dir(folder / case))
    try:
        path = Path(case).expanduser()
        is_there = path.exists()
    except (
        OSError,
        RuntimeError,
        ValueError,
    ):  # too long, of nobody's home, behind a closed folder
        raise unknown("case", case, names()) from None
    if _is_dir(path):
        return path
    if is_there:
        raise CourseError(f"{shown(case)} is a file; a case is a folder with case.csv in it.")
    raise unknown("case", case, names())


def _strangers(folder: Path) -> Iterator[Fault]:
    for path in sorted(folder.iterdir()):
        if (
            path.suffix.lower() in {".csv", ".xlsx", ".xls", ".ods"}
            and path.name not in _rules.FILES
        ):
            yield Fault(
                shown(path.name),
                0,
                "",
                f"it is not read; a case holds {', '.join(_rules.FILES)}, spelled so.",
            )


def _read(folder: Path) -> tuple[dict[str, list[Row]], list[Fault]]:
    try:
        faults = list(_strangers(folder))
    except OSError:
        raise CourseError(
            f"The folder {shown(folder.name)} cannot be read; allow reading it, or copy it to "
            "a folder of your own."
        ) from None
    rows: dict[str, list[Numbered]] = {}
    for file, columns in _rules.FILES.items():
        path = folder / file
        if not lexists(path) and file != "case.csv":
            rows[file] = []
            continue
        if not lexists(path):
            faults.append(
                Fault(
                    file, 0, "", "it is missing; write the rows `name,...` and `iso3,...` into it."
                )
            )
            continue
        rows[file], found = read(path, *columns)
        faults += found
        if not found:
            faults += list(_RULES[file](rows[file]))
    return {file: [row for _, row in found] for file, found in rows.items()}, faults


def check(folder: str | Path) -> list[Fault]:
    """Every Fault in the case's folder, in order of file and row; an empty list if it is sound.
    Runs nothing.

    Raises CourseError if there is no such folder, or if it cannot be read.
    """
    return _read(find(folder))[1]


def _figure(row: Row) -> Indicator:
    return {
        "iso3": row["iso3"],
        "year": int(row["year"]),
        "indicator": row["indicator"],
        "value": float(row["value"]),
        "low": float(row["low"]) if row["low"] else None,
        "high": float(row["high"]) if row["high"] else None,
        "source": row["source"],
    }


def load(case: str | Path) -> Case:
    """The Case by its name or folder. Raises CourseError with its first fault,
    and how many more there are.
    """
    folder = find(case)
    rows, faults = _read(folder)
    if faults:
        more = (
            f" ({len(faults) - 1} more: `course check --case FOLDER` lists them.)"
            if len(faults) > 1
            else ""
        )
        raise CourseError(f"The case {shown(folder.name)} has a fault. {faults[0]}{more}")
    fields = {row["field"]: row["value"] for row in rows["case.csv"]}
    return Case(
        name=fields["name"],
        iso3=fields["iso3"],
        about=fields.get("about", ""),
        timeline=sorted(rows["timeline.csv"], key=lambda row: row["start"]),
        matrix={row["dimension"]: (row["says"], row["source"]) for row in rows["matrix.csv"]},
        indicators=sorted(
            map(_figure, rows["indicators.csv"]),
            key=lambda r: (r["indicator"], r["iso3"], r["year"]),
        ),
    )

"""How far an assignment is, as its class folder tells: what was released, what came in, what is
marked, what still waits.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from course.classroom.cycle import made, roll
from course.classroom.cycle.codes import kept_in, prints_file, saved, texts_of, unwritten
from course.classroom.cycle.due import due
from course.classroom.cycle.folder import Folder
from course.classroom.page.files import files_of
from course.errors import CourseError

__all__ = ["Essays", "Stands", "stands"]


@dataclass(frozen=True)
class Essays:
    """The answers to one task that a person marks. answers: how many there are; nothing: how many
    students wrote nothing, which earns 0 of `most`.
    """

    task: str
    stem: str
    answers: int
    marked: int
    nothing: int
    most: int

    @property
    def waiting(self) -> int:
        return self.answers - self.marked


@dataclass(frozen=True)
class Stands:
    """How far one assignment is. first, released: when the sheet was given out first and last;
    came, marked, given: of how many students; stale: of how many the
    marks are older than answers, key or sheet; missing: who handed in other work; written: how many
    pages of feedback there are, and given: how many of them the students have as they are;
    exported: how many files for the office are written; older: {what: whose marks are newer than
    it}; is_collected: was anything ever fetched? lines: the class list.
    """

    name: str
    title: str
    items: int
    points: int
    first: datetime | None
    released: datetime | None
    due: datetime | None
    came: int
    missing: tuple[str, ...]
    marked: int
    stale: int
    essays: tuple[Essays, ...]
    given: int
    written: int
    reported: datetime | None
    exported: int
    older: Mapping[str, Sequence[str]]
    is_collected: bool
    lines: Sequence[roll.Line]
    pages: Mapping[str, str]

    @property
    def refused(self) -> list[str]:
        """Whose work the last `collect` did not take, or who answered another sheet."""
        return [line.student for line in self.lines if line.is_refused or line.is_other]

    @property
    def to_mark(self) -> int:
        """Of how many the answers can be marked: they were given on the released sheet."""
        return self.came - sum(line.is_other for line in self.lines)

    @property
    def by_hand(self) -> int:
        """How many pages of feedback the lecturer hands out, since no exchange carries them."""
        return sum(state == "by_hand" for state in self.pages.values())

    @property
    def old_files(self) -> list[str]:
        """The files with marks that are older than the marks."""
        return [what for what in self.older if what not in {made.PAGES, "report"}]

    @property
    def waiting(self) -> int:
        """How many answers wait for a person."""
        return sum(one.waiting for one in self.essays)

    @property
    def next(self) -> str:
        """The step that comes next; "nothing" once all are done."""
        done = {
            "release": self.released is not None,
            "collect": self.came > 0,
            "grade": self.marked - self.stale >= self.to_mark,
            "mark": not self.waiting,
            "feedback": self.given >= self.marked and made.PAGES not in self.older,
            "report": self.reported is not None and "report" not in self.older,
            "export": self.exported > 0 and not self.old_files,
        }
        last = "left" if self.refused else "nothing"
        return next((step for step, is_done in done.items() if not is_done), last)


def stands(folder: Folder, name: str) -> Stands:
    """The Stands of the assignment `name`. Raises CourseError if there is none."""
    assignment = folder.assignment(name)
    came = folder.students("submitted", name)
    marked = folder.students("autograded", name)
    others = {path.name for path in (folder.path / "submitted").glob("*") if path.is_dir()}
    sheet = Path("release", name, f"{name}.ipynb")
    before = (folder.path / "copies").glob(f"*/{sheet.as_posix()}")
    held = roll.marks_of(folder, name)
    older = made.older(folder, name, {one: marks.print for one, marks in held[0].items()})
    given, pages = made.given(folder, name), folder.students("feedback", name)
    by_hand = made.by_hand(folder, name)
    state = {
        one: _state(given.get(one), by_hand.get(one), made.page_print(folder, name, one))
        for one in pages
    } | {one: "older" for one in older.get(made.PAGES, ()) if one in pages}
    return Stands(
        name=name,
        title=assignment.title,
        items=len(assignment.items()),
        points=assignment.most,
        first=_when([folder.path / sheet, *before], min),
        released=_when([folder.path / sheet]),
        due=_due(folder, name),
        came=len(came),
        missing=tuple(sorted(others - came.keys())) if came else (),
        marked=len(marked),
        stale=sum(folder.is_stale(student, name) for student in marked),
        essays=tuple(_essays(folder, assignment)),
        given=sum(given.get(one) == made.page_print(folder, name, one) for one in pages),
        written=len(pages),
        reported=_when([folder.path / "reports" / f"{name}-report.html"]),
        exported=sum(
            file.path.parent.name == "exports" for file in files_of(folder, name).values()
        ),
        older={
            what: some
            for what, some in older.items()
            if what in {made.PAGES, "report"} or (folder.path / "exports" / what).is_file()
        },
        is_collected=bool(came) or roll.refused_file(folder, name).is_file(),
        lines=roll.roll(folder, name, held),
        pages=state,
    )


def _state(given: str | None, by_hand: str | None, now: str) -> str:
    """How far a page is, by the prints of the page that was given, that was left to be handed out
    by hand, and that is there now.
    """
    if given != now:
        return "written"
    return "by_hand" if by_hand == now else "given"


def _when(paths: Iterable[Path], of: Callable[[list[float]], float] = max) -> datetime | None:
    """When the newest (max) or the oldest (min) of some files was written; None if there is
    none. A copy in copies/ keeps the time of what it is a copy of.
    """
    times = [path.stat().st_mtime for path in paths if path.is_file()]
    return datetime.fromtimestamp(of(times)).astimezone() if times else None


def _due(folder: Folder, name: str) -> datetime | None:
    """When it is due, by the clock of this machine."""
    with suppress(CourseError):  # without nbgrader, of which the steps tell
        at = due(folder, name)
        return at.astimezone() if at else None
    return None


def _essays(folder: Folder, assignment: Any) -> Iterable[Essays]:
    present: dict[str, dict[str, str]] = {}
    nothing: dict[str, int] = {}
    if assignment.tasks:
        for student in folder.students("sheets", assignment.name):
            with suppress(Exception):  # what cannot be read, `grade` has told
                present[student] = texts_of(folder, assignment, student)
                for task in unwritten(folder, assignment, student):
                    nothing[task["id"]] = nothing.get(task["id"], 0) + 1
    marks, prints = saved(folder, assignment.name), kept_in(prints_file(folder, assignment.name))
    for task in assignment.tasks:
        there = {who: texts[task["id"]] for who, texts in present.items() if task["id"] in texts}
        marked = [
            who
            for who, text in there.items()
            if task["id"] in marks.get(who, {}) and prints.get(who, {}).get(task["id"]) == text
        ]
        yield Essays(
            task["id"], task["stem"], len(there), len(marked), nothing.get(task["id"], 0),
            assignment.points(task["id"]),
        )  # fmt: skip

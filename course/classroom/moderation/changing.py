"""A mark that a person changes after it was given: after a second marking, or on appeal. The old
mark, the reason and the time are kept (cycle/history.py).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from course.classroom.cycle import blind, comments, history, ways
from course.classroom.cycle.assignment import LEVELS
from course.classroom.cycle.codes import codes_of, texts_of
from course.classroom.cycle.gradebook import opened
from course.classroom.cycle.whole import write_bytes
from course.classroom.moderation import second
from course.errors import CourseError, shown, unknown
from course.interactives import sheets

if TYPE_CHECKING:
    from course.classroom.cycle.assignment import Assignment
    from course.classroom.cycle.folder import Folder

__all__ = ["Decision", "change", "told_of"]

_LONGEST = 1000  # letters of a reason


@dataclass(frozen=True)
class Decision:
    """What a mark is to be. levels: of a task, in the order of its rubric; second: the levels of
    the second marker in their place; points: of a question; told: does the student's page say why?
    """

    reason: str
    points: float | None = None
    levels: Sequence[int] | None = None
    second: bool = False
    told: bool = False


def _student(folder: "Folder", name: str, who: str) -> str:
    """The student of a name, or of a code."""
    students = folder.students("sheets", name)
    if who in students:
        return who
    owners = {code: student for student, code in codes_of(folder, name, []).items()}
    owner = owners.get(who.partition("-")[0])
    if owner in students:
        return str(owner)
    raise unknown(f"student of {name}", who, students)


def _reason(decision: Decision) -> str:
    reason = " ".join(sheets.legible(decision.reason).split())
    if not reason:
        raise CourseError("A mark is changed for a reason; write it after --reason.")
    if len(reason) > _LONGEST:
        raise CourseError(f"A reason has {_LONGEST} letters at most; write it shorter.")
    return reason


def _levels(
    folder: "Folder", assignment: "Assignment", student: str, task: Any, decision: Decision
) -> dict[str, int]:
    """{criterion: level} that a task is to have."""
    named = [row["criterion"] for row in task["rubric"]]
    if decision.points is not None:
        raise CourseError(
            f"{task['id']} is marked by its rubric; give a level for each of {', '.join(named)} "
            "after --levels, such as --levels 2,3,1,2."
        )
    if decision.second:
        marked = second.saved(folder, assignment.name).get(student, {}).get(task["id"])
        if marked is None:
            raise CourseError(
                f"The second marker has no mark for this text of {task['id']}; give the levels "
                "after --levels."
            )
        return marked
    levels = decision.levels
    if levels is None or len(levels) != len(named) or not all(0 <= n < LEVELS for n in levels):
        raise CourseError(
            f"{task['id']} needs a level from 0 to {LEVELS - 1} for each of {', '.join(named)}, in "
            "this order, such as --levels 2,3,1,2."
        )
    return dict(zip(named, levels, strict=True))


def _points(assignment: "Assignment", item: Any, decision: Decision) -> float:
    most = assignment.points(item["id"])
    if decision.points is None or not 0 <= decision.points <= most:
        raise CourseError(
            f"{item['id']} is a question; give its points, from 0 to {most}, after --points."
        )
    return decision.points


def change(
    folder: "Folder", name: str, who: str, item: str, decision: Decision, *, dry_run: bool = False
) -> list[str]:
    """Change a mark; returns sentences. who: a student, or a code. Raises CourseError if there is
    no such mark, or no reason.
    """
    assignment = folder.assignment(name)
    asked, reason = assignment.item(item), _reason(decision)
    student = _student(folder, name, who)
    if "rubric" in asked:
        levels = _levels(folder, assignment, student, asked, decision)
        points: float = sum(levels.values())
    else:
        levels, points = None, _points(assignment, asked, decision)
    if dry_run:
        return [f"Would set {item} of {who} to {points:g}."]
    folder.keep_copy(folder.path / "gradebook.db")
    text = texts_of(folder, assignment, student).get(item, "")
    with opened(folder) as book:
        grade = _found(book, name, item, student)
        was = grade.auto_score if grade.manual_score is None else grade.manual_score
        one = history.Change(student, item, was, points, reason, decision.told, text)
        if levels is not None:
            old = blind.saved(folder, name).get(student, {}).get(item)
            comment: Any = book.find_comment(item, name, name, student)
            comment.manual_comment = _reworded(comment.manual_comment, asked, old, levels)
        grade.manual_score, grade.needs_manual_grade = points, False
        _commit(folder, name, book, one)
    if levels is not None:
        blind.decided(folder, name, student, item, levels)
    first = "not marked" if was is None else f"{was:g}"
    return [f"{item} of {who}: {first} became {points:g}. The reason is kept."]


def _found(book: Any, name: str, item: str, student: str) -> Any:
    from nbgrader.api import MissingEntry

    try:
        return book.find_grade(item, name, name, student)
    except MissingEntry:
        raise ways.CureError(
            f"The gradebook has no mark of {shown(student)} for {item}; "
            f"{ways.first('grade', name)}.",
            "grade",
        ) from None


def _reworded(words: str | None, task: Any, old: Any, levels: dict[str, int]) -> str:
    """A comment with the rubric's new sentences, and with the marker's own words as they were."""
    own = words or ""
    if old:
        own = own.removeprefix(comments.said(task["rubric"], {"levels": old})).strip()
    said = comments.said(task["rubric"], {"levels": levels})
    return "\n\n".join(filter(None, [said, own]))


def _commit(folder: "Folder", name: str, book: Any, one: history.Change) -> None:
    """The reason and the mark, or neither."""
    before = history.add(folder, name, [one])
    try:
        book.db.commit()
    except BaseException:
        book.db.rollback()
        write_bytes(history.path_of(folder, name), before)
        raise


def told_of(folder: "Folder", name: str) -> list[str]:
    """The changes so far, in sentences, the oldest first."""
    changes = history.read(folder, name)
    if not changes:
        return [f"No mark of {name} was changed."]
    return [
        f"{one.at[:10]}, {one.student}, {one.item}: "
        f"{'not marked' if one.was is None else f'{one.was:g}'} became {one.now:g}. {one.reason}"
        f"{' (the student is told)' if one.told else ''}"
        for one in changes
    ]

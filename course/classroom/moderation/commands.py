"""`course class moderate`, `change` and `changes`: two markers side by side, and marks that are
changed later.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from course.errors import CourseError

if TYPE_CHECKING:
    from course.classroom.cycle.folder import Folder
    from course.classroom.steps import Asked

__all__ = ["STEPS", "add_to"]


def add_to(steps: Any, common: Callable[[Any], None]) -> None:
    """Add the steps to the parser of `course class`. common: adds what each step takes."""
    one = steps.add_parser("moderate", help="list where two markers differ, without names")
    one.add_argument("name", help="the assignment")
    one.add_argument(
        "--threshold",
        type=int,
        default=1,
        metavar="LEVELS",
        help="list a criterion if the markers are so many levels apart, or more",
    )
    common(one)
    one = steps.add_parser("change", help="change one mark, and keep the old one and the reason")
    one.add_argument("name", help="the assignment")
    one.add_argument("who", help="the student, or the code of the text")
    one.add_argument("item", help="the question or task")
    what = one.add_mutually_exclusive_group(required=True)
    what.add_argument("--levels", metavar="2,3,1,2", help="of a task, in the rubric's order")
    what.add_argument("--second", action="store_true", help="take the second marker's levels")
    what.add_argument("--points", metavar="POINTS", help="of a question")
    one.add_argument("--reason", required=True, help="why; it is kept")
    one.add_argument("--tell", action="store_true", help="the student's page says why")
    common(one)
    one = steps.add_parser("changes", help="say which marks were changed, when and why")
    one.add_argument("name", help="the assignment")
    common(one)


def _moderate(folder: "Folder", asked: "Asked") -> list[str]:
    from course.classroom.moderation import second

    if not 1 <= asked.threshold <= 3:
        raise CourseError("Levels are 0 to 3, so --threshold is 1, 2 or 3.")
    found = second.compare(folder, asked.name, asked.threshold)
    if asked.dry_run:
        return found.told
    path = second.write(folder, asked.name, found)
    return [*found.told, f"{path} is written."]


def _levels(text: str) -> list[int]:
    try:
        return [int(part) for part in text[:100].split(",")]
    except ValueError:
        raise CourseError(
            f"{text:.40} is no list of levels; write them as 2,3,1,2, in the rubric's order."
        ) from None


def _points(text: str) -> float:
    try:
        return float(text[:40])
    except ValueError:
        raise CourseError(f"{text:.40} is no number of points; write it as 1.5.") from None


def _change(folder: "Folder", asked: "Asked") -> list[str]:
    from course.classroom.moderation import changing

    decision = changing.Decision(
        reason=asked.reason,
        points=None if asked.points is None else _points(asked.points),
        levels=None if asked.levels is None else _levels(asked.levels),
        second=asked.second,
        told=asked.tell,
    )
    return changing.change(
        folder, asked.name, asked.who, asked.item, decision, dry_run=asked.dry_run
    )


def _changes(folder: "Folder", asked: "Asked") -> list[str]:
    from course.classroom.moderation import changing

    folder.assignment(asked.name)
    return changing.told_of(folder, asked.name)


STEPS = {"moderate": _moderate, "change": _change, "changes": _changes}

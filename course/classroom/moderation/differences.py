"""Where two markers of the same texts differ, criterion by criterion. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import fmean
from typing import TYPE_CHECKING, TypeAlias

if TYPE_CHECKING:
    from course.classroom.cycle.assignment import Assignment

__all__ = ["Agreement", "Difference", "agreements", "differences"]

Levels: TypeAlias = Mapping[str, Mapping[str, Mapping[str, int]]]  # student, task, criterion


@dataclass(frozen=True)
class Difference:
    """One criterion of one text on which the markers differ: the level of each."""

    student: str
    task: str
    criterion: str
    first: int
    second: int


@dataclass(frozen=True)
class Agreement:
    """How two markers agree on one criterion. texts: marked by both; same, near: how many got the
    same level, and one apart at most; lean: the second's level less the first's, on average.
    """

    task: str
    criterion: str
    texts: int
    same: int
    near: int
    lean: float


def _both(assignment: "Assignment", first: Levels, second: Levels) -> Iterator[Difference]:
    """Each criterion that both marked, whether they differ or not."""
    for task in assignment.tasks:
        for student in sorted(first.keys() & second.keys()):
            one, other = (of[student].get(task["id"], {}) for of in (first, second))
            for row in task["rubric"]:
                named = row["criterion"]
                if named in one and named in other:
                    yield Difference(student, task["id"], named, one[named], other[named])


def differences(
    assignment: "Assignment", first: Levels, second: Levels, threshold: int = 1
) -> list[Difference]:
    """The criteria on which the levels differ by `threshold` or more, the widest first."""
    apart = [
        one
        for one in _both(assignment, first, second)
        if abs(one.first - one.second) >= max(threshold, 1)
    ]
    return sorted(apart, key=lambda one: -abs(one.first - one.second))


def agreements(assignment: "Assignment", first: Levels, second: Levels) -> list[Agreement]:
    """How the markers agree, criterion by criterion, in the order of the rubric."""
    found: dict[tuple[str, str], list[int]] = {}
    for one in _both(assignment, first, second):
        found.setdefault((one.task, one.criterion), []).append(one.second - one.first)
    return [_agreement(*key, by) for key, by in found.items()]


def _agreement(task: str, criterion: str, by: Sequence[int]) -> Agreement:
    same, near = (sum(abs(one) <= most for one in by) for most in (0, 1))
    return Agreement(task, criterion, len(by), same, near, fmean(by))

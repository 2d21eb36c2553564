"""What each student earned on each item, and what that is tied to:
the ground under the item analysis. Pure.
"""

from math import isfinite

from course.classroom.cycle.assignment import LEVELS
from course.classroom.cycle.marking import final
from course.classroom.report.measures import correlated, fisher
from course.doors.shapes import is_object
from course.items import kinds
from course.items.kinds import Item

__all__ = ["Scores", "levels_of"]

_LINE = {"item", "answer"}


def _given(assignment, lines):
    """{item: answer} of one student: valid, newest.
    Lines that no file of ours holds are passed over.
    """
    whole = [line for line in lines if isinstance(line, dict) and line.keys() >= _LINE]
    found = final(assignment, whole)
    return {name: answer for name, answer in found.items() if not _is_endless(answer)}


def _is_endless(answer):
    """A number beyond all measure, which no page sends and no key can be compared with."""
    try:
        return isinstance(answer, int | float) and not isfinite(answer)
    except OverflowError:
        return True


def levels_of(task: Item, marks: object) -> dict[str, int] | None:
    """{criterion: level} of a task if it is marked whole, else None."""
    told = marks.get(task["id"]) if is_object(marks) else None
    if not is_object(told):
        return None
    levels: dict[str, int] = {}
    for row in task["rubric"]:
        level = told.get(row["criterion"])
        if type(level) is not int or not 0 <= level < LEVELS:
            return None
        levels[row["criterion"]] = level
    return levels or None


def _share(item, answer, marks):
    """The share of the item's points that a student earned, 0 to 1;
    None while it waits for a person.
    """
    if "rubric" in item:
        levels = levels_of(item, marks)
        if levels:
            return sum(levels.values()) / ((LEVELS - 1) * len(levels))
        return 0.0 if answer is None else None
    return 0.0 if answer is None else kinds.of(item).score(answer)


class Scores:
    """The scores of those who answered something. Made of an Assignment, {student: lines},
    {student: {task: levels}}.

    given: {student: {item: answer}}; shares: {item: {student: 0 to 1, or None while it waits for a
    person}}; settled: the items that are marked for all; totals: {student: points over those};
    empty: how many files held no answer.
    """

    def __init__(self, assignment, answers, marks):
        self.items, self.points = assignment.items(), assignment.points
        self.marks = {s: marks.get(s, {}) for s in answers}
        given = {s: _given(assignment, lines) for s, lines in answers.items()}
        tasks = [item for item in self.items if "rubric" in item]
        self.given = {
            s: found
            for s, found in sorted(given.items())
            if found or any(levels_of(t, self.marks[s]) for t in tasks)
        }
        self.empty = len(given) - len(self.given)
        self.shares = {
            item["id"]: {
                s: _share(item, found.get(item["id"]), self.marks[s])
                for s, found in self.given.items()
            }
            for item in self.items
        }
        self.settled = [name for name, of in self.shares.items() if None not in of.values()]
        self.totals = {s: sum(self.earned(name, s) for name in self.settled) for s in self.given}

    def earned(self, name, student):
        """The points of one item, for one that is settled."""
        return self.shares[name][student] * self.points(name)

    def rest(self, name, students):
        """What each of the students earned on all other items."""
        own = name in self.settled
        return [self.totals[s] - (self.earned(name, s) if own else 0) for s in students]

    def tied(self, name, students, values):
        """(r, interval) of values with the rest of the sheet."""
        r = correlated(values, self.rest(name, students))
        return r, (-1.0, 1.0) if r is None else fisher(r, len(students))

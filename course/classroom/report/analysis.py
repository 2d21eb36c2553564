"""Item analysis: what a class's answers say about the class, and about the items. Pure.

Difficulty (facility) is the share of an item's points that the class earned: 1 is easy, and no
answer earns none. Discrimination is the corrected item-rest correlation: of an item's points with
the points of all other items. A student masters an objective with at least MASTERY of the points of
its items.
"""

from dataclasses import dataclass, field, replace

from course.classroom.cycle.scores import Scores, levels_of
from course.classroom.report import desk_groups
from course.classroom.report.flags import flags
from course.classroom.report.measures import alpha, wilson
from course.items import kinds

__all__ = [
    "MASTERY",
    "Analysis",
    "Choice",
    "Item",
    "Misconception",
    "Objective",
    "Student",
    "analyse",
]

MASTERY = 0.7


@dataclass(frozen=True)
class Choice:
    """One option of an item. by: who took it; of: how many answered; r:
    of taking it with the rest of the sheet, or None.
    """

    option: object
    by: tuple
    of: int
    r: float | None
    interval: tuple

    @property
    def share(self):
        """Of those who answered, who took it: 0 to 1."""
        return len(self.by) / self.of if self.of else 0.0


@dataclass(frozen=True)
class Item:
    """One item. n: students with a mark for it; difficulty and discrimination are None where
    nothing can be said.

    criteria, of a task: {criterion: mean level}. unanswered: how many of the class. place: 0 to 1,
        on the sheet.
    """

    id: str
    kind: str
    stem: str
    objective: str
    most: int
    place: float
    n: int
    unanswered: int
    difficulty: float | None
    interval: tuple
    discrimination: float | None
    reach: tuple
    choices: tuple = ()
    criteria: dict = field(default_factory=dict)
    flags: tuple = ()


@dataclass(frozen=True)
class Objective:
    """One objective: its sentence, and the share of n students who master it;
    None before anything is marked.
    """

    word: str
    sentence: str
    n: int
    share: float | None
    interval: tuple


@dataclass(frozen=True)
class Misconception:
    """What a distractor is for. by: whom it caught at least once; of: who answered an item that
    could; where: (item id, Choice).
    """

    words: str
    by: tuple
    of: int
    where: tuple


@dataclass(frozen=True)
class Student:
    """One student. points is over what is marked."""

    name: str
    points: float
    unanswered: int
    misconceptions: tuple


@dataclass(frozen=True)
class Analysis:
    """All of it. empty: files without one answer, left out. most: the points marked so far.
    desk: see desk_groups.
    """

    name: str
    title: str
    students: tuple
    empty: int
    most: float
    items: tuple
    objectives: tuple
    misconceptions: tuple
    alpha: float | None
    desk: tuple
    waiting: tuple = ()

    @property
    def n(self):
        """How many students the figures are of."""
        return len(self.students)


def _choices(room, item):
    name = item["id"]
    answered = [s for s, given in room.given.items() if name in given]
    kind = kinds.of(item)
    took = {s: kind.taken(room.given[s][name]) for s in answered}
    for number, option in enumerate(kind.offers()):
        by = tuple(s for s in answered if number in took[s])
        r, interval = room.tied(name, answered, [int(number in took[s]) for s in answered])
        yield Choice(option, by, len(answered), r, interval)


def _criteria(room, item):
    marked = (
        [levels for s in room.given if (levels := levels_of(item, room.marks[s]))]
        if "rubric" in item
        else []
    )
    return {
        name: sum(levels[name] for levels in marked) / len(marked)
        for name in (marked[0] if marked else ())
    }


def _item(room, place, item):
    name = item["id"]
    settled = name in room.settled
    # Of a task that is half marked, those who left it out would stand for all.
    marked = [
        s
        for s, share in room.shares[name].items()
        if share is not None and (settled or share or name in room.given[s])
    ]
    shares = [room.shares[name][s] for s in marked]
    difficulty = sum(shares) / len(shares) if shares else None
    r, reach = room.tied(name, marked, shares)
    found = Item(
        id=name, kind=item["kind"], stem=item["stem"], objective=item["objective"],
        most=room.points(name), place=place,
        n=len(marked), unanswered=sum(name not in given for given in room.given.values()),
        difficulty=difficulty, interval=wilson(difficulty or 0, len(marked)), discrimination=r,
        reach=reach,
        choices=tuple(_choices(room, item)), criteria=_criteria(room, item),
    )  # fmt: skip
    return replace(found, flags=flags(found, len(room.given)))


def _objective(room, word, sentence):
    names = [
        item["id"]
        for item in room.items
        if item["objective"] == word and item["id"] in room.settled
    ]
    n, most = len(room.given) if names else 0, sum(map(room.points, names))
    mastered = (
        sum(
            sum(room.earned(name, s) for name in names) >= MASTERY * most - 1e-9 for s in room.given
        )
        if n
        else 0
    )
    share = mastered / n if n else None
    return Objective(word, sentence, n, share, wilson(share or 0, n))


def _misconceptions(room, items):
    """Each misconception that caught somebody, the widest first."""
    where = {}
    for item in items:
        for choice in item.choices:
            if choice.option.misconception:
                where.setdefault(choice.option.misconception, []).append((item.id, choice))
    for words, found in where.items():
        names = {name for name, _ in found}
        by = {s for _, choice in found for s in choice.by}
        of = sum(not names.isdisjoint(given) for given in room.given.values())
        if by:
            caught = tuple((name, choice) for name, choice in found if choice.by)
            yield Misconception(words, tuple(sorted(by)), of, caught)


def analyse(assignment, answers, *, marks=None, shared=None):
    """The Analysis of a class.

    answers: {student: answer lines}; what is no valid answer counts as none. marks: {student:
        {task: {criterion: level}}}.
    shared: the students whose decisions at the Desk may be counted; None: those whose answers say
    so. Of the Desk only the option is read, never its reason; reflections and other practice are
    not read at all.
    """
    room = Scores(assignment, answers, marks or {})
    last = max(len(room.items) - 1, 1)
    items = tuple(_item(room, place / last, item) for place, item in enumerate(room.items))
    found = sorted(
        _misconceptions(room, items), key=lambda m: (-len(m.by) / m.of, -len(m.by), m.words)
    )
    students = tuple(
        Student(
            s,
            room.totals[s],
            len(room.items) - len(given),
            tuple(m.words for m in found if s in m.by),
        )
        for s, given in room.given.items()
    )
    return Analysis(
        name=assignment.name, title=assignment.title, students=students, empty=room.empty,
        most=sum(map(room.points, room.settled)), items=items,
        objectives=tuple(_objective(room, *pair) for pair in assignment.objectives.items()),
        misconceptions=tuple(found),
        alpha=alpha([[room.earned(name, s) for s in room.given] for name in room.settled]),
        desk=desk_groups.counted(answers, shared) if assignment.desk else (),
        waiting=tuple(item["id"] for item in room.items if item["id"] not in room.settled),
    )  # fmt: skip

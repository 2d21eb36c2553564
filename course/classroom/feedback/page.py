"""One student's marks as a page: what was asked and answered, the mark, what explains it, and where
to read again. No script, no outside address, every word escaped.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from course.classroom.cycle import lateness, ways
from course.classroom.cycle.assignment import LEVELS, Assignment
from course.classroom.cycle.history import Change
from course.classroom.cycle.marking import final, marks
from course.classroom.feedback.revisit import Place, place_of
from course.classroom.feedback.standing import Entry, Standing, plain
from course.classroom.report.report_items import bar
from course.classroom.sealed import policy
from course.classroom.style import style
from course.errors import CourseError
from course.interactives import sheets
from course.interface.templates import template
from course.items import kinds
from course.items.kinds.kind import Form, Item, paragraphs

__all__ = ["Row", "page"]

_FEW = 5  # as many places to read again
_GOOD = 2 / 3  # of what a person gives; the key's own points are all or some


@dataclass(frozen=True)
class Row:
    """A criterion of a rubric. level: the one that was reached, or None."""

    criterion: str
    levels: Sequence[str]
    level: int | None


@dataclass(frozen=True)
class Part:
    """One item as the page shows it.

    form: what there was to choose from; answer: paragraphs, empty if there was none; document: a
    memo as it is laid out, in their place; waits: for a person; nothing: was nothing written, and
    nothing given for it; was: the points by the key, if a
    person changed them; change: of this mark, if the student is to know it and why; words: the
    lecturer's own.
    """

    number: int
    item: Item
    form: Form
    answer: tuple[str, ...]
    document: Markup | None
    points: float
    most: float
    waits: bool
    nothing: bool
    was: float | None
    change: Change | None
    explained: tuple[str, ...]
    rubric: tuple[Row, ...]
    words: tuple[str, ...]
    place: Place | None

    @property
    def bar(self):
        """The points as a bar of the report's."""
        return bar(min(max(self.points / self.most, 0), 1) if self.most else 0)

    @property
    def is_good(self) -> bool:
        """Is there nothing to read again for it?"""
        share = self.points / self.most if self.most else 1
        return self.waits or share >= (_GOOD if self.rubric else 1)


def _answer(item: Item, answer: Any) -> tuple[tuple[str, ...], Markup | None]:
    kind = kinds.of(item)
    if answer is None:
        return (), None
    document = sheets.as_document(answer) if kind.is_document else None
    return (() if document else tuple(kind.said(answer))), document


def _rubric(item: Item, entry: Entry, levels: Mapping[str, int]) -> tuple[Row, ...]:
    """The rubric with what was reached, if those levels are what the points stand for: a mark may
    have been changed elsewhere since.
    """
    rows = item.get("rubric", ())
    are_these = entry.by_person is not None and sum(levels.values()) == entry.by_person
    return tuple(
        Row(row["criterion"], row["levels"], levels.get(row["criterion"]) if are_these else None)
        for row in rows
    )


def _words(entry: Entry, rubric: Sequence[Row]) -> tuple[str, ...]:
    """The lecturer's own words: a comment begins with the sentences of the rubric, which stand
    there already.
    """
    said = paragraphs(sheets.legible(plain(entry.comment)))
    for row in rubric:
        head = f"{row.criterion}: {row.level} of {LEVELS - 1}."
        if row.level is not None and said and said[0].startswith(head):
            said = said[1:]
    return tuple(said)


def _parts(assignment, lines, standing, levels, changes):
    given, earned = final(assignment, lines), marks(assignment, lines)
    for number, item in enumerate(assignment.items(), 1):
        name = item["id"]
        entry, by_key = standing.entries.get(name), earned.get(name)
        if entry is None or (
            by_key and (entry.by_key is None or repr(by_key) != f"{entry.by_key:g}")
        ):
            raise CourseError(
                f"no feedback, since the gradebook's mark for {name} is not what the key gives; "
                f"{ways.again(assignment.name)}, then {ways.to('feedback', assignment.name)}."
            )
        answer, document = _answer(item, given.get(name))
        rubric = _rubric(item, entry, levels.get(name, {}))
        change = changes.get(name)
        is_changed = by_key is not None and entry.by_person is not None
        yield Part(
            number=number,
            item=item,
            form=kinds.of(item).form(),
            answer=answer,
            document=document,
            points=entry.score,
            most=assignment.points(name),
            waits=by_key is None and entry.by_person is None and name in given,
            nothing=by_key is None and entry.by_person is None and name not in given,
            was=entry.by_key if is_changed and not change else None,
            change=change,
            explained=by_key.explained if by_key and name in given else (),
            rubric=rubric,
            words=_words(entry, rubric),
            place=place_of(item, assignment.covers),
        )


def _again(parts: Sequence[Part]) -> list[tuple[Place, list[Part]]]:
    """Where to read again, and for which items; first where most points were lost."""
    found: dict[Place, list[Part]] = {}
    for part in parts:
        if part.place and not part.is_good:
            found.setdefault(part.place, []).append(part)

    def lost(pair: tuple[Place, list[Part]]) -> float:
        return -sum(part.most - part.points for part in pair[1])

    return sorted(found.items(), key=lost)[:_FEW]


def _number(points: float) -> str:
    return f"{round(points, 2):g}"


def page(
    assignment: Assignment,
    student: str,
    lines: Sequence[Mapping[str, Any]],
    standing: Standing,
    levels: Mapping[str, Mapping[str, int]],
    *,
    changes: Mapping[str, Change] | None = None,
) -> str:
    """The HTML text of a student's page.

    lines: of the answers that were marked; levels: {task: {criterion: level}}, by a person;
    changes: {item: Change} of the marks that were changed and of which the student is to know why.
    Raises CourseError, a clause, if the gradebook and the key differ.
    """
    parts = tuple(_parts(assignment, lines, standing, levels, changes or {}))
    waiting = [part for part in parts if part.waits]
    looks = style("feedback", "feedback", "memo")
    text = template("feedback.html").render(
        policy=policy(looks),
        style=looks,
        assignment=assignment,
        student=student,
        is_answered=bool(lines),
        parts=parts,
        again=_again(parts),
        total=sum(part.points for part in parts) - standing.penalty,
        most=sum(part.most for part in parts if not part.waits),
        waiting=waiting,
        to_come=sum(part.most for part in waiting),
        late=lateness.said(standing.late) if standing.late else "",
        penalty=standing.penalty,
        number=_number,
        top=LEVELS - 1,
    )
    return sheets.legible(text)

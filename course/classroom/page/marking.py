"""One answer at a time, to be marked by a person who sees no name."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup, escape

from course.classroom.cycle import blind, comments, roll
from course.classroom.cycle.assignment import LEVELS
from course.classroom.cycle.codes import codes_of, kept_in, prints_file, saved, unwritten
from course.classroom.cycle.folder import Folder
from course.classroom.cycle.gradebook import by_hand, opened
from course.classroom.feedback.standing import plain
from course.classroom.moderation.changing import Decision, change
from course.errors import CourseError, unknown
from course.interface.words import say

__all__ = ["MOST_LETTERS", "Essay", "essay", "give", "totals"]

MOST_LETTERS = 10_000  # of a comment


@dataclass(frozen=True)
class Essay:
    """The answer at `place` (from 1) of `of`, under its code. levels and words: the mark that it
    has, or {} and "". waiting: the place of the next that has none, or None.
    """

    task: Mapping[str, Any]
    place: int
    of: int
    marked: int
    code: str
    html: Markup
    levels: Mapping[str, int]
    words: str
    waiting: int | None


def _task(folder: Folder, name: str, task: str) -> Mapping[str, Any]:
    """The task called so. Raises CourseError, naming the nearest, if a person marks none such."""
    tasks = {one["id"]: one for one in folder.assignment(name).tasks}
    if task not in tasks:
        raise unknown(f"task of {name}", task, tasks)
    return tasks[task]


def essay(folder: Folder, name: str, task: str, place: int) -> Essay | None:
    """The answer at a place of a task; at the first that waits, if place is 0. None if nobody
    answered the task.
    """
    asked = _task(folder, name, task)
    some = blind.to_mark(folder, name)[task]
    some += _nothing(folder, name, task)
    if not some:
        return None
    marks = _marked(folder, name, task)
    waits = [
        n
        for n, one in enumerate(some, 1)
        if one["code"] not in marks and not one["code"].endswith("-")
    ]
    place = min(max(place or (waits[0] if waits else 1), 1), len(some))
    one = some[place - 1]
    student, levels = marks.get(one["code"], ("", {}))
    later = [n for n in waits if n > place] or [n for n in waits if n != place]
    return Essay(
        task=asked,
        place=place,
        of=len(some),
        marked=len(some) - len(waits),
        code=one["code"],
        html=Markup(one["html"]),  # noqa: S704 written by a template, which escaped each word
        levels=levels,
        words=_words(folder, name, asked, student, levels) if levels else "",
        waiting=later[0] if later else None,
    )


def totals(folder: Folder, name: str, task: str) -> list[tuple[str, int, float | None]]:
    """[(code, points of the task, points of all; None while some wait)], in the order of codes."""
    codes, marks = codes_of(folder, name, []), saved(folder, name)
    return sorted(
        (
            codes[line.student],
            sum(marks.get(line.student, {}).get(task, {}).values()),
            line.points,
        )
        for line in roll.roll(folder, name)
        if line.student in codes and line.came
    )


def _nothing(folder: Folder, name: str, task: str) -> list[dict[str, str]]:
    """The codes of those who wrote nothing, after all answers: each ends where another's names a
    text.
    """
    assignment = folder.assignment(name)
    html = str(escape(say("feedback.wrote_nothing", most=assignment.points(task))))
    codes = codes_of(folder, name, [])
    return [
        {"code": f"{codes[student]}-", "html": html}
        for student in sorted(folder.students("sheets", name), key=lambda one: codes.get(one, ""))
        if student in codes
        and task in [one["id"] for one in unwritten(folder, assignment, student)]
    ]


def _marked(folder: Folder, name: str, task: str) -> dict[str, tuple[str, dict[str, int]]]:
    """{code: (student, levels)} of the answers to a task that have a mark."""
    codes, prints = codes_of(folder, name, []), kept_in(prints_file(folder, name))
    return {
        f"{codes[student]}-{prints[student][task] or ''}": (student, marks[task])
        for student, marks in saved(folder, name).items()
        if task in marks and student in codes and task in prints.get(student, {})
    }


def _words(
    folder: Folder, name: str, task: Mapping[str, Any], student: str, levels: Mapping[str, int]
) -> str:
    """The marker's own words, as they were typed: the gradebook holds them after the rubric's."""
    from nbgrader.api import MissingEntry

    with opened(folder) as book:
        try:
            _, comment = by_hand(book, name, task["id"], student)
        except MissingEntry:
            return ""
        held = comment.manual_comment or ""
    rubric = comments.said(task["rubric"], {"levels": levels, "comment": ""})
    return plain(held.removeprefix(rubric).strip())


def give(
    folder: Folder,
    name: str,
    task: str,
    code: str,
    given: Mapping[str, str],
    *,
    copies: bool = True,
) -> list[str]:
    """Mark the answer under a code: what a marking page's file would do. given: {"level0": "2",
    ..., "comment": text}, as a form sends it. Returns sentences.

    Raises CourseError if a level is missing, or the comment is too long.
    """
    rubric = _task(folder, name, task)["rubric"]
    chosen = [given.get(f"level{n}", "") for n in range(len(rubric))]
    if not all(one.isascii() and one.isdigit() and int(one) < LEVELS for one in chosen):
        raise CourseError("Nothing is kept yet; choose a level for each criterion, then keep it.")
    comment = given.get("comment", "").replace("\r\n", "\n")
    if len(comment) > MOST_LETTERS:
        raise CourseError(
            f"Nothing is kept yet; your comment has {len(comment)} letters, and {MOST_LETTERS} "
            "are the most."
        )
    levels = {row["criterion"]: int(one) for row, one in zip(rubric, chosen, strict=True)}
    if code.endswith("-"):  # nothing was written: what is given all the same has a reason
        reason = comment.strip() or say("class.nothing_reason")
        return change(folder, name, code, task, Decision(reason, levels=[*levels.values()]))
    mark = {code: {"levels": levels, "comment": comment}}
    raw = json.dumps({"assignment": name, "task": task, "marks": mark})
    return blind.bring_in(folder, name, raw, copies=copies)

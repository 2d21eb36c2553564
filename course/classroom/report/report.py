"""Writes the report on a class: one page, a table of the items,
and one of the students if they are to be named.
"""

from pathlib import Path

from course.classroom.exports import spreadsheet
from course.classroom.report.report_page import page
from course.errors import CourseError

__all__ = ["item_rows", "student_rows", "write"]


def _commonest(item):
    """The wrong option that most took, or None."""
    wrong = [choice for choice in item.choices if choice.by and not choice.option.key]
    return max(wrong, key=lambda choice: len(choice.by), default=None)


def item_rows(analysis) -> list[list[str | float | None]]:
    """The table of the items as a list of rows, the first its head."""
    rows: list[list[str | float | None]] = [
        [
            "item", "kind", "objective", "points", "students", "share right", "share right low",
            "share right high",
            "discrimination", "discrimination low", "discrimination high", "left out",
            "commonest mistake",
            "taken by",
            "misconception", "misconceptions caught", "flags", "what to do",
        ]
    ]  # fmt: skip
    for item in analysis.items:
        mistake = _commonest(item)
        drawn = item.difficulty is not None
        tells = item.discrimination is not None
        caught = [
            f"{c.option.misconception} ({len(c.by)})"
            for c in item.choices
            if c.by and c.option.misconception
        ]
        rows.append([
            item.id, item.kind, item.objective, item.most, item.n,
            item.difficulty, *(item.interval if drawn else (None, None)),
            item.discrimination, *(item.reach if tells else (None, None)),
            item.unanswered,
            *((mistake.option.text, len(mistake.by),
                mistake.option.misconception) if mistake else (None,
                None, None)),
            "; ".join(caught), " ".join(dict.fromkeys(flag.kind for flag in item.flags)),
            " ".join(flag.sentence for flag in item.flags),
        ])  # fmt: skip
    return rows


def student_rows(analysis):
    """The table of the students as a list of rows, the first its head."""
    head = ["student", "points", "of", "left out", "misconceptions"]
    return [
        head,
        *(
            [one.name, one.points, analysis.most, one.unanswered, "; ".join(one.misconceptions)]
            for one in analysis.students
        ),
    ]


def write(analysis, folder, *, names=False, hours=(), absent=()):
    """Write NAME-report.html, NAME-items.csv and, with `names`, NAME-students.csv into `folder`;
    returns their paths. hours: those that the class had in the room (see hours.py);
    absent: a Line (cycle/roll.py) for each student of whom nothing is here, or work was refused.

    Files of these names are replaced. Raises CourseError if the folder cannot be written.
    """
    folder = Path(folder)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        report = folder / f"{analysis.name}-report.html"
        text = page(analysis, names=names, hours=hours, absent=absent)
        report.write_text(text, encoding="utf-8", newline="\n")
        written = [
            report,
            spreadsheet.write(folder / f"{analysis.name}-items.csv", item_rows(analysis)),
        ]
        if names:
            written.append(
                spreadsheet.write(folder / f"{analysis.name}-students.csv", student_rows(analysis))
            )
    except OSError:
        raise CourseError(
            f"{folder} cannot be written; free some space or choose a folder you may write to."
        ) from None
    return written

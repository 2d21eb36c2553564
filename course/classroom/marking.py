"""Points for answers: the newest answer of each item counts, and is explained."""

from dataclasses import dataclass
from html import escape
from pathlib import Path

from course import answers, scoring
from course.classroom import assignment as assignments
from course.classroom.public import as_keyed, public
from course.errors import CourseError

__all__ = ["Mark", "final", "mark", "marks"]

MOST_BYTES = 5_000_000  # a term's answers take some tens of thousands


@dataclass(frozen=True)
class Mark:
    """What one answer earned. As text it is the number of points, which is how nbgrader reads it."""

    points: float
    most: int
    explained: tuple

    def __repr__(self):
        return f"{self.points:g}"

    def _repr_html_(self):
        why = "".join(f"<p>{escape(sentence)}</p>" for sentence in self.explained)
        return f"<p><strong>{self.points:g} of {self.most}</strong></p>{why}"


def _valid(item, answer):
    if item["kind"] == "essay":
        return isinstance(answer, str)
    if item["kind"] == "memo":
        from course import capstone

        return scoring.is_answer(capstone.item(), answer)
    try:
        return scoring.is_answer(public(item), answer)
    except (TypeError, KeyError, ValueError, OverflowError):
        return False


def final(assignment, lines):
    """{item id: answer}: the newest graded answer of each item that its own page could have sent, in the key's numbers."""
    found = {}
    items = {item["id"]: item for item in assignment.items()}
    for line in lines:
        item = items.get(line["item"]) if isinstance(line["item"], str) else None
        if item is not None and line.get("mode") == "graded" and _valid(item, line["answer"]):
            found[item["id"]] = as_keyed(item, line["answer"])
    return found


def _marked(assignment, item, given):
    most = assignment.points(item["id"])
    if item["id"] not in given:
        return Mark(0, most, ("No answer was found.",))
    answer = given[item["id"]]
    return Mark(scoring.score(item, answer) * most, most, tuple(scoring.feedback(item, answer)))


def marks(assignment, lines):
    """{question id: Mark} of one student's answer lines; tasks are marked by a person."""
    given = final(assignment, lines)
    return {item["id"]: _marked(assignment, item, given) for item in assignment.questions}


def key_for(folder):
    """The key of the assignment whose sheet lies in `folder` (.../STUDENT/NAME): keys/NAME.yaml of a folder above it."""
    folder = Path(folder).resolve()
    for above in folder.parents:
        key = above / "keys" / f"{folder.name}.yaml"
        if key.is_file():
            return key
    raise CourseError(
        f"No keys/{folder.name}.yaml stands above {folder}; mark the sheet inside the class folder that holds its key."
    )


def mark(item):
    """The Mark of `item` by the answers file in the present folder: the one line of a sheet's hidden test."""
    folder = Path.cwd()
    assignment = assignments.read(key_for(folder))
    return marks(assignment, answers.read(folder / "answers.jsonl"))[item]

"""Points for answers: the newest answer of each item counts, and is explained."""

from dataclasses import dataclass
from pathlib import Path

from course.classroom.cycle import assignment as assignments
from course.classroom.exports.public import public
from course.errors import CourseError
from course.interface.templates import part
from course.items import answers, kinds

__all__ = ["Mark", "as_entered", "final", "mark", "marks"]

MOST_BYTES = 5_000_000  # a term's answers take some tens of thousands


@dataclass(frozen=True)
class Mark:
    """What one answer earned. As text it is the number of points,
    which is how nbgrader reads it.
    """

    points: float
    most: int
    explained: tuple

    def __repr__(self):
        return f"{self.points:g}"

    def _repr_html_(self):
        return str(part("given.html", "mark")(self))


def final(assignment, lines):
    """{item id: answer}: the newest graded answer of each item that its own
    page could have sent, in the key's numbers.
    """
    found = {}
    asked = {item["id"]: (kinds.of(item), kinds.of(public(item))) for item in assignment.items()}
    for line in lines:
        name, answer = line["item"], line["answer"]
        if not isinstance(name, str) or name not in asked or line.get("mode") != "graded":
            continue
        keyed, shown = asked[name]
        if shown.is_answer(answer):
            found[name] = keyed.as_keyed(answer)
    return found


def _marked(assignment, item, given):
    most = assignment.points(item["id"])
    if item["id"] not in given:
        return Mark(0, most, ("No answer was found.",))
    kind, answer = kinds.of(item), given[item["id"]]
    return Mark(kind.score(answer) * most, most, tuple(kind.feedback(answer)))


def marks(assignment, lines):
    """{question id: Mark} of one student's answer lines; tasks are marked by a person."""
    given = final(assignment, lines)
    return {item["id"]: _marked(assignment, item, given) for item in assignment.questions}


def as_entered(one):
    """A Mark as the gradebook holds it: the number that nbgrader reads from a test cell's text."""
    return float(repr(one))


def key_for(folder):
    """The key of the assignment whose sheet lies in `folder` (.../STUDENT/NAME):
    keys/NAME.yaml of a folder above it.
    """
    folder = Path(folder).resolve()
    for above in folder.parents:
        key = above / "keys" / f"{folder.name}.yaml"
        if key.is_file():
            return key
    raise CourseError(
        f"No keys/{folder.name}.yaml stands above {folder}; mark the sheet inside the class "
        "folder that holds its key."
    )


def mark(item):
    """The Mark of `item` by the answers file in the present folder:
    the one line of a sheet's hidden test.
    """
    folder = Path.cwd()
    assignment = assignments.read(key_for(folder))
    return marks(assignment, answers.read(folder / "answers.jsonl"))[item]

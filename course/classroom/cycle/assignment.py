"""An assignment as its key holds it: objectives, questions that the course marks, tasks that a
person marks.

A key is one YAML file, keys/NAME.yaml; schemas/assignment.json says what it holds.
"""

import json
from dataclasses import dataclass
from pathlib import Path

from course.classroom.cycle import drawing
from course.errors import CourseError, unknown
from course.items import kinds, questions
from course.record import data

__all__ = ["LEVELS", "Assignment", "read"]

LEVELS = 4  # a criterion of a rubric has four, worth 0 to 3 points
# What a chapter's question must have and an assignment's need not: nobody is helped on, and a key
# may be computed by hand.
_SPARED = {"hints": ["none"], "from": {"model": "", "function": "", "arguments": {}}}
_OURS = ("points", "draw", "before")  # what an assignment's question holds beyond a chapter's


@dataclass(frozen=True)
class Assignment:
    """One assignment. questions and tasks are dicts as in the key, drawn values filled in; covers
    are chapters ("01").
    """

    name: str
    title: str
    covers: tuple
    minutes: int
    objectives: dict
    questions: tuple
    tasks: tuple = ()
    introduction: str = ""
    public: bool = False
    desk: bool = False

    def items(self):
        """Questions, then tasks: in the order of the sheet."""
        return (*self.questions, *self.tasks)

    def item(self, name):
        """The question or task called `name`. Raises CourseError, naming the nearest,
        if there is none.
        """
        known = {item["id"]: item for item in self.items()}
        if name not in known:
            raise unknown(f"item of {self.name}", name, known)
        return known[name]

    def points(self, name):
        """The most points that the item called `name` can earn."""
        item = self.item(name)
        return (LEVELS - 1) * len(item["rubric"]) if "rubric" in item else item.get("points", 1)

    @property
    def most(self):
        """The most points that the whole assignment can earn."""
        return sum(self.points(item["id"]) for item in self.items())


def read(path):
    """The assignment in the key at `path`. Raises CourseError that names the file,
    the item and the fault.
    """
    path = Path(path)
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        raise CourseError(
            f"{path} cannot be read as text; put the key back from its copy."
        ) from None
    content = data.parsed(text, path.name)
    questions.against("assignment.json", path.name, content)
    asked = tuple(drawing.filled(item, path.name) for item in content["questions"])
    tasks = tuple(drawing.filled(item, path.name) for item in content.get("tasks", []))
    _check(path.name, content, asked, tasks)
    told = {name: content[name] for name in ("title", "minutes", "objectives")}
    return Assignment(
        name=path.stem,
        covers=tuple(content["covers"]),
        questions=asked,
        tasks=tasks,
        introduction=content.get("introduction", ""),
        public=content.get("public", False),
        desk=content.get("desk", False),
        **told,
    )


def _check(where, content, asked, tasks):
    """What the outline's schema cannot see: each question is one that a chapter could ask;
    names are known, and once.
    """
    bare = [
        {**_SPARED, **{k: v for k, v in item.items() if k not in _OURS}}
        for item in json.loads(json.dumps(asked))
    ]
    if bare:
        outline = {
            "title": content["title"],
            "objectives": content["objectives"],
            "questions": bare,
        }
        questions.against("question.json", where, outline)
    seen = set()
    for item in (*asked, *tasks):
        fault = kinds.of(item).fault()
        if item["id"] in seen:
            fault = "its id stands twice"
        elif item["objective"] not in content["objectives"]:
            fault = f"{item['objective']!r} is none of the objectives"
        if fault:
            raise CourseError(f"{where}, {item['id']}: {fault}.")
        seen.add(item["id"])

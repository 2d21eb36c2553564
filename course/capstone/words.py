"""What the memo asks, from datasets/memo.yaml, and what an answer to it must look like."""

from functools import cache

from course.capstone import reform
from course.errors import CourseError
from course.items import questions
from course.record import data

__all__ = ["LINES", "blank", "item", "validate", "words"]

LINES = ("to", "from", "what", "towards", "help")
_WHERE = "datasets/memo.yaml"


@cache
def words():
    """Sections, rubric, labels and limits, as memo.yaml holds them. Read it; do not change it."""
    return data.parsed(data.text("memo"), _WHERE)


def validate(text):
    """Check the text of memo.yaml against its schema, before it is given a hash. Raises CourseError."""
    content = data.parsed(text, _WHERE)
    questions.against("memo.json", _WHERE, content)
    for part in ("sections", "rubric"):
        names = [entry["id"] for entry in content[part]]
        if len(set(names)) != len(names):
            raise CourseError(f"{_WHERE}, {part}: two entries have one id.")


def item():
    """What the student answers, as course/items/kinds/memo.py reads it."""
    known = words()
    return {
        "id": "policy-memo",
        "kind": "memo",
        "lines": list(LINES),
        "sections": [section["id"] for section in known["sections"]],
        "rubric": {criterion["id"]: len(criterion["levels"]) for criterion in known["rubric"]},
        "most_figures": known["most_figures"],
        "sectors": list(reform.SECTORS),
        "levers": list(reform.tables()["levers"]),
        "most": reform.MOST,
        "claims": ["WF-06"],
    }


def blank(country="PAK"):
    """A memo in which nothing is written yet."""
    return {
        "country": country,
        "figures": [],
        "sector": "",
        "levers": [],
        "held": [],
        "answers": {},
        **dict.fromkeys(LINES, ""),
        "sections": {},
        "rubric": {},
    }

"""What the memo asks, from datasets/memo.yaml, and what an answer to it must look like."""

from functools import cache
from typing import TypedDict

from course.capstone import reform
from course.errors import CourseError
from course.items import questions
from course.items.kinds import Item
from course.items.kinds.memo import Drafted
from course.record import data

__all__ = ["LINES", "Words", "blank", "item", "validate", "words"]

LINES = ("to", "from", "what", "towards", "help")
_WHERE = "datasets/memo.yaml"


class Section(TypedDict):
    """What a section asks; words: the least and the most of them."""

    id: str
    title: str
    ask: str
    words: list[int]


class Criterion(TypedDict):
    """A line of the rubric, with its levels in words, the lowest first."""

    id: str
    title: str
    levels: list[str]


class Words(TypedDict):
    """What the memo asks, and its limits. labels: the words that stand in it, by name."""

    most_figures: int
    most_words: int
    sections: list[Section]
    rubric: list[Criterion]
    labels: dict[str, str]


@cache
def words() -> Words:
    """What memo.yaml holds. Read it; do not change it."""
    return data.parsed(data.text("memo"), _WHERE)


def validate(text: str) -> None:
    """Check the text of memo.yaml against its schema, before it is given a hash.
    Raises CourseError.
    """
    content = data.parsed(text, _WHERE)
    questions.against("memo.json", _WHERE, content)
    for part in ("sections", "rubric"):
        names = [entry["id"] for entry in content[part]]
        if len(set(names)) != len(names):
            raise CourseError(f"{_WHERE}, {part}: two entries have one id.")


def item() -> Item:
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


def blank(country: str = "PAK") -> Drafted:
    """A memo in which nothing is written yet."""
    return {
        "country": country,
        "figures": [],
        "sector": "",
        "levers": [],
        "held": [],
        "answers": {},
        "to": "",
        "from": "",
        "what": "",
        "towards": "",
        "help": "",
        "sections": {},
        "rubric": {},
    }

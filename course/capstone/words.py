"""What the memo asks, from datasets/memo.yaml, and what an answer to it must look like."""

from functools import cache
from typing import TypedDict

from course.capstone import reform
from course.errors import CourseError
from course.items import questions
from course.items.kinds import Item
from course.items.kinds.memo import Drafted
from course.record import data

__all__ = ["LINES", "Words", "blank", "item", "validate", "whole", "words"]

LINES = ("to", "from", "what", "towards", "help")
_WHERE = "datasets/memo.yaml"
_LEVELS = 4  # of each criterion, then and now


class Section(TypedDict):
    """What a section asks; place: the first page, or which annex;
    words: the least and the most of them.
    """

    id: str
    place: str
    title: str
    ask: str
    words: list[int]


class Criterion(TypedDict):
    """A line of the rubric, with its levels in words, the lowest first."""

    id: str
    title: str
    levels: list[str]


class Options(TypedDict):
    """What is asked of each option, a letter each; the first is to change nothing."""

    letters: list[str]
    nothing: str
    parts: dict[str, str]


class Rows(TypedDict):
    """What is asked of each row of a short table, and how many it may have."""

    most: int
    parts: dict[str, str]


class Words(TypedDict):
    """What the memo asks, and its limits. own: what is asked of a count of the writer's own;
    draws: how its cases may have been picked; rows: the short tables, by name; office: what
    an office's form has; retired: criteria of earlier years; labels: the words that stand in it,
    by name.
    """

    most_figures: int
    most_words: int
    page_words: int
    own: dict[str, str]
    draws: dict[str, str]
    rows: dict[str, Rows]
    office: dict[str, str]
    options: Options
    sections: list[Section]
    rubric: list[Criterion]
    retired: list[str]
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
        "options": [
            f"{letter}-{part}"
            for letter in known["options"]["letters"]
            for part in known["options"]["parts"]
        ],
        "choices": ["", *known["options"]["letters"]],
        "own": list(known["own"]),
        "office": list(known["office"]),
        "rows": [
            f"{name}-{n}-{part}"
            for name, asked in known["rows"].items()
            for n in range(1, asked["most"] + 1)
            for part in asked["parts"]
        ],
        # A memo that was rated by the criteria of earlier years is still one.
        "rubric": dict.fromkeys(known["retired"], _LEVELS)
        | {criterion["id"]: len(criterion["levels"]) for criterion in known["rubric"]},
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
        "own": {},
        "office": {},
        "bears": {},
        "options": {},
        "choice": "",
        "rows": {},
    }


def whole(memo: Drafted) -> Drafted:
    """A memo with blanks for what memos of its year did not hold."""
    return blank() | memo

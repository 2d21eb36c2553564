"""The questions that the text raises and the record may answer: one a file,
each an Inquiry. Words: evidence.yaml, with those of a lesson that asks the record by itself.
"""

from functools import cache
from importlib import import_module
from typing import Any, NotRequired, TypedDict

from course.errors import unknown
from course.evidence import as_read
from course.evidence.inquiry import Inquiry
from course.evidence.result import Verdict
from course.items import questions
from course.record import data

__all__ = [
    "NAMES",
    "Asked",
    "Chosen",
    "Question",
    "Reading",
    "Untestable",
    "asked",
    "inquiry",
    "takes_country",
    "untestable",
    "validate",
    "words",
]

# id -> the file that asks it, in the order of the questions
_FILES = {
    "merit-and-1973": "merit_and_1973",
    "impartiality-under-bhutto": "impartiality_under_bhutto",
    "two-dates": "two_dates",
    "golden-age": "golden_age",
    "india": "india",
    "performance": "performance",
    "neighbours": "neighbours",
    "corruption": "corruption",
    "politicised": "politicised",
    "civil-society": "civil_society",
    "downsizing": "downsizing",
    "fewer-jobs": "fewer_jobs",
    "oversized": "oversized",
    "education": "education",
    "examination": "examination",
    "who-serves": "who_serves",
    "child-mortality": "child_mortality",
    "growth": "growth",
    "more-than-its-means": "more_than_its_means",
}
NAMES = tuple(_FILES)


class Reading(TypedDict):
    """What is looked at, and what it is held against. weighed: {its name on a card: which card, or
    reading of course.evidence.as_read, weighs it, asked of what}.
    """

    subject: str
    yardstick: str
    weighed: dict[str, str]


class Chosen(Reading):
    """What a reader chose from the words of the claim and the list of tables,
    without any figure.
    """

    reason: str
    date: str
    also: NotRequired[list[Reading]]


class Asked(TypedDict):
    """A question, the words of its first claim that fix what is looked at, and who chose that."""

    id: str
    question: str
    claims: list[str]
    decides: str
    chosen: NotRequired[Chosen]


# `for` is no name in Python, so this is no class.
Question = TypedDict(
    "Question",
    {
        "id": str,
        "number": int,
        "question": str,
        "claims": list[str],
        "decides": str,
        "chosen": NotRequired[Chosen],
        "causal": NotRequired[list[str]],
        "who": str,
        "for": str,
        "against": str,
        "titles": dict[Verdict, str],
        "shows": str,
        "band": str,
        "cause": NotRequired[str],
        "would_change": str,
        "uncertainty": str,
        "beware": list[str],
        "hint": NotRequired[str],
    },
)
Question.__doc__ = (
    "What evidence.yaml says of a question; datasets/schemas/evidence.json says what each key "
    "holds."
)


class Untestable(TypedDict):
    """A claim that no table here can test, and what would be needed."""

    claim: str
    why: str
    needs: str


class _File(TypedDict):
    questions: list[Question]
    lessons: list[Asked]
    untestable: list[Untestable]


@cache
def inquiry(name: str, country: str | None = None) -> Inquiry:
    """The Inquiry called `name`, for the five neighbours and, if told, another `country` (iso3)
    before them.

    Raises CourseError for an unknown name, naming the nearest, or an unknown country. A question
    that only the record of Pakistan can answer takes no notice of `country`, nor does a reading of
    course.evidence.as_read, which may be named, too.
    """
    if name in as_read.NAMES:
        return as_read.inquiry(name)
    if name not in _FILES:
        raise unknown("question", name, NAMES)
    return import_module(f"course.evidence.inquiries.{_FILES[name]}").inquiry(country)


def takes_country(name: object) -> bool:
    """Whether a question may be asked of any country; of what names no question, False."""
    return name in NAMES and "country" in inquiry(name).subjects


def _parsed(text: str) -> Any:  # noqa: ANN401 YAML may hold anything; what reads it checks it
    return data.parsed(text, "datasets/evidence.yaml")


@cache
def _file() -> _File:
    return _parsed(data.text("evidence"))


def validate(text: str) -> None:
    """Check the text of evidence.yaml against its schema, before it is given a hash.
    Raises CourseError.
    """
    questions.against("evidence.json", "datasets/evidence.yaml", _parsed(text))


@cache
def words(name: str) -> Question:
    """What evidence.yaml says of a question, as a dict: question, claims, who, for, against,
    titles and the rest.
    """
    return next(entry for entry in _file()["questions"] if entry["id"] == name)


@cache
def asked(name: str) -> Asked:
    """What a question and a lesson that asks the record by itself both have."""
    if name in _FILES:
        return words(name)
    return next(entry for entry in _file()["lessons"] if entry["id"] == name)


def untestable() -> list[Untestable]:
    """Claims that no table here can test, as dicts: claim, why, needs (what would be needed)."""
    return _file()["untestable"]

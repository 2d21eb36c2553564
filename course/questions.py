"""Questions and their scoring: read from datasets/questions, one YAML file a chapter, checked against their schema."""

import json
from functools import cache

import yaml

from course import _places, data
from course.errors import CourseError, unknown

__all__ = ["chapters", "feedback", "of_chapter", "score"]

_PREFIX = "questions-"


def chapters():
    """Chapters that have questions, by their word (`classic`)."""
    return [name.removeprefix(_PREFIX) for name in data.names() if name.startswith(_PREFIX)]


@cache
def _schema():
    return json.loads((_places.datasets() / "schemas" / "question.json").read_text(encoding="utf-8"))


@cache
def of_chapter(chapter):
    """The chapter's questions as a list of dicts, in teaching order.

    Raises CourseError for an unknown chapter, or if the file breaks the schema: file, item and fault are named.
    """
    import jsonschema

    if chapter not in chapters():
        raise unknown("set of questions", chapter, chapters())
    where = f"datasets/{data.passport(_PREFIX + chapter)['path']}"
    try:
        items = yaml.safe_load(data.text(_PREFIX + chapter))
        jsonschema.Draft202012Validator(_schema()).validate(items)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise CourseError(
            f"{where} is not YAML at line {line}; mend its indentation or quotes there."
        ) from None
    except jsonschema.ValidationError as error:
        item = items[error.path[0]].get("id", error.path[0]) if error.path else "the file"
        raise CourseError(
            f"{where}, {item}: {error.message[:200]}; schemas/question.json says what a question holds."
        ) from None
    for item in items:
        if item["kind"] == "choice" and sum(o.get("correct", False) for o in item["options"]) != 1:
            raise CourseError(f"{where}, {item['id']}: exactly one option must say `correct: true`.")
    return items


def score(question, answer):
    """1 if the answer is right, else 0. For a choice the answer is the option's index from 0, for a number a float."""
    if question["kind"] == "choice":
        return int(bool(question["options"][int(answer)].get("correct")))
    return int(abs(float(answer) - question["answer"]) <= question["tolerance"])


def feedback(question, answer):
    """The sentence that explains this answer, right or wrong."""
    if question["kind"] == "choice":
        return question["options"][int(answer)]["feedback"]
    if score(question, answer):
        return question["feedback"]
    for trap in question.get("traps", []):
        if abs(float(answer) - trap["value"]) <= trap.get("tolerance", question["tolerance"]):
            return trap["feedback"]
    return question["otherwise"]

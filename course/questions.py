"""What a chapter asks, read from datasets/questions, one YAML file a chapter, checked against schemas/question.json."""

import json
from functools import cache

import yaml

from course import _places, data, scoring
from course.errors import CourseError, unknown

__all__ = ["chapters", "objectives", "of_chapter", "prediction", "predictions", "reflection", "reflections"]

_PREFIX = "questions-"


def chapters():
    """Chapters that have questions, by their word (`classic`)."""
    return [name.removeprefix(_PREFIX) for name in data.names() if name.startswith(_PREFIX)]


@cache
def _schema():
    return json.loads((_places.datasets() / "schemas" / "question.json").read_text(encoding="utf-8"))


@cache
def _file(chapter):
    """The chapter's file as a dict. Raises CourseError that names file, item and fault."""
    import jsonschema

    if chapter not in chapters():
        raise unknown("set of questions", chapter, chapters())
    where = f"datasets/{data.passport(_PREFIX + chapter)['path']}"
    try:
        content = yaml.safe_load(data.text(_PREFIX + chapter))
        jsonschema.Draft202012Validator(_schema()).validate(content)
    except yaml.YAMLError as error:
        line = getattr(getattr(error, "problem_mark", None), "line", 0) + 1
        raise CourseError(
            f"{where} is not YAML at line {line}; mend its indentation or quotes there."
        ) from None
    except jsonschema.ValidationError as error:
        item = _named(content, list(error.absolute_path))
        why = jsonschema.exceptions.best_match([error]).message[:200]
        raise CourseError(
            f"{where}, {item}: {why}; schemas/question.json says what a question holds."
        ) from None
    for item in [*content["questions"], *content.get("predictions", [])]:
        fault = scoring.fault(item)
        if fault:
            raise CourseError(f"{where}, {item['id']}: {fault}.")
    return content


def _named(content, path):
    """The id of the item that a path of the validator leads to."""
    if len(path) > 1 and isinstance(path[1], int):
        return content[path[0]][path[1]].get("id", f"{path[0]}, number {path[1] + 1}")
    return path[0] if path else "the file"


def objectives(chapter):
    """The chapter's objectives: {word: the sentence on its card}."""
    return _file(chapter)["objectives"]


def of_chapter(chapter):
    """The chapter's questions as a list of dicts, in teaching order.

    Raises CourseError for an unknown chapter, or if the file breaks the schema: file, item and fault are named.
    """
    return _file(chapter)["questions"]


def _all(part):
    return {item["id"]: item for chapter in chapters() for item in _file(chapter).get(part, [])}


def predictions():
    """All predictions: {id: item}."""
    return _all("predictions")


def prediction(item):
    """The prediction called `item`. Raises CourseError, naming the nearest, if there is none."""
    return _one("prediction", item, predictions())


def reflections():
    """All reflections: {id: item}."""
    return _all("reflections")


def reflection(item):
    """The reflection called `item`. Raises CourseError, naming the nearest, if there is none."""
    return _one("reflection", item, reflections())


def _one(what, name, known):
    if name not in known:
        raise unknown(what, name, known)
    return known[name]

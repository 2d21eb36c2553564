"""What a chapter asks, read from datasets/questions, one YAML file a chapter, checked against schemas/question.json."""

import json
from functools import cache

from course import _places
from course.errors import CourseError, unknown
from course.items import kinds
from course.record import data

__all__ = [
    "against",
    "bank",
    "chapters",
    "objectives",
    "of_chapter",
    "prediction",
    "predictions",
    "published",
    "reflection",
    "reflections",
    "title",
    "validate",
    "validate_bank",
]

_PREFIX = "questions-"


def chapters():
    """Chapters that have questions, by their word (`classic`)."""
    return [name.removeprefix(_PREFIX) for name in data.names() if name.startswith(_PREFIX)]


@cache
def _file(chapter):
    """The chapter's file as a dict. Its hash is checked, and datasets/recipe.py gives a hash only to a valid file."""
    if chapter not in chapters():
        raise unknown("set of questions", chapter, chapters())
    return _read(chapter, data.text(_PREFIX + chapter))


def _where(chapter):
    return f"datasets/questions/{chapter}.yaml"


def _read(chapter, text):
    return data.parsed(text, _where(chapter))


def validate(chapter, text):
    """Check the text of a chapter's file against the schema and its own keys, before it is given a hash.

    Raises CourseError that names file, item and fault. Slow (it loads a schema library), so not done for a student.
    """
    content = _read(chapter, text)
    against("question.json", _where(chapter), content)
    for item in [*content["questions"], *content.get("predictions", [])]:
        fault = kinds.of(item).fault()
        if fault:
            raise CourseError(f"{_where(chapter)}, {item['id']}: {fault}.")


def against(schema, where, content):
    """Check content against a schema of datasets/schemas. Raises CourseError that names the file, the item and the fault."""
    import jsonschema

    rules = json.loads((_places.datasets() / "schemas" / schema).read_text(encoding="utf-8"))
    error = jsonschema.exceptions.best_match(jsonschema.Draft202012Validator(rules).iter_errors(content))
    if error:
        item = _named(content, list(error.absolute_path))
        raise CourseError(f"{where}, {item}: {_in_words(error)}; schemas/{schema} says what an item holds.")


def _in_words(error):
    """A validator's fault; of a list that is too short or too long, the rule and the number, and not the whole list."""
    rules = {"minItems": "at least", "maxItems": "at most"}
    if error.validator not in rules or not isinstance(error.instance, list):
        return error.message[:200]
    path = [str(step) for step in error.absolute_path if isinstance(step, str)]
    what = f"`{path[-1]}`" if path else "the list"
    exactly = error.schema.get("minItems") == error.schema.get("maxItems")
    return f"{what} must have {'exactly' if exactly else rules[error.validator]} {error.validator_value} entries and has {len(error.instance)}"


def published(schema):
    """schemas/question.json (a dict) with what its kinds of items say of themselves, as `recipe.py --hashes` writes it."""
    asked = {name: kind.schema for name, kind in kinds.KINDS.items() if kind.schema}
    named = {name: {"$ref": f"#/$defs/{name}"} for name in asked}
    predicted = [named[name] for name in asked if "predict" in kinds.KINDS[name].asked_in]
    made = json.loads(json.dumps(schema))
    shared = {name: made["$defs"][name] for name in ("sentence", "misconception", "item")}
    shared["item"]["properties"]["kind"] = {"enum": list(asked)}
    made["$defs"] = {**shared, "kinds": {"oneOf": list(named.values())}, **json.loads(json.dumps(asked))}
    made["properties"]["predictions"]["items"]["allOf"][1] = {"oneOf": predicted}
    return made


def validate_bank(text):
    """Check the text of the assessment bank, as `validate` does a chapter's file."""
    against("bank.json", _where("bank"), _read("bank", text))


def bank(*, chapter=None, kind=None, claim=None):
    """Items of the assessment bank as dicts: those of a chapter ("02"), of a kind or on a claim; all if none is named."""
    return [
        item
        for item in _read("bank", data.text("bank"))["items"]
        if chapter in (None, item["chapter"])
        and kind in (None, item["kind"])
        and (claim is None or claim in item["claims"])
    ]


def _named(content, path):
    """The id of the item that a path of the validator leads to."""
    if len(path) < 2 or not isinstance(path[1], int):
        return path[0] if path else "the file"
    item = content[path[0]][path[1]]
    return item.get("id") if isinstance(item, dict) and "id" in item else f"{path[0]}, number {path[1] + 1}"


def objectives(chapter):
    """The chapter's objectives: {word: the sentence on its card}."""
    return _file(chapter)["objectives"]


def title(chapter):
    """What the chapter is called, with its number."""
    return _file(chapter)["title"]


def of_chapter(chapter, part="questions"):
    """The chapter's questions as a list of dicts, in teaching order; or its predictions or reflections.

    Raises CourseError for an unknown chapter, or if the file breaks the schema: file, item and fault are named.
    """
    return _file(chapter).get(part, [])


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

"""What a chapter asks, read from datasets/questions, one YAML file a chapter,
checked against schemas/question.json.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from random import Random
from typing import TYPE_CHECKING, Any, Literal, NotRequired, Protocol, TypeAlias, TypedDict, cast

from course import _places
from course.doors.shapes import Json, Schema, is_list, is_object
from course.errors import CourseError, unknown
from course.items import kinds
from course.items.kinds import Item
from course.record import data, written

if TYPE_CHECKING:
    from jsonschema import ValidationError

__all__ = [
    "against",
    "bank",
    "chapters",
    "objectives",
    "of_chapter",
    "prediction",
    "predictions",
    "published",
    "recalled",
    "reflection",
    "reflections",
    "shuffled",
    "title",
    "validate",
    "validate_bank",
]

_PREFIX = "questions-"

Part: TypeAlias = Literal["questions", "predictions", "reflections"]


class Chapter(TypedDict):
    """What a chapter asks: its title, the seed of the order of options, {word: objective},
    and its items in teaching order.
    """

    title: str
    seed: NotRequired[int]
    recall: NotRequired[list[str]]
    objectives: dict[str, str]
    questions: list[Item]
    predictions: NotRequired[list[Item]]
    reflections: NotRequired[list[Item]]


def chapters() -> list[str]:
    """Chapters that have questions, by their word (`classic`)."""
    return [name.removeprefix(_PREFIX) for name in data.names() if name.startswith(_PREFIX)]


@cache
def _file(chapter: str) -> Chapter:
    """The chapter's file as a dict. Its hash is checked,
    and datasets/recipe.py gives a hash only to a valid file.
    """
    if chapter not in chapters():
        raise unknown("set of questions", chapter, chapters())
    content: Chapter = _read(chapter, data.text(_PREFIX + chapter))
    seed = content.get("seed", 0)
    content["questions"] = [shuffled(item, seed) for item in content["questions"]]
    content["predictions"] = [shuffled(item, seed) for item in content.get("predictions", [])]
    return content


def shuffled(item: Item, seed: int) -> Item:
    """An item with the order in which its options are shown: drawn by the file's seed,
    so the same for everybody.
    """
    if not item.get("options"):
        return item
    order = list(range(len(item["options"])))
    Random(f"{seed} {item['id']}").shuffle(order)  # noqa: S311 nothing secret hangs on it
    return {**item, "shown": order}


def _where(chapter: str) -> str:
    return f"datasets/questions/{chapter}.yaml"


def _read(chapter: str, text: str) -> Any:  # noqa: ANN401 not yet checked
    """What a file says; a figure that is quoted from a card, as its words alone.

    `course check --write` writes those words, so nothing here computes them for a reader.
    """
    return data.parsed(written.plain(text), _where(chapter))


def validate(chapter: str, text: str) -> None:
    """Check the text of a chapter's file against the schema and its own keys, before it is given a
    hash.

    Raises CourseError that names file, item and fault. Slow (it loads a schema library), so not
    done for a student.
    """
    raw = _read(chapter, text)
    against("question.json", _where(chapter), raw)
    content: Chapter = raw
    for item in [*content["questions"], *content.get("predictions", [])]:
        fault = kinds.of(item).fault()
        if fault:
            raise CourseError(f"{_where(chapter)}, {item['id']}: {fault}.")


class _Validator(Protocol):
    """What of jsonschema's is used here; its own types leave parts open."""

    def iter_errors(self, instance: Json) -> "Iterator[ValidationError]": ...


class _Exceptions(Protocol):
    """The same of jsonschema.exceptions."""

    def best_match(self, errors: "Iterator[ValidationError]") -> "ValidationError | None": ...


@cache
def _validator(schema: str) -> _Validator:
    from jsonschema import Draft202012Validator

    rules = json.loads((_places.datasets() / "schemas" / schema).read_text(encoding="utf-8"))
    return cast("_Validator", Draft202012Validator(rules))


def against(schema: str, where: str, content: Json) -> None:
    """Check content against a schema of datasets/schemas.
    Raises CourseError that names the file, the item and the fault.
    """
    from jsonschema import exceptions

    error = cast("_Exceptions", exceptions).best_match(_validator(schema).iter_errors(content))
    if error:
        item = _named(content, list(error.absolute_path))
        raise CourseError(
            f"{where}, {item}: {_in_words(error)}; schemas/{schema} says what an item holds."
        )


def _in_words(error: "ValidationError") -> str:
    """A validator's fault; of a list that is too short or too long, the rule and the number,
    and not the whole list.
    """
    rules = {"minItems": "at least", "maxItems": "at most"}
    rule, given = str(error.validator), error.instance
    if rule not in rules or not is_list(given):
        return error.message[:200]
    path = [str(step) for step in error.absolute_path if isinstance(step, str)]
    what = f"`{path[-1]}`" if path else "the list"
    asked = cast("Schema", error.schema)  # an object, since it holds the rule
    how_many = "exactly" if asked.get("minItems") == asked.get("maxItems") else rules[rule]
    return f"{what} must have {how_many} {error.validator_value} entries and has {len(given)}"


def published(schema: Schema) -> Schema:
    """schemas/question.json (a dict) with what its kinds of items say of themselves,
    as `recipe.py --hashes` writes it.
    """
    asked = {name: kind.schema for name, kind in kinds.KINDS.items() if kind.schema}
    named = {name: {"$ref": f"#/$defs/{name}"} for name in asked}
    predicted = [named[name] for name in asked if "predict" in kinds.KINDS[name].asked_in]
    made = json.loads(json.dumps(schema))
    shared = {name: made["$defs"][name] for name in ("sentence", "misconception", "item")}
    shared["item"]["properties"]["kind"] = {"enum": list(asked)}
    made["$defs"] = {
        **shared,
        "kinds": {"oneOf": list(named.values())},
        **json.loads(json.dumps(asked)),
    }
    made["properties"]["predictions"]["items"]["allOf"][1] = {"oneOf": predicted}
    return made


def validate_bank(text: str) -> None:
    """Check the text of the assessment bank, as `validate` does a chapter's file."""
    against("bank.json", _where("bank"), _read("bank", text))


def bank(
    *, chapter: str | None = None, kind: str | None = None, claim: str | None = None
) -> list[Item]:
    """Items of the assessment bank as dicts: those of a chapter ("02"), of a kind or on a claim;
    all if none is named.
    """
    return [
        item
        for item in _read("bank", data.text("bank"))["items"]
        if chapter in (None, item["chapter"])
        and kind in (None, item["kind"])
        and (claim is None or claim in item["claims"])
    ]


def _named(content: Json, path: Sequence[str | int]) -> str:
    """The id of the item that a path of the validator leads to."""
    if len(path) < 2 or not isinstance(path[1], int):
        return str(path[0]) if path else "the file"
    part, place = path[0], path[1]
    # the validator went there
    item = cast("Mapping[str | int, Sequence[object]]", content)[part][place]
    return str(item["id"]) if is_object(item) and "id" in item else f"{part}, number {place + 1}"


def objectives(chapter: str) -> dict[str, str]:
    """The chapter's objectives: {word: the sentence on its card}."""
    return _file(chapter)["objectives"]


def title(chapter: str) -> str:
    """What the chapter is called, with its number."""
    return _file(chapter)["title"]


def of_chapter(chapter: str, part: Part = "questions") -> list[Item]:
    """The chapter's questions as a list of dicts, in teaching order; or its predictions or
    reflections.

    Raises CourseError for an unknown chapter, or if the file breaks the schema: file, item and
    fault are named.
    """
    return _file(chapter).get(part, [])


def recalled(chapter: str) -> list[Item]:
    """Questions of earlier chapters that this one asks again, each under an id of its own:
    it is to be answered anew.
    """
    earlier = _all("questions")
    ids = _file(chapter).get("recall", [])
    return [{**earlier[name], "id": f"{chapter}-again-{name}"} for name in ids]


def _all(part: Part) -> dict[str, Item]:
    return {item["id"]: item for chapter in chapters() for item in _file(chapter).get(part, [])}


def predictions() -> dict[str, Item]:
    """All predictions: {id: item}."""
    return _all("predictions")


def prediction(item: str) -> Item:
    """The prediction called `item`. Raises CourseError, naming the nearest, if there is none."""
    return _one("prediction", item, predictions())


def reflections() -> dict[str, Item]:
    """All reflections: {id: item}."""
    return _all("reflections")


def reflection(item: str) -> Item:
    """The reflection called `item`. Raises CourseError, naming the nearest, if there is none."""
    return _one("reflection", item, reflections())


def _one(what: str, name: str, known: Mapping[str, Item]) -> Item:
    if name not in known:
        raise unknown(what, name, known)
    return known[name]

"""Is a kind of item one file, and does nothing else ask what kind an item is?"""

import json
import re

import pytest

from course import _places
from course.errors import CourseError
from course.items import kinds

SCHEMA = json.loads((_places.datasets() / "schemas" / "question.json").read_text(encoding="utf-8"))
PACKAGE = _places.PACKAGE
ASKS = re.compile(
    r"""(match\s+\w+\[["']kind["']\]"""  # match item["kind"]
    rf"""|\[["']kind["']\]\s*(==|!=|in\b)|\b(==|!=)\s*["']({"|".join(kinds.KINDS)})["'])"""
)
# A line of the answers file and an event of the timeline have a kind of their own; the bank is filtered by it.
SPARED = {"situations.py", "questions.py", "paper/_timeline.py", "interactives/timeline.py"}


def test_only_the_kinds_ask_what_kind_an_item_is():
    """Does a line outside course/items/kinds ask what kind an item is?"""
    offenders = [
        f"{path.relative_to(PACKAGE)}:{number}: {line.strip()}"
        for path in sorted(PACKAGE.rglob("*.py"))
        if "items/kinds" not in path.as_posix() and path.relative_to(PACKAGE).as_posix() not in SPARED
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1)
        if ASKS.search(line)
    ]
    assert not offenders, "let the kind answer (course/items/kinds):\n" + "\n".join(offenders)


def _whole(schema):
    """The schema with the options of a choice written out, as each kind holds them."""
    if isinstance(schema, dict):
        if schema.get("$ref") == "#/$defs/options":
            return _whole(SCHEMA["$defs"]["options"])
        return {key: _whole(part) for key, part in schema.items()}
    return [_whole(part) for part in schema] if isinstance(schema, list) else schema


@pytest.mark.parametrize("kind", [kind for kind in kinds.KINDS.values() if kind.schema], ids=lambda k: k.name)
def test_the_published_schema_says_what_the_kind_says(kind):
    """Does datasets/schemas/question.json hold each kind's own schema?"""
    assert _whole(SCHEMA["$defs"][kind.name]) == json.loads(json.dumps(kind.schema))


def test_an_unknown_kind_is_one_sentence():
    """Is the nearest kind named?"""
    with pytest.raises(CourseError, match="no kind of item called 'choise'; the nearest are: choice"):
        kinds.of({"kind": "choise"})

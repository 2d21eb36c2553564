"""The sentences of the interface, one file a language: `say("quiz.check")`; in a page
hosts/browser/words.js does the same.

A sentence is a text with {names} to fill in or, where a number decides, a text for each plural form
that Unicode's CLDR knows for the language ("one", "other", ...), chosen by the value called n.
Chapters, questions, data and what the command line says are not here. A new language is one file
more, such as ur.json; STEEL_FRAME_LANGUAGE names the one that is shown.
"""

import json
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from course.errors import unknown

__all__ = ["FOLDER", "inside", "language", "languages", "said_of", "say", "sentences"]

FOLDER = Path(__file__).parent
_HOLE = re.compile(r"\{(\w+)\}")
_KEY = re.compile(r'"([a-z]+\.[a-z_]+)"')

Sentence = str | dict[str, str]


def languages() -> list[str]:
    """The languages that there are, by the names of their files."""
    return sorted(path.stem for path in FOLDER.glob("*.json"))


def language() -> str:
    """The language that is shown. Raises CourseError, naming the nearest,
    if there is none of that name.
    """
    name = os.environ.get("STEEL_FRAME_LANGUAGE", "en")
    if name not in languages():
        raise unknown("language", name, languages())
    return name


@cache
def sentences(name: str) -> dict[str, Sentence]:
    """{"group.word": sentence} of a language. Read it; do not change it."""
    groups = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return {
        f"{group}.{word}": told for group, words in groups.items() for word, told in words.items()
    }


def inside(text: str, name: str) -> str:
    """A program's text with the sentence itself, as JSON, in place of each quoted key of it."""
    known = sentences(name)

    def told(found: re.Match[str]) -> str:
        return json.dumps(known[found[1]], ensure_ascii=False) if found[1] in known else found[0]

    return _KEY.sub(told, text)


@cache
def _plural(name: str) -> Any:
    from babel import Locale  # only where a number decides

    return Locale.parse(name, sep="-").plural_form


def say(key: str, **values: object) -> str:
    """A sentence in the language that is shown. Raises KeyError for a key, or a {name},
    that is not there.
    """
    name = language()
    told = sentences(name)[key]
    if not isinstance(told, str):
        told = told.get(_plural(name)(values["n"]), told["other"])
    return _HOLE.sub(lambda hole: str(values[hole[1]]), told)


def said_of(keys: Mapping[str, str]) -> dict[str, str]:
    """{name: the sentence} for {name: its key}."""
    return {name: say(key) for name, key in keys.items()}

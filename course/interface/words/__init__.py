"""The sentences of the interface, one file a language: `say("quiz.check")`; in a page
hosts/browser/words.js does the same.

A sentence is a text with {names} to fill in or, where a number decides, a text for each plural form
that Unicode's CLDR knows for the language ("one", "other", ...), chosen by the value called n.
Chapters, questions, data and what the command line says are not here. A new language is one file
more, such as ur.json; STEEL_FRAME_LANGUAGE names the one that is shown. A file that begins with
"awaits" is not finished: what it lacks is said in English, and each page says so.
"""

import json
import os
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from course.errors import unknown
from course.interface.held import held

__all__ = [
    "FOLDER",
    "awaits_reader",
    "direction",
    "inside",
    "language",
    "languages",
    "own",
    "said_of",
    "say",
    "sentences",
]

FOLDER = Path(__file__).parent
_HOLE = re.compile(r"\{(\w+)\}")
_KEY = re.compile(r'"([a-z]+\.[a-z_]+)"')

Sentence = str | dict[str, str]


@cache
def _languages(folder: Path) -> list[str]:
    return sorted(path.stem for path in folder.glob("*.json"))


def languages() -> list[str]:
    """The languages that there are, by the names of their files. Read it; do not change it."""
    return _languages(FOLDER)  # asked with every sentence, and no language comes meanwhile


def language() -> str:
    """The language that is shown. Raises CourseError, naming the nearest,
    if there is none of that name.
    """
    name = os.environ.get("STEEL_FRAME_LANGUAGE", "en")
    if name not in languages():
        raise unknown("language", name, languages())
    return name


def _groups(name: str) -> dict[str, Any]:
    return json.loads(held((FOLDER / f"{name}.json").read_text(encoding="utf-8")))


def awaits_reader(name: str | None = None) -> bool:
    """Does a language, that which is shown if none is named, still await a native reader?"""
    return "awaits" in _groups(name or language())


def own(name: str) -> dict[str, Sentence]:
    """{"group.word": sentence} as far as the file of a language has them."""
    groups = {group: told for group, told in _groups(name).items() if group != "awaits"}
    return {
        f"{group}.{word}": told for group, words in groups.items() for word, told in words.items()
    }


@cache
def sentences(name: str) -> dict[str, Sentence]:
    """{"group.word": sentence} of a language, in English where an unfinished one has none. Read it;
    do not change it.
    """
    return (own("en") if awaits_reader(name) else {}) | own(name)


def direction() -> str:
    """How the language that is shown is written: "ltr" or "rtl", as HTML has it."""
    if language() == "en":
        return "ltr"
    from babel import Locale

    order = Locale.parse(language(), sep="-").character_order
    return "rtl" if order == "right-to-left" else "ltr"


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
